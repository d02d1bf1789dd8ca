/** What a doubtful detail probably should be: only what follows from the value, and always something that can be kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseCorrection, type Correction } from '../../../domain/correction.ts';
import { refuseProposal, writeIban } from '../../../domain/verify/proposal.ts';
import { suggest } from '../../../domain/verify/suggest.ts';

const address = (street: string, postcode: string, town: string) => ({ street, postcode, town, country: 'NL' });
const person = (firstName: string, prefix: string, surname: string) => ({ firstName, prefix, surname });

describe('a suggestion', () => {
  it.each([
    ['via dochter 0612 345 678', '06 12 34 56 78'],
    ['O6 12345678', '06 12 34 56 78'],
    ['O6l2345678', '06 12 34 56 78'],
    ['612345678', null],
    ['+31 6 12345678', null],
    ['12', null],
    ['', null],
  ])('for the number %j is %j', (raw, value) => {
    expect(suggest('phone', raw)?.value ?? null).toBe(value);
  });

  it.each([
    ['jan@gmial.com', 'jan@gmail.com'],
    ['jan @ziggo,nl', 'jan@ziggo.nl'],
    ['<jan@voorbeeld.nl>', 'jan@voorbeeld.nl'],
    ['jan@voorbeeld..nl', 'jan@voorbeeld.nl'],
    ['jan@voorbeeld.nl', null],
    ['jan', null],
  ])('for the e-mail address %j is %j', (raw, value) => {
    expect(suggest('email', raw)?.value ?? null).toBe(value);
  });

  it.each([
    [address('Wilgenhof 41, 8031xd Zwolle', '', ''), address('Wilgenhof 41', '8031 XD', 'Zwolle')],
    [address('Wilgenhof 41', '8031.XD', 'Zwolle'), address('Wilgenhof 41', '8031 XD', 'Zwolle')],
    [address('Wilgenhof', '8031 XD', '41 b Zwolle'), address('Wilgenhof 41 b', '8031 XD', 'Zwolle')],
    [address('Wilgenhof', '8031 XD', 'Zwolle'), null],
  ])('for an address takes its parts to where they belong', (value, expected) => {
    expect(suggest('address', value)?.value ?? null).toEqual(expected);
  });

  it.each([
    [person('HANNEKE', '', 'VAN DER KNAAP-IJSSEL'), person('Hanneke', 'van der', 'Knaap-IJssel')],
    [person('Hanneke', '', 'van der Knaap'), person('Hanneke', 'van der', 'Knaap')],
    [person('J.P.', 'DE', 'BOER'), person('J.P.', 'de', 'Boer')],
    // Belgian names are registered with a capital and stay as they are.
    [person('Luc', '', 'Van den Broeck'), null],
    [person('Anna', 'de', 'Boer'), null],
  ])('for a name follows the Dutch rules', (value, expected) => {
    expect(suggest('name', value)?.value ?? null).toEqual(expected);
  });

  it('can always be kept, and nothing better follows from it', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom(
          '0',
          '6',
          '12',
          ' ',
          '@',
          ',',
          '.',
          'nl',
          'gmail',
          'com',
          'VAN',
          'DE ',
          'ij',
          'd',
          '8031',
        ),
      }),
    );
    const values = fc.oneof(
      fc.record({ field: fc.constantFrom('phone', 'email'), value: text }),
      fc.record({
        field: fc.constant('name' as const),
        value: fc.record({ firstName: text, prefix: text, surname: text }),
      }),
      fc.record({
        field: fc.constant('address' as const),
        value: fc.record({ street: text, postcode: text, town: text, country: fc.constantFrom('NL', 'BE') }),
      }),
    );
    fc.assert(
      fc.property(values, ({ field, value }) => {
        const found = suggest(field, value);
        if (found === null) return;
        const kept = { field, rowId: null, crmId: null, base: field === 'name' ? value : null, value: found.value };
        expect(refuseCorrection(kept as Correction)).toBeNull();
        const again = suggest(field, found.value);
        expect(again === null || JSON.stringify(again.value) !== JSON.stringify(value)).toBe(true);
      }),
    );
  });
});

it('a proposal of an account number that cannot exist is refused in words', () => {
  expect(refuseProposal('iban', 'NL91 ABNA 0417 1643 00')).toBeNull();
  expect(refuseProposal('iban', 'NL91 ABNA 0417 1643 01')?.nl).toContain('geen bestaand rekeningnummer');
  expect(refuseProposal('iban', '')).not.toBeNull();
  expect(refuseProposal('deceased', '')).toBeNull();
  expect(writeIban('nl91abna0417164300')).toBe('NL91 ABNA 0417 1643 00');
});
