/** The rules that can be broken on each CRM. */
import { MUTATIONS, type Mutation } from './mutations.ts';
import { newcomerMutationsOn } from './newcomer-mutations.ts';
import type { SimulatedCrm } from './plan.ts';
import { SALESFORCE_MUTATIONS } from './salesforce/mutations.ts';

/** @param hasNewcomers those of evenings with newcomers, and no others */
export function mutationsOn(crm: SimulatedCrm, hasNewcomers: boolean): readonly Mutation[] {
  if (hasNewcomers) return newcomerMutationsOn(crm);
  return crm === 'civicrm' ? MUTATIONS : SALESFORCE_MUTATIONS;
}
