/** Cells that hold one of a few words, in Dutch and English, however they are written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCountry } from '../../../sync/files/values/country.ts';
import { readCurrency } from '../../../sync/files/values/currency.ts';
import { readDonorKind } from '../../../sync/files/values/donor-kind.ts';
import { readFrequency } from '../../../sync/files/values/frequency.ts';
import { readGender } from '../../../sync/files/values/gender.ts';
import { kindOfPayment, readGiftKind } from '../../../sync/files/values/gift-kind.ts';
import { readGiftStatus } from '../../../sync/files/values/gift-status.ts';
import { readLanguage } from '../../../sync/files/values/language.ts';
import { readMandateStatus } from '../../../sync/files/values/mandate-status.ts';
import { oneLine } from '../../../sync/files/values/one-line.ts';
import type { Reading } from '../../../sync/files/values/reading.ts';
import { joinStreet } from '../../../sync/files/values/street.ts';
import { readYesNo } from '../../../sync/files/values/yes-no.ts';

const valueOf = <Value>(reading: Reading<Value>): Value | 'refused' => (reading.ok ? reading.value : 'refused');

describe('yes and no', () => {
  it('are read in every usual way', () => {
    for (const yes of ['J', 'ja', 'Y', 'YES', 'true', 'WAAR', '1', '-1', 'x', ' J '])
      expect(valueOf(readYesNo(yes))).toBe(true);
    for (const no of ['N', 'nee', 'no', 'FALSE', 'onwaar', '0', '', '-', '  '])
      expect(valueOf(readYesNo(no))).toBe(false);
  });

  it('are never guessed: an objection must not get lost', () => {
    for (const odd of ['misschien', '2', 'JN', 'ja, graag', '?', 'ja?', '10', '=1'])
      expect(valueOf(readYesNo(odd))).toBe('refused');
  });
});

describe('the status of a gift', () => {
  it.each([
    ['received', ['Geïnd', 'GEIND', 'Betaald', 'Completed', 'Partially paid']],
    ['announced', ['Open', 'Verwacht', 'Aangekondigd', 'Pending', 'In Progress', 'in behandeling']],
    ['failed', ['Mislukt', 'Failed']],
    ['cancelled', ['Geannuleerd', 'Cancelled', 'canceled']],
    ['reversed', ['Storno', 'Gestorneerd', 'Teruggeboekt', 'Refunded', 'Chargeback', 'Pending refund']],
  ])('%s', (status, words) => {
    for (const word of words) expect(valueOf(readGiftStatus(word))).toBe(status);
  });

  it('is refused when it is not known, templates and empty cells too', () => {
    for (const word of ['', 'Template', 'Geïnd?', 'niet betaald', '1', '=Geïnd()+1']) {
      expect(valueOf(readGiftStatus(word))).toBe('refused');
    }
  });
});

describe('other words', () => {
  it('kind of gift', () => {
    for (const word of ['Machtiging', 'Automatische incasso', 'SEPA', 'Recurring', 'direct debit']) {
      expect(valueOf(readGiftKind(word))).toBe('mandate');
    }
    for (const word of ['Eenmalig', 'Losse gift', 'Nalatenschap', 'One-off', 'single']) {
      expect(valueOf(readGiftKind(word))).toBe('one-off');
    }
    expect(valueOf(readGiftKind('Termijn'))).toBe('refused');
    expect(kindOfPayment('Incasso')).toBe('mandate');
    expect(kindOfPayment('Tikkie')).toBe('one-off');
  });

  it('how often', () => {
    const monthly = { unit: 'month', interval: 1 };
    for (const word of [
      '12',
      '12x',
      '12 x per jaar',
      '12,0',
      'Maandelijks',
      'per maand',
      'monthly',
      '12 times a year',
    ]) {
      expect(valueOf(readFrequency(word))).toEqual(monthly);
    }
    expect(valueOf(readFrequency('4'))).toEqual({ unit: 'month', interval: 3 });
    expect(valueOf(readFrequency('kwartaal'))).toEqual({ unit: 'month', interval: 3 });
    expect(valueOf(readFrequency('2'))).toEqual({ unit: 'month', interval: 6 });
    expect(valueOf(readFrequency('1'))).toEqual({ unit: 'year', interval: 1 });
    expect(valueOf(readFrequency('jaarlijks'))).toEqual({ unit: 'year', interval: 1 });
    expect(valueOf(readFrequency('52'))).toEqual({ unit: 'week', interval: 1 });
    for (const word of ['', '0', '5', '-12', 'soms', '12 euro', '12 per maand']) {
      expect(valueOf(readFrequency(word))).toBe('refused');
    }
  });

  it('gender, mandate, currency, language', () => {
    expect(['V', 'F', 'mevrouw', 'Mw.', 'Female'].map(readGender)).toEqual(Array.from({ length: 5 }, () => 'female'));
    expect(['M', 'man', 'De heer', 'Dhr.', 'Male'].map(readGender)).toEqual(Array.from({ length: 5 }, () => 'male'));
    expect(['', 'O', 'onbekend', '-'].map(readGender)).toEqual([null, null, null, null]);
    expect(readGender('X')).toBe('other');
    expect(readGender('drs.')).toBeUndefined();
    expect(valueOf(readMandateStatus('Beëindigd'))).toBe('ended');
    expect(valueOf(readMandateStatus('opgezegd'))).toBe('cancelled');
    expect(valueOf(readMandateStatus('Overdue'))).toBe('running');
    expect(valueOf(readMandateStatus('?'))).toBe('refused');
    expect(['EUR', 'euro', '€', ''].map((text) => valueOf(readCurrency(text)))).toEqual(['EUR', 'EUR', 'EUR', 'EUR']);
    expect(valueOf(readCurrency('USD'))).toBe('refused');
    expect(valueOf(readCurrency('£'))).toBe('refused');
    expect(['en_US', 'Engels', 'EN', 'nl_NL', '', 'Frysk'].map(readLanguage)).toEqual([
      'en',
      'en',
      'en',
      'nl',
      'nl',
      'nl',
    ]);
  });

  it('country, as its code', () => {
    expect(['NL', 'nl', 'Nederland', 'The Netherlands', '', 'Holland'].map(readCountry)).toEqual(
      Array.from({ length: 6 }, () => 'NL'),
    );
    expect(['België', 'Belgium', 'United Kingdom', 'Duitsland', 'Atlantis'].map(readCountry)).toEqual([
      'BE',
      'BE',
      'GB',
      'DE',
      'Atlantis',
    ]);
  });

  it('person, organisation or household', () => {
    expect(readDonorKind('', '')).toBe('individual');
    expect(readDonorKind('', 'Wit & Zn. B.V.')).toBe('organization');
    expect(readDonorKind('', 'Familie De Wit-El Amrani')).toBe('household');
    expect(readDonorKind('', 'Fam. Jansen')).toBe('household');
    expect(readDonorKind('', 'Familiezaak Jansen')).toBe('organization');
    expect(readDonorKind('Huishouden', 'Jansen')).toBe('household');
    expect(readDonorKind('Particulier', '')).toBe('individual');
  });

  it('street, number and addition, on one line', () => {
    expect(joinStreet('Beatrixlaan', '96', 'bis')).toBe('Beatrixlaan 96 bis');
    expect(joinStreet('Noordeinde', '194', 'A')).toBe('Noordeinde 194 A');
    expect(joinStreet('Molenweg', '182', '2')).toBe('Molenweg 182-2');
    expect(joinStreet('Kerkstraat', '12', 'bus 4')).toBe('Kerkstraat 12 bus 4');
    expect(joinStreet('Kerkstraat 12', '', '')).toBe('Kerkstraat 12');
    expect(joinStreet('', '', '')).toBe('');
    expect(oneLine(' Jan\r\n  de   Wit ')).toBe('Jan de Wit');
  });
});

describe('any text', () => {
  it('is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const read of [readYesNo, readGiftStatus, readGiftKind, readFrequency, readMandateStatus, readCurrency]) {
          const reading = read(text);
          expect(reading.ok || Object.values(reading.reason).every((sentence) => sentence.length > 10)).toBe(true);
        }
        expect(['female', 'male', 'other', null, undefined]).toContain(readGender(text));
        expect(readCountry(text)).toEqual(expect.any(String));
        expect(oneLine(text)).not.toMatch(/[\r\n]|\s\s|^\s|\s$/u);
      }),
    );
  });
});
