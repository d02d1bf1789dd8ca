/**
 * Asks the CRM for whoever somebody could be whom a place knows and nobody here fits: the details of most donors are not
 * held on a workstation (docs/decisions/0016). Those of the candidates come here, and are judged as all others.
 */
import { noteLookedUp, readToLookUp } from '../../db/sources/look-up.ts';
import { settleSources } from '../../db/sources/settle.ts';
import { insideAmong } from '../../db/mirror/save-stubs.ts';
import { mustStop, type PullContext, type Tally } from '../pull/context.ts';
import { DONORS_AT_ONCE, pullWhole } from '../pull/first-lists.ts';
import { matchSourceDonors } from './matching.ts';

const AT_ONCE = 50;
/** In one round: the lists come first. */
const MOST_ROUNDS = 20;

/** @throws CrmFailure */
export async function lookInCrm(context: PullContext, tally: Tally): Promise<void> {
  const { store, connector, now } = context;
  if (connector.findLike === undefined) return;
  for (let round = 0; round < MOST_ROUNDS && !(await mustStop(context)); round += 1) {
    const people = await readToLookUp(store.reader, AT_ONCE);
    if (people.length === 0) return;
    const found = await connector.findLike(people);
    const inside = await insideAmong(store.reader, found);
    const missing = found.filter((crmId) => !inside.has(crmId));
    for (let at = 0; at < missing.length; at += DONORS_AT_ONCE) {
      await pullWhole(context, missing.slice(at, at + DONORS_AT_ONCE), tally);
    }
    const ids = people.map(({ id }) => id);
    await store.write(async (writer) => {
      await noteLookedUp(writer, ids, now());
      await settleSources(writer, await matchSourceDonors(writer, ids, now()));
    });
  }
}
