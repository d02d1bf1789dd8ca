/** Files that go out: what is in them, who made them, and that nobody else fetches them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { createSpool, removeLeftSpools } from '../../../sync/files/staged/spool.ts';
import { bringIn, fileWorkstation, sendFile, takeOut } from '../../support/files.ts';
import { failureOf } from '../../support/failure-of.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { connectedWorkstation, donorIdOf, practiceCrm, type Workstation } from '../../support/workstation.ts';

const rowsOf = (bytes: Buffer): readonly Record<string, string>[] =>
  parse(bytes, { bom: true, delimiter: ';', columns: true });

const DONORS = 'Relatienummer;Voornaam;Achternaam;Straat;Postcode;Plaats;Mobiel;Geen post';
const THREE = [
  DONORS,
  '1;Anna;=1+1;Molenweg 1;8031 XD;Zwolle;+31612345678;N',
  '2;Bas;Bos;Laan 2;8031 XD;Zwolle;;J',
  '3;Cor;Cats;;;;;N',
].join('\n');

async function filled(): Promise<Workstation> {
  const workstation = await fileWorkstation();
  await bringIn(workstation, 'donateurs.csv', THREE);
  return workstation;
}

const ALL = { choice: { of: 'all' }, language: 'nl', format: 'csv' } as const;

describe('a file that goes out', () => {
  it('has no cell that a spreadsheet would carry out, and is in the log with who, what and how many', async () => {
    const workstation = await filled();
    const { bytes, fileName } = await takeOut(workstation, { ...ALL, what: 'donors' });
    expect(fileName).toBe('donateurs-2026-11-21.csv');
    expect(rowsOf(bytes)[0]).toMatchObject({ Achternaam: "'=1+1", Mobiel: "'+31612345678" });
    const { lines } = await workstation.ask('audit.list', {});
    expect(JSON.stringify(lines[0])).toContain('maakte een bestand met donateurs van 3 donateurs');
  });

  it('for a mailing leaves out who wants no post or has no address', async () => {
    const workstation = await filled();
    const { bytes } = await takeOut(workstation, { ...ALL, what: 'mail-merge' });
    expect(rowsOf(bytes)).toMatchObject([{ Relatienummer: '1', 'Adresregel 2': '8031 XD  ZWOLLE' }]);
  });

  it('is fetched once, and by whoever asked for it alone', async () => {
    const workstation = await filled();
    const { id } = await workstation.ask('files.export', { ...ALL, what: 'donors' });
    await workstation.backend.store.write((writer) =>
      setCurrentPerson(writer, { crmId: null, name: 'Joke', roles: ['coordinator'] }),
    );
    expect((await failureOf(workstation.ask('files.exportPiece', { id, index: 0 }))).code).toBe('not-found');
    const own = await workstation.ask('files.export', { ...ALL, what: 'donors' });
    await workstation.ask('files.exportPiece', { id: own.id, index: 0 });
    expect((await failureOf(workstation.ask('files.exportPiece', { id: own.id, index: 0 }))).sentence.nl).toContain(
      'Maak het opnieuw',
    );
    const nobody = workstation.ask('files.export', {
      ...ALL,
      what: 'response',
      choice: { of: 'list', lane: 'director' },
    });
    expect((await failureOf(nobody)).sentence.nl).toContain('niemand');
  });

  it('tells of the list of today, and of a correction the old value beside the new one', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const list = await workstation.ask('list.get', { lane: 'caller' });
    const response = await takeOut(workstation, { ...ALL, what: 'response', choice: { of: 'list', lane: 'caller' } });
    expect(rowsOf(response.bytes).map(({ Relatienummer }) => Relatienummer)).toEqual(
      list.items.map(({ externalId, crmId }) => externalId ?? String(crmId)),
    );
    expect(rowsOf(response.bytes)[0]).toMatchObject({ Uitkomst: 'Nog niet gebeld' });
    const { donorId, externalId } = list.items[0]!;
    expect(await donorIdOf(workstation, externalId!)).toBe(donorId);
    const kal = await takeOut(workstation, { ...ALL, what: 'kal', choice: { of: 'list', lane: 'caller' } });
    expect(rowsOf(kal.bytes)[0]).toMatchObject({
      Relatienummer: externalId,
      'Nieuwe achternaam': '',
      'Niet bellen': 'N',
    });
  });
});

describe('a KAL file that comes back', () => {
  const KAL =
    'Relatienummer;Voornaam;Achternaam;Adres;Postcode;Plaats;Mobiel;Nieuwe achternaam;Nieuw adres;Nieuwe postcode;Nieuwe plaats;Datum postwijziging;Nieuw mobiel;Niet bellen;Toestemming tekst;Toestemming datum';
  it('brings what is new, takes no objection away, keeps consent with its words, and leaves alone what is stale', async () => {
    const workstation = await filled();
    const report = await bringIn(
      workstation,
      'kal.csv',
      [
        KAL,
        '1;Anna;=1+1;Molenweg 1;8031 XD;Zwolle;+31612345678;Smit;Kerkstraat 9;7411 AB;Deventer;20-11-2026;;N;"Ja, u mag mij bellen";20-11-2026',
        '2;Bas;Anders;Laan 2;8031 XD;Zwolle;;De Bos;;;;;06 22222222;J;;',
        '3;Cor;Cats;;;;;;;;;;;N;ja;',
        '4;Dik;Dam;;;;;;;;;;;N;;',
      ].join('\n'),
    );
    expect(report).toMatchObject({ counts: { donors: { new: 1, changed: 2, unchanged: 0, refused: 1 } }, consents: 1 });
    expect(report.refusals[0]).toMatchObject({
      line: 4,
      reason: { nl: expect.stringContaining('ontbreekt de datum') as string },
    });
    expect(report.remarks.at(-1)?.text.nl).toContain('kijk zelf op regel 3');
    const donors = await workstation.backend.store.reader
      .selectFrom('donor')
      .select(['surname', 'does_not_want_calls'])
      .orderBy('id')
      .execute();
    expect(donors.map(({ surname, does_not_want_calls: flag }) => [surname, flag])).toEqual([
      ['Smit', 0],
      ['Bos', 1],
      ['Cats', 0],
      ['Dam', 0],
    ]);
    const again = await bringIn(workstation, 'kal.csv', [KAL, '2;Bas;Bos;;;;;;;;;;;N;;'].join('\n'));
    expect(again.counts.donors).toMatchObject({ changed: 0, unchanged: 1 });
  });
});

describe('a file that waits', () => {
  it('cannot be read on the disk, and is gone when nobody needs it', async () => {
    const workstation = await fileWorkstation();
    const mine = (): readonly string[] =>
      readdirSync(tmpdir()).filter((name) => name.startsWith(`dankbel-file-${process.pid}-`));
    const before = mine();
    await sendFile(workstation, 'donateurs.csv', THREE);
    const left = mine().filter((name) => !before.includes(name));
    expect(left.length).toBeGreaterThan(0);
    for (const name of left) {
      expect(readFileSync(join(tmpdir(), name, 'spool')).includes('Molenweg')).toBe(false);
    }
    await workstation.ask('files.forget', {});
    expect(mine().filter((name) => !before.includes(name))).toEqual([]);
  });

  it('is told from what a process left behind that is no longer there', async () => {
    const folder = temporaryFolder();
    const spool = await createSpool(folder);
    await spool.append(Buffer.from('abc'));
    await spool.append(Buffer.from('defgh'));
    expect((await spool.read(2, 3)).toString()).toBe('cde');
    expect((await spool.read(7, 100)).toString()).toBe('h');
    removeLeftSpools(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    await spool.remove();
    await spool.remove();
    expect(readdirSync(folder)).toEqual([]);
  });
});
