/** The trail: what is in it after everything was done, that it holds nothing of a donor but the id, and what `doctor` says of it. */
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { readAnchors } from '../../../db/audit-anchors.ts';
import { checkChain, readBeginning } from '../../../db/audit-chain.ts';
import type { InputOf } from '../../../contract/index.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { connectProfile } from '../../../electron/backend/connect.ts';
import { kindOfAction, AUDIT_KINDS } from '../../../domain/audit/actions.ts';
import { noteExport } from '../../../electron/backend/exports.ts';
import { main } from '../../../electron/cli/main.ts';
import { holdCall } from '../../support/hold-call.ts';
import { connectedWorkstation, donorIdOf, practiceCrm, type Workstation } from '../../support/workstation.ts';

const LOWER = { majorCall: { giftLimit: 50_000 } };

/** Names, streets, numbers and addresses of every donor who is held, and what was typed here. */
async function everythingAboutDonors({ backend }: Workstation): Promise<readonly string[]> {
  const { rows } = await sql<{ text: string | null }>`
    SELECT surname AS text FROM donor UNION SELECT first_name FROM donor UNION SELECT display_name FROM donor
    UNION SELECT raw FROM donor_phone UNION SELECT number FROM donor_phone UNION SELECT email FROM donor_email
    UNION SELECT street FROM donor_address UNION SELECT postcode FROM donor_address UNION SELECT town FROM donor_address
    UNION SELECT words FROM audit_words UNION SELECT body FROM operation`.execute(backend.store.reader);
  const texts = rows.map(({ text }) => text?.trim() ?? '');
  // A year, or the last digits of something, is nobody.
  return texts.filter((text) => text.length > 5 || (text.length > 3 && /\D/.test(text)));
}

it('has a line for everything that must have one, and no donor in it', async () => {
  const crm = await practiceCrm();
  const workstation = await connectedWorkstation(crm);
  const { backend, clock } = workstation;
  const { reader } = backend.store;
  const donorId = await donorIdOf(workstation, 'NIEUW-0043');
  const onList = await donorIdOf(workstation, 'NIEUW-0009');
  const trace = { at: clock.now(), personId: (await workstation.ask('session.get', {})).person.id };
  await connectProfile(backend.store, { url: crm.url, apiKey: crm.apiKey, isPractice: false }, trace);

  // Looked, taken out.
  await workstation.ask('donor.look', { donorId, why: 'rings-back', reason: 'mevrouw Van der Knaap belde' });
  await workstation.ask('donor.page', { donorId: await donorIdOf(workstation, 'NIEUW-0044') });
  await workstation.ask('briefing.print', { donorIds: [onList], language: 'nl' });
  await workstation.ask('paper.letters', { donorIds: [onList, donorId] });
  await workstation.ask('paper.labels', { donorIds: [onList, donorId], format: '3x8', used: 0 });
  await workstation.ask('donor.evidence', { donor: { donorId } });

  // Rules, people, decisions.
  await workstation.ask('settings.saveProgrammes', { version: null, change: LOWER });
  await workstation.ask('settings.undoProgrammes', { version: 1 });
  const added = await workstation.ask('people.add', { name: 'Bea Beller', crmId: null, roles: ['caller'] });
  const bea = added.isSaved ? added.id : 0;
  await workstation.ask('people.change', { id: bea, name: 'Bea Beller', crmId: null, roles: ['caller', 'verifier'] });
  await workstation.ask('people.setPin', { id: bea, pin: '7413' });
  const attemptId = await holdCall(workstation, 'NIEUW-0010', { outcome: 'conversation', objectionAnswer: 'offered' });
  await workstation.ask('call.undo', { attemptId });
  await expect(workstation.ask('session.signIn', { personId: bea, pin: '1111' })).rejects.toThrow(
    'This is not your PIN',
  );
  await workstation.ask('session.signIn', { personId: bea, pin: '7413' });

  const rows = await reader.selectFrom('audit').selectAll().orderBy('id').execute();
  expect(rows.map(({ action, about_donor_id: about }) => (about === null ? action : `${action} ${about}`))).toEqual([
    'connected',
    `look ${donorId}`,
    `look ${await donorIdOf(workstation, 'NIEUW-0044')}`,
    `export ${onList}`,
    'export',
    'export',
    `export ${donorId}`,
    'programmes-saved',
    'programmes-undone',
    'person-added',
    'person-changed',
    'pin-set',
    `undo ${await donorIdOf(workstation, 'NIEUW-0010')}`,
    'pin-missed',
    'sign-in',
  ]);
  expect(new Set(rows.map(({ action }) => kindOfAction(action)))).toEqual(new Set(AUDIT_KINDS));
  const trail = JSON.stringify(rows);
  const words = await everythingAboutDonors(workstation);
  expect(words.length).toBeGreaterThan(200);
  expect(words.filter((word) => trail.includes(word))).toEqual([]);
});

