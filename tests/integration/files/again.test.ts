/** Importing again: the same changes nothing, what changed is brought up to date, and nothing is taken away. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseGiving } from '../../../domain/giving.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { readGifts, readMandates } from '../../../db/queries/giving.ts';
import type { Store } from '../../../db/store.ts';
import { importInto, mirrorOf, NOTHING, openProfile, writeFiles } from './support.ts';

const DONORS =
  'Relatienummer;Voornaam;Achternaam;Straat;Plaats;Telefoon;Mobiel;E-mail;Bedrag machtiging;Frequentie;Startdatum machtiging;Niet bellen';
const GIFTS = 'Giftnummer;Relatienummer;Datum;Bedrag;Soort;Status;Project';

const ANNA = '1;Anna;Smit;Kerkstraat 1;Zwolle;038 421 00 00;06 12345678;anna@example.nl;5,00;12;01-10-2026;N';
const BAS = '2;Bas;Bos;Dorpsstraat 2;Assen;;;;;;;J';

type Row = Record<string, unknown>;
const table = async (store: Store, name: string): Promise<Row[]> => ((await mirrorOf(store))[name] ?? []) as Row[];
const idOf = async (store: Store, number: string): Promise<unknown> =>
  (await table(store, 'donor')).find((row) => row['external_id'] === number)?.['id'];

/** The summaries are what the gifts and mandates come to. */
async function expectFreshGiving(store: Store): Promise<void> {
  const summaries = await store.reader.selectFrom('giving').selectAll().execute();
  const ids = summaries.map(({ donor_id }) => donor_id);
  const gifts = await readGifts(store.reader, ids);
  const mandates = await readMandates(store.reader, ids);
  for (const { donor_id, has_running_mandate, ...row } of summaries) {
    const fresh = summariseGiving(gifts.get(donor_id) ?? [], mandates.get(donor_id) ?? []);
    expect({ ...row, running: has_running_mandate === 1 }).toEqual({
      day_zero: fresh.dayZero,
      first_amount: fresh.firstAmount,
      newest_received_day: fresh.newestReceivedDay,
      received_count: fresh.receivedCount,
      received_total: fresh.receivedTotal,
      largest_received: fresh.largestReceived,
      running: fresh.hasRunningMandate,
      first_received_day: fresh.firstReceivedDay,
      oldest_mandate_day: fresh.oldestMandateDay,
    });
  }
}

