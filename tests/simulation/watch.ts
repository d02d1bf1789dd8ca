/** Looks at every operation on its way out and at every write that reaches the CRM. */
import type { Correction } from '../../domain/correction.ts';
import { validNumberIn } from '../../domain/phone-number.ts';
import { writePostcode } from '../../domain/postal-address.ts';
import { reverse } from '../../db/mirror/apply-operation.ts';
import type { OutgoingOperation } from '../../sync/connector.ts';
import type { Change } from './history.ts';
import { isRead, type Question } from './network.ts';
import { demand } from './violation.ts';

/**
 * What no request may ever have: a `reload` on an update, a stamp in a write, the contacts of an
 * activity that is there already (civicrm-api4.md §6 and §7).
 *
 * @throws Violation
 */
export function demandDecent({ entity, action, parameters }: Question): void {
  const words = (why: string): string => `${why}: ${entity}.${action} ${JSON.stringify(parameters)}`;
  if (isRead(action)) return;
  const values = (parameters['values'] ?? {}) as Readonly<Record<string, unknown>>;
  demand(!('modified_date' in values), 'fields', () => words('a stamp is written'));
  demand(action !== 'update' || !('reload' in parameters), 'fields', () => words('an update reloads'));
  const changesContacts = Object.keys(values).some((name) => /^(source|target|assignee)_contact_id/.test(name));
  demand(entity !== 'Activity' || action === 'create' || !changesContacts, 'exactly-once', () =>
    words('the contacts of an activity are changed'),
  );
}

/**
 * Every write of a workstation must be one that somebody recorded, and may only replace the value that this person saw.
 *
 * @param operation what the workstation is sending
 * @throws Violation
 */
export function demandWrite(change: Change, operation: OutgoingOperation | null): void {
  const words = (why: string): string =>
    `${why}: ${change.key} from "${change.before?.value}" to "${change.after?.value}" by ${JSON.stringify(operation?.body)}`;
  demand(operation !== null, 'fields', () => words('nobody recorded this'));
  const { body, undone } = operation;
  const [kind] = change.key.split(':');
  if (kind === 'flag') {
    const isRight = change.after?.value === '1' ? body.kind === 'objection' : undone?.body.kind === 'objection';
    demand(isRight, 'objection', () => words('the flag was changed by something else'));
    return;
  }
  const correction = body.kind === 'correction' ? body.correction : null;
  const takenBack = undone?.body.kind === 'correction' ? undone.body.correction : null;
  const intended = correction ?? (takenBack === null ? null : reverse(takenBack));
  if (change.after === null) {
    const isOwn = takenBack !== null && takenBack.base === null && isValueOf(takenBack, 'value', change);
    demand(isOwn, 'fields', () => words('a row was removed that it did not make'));
    return;
  }
  demand(intended !== null && intended.field === kind, 'fields', () => words('another field was changed'));
  if (change.before === null) return;
  // A copy follows its master; the CRM does that.
  if (rowOf(change) !== rowOf(intended) && change.after.masterId === rowOf(intended)) return;
  demand(rowOf(change) === rowOf(intended), 'fields', () => words('another row was changed'));
  demand(isValueOf(intended, 'base', change), 'fields', () => words('somebody else’s value was overwritten'));
}

function rowOf(of: Change | Correction): number | null {
  if ('key' in of) return of.key.startsWith('name') ? null : Number(of.key.split(':')[1]);
  return of.field === 'name' ? null : of.crmId;
}

/** Whether what stood there before is the value that a correction replaces (`base`), or the one it makes (`value`). */
function isValueOf(correction: Correction, which: 'base' | 'value', { before }: Change): boolean {
  return before !== null && isSameValue(correction, which, before.value);
}

/** Whether a text of the CRM is the value of a correction, as the domain compares them. */
export function isSameValue(correction: Correction, which: 'base' | 'value', text: string): boolean {
  switch (correction.field) {
    case 'name': {
      const { firstName, prefix, surname } = correction[which];
      return text === [firstName, prefix, surname].map((part) => part.trim()).join('|');
    }
    case 'email':
      return text === correction[which]?.trim().toLowerCase();
    case 'phone': {
      const value = correction[which];
      return value !== null && (text === value || validNumberIn(text) === validNumberIn(value));
    }
    case 'address': {
      const value = correction[which];
      if (value === null) return false;
      return (
        text === [value.street, writePostcode(value.postcode), value.town].map((part) => part.trim()).join('|') ||
        text === [value.street, value.postcode, value.town].map((part) => part.trim()).join('|')
      );
    }
  }
}
