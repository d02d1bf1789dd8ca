/** Rows of both files: what is taken from them, and which cell refuses one. */
import { describe, expect, it } from 'vitest';
import type { ImportRemark } from '../../../sync/files/report.ts';
import { cutValue } from '../../../sync/files/refusal.ts';
import { readDonors, readGifts } from './support.ts';

const donorsOf = async (text: string): Promise<unknown[]> => (await readDonors(text)).taken.map(({ value }) => value);
const remarksOf = ({ remarks }: { readonly remarks: readonly ImportRemark[] }): string[] =>
  remarks.map(({ text }) => text.en);

describe('a donor', () => {
  it('is taken with everything that the file has columns for', async () => {
    const text = [
      'Relatienummer;Naam organisatie;Geslacht;Voornaam;Voorletters;Tussenvoegsel;Achternaam;Straat;Huisnummer;Toevoeging;Postcode;Plaats;Land;Telefoon;Mobiel;E-mail;Bedrag machtiging;Frequentie;Startdatum machtiging;Niet bellen;Niet mailen;Geen post;Overleden;Taal',
      "1;;V;;J.P.;in 't;Veld;Molenweg;182;2;8072 GQ;Zwolle;Nederland;030-1144696;06 1;x@y;12,50;12;17-01-2023;J;N;1;nee;Engels",
    ].join('\n');
    expect(await donorsOf(text)).toEqual([
      {
        externalId: '1',
        said: {
          kind: 'individual',
          firstName: 'J.P.',
          prefix: "in 't",
          surname: 'Veld',
          gender: 'female',
          language: 'en',
          doesNotWantCalls: true,
          doesNotWantEmail: false,
          doesNotWantPost: true,
          isDeceased: false,
          mobile: '06 1',
          phone: '030-1144696',
          email: 'x@y',
          address: { street: 'Molenweg 182-2', postcode: '8072 GQ', town: 'Zwolle', country: 'NL' },
        },
        mandate: {
          startDay: '2023-01-17',
          amount: 1_250,
          frequency: { unit: 'month', interval: 1 },
          status: 'running',
          cancelledDay: null,
        },
      },
    ]);
  });

  it('says nothing of what the file has no column for', async () => {
    expect(await donorsOf('Relatienummer;Achternaam\n1;=Formule\n')).toEqual([
      { externalId: '1', said: { surname: '=Formule' } },
    ]);
  });

  it('keeps a name of ten thousand characters, markup, emoji and right-to-left letters', async () => {
    const names = ['é'.repeat(10_000), '<b>Bold</b>', '😀', 'مريم', "=cmd|'/c calc'!A1", '+31', '-', '@SUM(1)'];
    const rows = names.map((name, index) => `${index + 1};"${name}"`);
    expect(await donorsOf(`Relatienummer;Achternaam\n${rows.join('\n')}`)).toEqual(
      names.map((surname, index) => ({ externalId: String(index + 1), said: { surname } })),
    );
  });

  it('is an organisation or a household by its name', async () => {
    const text = 'Relatienummer,Naam organisatie,Achternaam\n1,Wit & Zn. B.V.,\n2,Familie Jansen,\n3,,Smit\n';
    expect(await donorsOf(text)).toMatchObject([
      { said: { kind: 'organization', displayName: 'Wit & Zn. B.V.' } },
      { said: { kind: 'household', displayName: 'Familie Jansen' } },
      { said: { kind: 'individual', surname: 'Smit' } },
    ]);
  });

  it('with the whole name in one column keeps it whole, or takes off what has a column of its own', async () => {
    expect(await donorsOf('Donor id;Name\n1;Piet van der Meer\n')).toEqual([
      { externalId: '1', said: { surname: '', displayName: 'Piet van der Meer' } },
    ]);
    expect(
      await donorsOf('Relatienummer;Voornaam;Tussenvoegsel;Naam\n1;Piet;van;Piet van Dijk\n2;Jan;de;Wit\n'),
    ).toEqual([
      { externalId: '1', said: { firstName: 'Piet', prefix: 'van', surname: 'Dijk' } },
      { externalId: '2', said: { firstName: 'Jan', prefix: 'de', surname: 'Wit' } },
    ]);
  });

  it.each([
    ['an empty number', ';Jansen;N;;;', 'Relatienummer', ''],
    ['no name', '1;;N;;;', 'Achternaam', ''],
    ['an unreadable flag', '1;Jansen;soms;;;', 'Niet bellen', 'soms'],
    ['half a mandate', '1;Jansen;N;15,00;12;', 'Startdatum machtiging', ''],
    ['a mandate without its frequency', '1;Jansen;N;15,00;;1-1-2026', 'Frequentie', ''],
    ['a mandate of less than nothing', '1;Jansen;N;-5;12;1-1-2026', 'Bedrag machtiging', '-5'],
    ['a day that does not exist', '1;Jansen;N;15,00;12;31-02-2026', 'Startdatum machtiging', '31-02-2026'],
  ])('with %s is refused by that cell', async (_what, row, column, value) => {
    const header = 'Relatienummer;Achternaam;Niet bellen;Bedrag machtiging;Frequentie;Startdatum machtiging';
    const { taken, refusals } = await readDonors(`${header}\n${row}\n9;Ander;N;0,00;;\n`);
    expect(taken.map(({ value: { externalId, mandate } }) => [externalId, mandate])).toEqual([['9', null]]);
    expect(refusals).toEqual([expect.objectContaining({ file: 'donateurs.csv', line: 2, column, value })]);
  });

  it('whose number was on an earlier line is refused with that line', async () => {
    const { taken, refusals } = await readDonors('Relatienummer;Achternaam\n1;Een\n2;"Twee\nregels"\n1;Nog eens\n');
    expect(taken).toHaveLength(2);
    expect(refusals).toEqual([
      {
        file: 'donateurs.csv',
        line: 5,
        column: 'Relatienummer',
        value: '1',
        reason: { nl: 'Dit nummer staat ook al op regel 2.', en: 'This number is already on line 2.' },
      },
    ]);
  });

  it('can have a mandate that came to an end, when the file says so', async () => {
    const header =
      'Relatienummer;Achternaam;Bedrag machtiging;Frequentie;Startdatum machtiging;Einddatum machtiging;Status machtiging';
    const rows = [
      '1;A;5,00;12;1-1-2026;1-6-2026;',
      '2;B;5,00;12;1-1-2026;;Opgezegd',
      '3;C;5,00;1;1-1-2026;1-6-2026;Verlopen',
    ];
    expect((await readDonors([header, ...rows].join('\n'))).taken.map(({ value }) => value.mandate)).toMatchObject([
      { status: 'cancelled', cancelledDay: '2026-06-01' },
      { status: 'cancelled', cancelledDay: null },
      { status: 'ended', cancelledDay: null },
    ]);
  });

  it('leaves remarks: columns that were not read, no word on calling, IBAN and gender that cannot be right', async () => {
    const text =
      'Relatienummer;Achternaam;Geslacht;IBAN;Kleur\n1;A;V;NL36INGB6426212997;rood\n2;B;drs;NL36INGB6426212998;\n';
    const read = await readDonors(text);
    expect(read.taken).toHaveLength(2);
    expect(remarksOf(read)).toEqual([
      'Columns that were not read: Kleur.',
      expect.stringContaining('no column that says who does not want to be called'),
      'IBAN that is not valid: 1. The donor was taken all the same; an IBAN is not kept.',
      'Gender that cannot be read: 1. It stays unknown: "Mr or Ms".',
    ]);
  });
});