describe('a changed file', () => {
  it('changes what changed, and every row keeps its id', async () => {
    const store = await openProfile();
    await importInto(store, writeFiles([DONORS, ANNA, BAS], [GIFTS, 'G1;1;01-10-2026;5,00;Machtiging;Geïnd;Water']));
    const phones = await table(store, 'donor_phone');
    const changed = ANNA.replace('06 12345678', '06 87654321').replace('5,00', '7,50').replace('Kerkstraat', 'Kade');
    const report = await importInto(
      store,
      writeFiles([DONORS, changed, BAS], [GIFTS, 'G1;1;01-10-2026;5,00;Machtiging;Gestorneerd;Water']),
    );
    expect(report).toMatchObject({
      donors: { ...NOTHING, changed: 1, unchanged: 1 },
      mandates: { ...NOTHING, changed: 1 },
      gifts: { ...NOTHING, changed: 1 },
      changed: true,
    });
    const after = await table(store, 'donor_phone');
    expect(after.map(({ id, raw, number, is_primary }) => [id, raw, number, is_primary])).toEqual([
      [phones[0]?.['id'], '06 87654321', '+31687654321', 1],
      [phones[1]?.['id'], '038 421 00 00', '+31384210000', 0],
    ]);
    expect(await table(store, 'mandate')).toMatchObject([{ id: 1, amount: 750 }]);
    expect(await table(store, 'donor_address')).toMatchObject([{ street: 'Kade 1' }, { street: 'Dorpsstraat 2' }]);
    expect(await table(store, 'gift')).toMatchObject([{ id: 1, status: 'reversed', mandate_ref: 1 }]);
    await expectFreshGiving(store);
  });

  it('without a number or an e-mail takes those away, and makes the other number the first', async () => {
    const store = await openProfile();
    await importInto(store, writeFiles([DONORS, ANNA], null));
    const bare = ANNA.replace('06 12345678', '').replace('anna@example.nl', '').replace('Kerkstraat 1;Zwolle', ';');
    expect((await importInto(store, writeFiles([DONORS, bare], null))).donors.changed).toBe(1);
    expect(await table(store, 'donor_phone')).toMatchObject([{ raw: '038 421 00 00', is_primary: 1 }]);
    expect(await table(store, 'donor_email')).toEqual([]);
    expect(await table(store, 'donor_address')).toEqual([]);
    expect((await importInto(store, writeFiles([DONORS, ANNA], null))).donors.changed).toBe(1);
    expect(await table(store, 'donor_phone')).toMatchObject([
      { raw: '038 421 00 00', is_primary: 0 },
      { raw: '06 12345678', is_primary: 1 },
    ]);
  });

  it('without a column leaves what it does not speak of: who objected stays objected', async () => {
    const store = await openProfile();
    await importInto(store, writeFiles([DONORS, ANNA, BAS], [GIFTS, 'G1;2;01-10-2026;5,00;Machtiging;Geïnd;Water']));
    const report = await importInto(
      store,
      writeFiles(
        ['Relatienummer;Achternaam', '1;Smit', '2;Bosch'],
        ['Giftnummer;Relatienummer;Datum;Bedrag;Status', 'G1;2;01-10-2026;5,00;Geïnd'],
      ),
    );
    expect(report).toMatchObject({
      donors: { ...NOTHING, changed: 1, unchanged: 1 },
      mandates: NOTHING,
      gifts: { ...NOTHING, unchanged: 1 },
    });
    expect(await table(store, 'donor')).toMatchObject([
      { first_name: 'Anna', display_name: 'Anna Smit', does_not_want_calls: 0 },
      { surname: 'Bosch', display_name: 'Bas Bosch', does_not_want_calls: 1 },
    ]);
    expect(await table(store, 'donor_phone')).toHaveLength(2);
    expect(await table(store, 'mandate')).toMatchObject([{ status: 'running' }]);
  });

  it('with fewer rows takes nothing away, and says how many are not in it', async () => {
    const store = await openProfile();
    await importInto(
      store,
      writeFiles(
        [DONORS, ANNA, BAS],
        [GIFTS, 'G1;1;01-10-2026;5,00;Eenmalig;Geïnd;', 'G2;2;01-10-2026;5,00;Eenmalig;Geïnd;'],
      ),
    );
    const before = await mirrorOf(store);
    const report = await importInto(store, writeFiles([DONORS, ANNA], [GIFTS, 'G1;1;01-10-2026;5,00;Eenmalig;Geïnd;']));
    expect(report.changed).toBe(false);
    expect(report.remarks.map(({ count, text }) => [count, text.en])).toEqual(
      expect.arrayContaining([
        [1, 'Known donors that are not in this file: 1. They stay as they were.'],
        [1, 'Known gifts that are not in this file: 1. They stay as they were.'],
      ]),
    );
    expect(await mirrorOf(store)).toEqual(before);
  });

  it('that gives a gift to another donor moves it, and both summaries with it', async () => {
    const store = await openProfile();
    await importInto(store, writeFiles([DONORS, ANNA, BAS], [GIFTS, 'G1;1;01-10-2026;50,00;Eenmalig;Geïnd;']));
    await importInto(store, writeFiles(null, [GIFTS, 'G1;2;01-10-2026;50,00;Eenmalig;Geïnd;']));
    expect(await table(store, 'gift')).toMatchObject([{ donor_id: await idOf(store, '2') }]);
    expect(await table(store, 'giving')).toMatchObject([
      { received_total: 0, has_running_mandate: 1 },
      { received_total: 5_000, has_running_mandate: 0 },
    ]);
    await expectFreshGiving(store);
  });
});

