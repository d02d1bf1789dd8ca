/** The number that somebody has at another place, kept with her contact: unique, so that she cannot be added twice. */
import type { Schema } from './describe.ts';

/** Text(80), External ID, Unique; on Contact (docs/connect-salesforce.md). */
export const PERSON_ID_FIELD = 'Dankbel_Id__c';

/** Whether somebody can be made a contact exactly once. */
export function mayAddContacts({ contact }: Schema): boolean {
  const field = contact.fields.get(PERSON_ID_FIELD);
  return contact.createable && field?.externalId === true && field.unique && field.createable;
}