it('is shown to the coordinator, newest first, page by page, by person, kind and donor', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const { id: me, name } = (await workstation.ask('session.get', {})).person;
  const [one, other] = [await donorIdOf(workstation, 'NIEUW-0043'), await donorIdOf(workstation, 'NIEUW-0044')];
  await workstation.ask('donor.look', { donorId: one, why: 'rings-back', reason: 'belde om zeven uur' });
  await workstation.ask('people.add', { name: 'Bea Beller', crmId: null, roles: ['caller'] });
  const { store } = workstation.backend;
  await noteExport({ store, person: { id: me, crmId: null, name, roles: [] }, now: workstation.clock.now }, 'labels', [
    one,
    other,
  ]);
  const list = async (question: InputOf<'audit.list'>): Promise<readonly string[]> =>
    (await workstation.ask('audit.list', question)).lines.map(({ who, what }) => `${who} ${what.nl}`);
  const all = [
    `${name} maakte adresetiketten van 2 donateurs`,
    `${name} voegde toe: Bea Beller (beller)`,
    `${name} bekeek donateur NIEUW-0043: belt zelf of belt terug`,
  ];
  expect(await list({})).toEqual(all);
  expect(await list({ donor: 'NIEUW-0043' })).toEqual([all[0], all[2]]);
  expect(await list({ donor: 'NIEUW-0044' })).toEqual([all[0]]);
  expect(await list({ kind: 'people', personId: me })).toEqual([all[1]]);
  expect(await list({ personId: 99 })).toEqual([]);
  expect(await workstation.ask('audit.list', { donor: 'NERGENS' })).toMatchObject({ isDonorKnown: false, lines: [] });
  const first = await workstation.ask('audit.list', {});
  expect(first).toMatchObject({ olderThan: null, chain: { isWhole: true } });
  expect(first.lines.at(-1)).toMatchObject({ words: 'belde om zeven uur', time: '14:00' });

  await store.write(async (writer) => {
    for (let more = 0; more < 60; more += 1) {
      await noteAudit(writer, { at: workstation.clock.now(), personId: me, action: 'sign-in', subject: String(me) });
    }
  });
  const newest = await workstation.ask('audit.list', {});
  expect(newest.lines).toHaveLength(50);
  const older = await workstation.ask('audit.list', { before: newest.olderThan });
  expect(older).toMatchObject({ olderThan: null, chain: null });
  expect(older.lines.map(({ id }) => id)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);

  // The names of people and the number of the donor are put in when it is read: an erased donor has neither.
  await store.write(async (writer) => {
    await sql`DELETE FROM donor WHERE id = ${one}`.execute(writer.transaction);
  });
  const looked = (await workstation.ask('audit.list', { kind: 'look' })).lines;
  expect(looked).toMatchObject([{ what: { nl: `bekeek donateur #${one}: belt zelf of belt terug` }, words: null }]);
});

it('is looked through by doctor, which says in words where it breaks', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const { backend, clock, folder } = workstation;
  const look = async (externalId: string): Promise<unknown> =>
    workstation.ask('donor.look', { donorId: await donorIdOf(workstation, externalId), why: 'question' });
  await look('NIEUW-0043');
  await look('NIEUW-0044');
  await backend.store.snapshot(clock.now());
  const { snapshots } = profilePaths(folder);
  const { reader } = backend.store;
  const anchors = await readAnchors(backend.store, snapshots, await readBeginning(reader));
  expect(anchors).toMatchObject([{ id: 2, notedAt: clock.now() }]);
  expect(await checkChain(reader, anchors)).toEqual({ isWhole: true, rows: 2 });
  await backend.store.write(async ({ transaction }) => {
    await sql`DROP TRIGGER audit_no_update`.execute(transaction);
    await sql`UPDATE audit SET person_id = NULL WHERE id = 1`.execute(transaction);
  });
  await workstation.close();
  const said: string[] = [];
  const writing = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const printing = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  try {
    expect(await main(['doctor', '--data', folder, '--now', clock.now()])).toBe(2);
  } finally {
    writing.mockRestore();
    printing.mockRestore();
  }
  expect(said.join('')).toMatch(/regel 1 \(21 november 2026 14:00\)|line 1 \(21 November 2026 14:00\)/);
});
