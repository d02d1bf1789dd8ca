/** The rules that can be broken on each CRM. */
import { MUTATIONS, type Mutation } from './mutations.ts';
import type { SimulatedCrm } from './plan.ts';
import { SALESFORCE_MUTATIONS } from './salesforce/mutations.ts';

export function mutationsOn(crm: SimulatedCrm): readonly Mutation[] {
  return crm === 'civicrm' ? MUTATIONS : SALESFORCE_MUTATIONS;
}
