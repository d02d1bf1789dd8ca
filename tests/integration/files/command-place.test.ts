/** `import` beside a CRM: a file of a place, recognised, reported and taken back, as on the screen. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { USAGES } from '../../../electron/cli/help.ts';
import { donorsWithMail } from '../../support/donors-with-mail.ts';
import { runCommand } from '../../support/run-command.ts';
import { connectedWorkstation, openWorkstation, practiceCrm } from '../../support/workstation.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Several programs, one after the other. */
vi.setConfig({ testTimeout: 120_000 });

const HEADER = 'Nummer;Voornaam;Tussenvoegsel;Achternaam;E-mail;Adres;Postcode;Plaats;Datum;Bedrag';
const at = ['--now', '2026-11-21T12:00:00.000Z'] as const;

/** One who is recognised, one who shares a mailbox with a donor, a stranger, and a row that is refused. */
async function arrange() {
  const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: null });
  const [known, shared] = await donorsWithMail(workstation.backend.store)
    .where('donor.id', '>=', 10)
    .limit(2)
    .execute();
  if (known === undefined || shared === undefined) throw new Error('nobody is known by mail');
  const { folder } = workstation;
  await workstation.close();
  const file = join(temporaryFolder(), 'gasten.csv');
  const rows = [
    `1;${known.first_name};${known.prefix};${known.surname};${known.email};;;;14-11-2026;40,00`,
    `2;Zebedeus;${shared.prefix};${shared.surname};${shared.email};;;;14-11-2026;25,00`,
    '3;Marijke;van der;Zonderling;marijke@zonderling.example;Kade 3;6811 AD;Arnhem;14-11-2026;10,00',
    '4;Piet;;Puk;;;;;14-11-2026;vijf',
  ];
  writeFileSync(file, [HEADER, ...rows].join('\r\n'));
  return { folder, file };
}

const counts = async (folder: string): Promise<Readonly<Record<string, number>>> => {
  const workstation = await openWorkstation({ folder });
  const { reader } = workstation.backend.store;
  const found = {
    people: (await reader.selectFrom('source_donor').select('id').execute()).length,
    gifts: (await reader.selectFrom('source_gift').select('id').execute()).length,
    links: (await reader.selectFrom('source_link').select('state').execute()).length,
  };
  await workstation.close();
  return found;
};

it('takes a file of a place in, says who was recognised, and takes it back', async () => {
  const { folder, file } = await arrange();
  const run = (...words: readonly string[]) => runCommand(['import', ...words, '--data', folder, ...at]);
  const trial = await run('--file', file, '--place', 'Gala 2026', '--try', '--json');
  expect(trial).toMatchObject({ code: 2, problem: '' });
  expect(JSON.parse(trial.out)).toMatchObject({ counts: { donors: { new: 3, refused: 1 } }, import: null });
  expect(await counts(folder)).toEqual({ people: 0, gifts: 0, links: 0 });
  const taken = await run('--file', file, '--place', 'Gala 2026');
  expect(taken).toMatchObject({ code: 2, problem: '' });
  expect(taken.out.split('\n')).toEqual([
    'mensen: 3 nieuw, 0 gewijzigd, 0 gelijk, 1 geweigerd',
    'giften: 3 nieuw, 0 gewijzigd, 0 gelijk, 0 geweigerd',
    'gasten.csv regel 5, Bedrag "vijf": Dit is geen bedrag. Schrijf het als 25,00.',
    'herkend: 1 zeker, 1 in twijfel, 1 nieuw',
    'Over twijfel en nieuw beslist een coördinator op het scherm Herkennen.',
    'terugdraaien: import --undo 1',
    '',
  ]);
  expect(await counts(folder)).toEqual({ people: 3, gifts: 3, links: 3 });
  expect(await run('--undo', '7')).toMatchObject({
    code: 1,
    problem: expect.stringContaining('Zo’n import is er niet'),
  });
  expect(await run('--undo', 'last', '--try')).toMatchObject({ code: 0, out: 'zou teruggaan: 3\n' });
  expect(await run('--undo', '1')).toMatchObject({ code: 0, out: 'terug: 3\n', problem: '' });
  expect(await counts(folder)).toEqual({ people: 0, gifts: 0, links: 0 });
});

it('asks for what it needs, and tells how', async () => {
  expect(await runCommand(['import', '--file', 'gasten.csv', '--data', temporaryFolder()])).toMatchObject({
    code: 1,
    problem: 'A file of a place needs --file FILE and --place NAME.\n',
  });
  const help = await runCommand(['import', '--help']);
  expect(help).toMatchObject({ code: 0, problem: '' });
  for (const way of USAGES['import']?.ways ?? []) expect(help.out).toContain(`import ${way}\n`);
  expect(help.out).toContain('draait een hele import terug');
});
