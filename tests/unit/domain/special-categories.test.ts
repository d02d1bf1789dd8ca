/** A note is looked at for what does not belong in it (P5), without shouting at every word. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specialIn, type SpecialCategory } from '../../../domain/privacy/special-categories.ts';
import { ORDINARY_NOTES } from '../../fixtures/ordinary-notes.ts';

const kinds = (text: string): readonly SpecialCategory[] => specialIn(text).map(({ category }) => category);

const SEEN: readonly (readonly [string, SpecialCategory, string])[] = [
  ['Ligt in het ziekenhuis, bel later', 'health', 'ziekenhuis'],
  ['Haar man heeft KANKER gehad', 'health', 'KANKER'],
  ['Net geopereerd aan de heup', 'health', 'geopereerd'],
  ['Zijn vrouw is dementerend', 'health', 'dementerend'],
  ['Krijgt chemotherapie', 'health', 'chemotherapie'],
  ['Rests after a heart  attack', 'health', 'heart  attack'],
  ['Gaat elke zondag naar de kerk', 'religion', 'naar de kerk'],
  ['Moslima, viert de ramadan', 'religion', 'Moslima'],
  ['Is een gelovige vrouw', 'religion', 'gelovige'],
  ['Stemt op de VVD', 'politics', 'Stemt op'],
  ['zit voor D66 in de raad', 'politics', 'D66'],
  ['Lid van de FNV', 'union', 'FNV'],
  ['Is van Turkse afkomst', 'origin', 'van Turkse afkomst'],
  ['Vertelde dat hij homo is', 'sexuality', 'homo'],
  ['Zoon zit in de gevangenis', 'conviction', 'gevangenis'],
  ['BSN 111222333 gaf ze zelf', 'bsn', '111222333'],
  ['bsn is 1234.56.782', 'bsn', '123456782'],
  ['Nieuwe rekening NL91 ABNA 0417 1643 00', 'account', 'NL91ABNA0417164300'],
  ['rekening nl91abna0417164300', 'account', 'NL91ABNA0417164300'],
  ['kaart 4111 1111 1111 1111', 'account', '4111111111111111'],
  ['kaart 5500 0055 5555 5559', 'account', '5500005555555559'],
  ['kaart 3782 822463 10005', 'account', '378282246310005'],
  ['kaart 6212 3456 7890 1234 569', 'account', '6212345678901234569'],
  ['NO93 8601 1117 947', 'account', 'NO9386011117947'],
  ['in 2026: 111222333', 'bsn', '111222333'],
  ['nummers 12 en 111 222 333 en 7', 'bsn', '111222333'],
];

describe('what does not belong in a note', () => {
  it.each(SEEN)('is seen in "%s": %s', (text, category, words) => {
    expect(specialIn(text)).toContainEqual({ category, words });
  });

  it('is named once for each category, numbers first', () => {
    expect(kinds('Ziek, BSN 111222333, katholiek en nog een ziekte')).toEqual(['bsn', 'health', 'religion']);
  });
});

const ALONE = [
  '',
  'Woont aan de Kerkstraat, niet aan de Kerkweg, naast de kerk',
  'Bel op 06 12345678, of 020-1234567, of +31 6 11122233',
  'Gaf € 111.222.333 lei',
  '€ 111.222.333 lei',
  '+ 111222333 belde',
  'Bel op 020 111222333',
  'Mobiel 612345678 zonder nul',
  'Klant 12345678901234567890123',
  'Postcode 8031 XD, huisnummer 39',
  'Rekening NL91ABNA0417164301 bestaat niet',
  'kaart 5500 0055 5555 5550 bestaat niet',
  'kaart 4111 1111 1111 1112 bestaat niet',
  '8 nullen en meer: 0000 0000 0000 00',
  'Belde met 061 112 2233',
  'nummer 111222334',
  'Vindt de brieven te lang; wil in december gebeld worden',
  'Homogeen publiek, politiekauto, islamoloog Pietersen',
];

it.each(ALONE)('"%s" is left alone', (text) => {
  expect(specialIn(text)).toEqual([]);
});

it('is not seen in the captured notes, names, streets and e-mails, nor in ordinary notes: false alarms are measured', () => {
  const folder = new URL('../../fixtures/civicrm/captured/', import.meta.url);
  const texts = ['activities', 'contacts', 'addresses', 'emails', 'phones', 'contributions'].flatMap((name) => {
    const rows = (
      JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as {
        response: { values: Record<string, unknown>[] };
      }
    ).response.values;
    return rows.flatMap((row) => Object.values(row).filter((value) => typeof value === 'string'));
  });
  expect(texts.length).toBeGreaterThan(2_000);
  expect(texts.filter((text) => specialIn(text).length > 0)).toEqual([]);
  expect(ORDINARY_NOTES.length).toBeGreaterThan(90);
  const alarms = ORDINARY_NOTES.filter((note) => specialIn(note).length > 0);
  expect(alarms).toEqual([]);
});

it('looks through any text, however long and strange, without standing still', () => {
  fc.assert(fc.property(fc.string({ maxLength: 2_000, unit: 'grapheme' }), (text) => Array.isArray(specialIn(text))));
  for (const piece of ['NL91', '1 ', '1.', 'ziek', 'sexual  ', 'AA11AAAA']) {
    expect(specialIn(`${piece.repeat(5_000)}!`).length).toBeLessThan(4);
  }
});
