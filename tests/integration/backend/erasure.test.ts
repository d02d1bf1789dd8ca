/**
 * Erasure that survives the next pull (Shows 4): after it, and after everything was pulled again from a CRM that still
 * has the donor, nothing of her stands in any file of the profile, also not inside the decrypted ones.
 */
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERASURE_POINTS } from '../../../db/crash-point.ts';
import { eraseDonor } from '../../../db/erasure/erase-donors.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { listSnapshots } from '../../../db/snapshot.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { decryptedBytes } from '../../support/decrypted.ts';
import { createFinder } from '../../support/find-texts.ts';
import { detailKey, holdCall, openCall } from '../../support/hold-call.ts';
import { linesOf, readPdf } from '../../support/read-pdf.ts';
import {
  askCrm,
  connectedWorkstation,
  donorIdOf,
  mergeContacts,
  openWorkstation,
  practiceCrm,
} from '../../support/workstation.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { importInto, openProfile, writeFiles, type Paths } from '../files/support.ts';
import {
  NOTES,
  eraseNow,
  findSomebody,
  knownOf,
  pullEverything,
  remainsOf,
  workedOn,
} from '../../support/erased-donor.ts';

const AHEAD = { clock: () => new Date('2026-11-22T09:00:00.000Z') };
describe('an erased donor', () => {
  it('is in no file of the profile any more, also not inside them, after everything was pulled again', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm, { sliceDays: null });
    const known = await workedOn(workstation, crm);
    const find = createFinder(known.texts);
    const { folder } = workstation;
    writeFileSync(join(folder, 'dankbel-damaged-20261101T120000000Z.db'), 'a damaged file, which holds who knows what');

    const preview = await workstation.ask('erasure.preview', { donorId: known.donorId });
    expect(preview.number).toBe(String(known.crmId));
    await expect(
      workstation.ask('erasure.erase', { donorId: known.donorId, ground: 'asked', number: '1' }),
    ).rejects.toMatchObject({ failure: { code: 'refused' } });

    const erasureId = await eraseNow(workstation, known);
    await pullEverything(workstation);
    const { erasures } = await workstation.ask('erasure.list', {});
    expect(erasures).toMatchObject([{ erasureId, state: 'finished', isLifted: false }]);
    expect(await askCrm(crm, 'Contact', 'get', { where: [['id', '=', known.crmId]] })).toHaveLength(1);
    const { donors } = await workstation.ask('donor.search', { text: known.texts[0] ?? '' });
    expect(donors).toEqual([]);
    const { base64 } = await workstation.ask('erasure.paper', { erasureId, language: 'nl' });
    const text = readPdf(Buffer.from(base64, 'base64')).pages.flatMap(linesOf).join('\n');
    expect(text).toContain(erasureId);
    for (const each of known.texts.filter(({ length }) => length > 4)) expect(text).not.toContain(each);
    const { backend } = workstation;
    const audit = await backend.store.reader.selectFrom('audit').selectAll().where('action', '=', 'erasure').execute();
    expect(audit).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
    expect(listSnapshots(profilePaths(folder).snapshots)).toHaveLength(1);
    expect(await remainsOf(workstation, find)).toEqual([]);

    const again = await openWorkstation({ folder });
    await again.sync();
    expect(await remainsOf(again, find)).toEqual([]);
  });
});

/** In the database, and in the newest snapshot. */
const STILL_INSIDE: Readonly<Record<(typeof ERASURE_POINTS)[number], readonly boolean[]>> = {
  'erasure-committed': [true, true],
  'erasure-vacuumed': [false, true],
  'erasure-copy-written': [false, true],
  'erasure-snapshot-taken': [false, false],
  'erasure-scrubbed': [false, false],
};

it('a kill at any point of an erasure is made good by the next start', async () => {
  const crm = await practiceCrm(AHEAD);
  const prepared = await connectedWorkstation(crm);
  const known = await workedOn(prepared, crm);
  const find = createFinder(known.texts);
  await prepared.close();
  for (const point of ERASURE_POINTS) {
    const folder = temporaryFolder();
    cpSync(prepared.folder, folder, { recursive: true });
    const at = (reached: string): void => {
      if (reached === point) throw new Error('killed');
    };
    const { clock } = prepared;
    const killed = await openWorkstation({ folder, clock, at });
    await expect(eraseNow(killed, known)).rejects.toThrow('Something went wrong');
    await killed.close();
    const { database, snapshots } = profilePaths(folder);
    const files = [database, listSnapshots(snapshots)[0]?.path ?? ''];
    const inside = await Promise.all(files.map(async (path) => find(await decryptedBytes(folder, path)).length > 0));
    // As long as only the rows are gone, a search of the bytes finds her in the free pages, the index and the snapshot.
    expect([point, ...inside]).toEqual([point, ...STILL_INSIDE[point]]);
    const again = await openWorkstation({ folder, clock });
    const { erasures } = await again.ask('erasure.list', {});
    expect(erasures).toMatchObject([{ state: 'finished' }]);
    expect(await remainsOf(again, find)).toEqual([]);
  }
});

