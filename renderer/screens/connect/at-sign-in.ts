import type { SignInState } from '../../../contract/procedures/connection.ts';

/** Somebody has to do something in the browser, or just did. */
export function isAtSignIn({ kind }: SignInState): boolean {
  return kind === 'waiting' || kind === 'finishing';
}
