/** The workstations of the organisation: listed from the CRM, revoked there, and the report about one that is lost. */
import { writeFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { createClient, type Client } from '../../../contract/client.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { describeHost } from '../../../electron/backend/workstation/self.ts';
import { openLockable } from '../../../electron/backend/lockable-backend.ts';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import { main } from '../../../electron/cli/main.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { whenDone } from '../../support/when-done.ts';
import { CHEAP, connectedWorkstation, practiceCrm, seededRandom, type TestClock } from '../../support/workstation.ts';

interface Station extends Client {
  readonly folder: string;
  readonly clock: TestClock;
  close(): Promise<void>;
}

/** One that told the CRM of itself. */
async function announced(crm: PracticeCrm, seed: number): Promise<Station> {
  const workstation = await connectedWorkstation(crm);
  const { folder, clock } = workstation;
  await workstation.close();
  const backend = await openLockable({
    folder,
    now: clock.now,
    random: seededRandom(seed),
    log: SILENT_LOG,
    syncsByItself: false,
    costs: CHEAP,
  });
  whenDone(() => backend.close());
  const client = createClient(backend);
  await client.ask('sync.run', {});
  return { ...client, folder, clock, close: () => backend.close() };
}

it('are listed by who was in contact last; one is revoked, wipes itself, and the report says so', async () => {
  const crm = await practiceCrm();
  const coordinator = await announced(crm, 21);
  const lost = await announced(crm, 22);
  lost.clock.advance(4_000);
  await lost.ask('sync.run', {});
  const list = async () => (await coordinator.ask('workstations.list', {})).workstations;
  const [first, second] = await list();
  expect([first, second]).toMatchObject([
    { isSelf: false, state: 'working', who: 'Koen Koppeling', seen: { nl: '21 november 2026 15:06' } },
    { isSelf: true, state: 'working', seen: { nl: '21 november 2026 14:00' } },
  ]);
  const id = first?.id ?? '';
  const before = await coordinator.ask('workstations.report', { id, language: 'nl' });
  expect(before.text).toContain('De werkplek is niet ingetrokken.');
  await coordinator.ask('workstations.revoke', { id });
  expect(await list()).toMatchObject([{ id, state: 'revoked' }, { state: 'working' }]);
  const waiting = await coordinator.ask('workstations.report', { id, language: 'en' });
  expect(waiting.text).toContain('There is no proof that the data was wiped.');
  expect(waiting.text).toContain('Revoked: 21 November 2026 14:00.');

  await lost.ask('sync.run', {});
  expect((await lost.ask('session.people', {})).state).toBe('wiped');
  expect((await coordinator.ask('session.people', {})).state).toBe('signed-in');
  const { text, pdf } = await coordinator.ask('workstations.report', { id, language: 'nl' });
  const donors = /Donateurs: ([\d.]+) bij het laatste contact, ooit hoogstens \1\./.exec(text)?.[1];
  expect(Number(donors?.replace('.', ''))).toBeGreaterThan(100);
  for (const line of [
    `Werkplek ${id}`,
    'Toestand: Ingetrokken en gewist, 21 november 2026 15:06.',
    'Ingetrokken: 21 november 2026 14:00.',
    'Mensen: Koen Koppeling.',
    'Beveiliging: versleuteld, maar de sleutel staat als bestand op dezelfde schijf',
    'Soorten gegevens: namen, adressen, telefoonnummers, e-mailadressen, giften (bedrag en datum)',
    'Gerekend vanaf dit verslag is dat 24 november 2026 14:00',
  ]) {
    expect(text).toContain(line);
  }
  expect(pdf.fileName).toMatch(/^verslag-werkplek-[0-9a-f]{8}-2026-11-21\.pdf$/);
  const printed = readPdf(Buffer.from(pdf.base64, 'base64'));
  expect(JSON.stringify(printed)).toContain('Verslag over een verloren werkplek');
  // Nobody who was revoked once is revoked anew.
  await coordinator.ask('workstations.revoke', { id });
  expect(await list()).toMatchObject([{ state: 'wiped' }, {}]);
  const log = (await coordinator.ask('audit.list', {})).lines.map(({ what }) => what.nl);
  expect(log).toContain(`trok werkplek ${id} in`);
  expect(log).toContain('maakte een verslag over een verloren werkplek');

  // The same on the command line, for whoever is in.
  await coordinator.close();
  const said: string[] = [];
  const printing = vi.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(String(line)) > 0);
  try {
    const now = ['--data', coordinator.folder, '--now', coordinator.clock.now()];
    expect(await main(['workstations', ...now, '--json'])).toBe(0);
    expect(await main(['breach-report', '--workstation', id, ...now])).toBe(0);
  } finally {
    printing.mockRestore();
  }
  expect(JSON.parse(said[0] ?? '')).toMatchObject([{ id, state: 'wiped' }, { isSelf: true }]);
  expect(said[1]).toMatch(/^(?:Verslag over een verloren werkplek|Report about a lost workstation)\n/);
});

it('tell what keeps their key: the weakest that is there', async () => {
  const folder = temporaryFolder();
  const { key, wrappedKey } = profilePaths(folder);
  const { keptBy } = describeHost(folder);
  expect(keptBy()).toBe('key-store');
  writeFileSync(wrappedKey, '{}');
  expect(keptBy()).toBe('passphrase');
  writeFileSync(key, '');
  expect(keptBy()).toBe('key-file');
});

it('are known by nobody without a CRM, and by no number that is not there', async () => {
  const crm = await practiceCrm();
  const station = await announced(crm, 23);
  const nobody = { id: '0199aaaa-0000-7000-8000-000000000001' };
  await expect(station.ask('workstations.revoke', nobody)).rejects.toMatchObject({ failure: { code: 'not-found' } });
  crm.faults.set('dropBefore', 'always');
  await expect(station.ask('workstations.list', {})).rejects.toMatchObject({ failure: { code: 'crm-unreachable' } });
});