describe('what still has to be sent', () => {
  it('goes first when it protects the donor, and the rest is withdrawn; then her number goes too', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const { donorId, externalId } = await findSomebody(workstation);
    const { crmId, texts } = await knownOf(workstation, donorId, [NOTES]);
    crm.faults.set('maintenance', 'always');
    await holdCall(workstation, externalId, { outcome: 'objection', notes: NOTES, objectionAnswer: 'used' });
    const preview = await workstation.ask('erasure.preview', { donorId });
    const said = preview.sections.flatMap(({ lines }) => lines.map(({ en }) => en)).join('\n');
    expect(said).toContain('Still goes to the CRM first: 1.');
    expect(said).toContain('Not sent any more: 1.');
    const erasureId = await eraseNow(workstation, { donorId });
    const stateNow = async (): Promise<string | undefined> =>
      (await workstation.ask('erasure.list', {})).erasures[0]?.state;
    expect(await stateNow()).toBe('sending');
    expect((await workstation.ask('erasure.certificate', { erasureId })).canLift).toBe(false);
    const { reader } = workstation.backend.store;
    const kept = await reader.selectFrom('donor').selectAll().where('crm_id', '=', crmId).execute();
    expect(kept).toMatchObject([{ surname: '', external_id: null, display_name: '' }]);

    // The CRM answers, but takes no changes: what comes in does not go to the row that is left.
    crm.faults.clear();
    crm.faults.set('maintenance', ({ action }) => action === 'create' || action === 'update');
    await pullEverything(workstation);
    expect(await stateNow()).toBe('sending');
    for (const table of ['gift', 'moment', 'donor_phone', 'giving'] as const) {
      const held = await reader
        .selectFrom(table as 'gift')
        .selectAll()
        .where('donor_id', '=', donorId)
        .execute();
      expect(held).toEqual([]);
    }

    crm.faults.clear();
    workstation.clock.advance(3_600);
    await workstation.sync();
    expect(await stateNow()).toBe('finished');
    const [contact] = await askCrm(crm, 'Contact', 'get', { where: [['id', '=', crmId]], select: ['do_not_phone'] });
    expect(contact).toMatchObject({ do_not_phone: true });
    // The call with its notes was not sent.
    const calls = await askCrm(crm, 'Activity', 'get', { where: [['details', 'LIKE', '%Wilhelmientje%']] });
    expect(calls).toEqual([]);
    expect(await reader.selectFrom('donor').select('id').where('crm_id', '=', crmId).execute()).toEqual([]);
    expect(await reader.selectFrom('operation').select('id').where('donor_id', '=', donorId).execute()).toEqual([]);
    expect(await remainsOf(workstation, createFinder(texts))).toEqual([]);
  });

  it('may be on its way: what the CRM answers about somebody who was erased meanwhile comes back to nothing', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const { donorId, externalId } = await findSomebody(workstation);
    const { store } = workstation.backend;
    // An address that she does not have yet: the CRM's answer would make a row of it here.
    await store.write(({ transaction }) =>
      transaction.deleteFrom('donor_email').where('donor_id', '=', donorId).execute(),
    );
    const call = await openCall(workstation, externalId);
    const { callItemId } = call;
    await workstation.ask('call.correctDetail', {
      callItemId,
      key: detailKey(call, 'email'),
      correction: { field: 'email', value: 'wilhelmientje.nieuw@voorbeeld.nl' },
      checkedBy: 'spelled',
    });
    await holdCall(workstation, externalId, { outcome: 'conversation', notes: NOTES, objectionAnswer: 'offered' });
    const { texts } = await knownOf(workstation, donorId, [NOTES]);
    const isSending = Promise.withResolvers<void>();
    crm.faults.set(
      'latency',
      ({ entity, action }) => {
        const isCorrection = entity === 'Email' && action !== 'get';
        if (isCorrection) isSending.resolve();
        return isCorrection;
      },
      300,
    );
    const round = workstation.sync();
    await isSending.promise;
    await eraseNow(workstation, { donorId });
    expect((await round)?.failure).toBeNull();
    crm.faults.clear();
    await pullEverything(workstation);
    const { reader } = workstation.backend.store;
    expect(await reader.selectFrom('donor').select('id').where('external_id', '=', externalId).execute()).toEqual([]);
    expect(await remainsOf(workstation, createFinder(texts))).toEqual([]);
  });

  it('is refused while a call is open, and while an objection was refused by the CRM', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(AHEAD));
    const { donorId, externalId } = await findSomebody(workstation);
    const { callItemId, numbers } = await openCall(workstation, externalId);
    expect((await workstation.ask('erasure.preview', { donorId })).blocked?.en).toContain('open here');
    await workstation.ask('call.answerObjection', { callItemId, answer: 'used' });
    const number = numbers[0]?.number ?? '';
    await workstation.ask('call.finish', { callItemId, outcome: 'objection', callback: null, number });
    await workstation.backend.store.write(async ({ transaction }) => {
      const objections = transaction.updateTable('operation').where('kind', '=', 'objection');
      await objections.set({ state: 'rejected' }).execute();
    });
    expect((await workstation.ask('erasure.preview', { donorId })).blocked?.en).toContain('refused by the CRM');
  });
});

