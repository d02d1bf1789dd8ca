/** Donors of two programmes who were drawn in two years, so that there is something to compare. */
import { inventTrial } from './invent-trial.ts';
import { saveTrial } from './save-trial.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { seededRandom } from '../support/seeded-random.ts';
import type { Store } from '../../db/store.ts';

export async function saveDrawnDonors(
  { backend }: { readonly backend: { readonly store: Store } },
  count = 1_800,
): Promise<void> {
  const { store } = backend;
  const { id } = await store.reader.selectFrom('person').select('id').orderBy('id').executeTakeFirstOrThrow();
  const scenario = { ...(SCENARIOS.at(-1) as Scenario), donors: count };
  const donors = inventTrial(scenario, seededRandom(4), { start: '2024-11-01', days: 620 });
  // Some were tried before, some are in the CRM's bin since, some were on the list when the group was opened.
  const odd = donors.map((donor, index) => ({
    ...donor,
    arm: index % 200 === 0 ? null : donor.arm,
    isRemoved: index % 150 === 0,
    isFromBefore: index % 90 === 0,
  }));
  await saveTrial(store, odd, id, '2026-11-20T09:00:00.000Z');
}
