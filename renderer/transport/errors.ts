/** What can go wrong between a screen and its backend, besides a failure that the backend itself answers. */

/** The backend did not answer, or not in the words of the contract. Asking again may help. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** The backend no longer knows this page. Only starting Dankbel again helps. */
export class DisconnectedError extends Error {
  override readonly name = 'DisconnectedError';
}
