/** Names, addresses, numbers and amounts, as rules-nl.md writes them. */
import { describe, expect, it } from 'vitest';
import { centsOfEuros, writeMoney } from '../../../domain/money.ts';
import {
  envelopeName,
  fullName,
  headingName,
  initials,
  salutation,
  spokenName,
  type PersonName,
} from '../../../domain/person-name.ts';
import { telephoneLink, validNumberIn, writeNumber } from '../../../domain/phone-number.ts';
import { dutchPostcode, envelopeLines, writeAddress, writePostcode } from '../../../domain/postal-address.ts';
import { speakMoney } from '../../../domain/spoken-amount.ts';

function named(
  firstName: string,
  prefix: string,
  surname: string,
  gender: PersonName['gender'] = 'female',
): PersonName {
  return { kind: 'individual', firstName, prefix, surname, displayName: `${firstName} ${surname}`, gender };
}

describe('names', () => {
  const knaap = named('Hanneke', 'van der', 'Knaap');

  it('writes the prefix small after a first name, and with a capital where nothing stands before it', () => {
    expect(fullName(knaap)).toBe('Hanneke van der Knaap');
    expect(spokenName(knaap, 'nl')).toBe('mevrouw Van der Knaap');
    expect(headingName(knaap, 'nl')).toBe('Mevrouw Van der Knaap');
    expect(headingName(knaap, 'en')).toBe('Ms Van der Knaap');
    expect(envelopeName(knaap, 'nl')).toBe('Mevrouw H. van der Knaap');
    expect(salutation(knaap, 'nl')).toBe('Geachte mevrouw Van der Knaap');
  });

  it("keeps 't and d' small", () => {
    expect(spokenName(named('Jan', "'t", 'Hart', 'male'), 'nl')).toBe("meneer 't Hart");
    expect(spokenName(named('Zoë', 'in ’t', 'Veld'), 'nl')).toBe('mevrouw In ’t Veld');
    expect(spokenName(named('Gré', '', "d'Ancona"), 'nl')).toBe("mevrouw d'Ancona");
    expect(spokenName(named('Gré', "d'", 'Ancona'), 'nl')).toBe("mevrouw d'Ancona");
  });

  it('gives a prefix that stands in the surname its capital after a title', () => {
    const meer = named('Anouk', '', 'van der Meer');
    expect(spokenName(meer, 'nl')).toBe('mevrouw Van der Meer');
    expect(salutation(meer, 'nl')).toBe('Geachte mevrouw Van der Meer');
    expect(envelopeName(meer, 'nl')).toBe('Mevrouw A. van der Meer');
    expect(spokenName(named('Gré', '', "'t Hart"), 'nl')).toBe("mevrouw 't Hart");
  });

  it('leaves Belgian names and partner names as registered', () => {
    expect(spokenName(named('Luc', '', 'Van Damme', 'male'), 'nl')).toBe('meneer Van Damme');
    expect(spokenName(named('An', '', 'Jongsma-van der Sluis'), 'nl')).toBe('mevrouw Jongsma-van der Sluis');
  });

  it('uses the whole name when the gender is not known', () => {
    const unknown = named('Zef', 'van den', 'Berg', null);
    expect(spokenName(unknown, 'nl')).toBe('Zef van den Berg');
    expect(salutation(unknown, 'nl')).toBe('Geachte heer of mevrouw Van den Berg');
    expect(salutation(named('Jan', '', 'Bakker', 'male'), 'nl')).toBe('Geachte heer Bakker');
  });

  it('takes organisations and households by their own name', () => {
    const bakery: PersonName = {
      ...named('', '', '', null),
      kind: 'organization',
      displayName: 'Bakkerij De Halve Maan B.V.',
    };
    expect(fullName(bakery)).toBe('Bakkerij De Halve Maan B.V.');
    expect(headingName(bakery, 'nl')).toBe('Bakkerij De Halve Maan B.V.');
    expect(envelopeName(bakery, 'en')).toBe('Bakkerij De Halve Maan B.V.');
  });

  it.each([
    ['Hanneke', 'H.'],
    ['J.P.', 'J.P.'],
    ['Zoë-Loïs', 'Z.L.'],
    ['😀', ''],
    ['', ''],
  ])('makes initials of %j', (firstName, expected) => {
    expect(initials(firstName)).toBe(expected);
  });
});