describe('a mandate', () => {
  it('that the donor no longer has in a later file has ended; when it is back it runs again', async () => {
    const store = await openProfile();
    await importInto(store, writeFiles([DONORS, ANNA], null));
    const without = writeFiles([DONORS, ANNA.replace('5,00;12;01-10-2026', ';;')], null);
    expect((await importInto(store, without)).mandates).toEqual({ ...NOTHING, changed: 1 });
    expect(await table(store, 'mandate')).toMatchObject([{ id: 1, status: 'ended', amount: 500 }]);
    await expectFreshGiving(store);
    expect((await importInto(store, without)).mandates).toEqual(NOTHING);
    expect((await importInto(store, writeFiles([DONORS, ANNA], null))).mandates).toEqual({ ...NOTHING, changed: 1 });
    expect(await table(store, 'mandate')).toMatchObject([{ id: 1, status: 'running' }]);
    await expectFreshGiving(store);
  });

  it('that no file has is still one for the rules, and takes its gifts when it comes', async () => {
    const store = await openProfile();
    const report = await importInto(store, writeFiles([DONORS, BAS], [GIFTS, 'G1;2;01-11-2026;5,00;Machtiging;Open;']));
    expect(report.remarks.map(({ text }) => text.en)).toContain(
      'Gifts of a mandate that the donor does not have: 1. They count as gifts of a mandate.',
    );
    const [gift] = (await readGifts(store.reader, [1])).get(1) ?? [];
    expect(gift?.mandateId).toBe(0);
    // An announced one-off gift would start no journey; an announced debit does.
    expect(await table(store, 'giving')).toMatchObject([{ day_zero: '2026-11-01' }]);
    const withMandate = '2;Bas;Bos;Dorpsstraat 2;Assen;;;;5,00;12;20-10-2026;J';
    const later = await importInto(store, writeFiles([DONORS, withMandate], null));
    expect(later).toMatchObject({ mandates: { ...NOTHING, new: 1 }, refusals: [] });
    const [mandate] = (await readMandates(store.reader, [1])).get(1) ?? [];
    expect((await readGifts(store.reader, [1])).get(1)?.[0]?.mandateId).toBe(mandate?.id);
    await expectFreshGiving(store);
  });
});

describe('gifts of unknown donors', () => {
  it('are refused; of donors who were imported before they are taken', async () => {
    const store = await openProfile();
    await importInto(store, writeFiles([DONORS, BAS], null));
    const report = await importInto(
      store,
      writeFiles(
        [DONORS, ANNA, '3;Cor;Cats;;;;;;;;;misschien'],
        [
          GIFTS,
          'G1;1;01-10-2026;5,00;Eenmalig;Geïnd;',
          'G2;99;01-10-2026;5,00;Eenmalig;Geïnd;',
          'G3;2;01-10-2026;5,00;Eenmalig;Geïnd;',
          'G4;3;01-10-2026;5,00;Eenmalig;Geïnd;',
          'G5;1;01-10-2026;vijf;Eenmalig;Geïnd;',
        ],
      ),
    );
    expect(report).toMatchObject({
      donors: { new: 1, changed: 0, unchanged: 0, refused: 1 },
      gifts: { new: 2, changed: 0, unchanged: 0, refused: 3 },
    });
    expect(
      report.refusals.map(({ file, line, column, value, reason }) => [file, line, column, value, reason.en]),
    ).toEqual([
      ['donateurs.csv', 3, 'Niet bellen', 'misschien', expect.any(String)],
      [
        'giften.csv',
        3,
        'Relatienummer',
        '99',
        'This donor is not in donateurs.csv and is not known on this workstation.',
      ],
      ['giften.csv', 5, 'Relatienummer', '3', 'This donor was not taken: see line 3 of donateurs.csv.'],
      ['giften.csv', 6, 'Bedrag', 'vijf', expect.any(String)],
    ]);
    const alone = await importInto(store, writeFiles(null, [GIFTS, 'G9;77;01-10-2026;5,00;Eenmalig;Geïnd;']));
    expect(alone.refusals[0]?.reason.en).toContain('Import the file of donors first');
  });
});

describe('a file that is not what it says', () => {
  it('changes nothing at all, also when the other file is right', async () => {
    const store = await openProfile();
    await importInto(store, writeFiles([DONORS, ANNA], null));
    const before = await mirrorOf(store);
    const wrong: [string[], string][] = [
      [[GIFTS, 'G1;1;"01-10-2026;5,00;Eenmalig;Geïnd;'], 'regel 2'],
      [[''], 'is leeg'],
      [[GIFTS], 'geen rijen'],
      [['PK\x03\x04', ''], 'Excelbestand'],
      [['<html><table>', ''], 'webpagina'],
      [[GIFTS, 'G1;1', 'G2;1;01-10-2026;5,00;Eenmalig;Geïnd;', 'G3'], 'ander aantal velden'],
      [[DONORS, ANNA], 'is een bestand met donateurs'],
      [['Nummer;Datum', '1;2'], 'er is geen kolom voor "Giftnummer"'],
    ];
    for (const [gifts, words] of wrong) {
      const paths = writeFiles([DONORS, ANNA, BAS], gifts);
      await expect(async () => importInto(store, paths)).rejects.toMatchObject({
        name: 'FileRefusal',
        sentence: { nl: expect.stringContaining(words), en: expect.stringContaining('giften.csv') },
      });
    }
    expect(await mirrorOf(store)).toEqual(before);
  });
});

