/** Which column holds what: guessed, said, and told when it cannot be found. */
import { describe, expect, it } from 'vitest';
import { DONOR_FIELDS, GIFT_FIELDS } from '../../../sync/files/fields.ts';
import { completeMapping, findColumns, parseMapping, unreadHeaders } from '../../../sync/files/mapping.ts';
import { checkTables, completeTableMapping } from '../../../electron/backend/files/import-tables.ts';
import type { Headed } from '../../../sync/files/staged/staged-table.ts';
import { refusalOf } from './support.ts';

const headed = (file: string, header: string): Headed => ({ file, header: header.split(';') });
const gifts = (header: string): Headed => headed('giften.csv', header);
const guess = (header: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(completeMapping(GIFT_FIELDS, gifts(header), {})).flatMap(([field, name]) =>
      name === null ? [] : [[field, name]],
    ),
  );

describe('known headers', () => {
  it.each([
    ['donors', DONOR_FIELDS],
    ['gifts', GIFT_FIELDS],
  ])('of %s mean one thing each', (_name, { fields, wordsOf }) => {
    const words = fields.flatMap((field) => [...new Set(wordsOf(field as never))]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(words).not.toContain('');
  });

  it('are found in Dutch and English, however they are written', () => {
    expect(guess('GIFTNUMMER;relatie-nummer;Datum ontvangst;Bedrag (EUR);Betaalstatus')).toEqual({
      giftNumber: 'GIFTNUMMER',
      donorNumber: 'relatie-nummer',
      day: 'Datum ontvangst',
      amount: 'Bedrag (EUR)',
      status: 'Betaalstatus',
    });
    expect(guess('Gift ID;Donor ID;Date;Amount;Status;Fund')).toEqual({
      giftNumber: 'Gift ID',
      donorNumber: 'Donor ID',
      day: 'Date',
      amount: 'Amount',
      status: 'Status',
      project: 'Fund',
    });
  });

  it('of two that mean the same the better known is taken, and the other is told', () => {
    const header = 'Giftnummer;Relatienummer;Boekdatum;Datum;Bedrag;Status;Kleur';
    expect(guess(header)['day']).toBe('Datum');
    const file = gifts(header);
    const columns = findColumns(GIFT_FIELDS, file, completeMapping(GIFT_FIELDS, file, {}));
    expect(unreadHeaders(columns)).toEqual(['Boekdatum', 'Kleur']);
  });
});

describe('a mapping', () => {
  const odd = gifts('Nr;Relatienummer;Datum;Bedrag;Stand;Status');

  it('that is said comes before what is guessed', () => {
    const said = { giftNumber: 'nr', status: 'Stand', project: null };
    const columns = findColumns(GIFT_FIELDS, odd, completeMapping(GIFT_FIELDS, odd, said));
    expect(Object.fromEntries(columns.at)).toEqual({ giftNumber: 0, donorNumber: 1, day: 2, amount: 3, status: 4 });
  });

  it('that is saved says every field, and reads back as the same', () => {
    const tables = { donors: null, gifts: gifts('Giftnummer;Relatienummer;Datum;Bedrag;Status') };
    const saved = completeTableMapping(tables, {});
    expect(saved.gifts).toEqual({
      giftNumber: 'Giftnummer',
      donorNumber: 'Relatienummer',
      day: 'Datum',
      amount: 'Bedrag',
      currency: null,
      kind: null,
      status: 'Status',
      project: null,
      paymentMethod: null,
      source: null,
    });
    const again = parseMapping('mapping.json', JSON.stringify(saved));
    expect(completeTableMapping(tables, again)).toEqual(saved);
  });

  it.each([
    ['is no JSON', 'gifts: status', 'geen mapping.'],
    ['is something else', '[1]', 'geen mapping.'],
    ['has a field that we do not know', '{"gifts":{"kleur":"Kleur"}}', 'kleur'],
    ['has a table that we do not know', '{"leden":{}}', 'leden'],
    ['has a number for a name', '{"gifts":{"status":3}}', 'gifts.status'],
  ])('that %s is told', (_what, text, words) => {
    expect(refusalOf(() => parseMapping('mapping.json', text)).nl).toContain(words);
  });

  it('that names a column which is not there, or twice, is told', () => {
    const find = (file: typeof odd, status: string) => (): unknown =>
      findColumns(GIFT_FIELDS, file, completeMapping(GIFT_FIELDS, file, { giftNumber: 'Nr', status }));
    expect(refusalOf(find(odd, 'Toestand')).nl).toBe(
      'giften.csv: de mapping noemt voor status de kolom "Toestand", en die is er niet. Gevonden kolommen: Nr, Relatienummer, Datum, Bedrag, Stand, Status.',
    );
    expect(refusalOf(find(gifts('Nr;Relatienummer;Datum;Bedrag;Status;Status'), 'Status')).nl).toContain(
      '"Status" is er meer dan één keer',
    );
  });
});

describe('a column that is needed', () => {
  const donors = (header: string): Headed => headed('donateurs.csv', header);
  const refused = (file: 'donors' | 'gifts', header: string): string =>
    refusalOf(() =>
      checkTables(
        file === 'donors' ? { donors: donors(header), gifts: null } : { donors: null, gifts: gifts(header) },
        {},
      ),
    ).en;

  it('and is not there is named with the columns that are', () => {
    expect(refused('gifts', 'Giftnummer;Relatienummer;Datum;Bedrag;Toestand')).toBe(
      'giften.csv: there is no column for "Status" (status). Columns found: Giftnummer, Relatienummer, Datum, Bedrag, Toestand. Name the column in a mapping: make it with --save-mapping and give it with --mapping.',
    );
    expect(refused('donors', 'Relatienummer;Voornaam')).toContain('"Surname" (surname)');
    expect(refused('donors', 'Naam;Telefoon')).toContain('"Donor number" (donorNumber)');
    expect(refused('donors', 'Relatienummer;Naam;Bedrag machtiging;Frequentie')).toContain('(mandateStart)');
  });

  it('is told for two files that are the wrong way round', () => {
    expect(refused('donors', 'Giftnummer;Relatienummer;Datum;Bedrag;Status')).toContain('is a file of gifts');
    expect(refused('gifts', 'Relatienummer;Achternaam;Telefoon')).toContain('is a file of donors');
  });
});
