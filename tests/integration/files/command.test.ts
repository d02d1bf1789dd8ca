/** `import` as a user meets it: a report, a sentence, an exit code, and nothing left behind by a file that is wrong. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readCurrentPerson } from '../../../db/queries/people.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import { CONNECTION, FROM_FILES } from '../../../electron/backend/profile-settings.ts';
import { startCommand } from '../../support/processes.ts';
import { runCommand, type CommandResult } from '../../support/run-command.ts';
import { zipOf } from '../../support/zip.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { DONORS_FILE, GIFTS_FILE, mirrorOf, NOTHING, openProfile } from './support.ts';

let folder: string;
let profile: string;

beforeEach(() => {
  folder = temporaryFolder();
  profile = join(folder, 'profiel');
});

function file(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

const request = (parameters: readonly string[]): readonly string[] => [
  'import',
  ...parameters,
  '--data',
  profile,
  '--date',
  '2026-11-21',
];
const importFiles = (...parameters: readonly string[]): Promise<CommandResult> => runCommand(request(parameters));
const json = ({ out }: CommandResult): Record<string, unknown> => JSON.parse(out) as Record<string, unknown>;

const DONORS = ['Relatienummer;Achternaam;Niet bellen', '1;Smit;N'];
const GIFTS = ['Giftnummer;Relatienummer;Datum;Bedrag;Status', 'G1;1;07-11-2026;25,00;Geïnd'];

describe('the files of a charity', () => {
  it('are imported, make a workstation of files, and give the list of the day', async () => {
    const first = await startCommand(request(['--donors', DONORS_FILE, '--gifts', GIFTS_FILE]));
    expect(first).toMatchObject({ code: 0, problem: '' });
    expect(first.out.split('\n').slice(0, 3)).toEqual([
      'donateurs: 418 nieuw, 0 gewijzigd, 0 gelijk, 0 geweigerd',
      'machtigingen: 214 nieuw, 0 gewijzigd, 0 gelijk, 0 geweigerd',
      'giften: 1077 nieuw, 0 gewijzigd, 0 gelijk, 0 geweigerd',
    ]);
    const second = await importFiles('--donors', DONORS_FILE, '--gifts', GIFTS_FILE, '--json');
    expect(second.code).toBe(0);
    expect(json(second)).toMatchObject({
      donors: { ...NOTHING, unchanged: 418 },
      mandates: { ...NOTHING, unchanged: 214 },
      gifts: { ...NOTHING, unchanged: 1_077 },
      refusals: [],
      changed: false,
    });
    const list = await runCommand(['list', '--lane', 'director', '--date', '2026-11-21', '--data', profile, '--json']);
    expect(json(list)['items']).toHaveLength(6);
    const session = await runCommand(['ask', 'session.get', '{}', '--data', profile]);
    expect(json(session)).toMatchObject({ source: 'files', lanes: ['caller', 'director'] });
    const store = await openProfile(profile);
    expect(await readSetting(store.reader, FROM_FILES)).toBe(true);
    expect(await readCurrentPerson(store.reader)).toMatchObject({
      crmId: null,
      name: expect.stringMatching(/\S/),
      roles: ['caller', 'director', 'coordinator'],
    });
    expect(await store.reader.selectFrom('person').selectAll().execute()).toHaveLength(1);
  });
});

describe('a workbook', () => {
  it('is read as on the screen, is listed there, and can be taken back there', async () => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = DONORS.map((line) => `<row>${line.split(';').map(cell).join('')}</row>`).join('');
    const path = join(folder, 'donateurs.xlsx');
    const sheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const parts = {
      'xl/workbook.xml': `<workbook ${sheet} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Een" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet ${sheet}><sheetData>${rows}</sheetData></worksheet>`,
    };
    writeFileSync(path, zipOf(parts));
    const result = await importFiles('--donors', path, '--json');
    expect(result.code).toBe(0);
    expect(json(result)).toMatchObject({ donors: { ...NOTHING, new: 1 }, refused: 0, changed: true });
    const { imports } = json(await runCommand(['ask', 'files.imports', '{}', '--data', profile])) as {
      imports: readonly object[];
    };
    expect(imports).toMatchObject([{ file: 'donateurs.xlsx', kind: 'donors', state: 'done', canBeUndone: true }]);
  });
});

describe('rows that are refused', () => {
  it('do not stop the others, and are named: exit 2', async () => {
    const donors = file('donateurs.csv', ...DONORS, '2;Bos;misschien');
    const gifts = file('giften.csv', ...GIFTS, `G2;1;gisteren;${'9'.repeat(80)};Geïnd`);
    const result = await startCommand(request(['--donors', donors, '--gifts', gifts, '--json']));
    expect(result.code).toBe(2);
    expect(json(result)).toMatchObject({
      donors: { ...NOTHING, new: 1, refused: 1 },
      gifts: { ...NOTHING, new: 1, refused: 1 },
      refusals: [
        {
          file: 'donateurs.csv',
          line: 3,
          column: 'Niet bellen',
          value: 'misschien',
          reason: { nl: expect.any(String), en: expect.any(String) },
        },
        { file: 'giften.csv', line: 3, column: 'Datum', value: 'gisteren' },
      ],
      changed: true,
    });
  });

  it('are shown up to twenty', async () => {
    const rows = Array.from({ length: 23 }, (_, index) => `G${index + 2};1;07-11-2026;x;Geïnd`);
    const donors = file('donateurs.csv', ...DONORS);
    const result = await importFiles('--donors', donors, '--gifts', file('giften.csv', ...GIFTS, ...rows));
    expect(result.code).toBe(2);
    expect(result.out).toContain('giften.csv regel 3, Bedrag "x": Dit is geen bedrag. Schrijf het als 25,00.\n');
    expect(result.out.match(/giften\.csv regel/g)).toHaveLength(20);
    expect(result.out).toContain('en nog 3; --json noemt ze allemaal');
  });

  it('when they are all there is leave a workstation that is nobody’s: exit 1', async () => {
    const result = await importFiles('--gifts', file('giften.csv', ...GIFTS), '--json');
    expect(result.code).toBe(1);
    expect(json(result)).toMatchObject({ gifts: { ...NOTHING, refused: 1 }, changed: false });
    const store = await openProfile(profile);
    expect(await readSetting(store.reader, FROM_FILES)).toBeNull();
    expect(await readCurrentPerson(store.reader)).toBeNull();
  });
});

describe('a file that is not what it says', () => {
  it('changes nothing at all, also when the other file is right', async () => {
    const donors = file('donateurs.csv', ...DONORS);
    await importFiles('--donors', donors, '--gifts', file('giften.csv', ...GIFTS));
    const before = await openProfile(profile);
    const mirror = await mirrorOf(before);
    await before.close();
    const more = file('meer.csv', ...DONORS, '2;Bos;N');
    const broken = file('kapot.csv', ...GIFTS, 'G2;1;"07-11-2026;5,00;Geïnd');
    const result = await startCommand(request(['--donors', more, '--gifts', broken, '--json']));
    expect(result).toEqual({ code: 1, out: '', problem: expect.stringMatching(/^kapot\.csv: .*op regel 3.*\n$/) });
    const after = await openProfile(profile);
    expect(await mirrorOf(after)).toEqual(mirror);
  });

  it('makes no profile', async () => {
    expect((await importFiles('--donors', GIFTS_FILE, '--gifts', DONORS_FILE)).code).toBe(1);
    expect(existsSync(profile)).toBe(false);
  });
});

describe('a request that is wrong', () => {
  it('is told in one sentence', async () => {
    expect(await importFiles()).toMatchObject({ code: 1, problem: expect.stringContaining('--donors FILE') });
    const mapping = file('mapping.json', '{"leden":{}}');
    expect(await importFiles('--donors', DONORS_FILE, '--mapping', mapping)).toMatchObject({
      code: 1,
      problem: expect.stringContaining('dit is geen mapping (bij "leden")'),
    });
    expect(await importFiles('--donors', DONORS_FILE, '--mapping', join(folder, 'weg.json'))).toMatchObject({
      code: 1,
    });
  });

  it('is one for a workstation that has a CRM', async () => {
    const store = await openProfile(profile);
    await store.write((writer) =>
      writeSetting(writer, CONNECTION, {
        kind: 'civicrm',
        address: 'https://crm.example.nl',
        apiKey: 'geheim',
        organisation: 'Stichting Elk Kind Zwemt',
        contactId: 2,
      }),
    );
    await store.close();
    expect(await importFiles('--donors', DONORS_FILE, '--gifts', GIFTS_FILE)).toEqual({
      code: 1,
      out: '',
      problem:
        'Deze werkplek is verbonden met het CRM van Stichting Elk Kind Zwemt. Lees het bestand in als een plek: --file BESTAND --place NAAM, of op het scherm Bestanden.\n',
    });
    const after = await openProfile(profile);
    expect((await mirrorOf(after))['donor']).toEqual([]);
  });
});

describe('a mapping', () => {
  it('is saved even when a column is missing, filled in, and used', async () => {
    const donors = file('donateurs.csv', ...DONORS);
    const gifts = file('giften.csv', 'Nr;Relatienummer;Datum;Bedrag;Stand', 'G1;1;07-11-2026;25,00;Geïnd');
    const mapping = join(folder, 'mapping.json');
    const first = await importFiles('--donors', donors, '--gifts', gifts, '--save-mapping', mapping);
    expect(first).toMatchObject({ code: 1, problem: expect.stringContaining('"Giftnummer" (giftNumber)') });
    const saved = JSON.parse(readFileSync(mapping, 'utf8')) as { gifts: Record<string, string | null> };
    expect(saved.gifts).toMatchObject({ giftNumber: null, day: 'Datum', status: null });
    writeFileSync(mapping, JSON.stringify({ ...saved, gifts: { ...saved.gifts, giftNumber: 'Nr', status: 'Stand' } }));
    const second = await importFiles('--donors', donors, '--gifts', gifts, '--mapping', mapping, '--json');
    expect(second.code).toBe(0);
    expect(json(second)).toMatchObject({ gifts: { ...NOTHING, new: 1 } });
  });

  it('is never written over a file that is none', async () => {
    const donors = file('donateurs.csv', ...DONORS);
    const result = await importFiles('--donors', donors, '--save-mapping', donors);
    expect(result).toMatchObject({ code: 1, problem: expect.stringContaining('donateurs.csv: dit is geen mapping') });
    expect(readFileSync(donors, 'utf8')).toBe(DONORS.join('\n'));
  });
});
