/** Tasks: which fields are Dankbel's own, and which a question asks for. */
import type { Schema } from './describe.ts';
import { visible } from './object-info.ts';
import { CrmFailure } from '../../crm-failure.ts';
import { taskRow } from './rows.ts';
import { names, type Soql } from './soql.ts';

/** The operation, claim or workstation that a task is. Text(36), External ID, Unique; on Activity (docs/connect-salesforce.md). */
export const ID_FIELD = 'Dankbel_Id__c';
/** The contact that a claim is on: unique, so that Salesforce itself keeps two claims apart. Text(18), Unique. */
export const CLAIM_FIELD = 'Dankbel_Claim__c';

export function taskColumns({ task }: Schema): Soql {
  const wanted = Object.keys(taskRow.shape).filter((name) => name !== 'Id');
  return names(...visible(task, wanted));
}

/** Whether a call can be written exactly once. */
export function hasIdField({ task }: Schema): boolean {
  const field = task.fields.get(ID_FIELD);
  return field?.externalId === true && field.unique && field.createable;
}

/** Whether Salesforce can keep two claims apart. */
export function hasClaimField(schema: Schema): boolean {
  const field = schema.task.fields.get(CLAIM_FIELD);
  return hasIdField(schema) && field?.unique === true && field.createable && field.updateable;
}

/** Without it nothing is written: a call could come to stand there twice. @throws CrmFailure */
export function requireIdField(schema: Schema): void {
  if (hasIdField(schema)) return;
  throw new CrmFailure('forbidden', {
    nl: `In Salesforce ontbreekt het veld ${ID_FIELD} op Activiteit (extern ID, uniek), of deze gebruiker mag er niet in schrijven. Kijk bij Koppelen wat de beheerder moet doen; verstuur daarna opnieuw.`,
    en: `Salesforce lacks the field ${ID_FIELD} on Activity (external ID, unique), or this user may not write it. See Connect for what the administrator must do; then send again.`,
  });
}

/** @throws CrmFailure */
export function requireStatuses({ statuses }: Schema): NonNullable<Schema['statuses']> {
  if (statuses !== null) return statuses;
  throw new CrmFailure('forbidden', {
    nl: 'In Salesforce is niet te zien welke status van een taak "afgerond" betekent. Kijk bij Koppelen wat de beheerder moet doen.',
    en: 'In Salesforce it cannot be seen which status of a task means "completed". See Connect for what the administrator must do.',
  });
}
