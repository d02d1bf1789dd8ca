/**
 * A flag of a contact that a coordinator said yes to. Deceased sets `npsp__Do_Not_Contact__c` by NPSP's trigger, and
 * taking it back clears `DoNotCall` with it, also one that was there for another reason (salesforce.md §6): that one is
 * set again.
 */
import type { FlagOperation } from '../../../domain/operation.ts';
import type { OperationAnswer, UndoneOperation } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import { theirName } from './dialects/person.ts';
import { setOnContact } from './contact.ts';
import type { Talk } from './org-session.ts';
import type { ContactRow } from './rows.ts';
import { readMarks } from './send-objection.ts';

const FIELDS = { is_deceased: 'npsp__Deceased__c', do_not_email: 'HasOptedOutOfEmail' } as const;
/** The reference of a flag that found an objection against calls. */
const OBJECTED_BEFORE = 'did not want calls';

/** @throws CrmFailure */
export async function sendFlag(
  talk: Talk,
  contact: ContactRow,
  { flag, value }: Pick<FlagOperation, 'flag' | 'value'>,
): Promise<OperationAnswer> {
  const field = FIELDS[flag];
  if (theirName(talk.schema.dialect.person, field) === null) return notThere();
  if (talk.schema.contact.fields.get(field)?.updateable !== true) throw noField(field);
  const objected = contact.DoNotCall === true && contact.npsp__Do_Not_Contact__c !== true;
  if ((contact[field] === true) !== value) await setOnContact(talk, contact, { [field]: value }, 'now');
  return { kind: 'applied', reference: flag === 'is_deceased' && objected ? OBJECTED_BEFORE : null };
}

/** Brings back what it was, unless it was so already before this. @throws CrmFailure */
export async function undoFlag(
  talk: Talk,
  contact: ContactRow,
  { flag, value, wasBefore }: FlagOperation,
  { reference }: UndoneOperation,
): Promise<OperationAnswer> {
  const isThere = theirName(talk.schema.dialect.person, FIELDS[flag]) !== null;
  if (wasBefore === value || !isThere) return { kind: 'applied', reference: null };
  const answer = await sendFlag(talk, contact, { flag, value: wasBefore });
  const objects = reference === OBJECTED_BEFORE || (await readMarks(talk, contact.Id)).length > 0;
  if (flag === 'is_deceased' && objects) await setOnContact(talk, contact, { DoNotCall: true }, 'now');
  return answer;
}

/** Only "deceased", in Nonprofit Cloud: no field is made up for it (docs/decisions/0037). */
function notThere(): OperationAnswer {
  const why = {
    nl: 'Nonprofit Cloud heeft geen veld voor "overleden" dat Dankbel kent. Zet het daar met de hand; hier wordt deze donateur niet meer gebeld, en het gesprek waarin het bleek staat er als taak.',
    en: 'Nonprofit Cloud has no field for "deceased" that Dankbel knows. Mark it there by hand; here this donor is not called any more, and the call in which it came out is there as a task.',
  };
  return { kind: 'rejected', why, crmWords: null };
}

function noField(field: string): CrmFailure {
  return new CrmFailure('forbidden', {
    nl: `Deze gebruiker mag het veld ${field} in Salesforce niet veranderen. Kijk bij Koppelen wat de beheerder moet doen.`,
    en: `This user may not change the field ${field} in Salesforce. See Connect for what the administrator must do.`,
  });
}
