/**
 * Puts those into the CRM whom a place knows and the CRM does not, after a coordinator's yes or by the setting of the place.
 * The CRM is looked into first, so that a repeat after a lost answer, or another workstation, makes nobody twice.
 */
import {
  isAnyAddedByItself,
  noteAdded,
  noteNotAdded,
  noteSent,
  readNewcomers,
  wantByThemselves,
  type Newcomer,
} from '../../db/sources/newcomers.ts';
import { setLink } from '../../db/sources/links.ts';
import { settleSources } from '../../db/sources/settle.ts';
import { CrmFailure } from '../crm-failure.ts';
import { mustStop, type PullContext, type Tally } from '../pull/context.ts';
import { pullWhole } from '../pull/first-lists.ts';

const AT_ONCE = 25;

/** @throws CrmFailure when it is worth trying again later */
export async function addNewcomers(context: PullContext, tally: Tally): Promise<void> {
  const { store, connector, now } = context;
  if (connector.addContact === undefined) return;
  if (await isAnyAddedByItself(store.reader)) await store.write((writer) => wantByThemselves(writer, now()));
  for (const newcomer of await readNewcomers(store.reader, AT_ONCE)) {
    if (await mustStop(context)) return;
    try {
      if (!(await store.write((writer) => noteSent(writer, newcomer.sourceDonorId, now())))) continue;
      const crmId = await connector.addContact(newcomer);
      await pullWhole(context, [crmId], tally);
      await link(context, newcomer, crmId);
    } catch (error) {
      if (!(error instanceof CrmFailure) || error.kind !== 'forbidden') throw error;
      const { sentence } = error;
      await store.write((writer) => noteNotAdded(writer, newcomer.sourceDonorId, sentence));
    }
  }
}

async function link({ store, now }: PullContext, { sourceDonorId, personId }: Newcomer, crmId: number): Promise<void> {
  await store.write(async (writer) => {
    const donor = await writer.transaction
      .selectFrom('donor')
      .select('id')
      .where('crm_id', '=', crmId)
      .executeTakeFirst();
    // Erased on this workstation, or gone again in the CRM: she comes back to nobody.
    await noteAdded(writer, sourceDonorId, now());
    if (donor === undefined) return;
    await setLink(writer, {
      sourceDonorId,
      donorId: donor.id,
      state: personId === null ? 'certain' : 'linked',
      reasons: { kind: 'crm-key' },
      score: null,
      decidedBy: personId,
      now: now(),
    });
    await settleSources(writer, [donor.id]);
  });
}
