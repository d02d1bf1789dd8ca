/** Those of these donors to whom paper may go, in the order that was asked. */
import { readDonors, type Donor } from '../../../db/queries/donor-details.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { Refusal } from '../refusal.ts';
import type { AskContext } from '../context.ts';

export interface Addressee {
  readonly donor: Donor;
  readonly facts: DonorFacts;
}

/** Nothing is printed for who died or left the CRM, whoever asks. @throws Refusal when nobody is left */
export async function readAddressees(
  { store }: AskContext,
  donorIds: readonly number[],
): Promise<readonly Addressee[]> {
  const ids = [...new Set(donorIds)];
  const donors = await readDonors(store.reader, ids);
  const facts = new Map((await readFacts(store.reader, ids)).map((each) => [each.donorId, each]));
  const found = ids.flatMap((id): Addressee[] => {
    const donor = donors.get(id);
    const own = facts.get(id);
    return donor === undefined || own === undefined || own.isDeceased || own.isRemoved ? [] : [{ donor, facts: own }];
  });
  if (found.length === 0) throw new Refusal('refused', NOBODY);
  return found;
}

const NOBODY = {
  nl: 'Er is niemand om dit aan te sturen. Kijk opnieuw wat er vandaag op de post moet.',
  en: 'There is nobody to send this to. Look again at what goes by post today.',
};