describe('corrections that were made here', () => {
  it('stay with their number when the file changes something else of the donor', async () => {
    const store = await openProfile();
    await importInto(store, writeFiles([DONORS, ANNA], null));
    const phone = (await table(store, 'donor_phone')).find(({ kind }) => kind === 'Phone')!;
    await store.write(async ({ transaction }) => {
      await transaction
        .insertInto('person')
        .values({ crm_id: null, name: 'Vera', roles: '[]', is_active: 1 })
        .execute();
      const correction = {
        field: 'phone',
        rowId: phone['id'],
        crmId: null,
        base: phone['raw'],
        value: '038 421 11 11',
      };
      const shared = { id: 'c1', donor_id: 1, person_id: 1 };
      await transaction
        .insertInto('operation')
        .values({
          ...shared,
          kind: 'correction',
          body: JSON.stringify({ kind: 'correction' }),
          recorded_at: '2026-11-21T12:00:00.000Z',
          state: 'waiting',
          tries: 0,
          next_try_at: null,
          answered_at: null,
          why: null,
          crm_words: null,
          reference: null,
        })
        .execute();
      await transaction
        .insertInto('correction')
        .values({
          ...shared,
          call_item_id: null,
          detail: 'phone',
          field: 'phone',
          body: JSON.stringify(correction),
          checked_by: 'heard',
          at: '2026-11-21T12:00:00.000Z',
          undone_at: null,
        })
        .execute();
    });
    await importInto(
      store,
      writeFiles([DONORS, ANNA.replace('Zwolle', 'Ommen').replace('06 12345678', '06 87654321')], null),
    );
    const donor = (await readDonors(store.reader, [1])).get(1);
    expect(donor?.details.phones.map(({ value }) => value)).toEqual(['06 87654321', '038 421 11 11']);
  });
});

describe('any files', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[A-Za-zé'=+@-]{0,8}$/),
    fc.constantFrom('06 12345678', '', '"', 'a;b', 'x\ny'),
  );
  const number = fc.integer({ min: 1, max: 12 }).map(String);
  const mandate = fc
    .constantFrom([';;'], ['5,00;12;01-10-2026'], ['7.50;4;1/2/2026'], ['5,00;;'], ['0,00;12;'])
    .map(([cells]) => cells);
  const flag = fc.constantFrom('J', 'N', '', '?');
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const donorRow = fc
    .tuple(number, word, word, word, word, word, word, word, mandate, flag)
    .map(([id, ...rest]) => [id, ...rest.slice(0, 7).map(quote), ...rest.slice(7)].join(';'));
  const giftRow = fc
    .tuple(
      fc.integer({ min: 1, max: 30 }).map((each) => `G${each}`),
      number,
      fc.constantFrom('01-10-2026', '2026-11-01', '31-02-2026', '5/11/2026'),
      fc.constantFrom('5,00', '1.234,56', '0', '-5', 'x', '25'),
      fc.constantFrom('Machtiging', 'Eenmalig', ''),
      fc.constantFrom('Geïnd', 'Open', 'Gestorneerd', 'Mislukt', '?'),
      word.map(quote),
    )
    .map((cells) => cells.join(';'));
  const files = fc.record({
    donors: fc.array(donorRow, { minLength: 1, maxLength: 15 }),
    gifts: fc.array(giftRow, { minLength: 1, maxLength: 30 }),
  });

  it('account for every row, keep the summaries fresh, and change nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(files, files, async (one, other) => {
        const store = await openProfile();
        for (const { donors, gifts } of [one, other]) {
          const paths = writeFiles([DONORS, ...donors], [GIFTS, ...gifts]);
          const first = await importInto(store, paths);
          const rows = ({ new: added, changed, unchanged, refused }: typeof first.gifts): number =>
            added + changed + unchanged + refused;
          expect(rows(first.donors)).toBe(donors.length);
          expect(rows(first.gifts)).toBe(gifts.length);
          expect(first.refusals).toHaveLength(first.donors.refused + first.gifts.refused);
          await expectFreshGiving(store);
          const before = await mirrorOf(store);
          const second = await importInto(store, paths);
          expect(second).toMatchObject({
            donors: { new: 0, changed: 0, refused: first.donors.refused },
            mandates: { new: 0, changed: 0 },
            gifts: { new: 0, changed: 0, refused: first.gifts.refused },
            refusals: first.refusals,
            changed: false,
          });
          expect(await mirrorOf(store)).toEqual(before);
        }
      }),
      { numRuns: 10 },
    );
  });
});
