/** Files as the screen brings them in: tried out first, taken, and taken back. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { bringIn, chosenOf, fileWorkstation, mirrorOf, sendFile, undoFile, untilQuiet } from '../../support/files.ts';
import { openWorkstation } from '../../support/workstation.ts';
import { failureOf } from '../../support/failure-of.ts';

const DONORS =
  'Relatienummer;Voornaam;Achternaam;Straat;Postcode;Plaats;Telefoon;Mobiel;Bedrag machtiging;Frequentie;Startdatum machtiging;Niet bellen';
const ANNA = '1;Anna;Smit;Molenweg 1;8031 XD;Zwolle;038 4211111;06 12345678;5,00;12;01-10-2026;N';
const BAS = '2;Bas;Bos;Dorpsstraat 2;9401 AB;Assen;;;;;;J';
const CATS = '3;Cor;Cats;Laan 1;1000 AA;Amsterdam;;0612345679;;;;N';
const GIFTS = 'Giftnummer;Relatienummer;Datum;Bedrag;Soort;Status;Project';

const csv = (...lines: readonly string[]): string => lines.join('\r\n');

describe('an import in the screen', () => {
  it('is tried out, taken, remembered, and changes nothing the second time', async () => {
    const workstation = await fileWorkstation();
    const state = await sendFile(workstation, 'donateurs.csv', csv(DONORS, ANNA, BAS, '3;Cor;;;;;;;;;;misschien'), 40);
    expect(state).toMatchObject({ table: { kind: 'donors', rows: 3, isRemembered: false }, refusal: null });
    const before = await mirrorOf(workstation);
    const chosen = await chosenOf(workstation);
    await workstation.ask('files.check', chosen);
    const { checked } = await untilQuiet(workstation);
    expect(checked?.report.counts.donors).toEqual({ new: 2, changed: 0, unchanged: 0, refused: 1 });
    expect(checked?.report.refusals).toMatchObject([{ line: 4, column: 'Niet bellen', value: 'misschien' }]);
    expect(await mirrorOf(workstation)).toEqual(before);
    await workstation.ask('files.take', chosen);
    expect((await untilQuiet(workstation)).taken).toEqual(checked?.report);
    const again = await bringIn(workstation, 'donateurs.csv', csv(DONORS, ANNA, BAS));
    expect(again.counts.donors).toEqual({ new: 0, changed: 0, unchanged: 2, refused: 0 });
    expect((await sendFile(workstation, 'later.csv', csv(DONORS, ANNA))).table?.isRemembered).toBe(true);
  });

  it('is taken back as a whole, gifts, summaries and all', async () => {
    const workstation = await fileWorkstation();
    await bringIn(workstation, 'donateurs.csv', csv(DONORS, ANNA, BAS));
    await bringIn(
      workstation,
      'giften.csv',
      csv(GIFTS, 'G1;1;01-10-2026;50,00;Eenmalig;Geïnd;Water', 'G2;2;02-10-2026;5,00;Eenmalig;Geïnd;'),
    );
    const before = await mirrorOf(workstation);
    // One moves and gets another number, one loses hers and her mandate, one is new; a gift goes to somebody else.
    await bringIn(
      workstation,
      'later.csv',
      csv(
        DONORS,
        '1;Anna;Smit-Bos;Molenweg 3;8031 XD;Zwolle;;;;;;N',
        '2;Bas;Bos;;;;050 1234567;;7,50;4;01-11-2026;N',
        '3;Cor;Cats;Laan 1;1000 AA;Amsterdam;;0612345679;;;;N',
      ),
    );
    await bringIn(
      workstation,
      'later-giften.csv',
      csv(GIFTS, 'G1;3;01-10-2026;50,00;Eenmalig;Geïnd;Water', 'G3;1;03-11-2026;9,00;Eenmalig;Geïnd;'),
    );
    expect(await mirrorOf(workstation)).not.toEqual(before);
    await undoFile(workstation, 'later-giften.csv');
    await undoFile(workstation, 'later.csv');
    expect(await mirrorOf(workstation)).toEqual(before);
    const { imports } = await workstation.ask('files.imports', {});
    expect(imports.map(({ state, canBeUndone }) => [state, canBeUndone])).toEqual([
      ['undone', false],
      ['undone', false],
      ['done', true],
      ['done', true],
    ]);
  });

  it('puts back who can be, and says who stays and why', async () => {
    const workstation = await fileWorkstation();
    await bringIn(workstation, 'donateurs.csv', csv(DONORS, ANNA));
    await bringIn(workstation, 'later.csv', csv(DONORS, ANNA.replace('Smit', 'Smit-Bos'), BAS, CATS));
    const { store } = workstation.backend;
    const idOf = async (number: string): Promise<number> =>
      (await store.reader.selectFrom('donor').select('id').where('external_id', '=', number).executeTakeFirstOrThrow())
        .id;
    await workstation.ask('donor.recordConsent', {
      donorId: await idOf('2'),
      day: '2026-11-20',
      words: 'bel maar',
      source: 'telefoon',
    });
    await bringIn(workstation, 'newest.csv', csv(DONORS, CATS.replace('Laan 1', 'Laan 2')));
    const { imports } = await workstation.ask('files.imports', {});
    const { id } = imports.find(({ file }) => file === 'later.csv')!;
    expect(await workstation.ask('files.undoPreview', { id })).toEqual({
      back: 1,
      workedOn: 1,
      inCrm: 0,
      objections: 0,
      inLater: 1,
      whyNot: null,
    });
    await workstation.ask('files.undo', { id });
    await untilQuiet(workstation);
    const surnames = await store.reader.selectFrom('donor').select('surname').orderBy('id').execute();
    expect(surnames.map(({ surname }) => surname)).toEqual(['Smit', 'Bos', 'Cats']);
    const after = (await workstation.ask('files.imports', {})).imports.find(({ file }) => file === 'later.csv');
    expect(after).toMatchObject({ state: 'partly-undone', stayed: 2, canBeUndone: true });
    // The later one goes first, and then hers of the earlier one can.
    await undoFile(workstation, 'newest.csv');
    expect(await workstation.ask('files.undoPreview', { id })).toMatchObject({ back: 1, workedOn: 1, inLater: 0 });
    await undoFile(workstation, 'later.csv');
    expect((await failureOf(workstation.ask('files.undo', { id }))).sentence.en).toContain('Something was done since');
  });

  it('that is killed half way is taken back when the profile is opened again', async () => {
    const workstation = await fileWorkstation();
    await bringIn(workstation, 'donateurs.csv', csv(DONORS, ANNA));
    const before = await mirrorOf(workstation);
    const rows = Array.from({ length: 3_500 }, (_, index) => `${index + 1};Noor;Berg${index};;;;;;;;;N`);
    await sendFile(workstation, 'many.csv', csv(DONORS, ...rows));
    const chosen = await chosenOf(workstation);
    await workstation.ask('files.check', chosen);
    await untilQuiet(workstation);
    await workstation.ask('files.take', chosen);
    // Closing leaves off between two pages, as a kill does.
    await workstation.close();
    const later = await openWorkstation({ folder: workstation.folder });
    expect(await mirrorOf(later)).toEqual(before);
    expect((await later.ask('files.imports', {})).imports[0]).toMatchObject({
      state: 'broken-off',
      canBeUndone: false,
    });
  });

  it('does not bring back who was erased', async () => {
    const workstation = await fileWorkstation();
    await bringIn(workstation, 'donateurs.csv', csv(DONORS, ANNA, BAS));
    const { id: donorId } = await workstation.backend.store.reader
      .selectFrom('donor')
      .select('id')
      .where('external_id', '=', '1')
      .executeTakeFirstOrThrow();
    await workstation.ask('erasure.erase', { donorId, ground: 'asked', number: '1' });
    const report = await bringIn(workstation, 'donateurs.csv', csv(DONORS, ANNA, BAS));
    expect(report.counts.donors).toMatchObject({ new: 0, unchanged: 1 });
    expect(report.remarks[0]?.text.nl).toContain('die hier zijn gewist: 1');
    const left = await sql<{ count: number }>`
      SELECT count(*) AS count FROM import_change WHERE before LIKE '%Molenweg%'`.execute(
      workstation.backend.store.reader,
    );
    expect(left.rows[0]?.count).toBe(0);
  });
});