describe('a gift', () => {
  const HEADER = 'Giftnummer;Relatienummer;Datum;Bedrag;Valuta;Soort;Status;Project';

  it('is taken as it is written, zero and less and the future too', async () => {
    const read = await readGifts(
      `${HEADER}\nG1;1;7-11-2026;1.234,56;EUR;Machtiging;Geïnd;@Noodhulp\nG2;1;1-1-2099;-0,50;;;Storno;\nG3;1;1-1-1970;0;;;Open;\n`,
    );
    expect(read.refusals).toEqual([]);
    expect(read.taken.map(({ value }) => value)).toEqual([
      {
        externalId: 'G1',
        donorExternalId: '1',
        day: '2026-11-07',
        amount: 123_456,
        status: 'received',
        isByMandate: true,
        project: '@Noodhulp',
      },
      expect.objectContaining({
        day: '2099-01-01',
        amount: -50,
        status: 'reversed',
        isByMandate: false,
        project: null,
      }),
      expect.objectContaining({ day: '1970-01-01', amount: 0, status: 'announced' }),
    ]);
    expect(remarksOf(read)).toEqual([
      'Gifts of zero or less: 2. They are kept, and never count as a gift.',
      'Gifts with a date in the future: 1. They count from that day on.',
    ]);
  });

  it('shows its kind by the way of paying, when there is nothing else', async () => {
    const read = await readGifts(
      'Giftnummer;Relatienummer;Datum;Bedrag;Status;Betaalwijze\nG1;1;1-1-2026;5,00;Geïnd;Incasso\nG2;1;1-1-2026;5,00;Geïnd;iDEAL\n',
    );
    expect(read.taken.map(({ value }) => value.isByMandate)).toEqual([true, false]);
  });

  it.each([
    ['no number of its donor', 'G1;;1-1-2026;5,00;EUR;Eenmalig;Geïnd;', 'Relatienummer', ''],
    ['no day', 'G1;1;gisteren;5,00;EUR;Eenmalig;Geïnd;', 'Datum', 'gisteren'],
    ['no amount', 'G1;1;1-1-2026;vijf;EUR;Eenmalig;Geïnd;', 'Bedrag', 'vijf'],
    ['another currency', 'G1;1;1-1-2026;5,00;USD;Eenmalig;Geïnd;', 'Valuta', 'USD'],
    ['an unknown kind', 'G1;1;1-1-2026;5,00;EUR;Ruil;Geïnd;', 'Soort', 'Ruil'],
    ['an unknown status', 'G1;1;1-1-2026;5,00;EUR;Eenmalig;Misschien;', 'Status', 'Misschien'],
    ['no status', 'G1;1;1-1-2026;5,00;EUR;Eenmalig;;', 'Status', ''],
  ])('with %s is refused by that cell', async (_what, row, column, value) => {
    const { taken, refusals } = await readGifts(`${HEADER}\n${row}\nG2;1;1-1-2026;5,00;EUR;Eenmalig;Geïnd;\n`);
    expect(taken.map(({ value: gift }) => gift.externalId)).toEqual(['G2']);
    expect(refusals).toEqual([expect.objectContaining({ file: 'giften.csv', line: 2, column, value })]);
  });

  it('of 1.234 euros is read where the column shows that the comma is the decimal sign', async () => {
    const row = (number: number, amount: string): string => `G${number};1;1-1-2026;${amount};EUR;Eenmalig;Geïnd;`;
    expect((await readGifts([HEADER, row(1, '1.234'), row(2, '12,50')].join('\n'))).taken[0]?.value.amount).toBe(
      123_400,
    );
    expect((await readGifts([HEADER, row(1, '1.234'), row(2, '12')].join('\n'))).refusals).toMatchObject([
      { column: 'Bedrag' },
    ]);
  });
});

describe('a value in a report', () => {
  it('is cut, on one line, never in the middle of a character', async () => {
    expect(cutValue('kort\r\nen  goed')).toBe('kort en goed');
    expect(cutValue('x'.repeat(60))).toHaveLength(60);
    expect(cutValue('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
    expect(cutValue(`${'x'.repeat(58)}😀😀😀`).isWellFormed()).toBe(true);
  });

  it('holds nothing that a terminal would obey or that turns the text around it', async () => {
    expect(cutValue('\x1B[31mrood\x07')).toBe('[31mrood');
    expect(cutValue('a\u202Etxt.exe\u2066b')).toBe('a txt.exe b');
    expect(cutValue('مريم')).toBe('مريم');
  });
});
