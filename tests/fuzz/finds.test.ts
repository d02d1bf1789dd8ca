/** What the fuzzers found, one by one, each as it was found. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeSetting } from '../../db/queries/settings.ts';
import { isPostcodeOf } from '../../domain/postcode.ts';
import { connectProfile } from '../../electron/backend/connect.ts';
import { SLICE } from '../../electron/backend/slice-settings.ts';
import { importTables, stageTables } from '../../electron/backend/files/import-tables.ts';
import { changeRows, lyingCrm } from '../support/lying-crm.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { connectedWorkstation, openWorkstation, practiceCrm, type Workstation } from '../support/workstation.ts';

it('a donor who is not here can neither be put off nor be seen twice: that is told in words', async () => {
  const { backend } = await connectedWorkstation(await practiceCrm());
  const double = { day: '2026-11-21', programme: 'major-call' };
  for (const donorId of [99_999, 2 ** 32, -1]) {
    const answers = [
      await backend.ask('today.postpone', { donorId }),
      await backend.ask('claims.seen', { donorId, ...double }),
    ];
    expect(answers.map((answer) => !answer.ok && answer.failure.code)).toEqual(['not-found', 'not-found']);
  }
});

it('labels begin on a new sheet when more are gone than this sheet has', async () => {
  const { backend } = await connectedWorkstation(await practiceCrm());
  for (const used of [15, 16, 23]) {
    const answer = await backend.ask('paper.labels', { donorIds: [55], format: '2x8', used });
    expect(answer.ok && (answer.value as { pages: number }).pages).toBe(1);
  }
});

it('a cell that holds a whole story refuses its row, and says where', async () => {
  const folder = temporaryFolder();
  const donors = join(folder, 'donateurs.csv');
  writeFileSync(
    donors,
    `Relatienummer;Achternaam\r\n1;Peters\r\n2;${'a'.repeat(10_001)}\r\n${'3'.repeat(10_001)};Bos\r\n`,
  );
  const workstation = await openWorkstation();
  const { store } = workstation.backend;
  const tables = await stageTables({ donors, gifts: null }, folder);
  const report = await importTables(store, tables, {}, () => '2026-11-21T12:00:00.000Z');
  expect(report.donors).toMatchObject({ new: 1, refused: 2 });
  expect(report.refusals.map(({ line, column }) => [line, column])).toEqual([
    [3, 'Achternaam'],
    [4, 'Relatienummer'],
  ]);
});

describe('a CRM that says what nobody would say', () => {
  const FEW = { kind: 'invented', donors: 6, seed: 7, date: '2026-11-21' } as const;

  async function pulled(entity: string, change: (row: Record<string, unknown>) => unknown): Promise<Workstation> {
    const crm = await practiceCrm({ fill: FEW });
    const proxy = await lyingCrm(() => crm.url);
    const workstation = await openWorkstation();
    await connectProfile(workstation.backend.store, { url: proxy.url, apiKey: crm.apiKey, isPractice: false });
    await workstation.backend.store.write((writer) => writeSetting(writer, SLICE, { days: null }));
    await workstation.backend.reconnect();
    proxy.lie = (asked, truth) =>
      asked.entity === entity && asked.params['limit'] !== 1
        ? changeRows(truth, (rows) => rows.map((row) => change(row) as Record<string, unknown>))
        : truth;
    return workstation;
  }

  it('and gives rows that have no number, is left alone with a sentence', async () => {
    for (const id of ['12', undefined]) {
      const workstation = await pulled('ContributionRecur', (row) => ({ ...row, id }));
      const report = await workstation.sync();
      expect(report?.failure?.sentence.nl).toContain('rijen die geen rijen zijn');
    }
  });

  it.each(['constructor', '__proto__'])(
    'and calls everything %s, is understood as one that calls it something else',
    async (name) => {
      const workstation = await pulled('Contact', (row) => ({ ...row, contact_type: name }));
      expect((await workstation.sync())?.failure).toBeNull();
      const { reader } = workstation.backend.store;
      const donors = await reader.selectFrom('donor').select('kind').where('slice', '=', 'inside').execute();
      expect(new Set(donors.map(({ kind }) => kind))).toEqual(new Set(['individual']));
      expect(isPostcodeOf(name, '1234')).toBe(true);
    },
  );

  it('and writes books where a name belongs, fills nothing with them', async () => {
    const workstation = await pulled('Email', (row) => ({ ...row, email: `${'a'.repeat(600)}@voorbeeld.nl` }));
    await workstation.sync();
    const { reader } = workstation.backend.store;
    expect(await reader.selectFrom('donor_email').select('id').execute()).toEqual([]);
  });
});
