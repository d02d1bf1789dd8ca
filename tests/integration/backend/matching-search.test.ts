/** Herkennen, searching: any donor beside a giver, with what speaks against it; and a newcomer who is taken back in time. */
import { expect, it } from 'vitest';
import { donation } from '../../support/kentaa/objects.ts';
import { kentaaStandIn } from '../../support/kentaa/stand-in.ts';
import { failureOf } from '../../support/failure-of.ts';
import { askCrm, connectedWorkstation, practiceCrm, testClock } from '../../support/workstation.ts';

const AT = '2026-11-20T10:00:00.000Z';

async function arrange() {
  const clock = testClock();
  const kentaa = await kentaaStandIn({ clock: clock.now });
  const crm = await practiceCrm();
  const workstation = await connectedWorkstation(crm, { clock, sliceDays: null });
  kentaa.put('donations', donation(AT, { id: 1 }));
  kentaa.put(
    'donations',
    donation(AT, { id: 2, first_name: 'Jan', last_name: 'Loper', email: 'jan@voorbeeld.example' }),
  );
  const { apiKey, url: address } = kentaa;
  await workstation.ask('sources.add', { kind: 'kentaa', address, apiKey, startedFrom: '2026-11-01' });
  await workstation.backend.sources.run();
  const { people } = await workstation.ask('matching.queue', { kind: 'new' });
  const [one = { sourceDonorId: 0 }, two = { sourceDonorId: 0 }] = people;
  const { donors } = await workstation.ask('donor.search', { text: 'de' });
  const donorId = donors[0]?.donorId ?? 0;
  const contacts = () =>
    askCrm(crm, 'Contact', 'get', { select: ['id'], where: [['external_identifier', 'LIKE', 'kentaa:%']] });
  return { crm, workstation, one: one.sourceDonorId, two: two.sourceDonorId, donorId, contacts };
}

it('a donor who came near nobody is found, seen beside her and linked; that somebody is linked there already is said', async () => {
  const { workstation, one, two, donorId } = await arrange();
  const seen = await workstation.ask('matching.beside', { sourceDonorId: one, donorId });
  expect(seen.candidate.donorId).toBe(donorId);
  expect(seen.candidate.rows.map(({ field }) => field)).toContain('surname');
  expect(seen.notes).toEqual([]);
  const { decisionId } = await workstation.ask('matching.decide', { sourceDonorId: one, decision: 'same', donorId });
  const { notes } = await workstation.ask('matching.beside', { sourceDonorId: two, donorId });
  expect(notes.map(({ nl }) => nl)).toEqual([
    expect.stringMatching(/^Deze donateur is al gekoppeld aan .* van Stichting Voorbeeld\. /),
  ]);
  expect(await failureOf(workstation.ask('matching.beside', { sourceDonorId: one, donorId }))).toMatchObject({
    code: 'out-of-date',
  });
  await workstation.ask('matching.undo', { decisionId });
  await workstation.ask('matching.decide', { sourceDonorId: two, decision: 'other', donorId });
  const refused = await workstation.ask('matching.beside', { sourceDonorId: two, donorId });
  expect(refused.notes.map(({ nl }) => nl)).toEqual(['Eerder is beslist dat dit een ander is.']);
});

it('nobody is linked to who was merged away, removed or erased', async () => {
  const { workstation, one, donorId } = await arrange();
  const { store } = workstation.backend;
  const tries = async () => {
    const beside = await failureOf(workstation.ask('matching.beside', { sourceDonorId: one, donorId }));
    const decide = await failureOf(
      workstation.ask('matching.decide', { sourceDonorId: one, decision: 'same', donorId }),
    );
    expect(decide).toEqual(beside);
    return beside;
  };
  const [other] = await store.reader.selectFrom('donor').select('crm_id').where('id', '<>', donorId).execute();
  const set = (values: { is_removed: 0 | 1; merged_into: number | null }) =>
    store.write(({ transaction }) => transaction.updateTable('donor').set(values).where('id', '=', donorId).execute());
  await set({ is_removed: 1, merged_into: other?.crm_id ?? null });
  expect(await tries()).toMatchObject({ code: 'refused', sentence: { nl: expect.stringContaining('samengevoegd') } });
  await set({ is_removed: 1, merged_into: null });
  expect(await tries()).toMatchObject({ code: 'refused', sentence: { nl: expect.stringContaining('gewist') } });
  await set({ is_removed: 0, merged_into: null });
  const donor = await store.reader
    .selectFrom('donor')
    .select('crm_id')
    .where('id', '=', donorId)
    .executeTakeFirstOrThrow();
  await workstation.ask('erasure.erase', { donorId, ground: 'asked', number: String(donor.crm_id) });
  expect((await tries()).sentence.nl).toContain('gewist');
});

it('a newcomer is taken back for as long as the CRM was not asked, and then it is said where she is', async () => {
  const { crm, workstation, one, two, contacts } = await arrange();
  await workstation.ask('sources.addDonor', { sourceDonorId: one });
  const waiting = async () => (await workstation.ask('matching.queue', { kind: 'new' })).people.length;
  expect(await waiting()).toBe(1);
  await workstation.ask('matching.undoAdd', { sourceDonorId: one });
  expect(await waiting()).toBe(2);
  await workstation.sync();
  expect(await contacts()).toEqual([]);
  const again = workstation.ask('matching.undoAdd', { sourceDonorId: one });
  expect(await failureOf(again)).toMatchObject({ code: 'out-of-date' });

  await workstation.ask('sources.addDonor', { sourceDonorId: two });
  crm.faults.set('errorAfterWrite', ({ entity, action }) => entity === 'Contact' && action === 'create');
  await workstation.sync();
  crm.faults.clear();
  const onItsWay = await failureOf(workstation.ask('matching.undoAdd', { sourceDonorId: two }));
  expect(onItsWay).toMatchObject({ code: 'out-of-date', sentence: { nl: expect.stringContaining('al gevraagd') } });
  await workstation.sync();
  const there = await failureOf(workstation.ask('matching.undoAdd', { sourceDonorId: two }));
  expect(there).toMatchObject({
    code: 'out-of-date',
    sentence: { nl: expect.stringContaining('staat al in het CRM') },
  });
  expect(await contacts()).toHaveLength(1);
});
