/** Finds what a command is about, and refuses who may not decide about it. */
import { waysOut, type WayOut } from '../../../domain/ways-out.ts';
import { findOperation, type Operation } from '../../../db/queries/operations.ts';
import type { Reader } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';

/**
 * Asked inside the transaction of the command, so that two windows cannot both find it open.
 *
 * @throws Refusal `not-found`, `out-of-date` when it is settled already, `not-allowed` for somebody else's
 */
export async function requireWayOut(
  { person }: AskContext,
  reader: Reader,
  operationId: string,
  way: WayOut,
): Promise<Operation> {
  const operation = await findOperation(reader, operationId);
  if (operation === null) throw notFound();
  const { kind, state } = operation;
  if (state === 'applied' || state === 'withdrawn') throw settledAlready();
  const isOwn = operation.personId === person.id;
  if (waysOut({ kind, state, isOwn, roles: person.roles }).includes(way)) return operation;
  // A coordinator has every way that there is: it is the state that has moved on.
  if (!waysOut({ kind, state, isOwn, roles: ['coordinator'] }).includes(way)) throw settledAlready();
  throw new Refusal('not-allowed', {
    nl: 'Dit is van een collega, of hoort niet bij jouw taak. Vraag het de coördinator.',
    en: 'This is a colleague’s, or does not belong to your task. Ask the coordinator.',
  });
}

export function settledAlready(): Refusal {
  return new Refusal('out-of-date', {
    nl: 'Dit is al afgehandeld, of het is intussen veranderd. Kijk opnieuw.',
    en: 'This is settled already, or has changed meanwhile. Look again.',
  });
}