describe('the objection of an erased donor', () => {
  it('is remembered by number: a new donor with that number does not get it here, until the erasure is lifted', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm, { sliceDays: null });
    const { donorId, externalId } = await findSomebody(workstation);
    const { reader } = workstation.backend.store;
    const phones = await reader.selectFrom('donor_phone').select('raw').where('donor_id', '=', donorId).execute();
    await holdCall(workstation, externalId, { outcome: 'objection', objectionAnswer: 'used' });
    await workstation.sync();
    const erasureId = await eraseNow(workstation, { donorId });
    const [created] = await askCrm(crm, 'Contact', 'create', {
      values: { contact_type: 'Individual', first_name: 'Nieuwe', last_name: 'Donateurster' },
    });
    await askCrm(crm, 'Phone', 'create', { values: { contact_id: created?.['id'], phone: phones[0]?.raw } });
    await pullEverything(workstation);
    const numbersOf = async (): Promise<number> => {
      const query = reader.selectFrom('donor_phone').innerJoin('donor', 'donor.id', 'donor_phone.donor_id');
      return (await query.select('raw').where('surname', '=', 'Donateurster').execute()).length;
    };
    expect(await numbersOf()).toBe(0);
    expect((await workstation.ask('erasure.find', { number: externalId })).erasureId).toBe(erasureId);
    expect((await workstation.ask('erasure.find', { number: 'D-000' })).erasureId).toBeNull();

    await workstation.ask('erasure.lift', { erasureId });
    await expect(workstation.ask('erasure.lift', { erasureId })).rejects.toThrow('lifted already');
    await reader.updateTable('donor').set({ fingerprint: null }).execute();
    await pullEverything(workstation);
    expect(await numbersOf()).toBe(1);
    expect(await donorIdOf(workstation, externalId)).toBeGreaterThan(0);
  });
});

describe('a merge with somebody who was erased', () => {
  it.each(['the erased one lost', 'the erased one won'] as const)(
    '%s: the other goes too, and it is said',
    async (who) => {
      const crm = await practiceCrm(AHEAD);
      const workstation = await connectedWorkstation(crm, { sliceDays: null });
      const { reader } = workstation.backend.store;
      const [erased, other] = [2016, 2018];
      const idOf = async (crmId: number): Promise<number | undefined> =>
        (await reader.selectFrom('donor').select('id').where('crm_id', '=', crmId).executeTakeFirst())?.id;
      await eraseNow(workstation, { donorId: (await idOf(erased)) ?? 0 });
      const { texts } = await knownOf(workstation, (await idOf(other)) ?? 0, []);
      const merge = who === 'the erased one lost' ? { loser: erased, winner: other } : { loser: other, winner: erased };
      await mergeContacts(crm, merge);
      await workstation.sync();
      expect(await idOf(other)).toBeUndefined();
      const { notices } = await workstation.ask('sync.notices', {});
      expect(notices.map(({ sentence }) => sentence.en).join()).toContain('the same person');
      await pullEverything(workstation);
      expect(await idOf(other)).toBeUndefined();
      const others = await reader.selectFrom('donor').selectAll().execute();
      const streets = await reader.selectFrom('donor_address').selectAll().execute();
      const shared = JSON.stringify([others, streets]);
      const own = texts.filter((text) => !shared.includes(text));
      expect(own.length).toBeGreaterThan(0);
      expect(await remainsOf(workstation, createFinder(own))).toEqual([]);
    },
  );
});

describe('files', () => {
  it('do not bring an erased donor back', async () => {
    const folder = temporaryFolder();
    const file = (rows: readonly string[]): Paths => writeFiles(['donateursnummer,achternaam', ...rows], null);
    const before = await openProfile(folder);
    const paths = file(['F1,Vandervalkenburg', 'F2,Jansen']);
    await importInto(before, paths);
    await before.write(async (writer) => {
      const person = await setCurrentPerson(writer, { crmId: null, name: 'Corrie', roles: ['coordinator'] });
      const { id: donorId } = await writer.transaction
        .selectFrom('donor')
        .select('id')
        .where('external_id', '=', 'F1')
        .executeTakeFirstOrThrow();
      await eraseDonor(writer, {
        id: 'e1',
        at: '2026-11-21T12:00:00.000Z',
        personId: person.id,
        ground: 'asked',
        donorId,
      });
    });
    const report = await importInto(before, paths);
    expect(report.remarks.map(({ text }) => text.en).join()).toContain('erased here: 1');
    expect(await before.reader.selectFrom('donor').select('surname').execute()).toEqual([{ surname: 'Jansen' }]);
  });
});