describe('postcodes and addresses', () => {
  it.each([
    ['8031 xd', '8031XD'],
    ['8031XD', '8031XD'],
    ['0123 AB', null],
    ['1234 SS', null],
    ['1234', null],
    ['B-1000', null],
  ])('%j is %j', (text, expected) => {
    expect(dutchPostcode(text)).toBe(expected);
  });

  it('writes an address on one line and on an envelope', () => {
    const address = { street: 'Wilgenhof 41', postcode: '8031xd', town: 'Zwolle', country: 'NL' };
    expect(writeAddress(address)).toBe('Wilgenhof 41, 8031 XD Zwolle');
    expect(envelopeLines(address)).toEqual(['Wilgenhof 41', '8031 XD  ZWOLLE']);
    expect(envelopeLines({ ...address, postcode: '1000', town: 'Brussel', country: 'BE' })).toEqual([
      'Wilgenhof 41',
      '1000  BRUSSEL',
      'BELGIË',
    ]);
    expect(writePostcode('1000')).toBe('1000');
  });
});

describe('phone numbers', () => {
  it.each([
    ['06-20000137', '+31620000137'],
    ['+31 30 2345678', '+31302345678'],
    ['030-2345678', '+31302345678'],
    ['via dochter (Anja) 0612 345 678', '+31612345678'],
    ['2e nummer: 06-12345678', '+31612345678'],
    ['+32 475 12 34 56', '+32475123456'],
    ['06-1234', null],
    ['geen', null],
    ['', null],
    ['9'.repeat(300), null],
  ])('finds the number in %j', (raw, expected) => {
    expect(validNumberIn(raw)).toBe(expected);
  });

  it('writes them as they are said, and links digits only', () => {
    expect(writeNumber('+31612345678')).toBe('06 12 34 56 78');
    expect(writeNumber('+31302345678')).toBe('030 234 5678');
    expect(writeNumber('+32475123456')).toBe('+32 475 12 34 56');
    expect(telephoneLink('+31612345678')).toBe('tel:+31612345678');
    expect(telephoneLink('+316;ext=1?x')).toBe('tel:+3161');
  });
});

describe('amounts', () => {
  it('writes cents on screens and leaves round ones out of sentences', () => {
    expect(writeMoney(5_000, 'nl')).toBe('€ 50,00');
    expect(writeMoney(500_000, 'nl')).toBe('€ 5.000,00');
    expect(writeMoney(2_500, 'nl', 'spoken')).toBe('€ 25');
    expect(writeMoney(1_250, 'nl', 'spoken')).toBe('€ 12,50');
    expect(writeMoney(500_005, 'en')).toBe('€5,000.05');
    expect(writeMoney(-1_250, 'nl')).toBe('€ -12,50');
  });

  it('takes euros of JSON to the cent', () => {
    expect([15, 1234.56, 999.99, 0.1 + 0.2, 0, -5].map(centsOfEuros)).toEqual([1_500, 123_456, 99_999, 30, 0, -500]);
    expect([Number.NaN, Infinity, 1e20].map(centsOfEuros)).toEqual([null, null, null]);
  });

  it('says them in words', () => {
    expect(speakMoney(5_000, 'nl')).toBe('vijftig euro');
    expect(speakMoney(1_250, 'nl')).toBe('twaalf euro vijftig');
    expect(speakMoney(100, 'en')).toBe('one euro');
    expect(speakMoney(2_550, 'en')).toBe('twenty-five euros and fifty cents');
  });
});
