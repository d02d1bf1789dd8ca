/** Amounts: every usual notation, and never a guess where a notation has two meanings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalSignOf, readAmount, type DecimalSign } from '../../../sync/files/values/amount.ts';

const centsOf = (text: string, sign: DecimalSign | null = null): number | null => {
  const reading = readAmount(text, sign);
  return reading.ok ? reading.value : null;
};

describe('an amount', () => {
  it.each([
    ['15,00', 1_500],
    ['12.50', 1_250],
    ['25', 2_500],
    ['12,5', 1_250],
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['1 234,56', 123_456],
    ["1'234.56", 123_456],
    ['1.234.567', 123_456_700],
    ['€ 25,00', 2_500],
    ['€25', 2_500],
    ['25,00 €', 2_500],
    ['EUR 25,00', 2_500],
    ['25.00 EUR', 2_500],
    ['€ 25,-', 2_500],
    ['25,--', 2_500],
    ['25.0000', 2_500],
    ['1250.000', 125_000],
    ['0,00', 0],
    ['-0,00', 0],
    ['-10,00', -1_000],
    ['€ -10,00', -1_000],
    ['10,00-', -1_000],
    ['−10,00', -1_000],
    ['+10,00', 1_000],
    [' 7,50 ', 750],
    ['\u00A07,50\u202F€', 750],
  ])('%j is %d cents', (text, cents) => {
    expect(centsOf(text)).toBe(cents);
  });

  it.each([
    '',
    '-',
    '€',
    'vijftien',
    '1,2,3',
    '1.23.4',
    '12 34',
    '12.34,5.6',
    '1.234,567',
    '0,125',
    '--5',
    '-5-',
    '5 USD',
    '$5',
    '=1+1',
    '1e3',
    '25,00 per maand',
    '99999999999999999',
    '٣',
  ])('%j is none', (text) => {
    expect(centsOf(text)).toBeNull();
  });

  it('with three decimals or thousands is read only when its column shows which', () => {
    expect(centsOf('1.234')).toBeNull();
    expect(centsOf('1,234')).toBeNull();
    expect(centsOf('1.234', ',')).toBe(123_400);
    expect(centsOf('1,234', '.')).toBe(123_400);
    expect(centsOf('1.234', '.')).toBeNull();
    expect(readAmount('1.234', null)).toEqual({
      ok: false,
      reason: expect.objectContaining({ nl: expect.stringContaining('twee dingen') }),
    });
  });

  it('shows its decimal sign to its column', () => {
    expect(decimalSignOf(['25', '1.234', '12,50'])).toBe(',');
    expect(decimalSignOf(['12.5', 'x'])).toBe('.');
    expect(decimalSignOf(['1.234.567'])).toBe(',');
    expect(decimalSignOf(['1,234.00'])).toBe('.');
    expect(decimalSignOf(['12,50', '12.50'])).toBeNull();
    expect(decimalSignOf(['25', '1.234', ''])).toBeNull();
  });
});

const cents = fc.integer({ min: -10_000_000_00, max: 10_000_000_00 });

/** Writes an amount in a style of exports. */
function write(amount: number, group: string, decimal: string, currency: string): string {
  const [euros = '', rest = ''] = (Math.abs(amount) / 100).toFixed(2).split('.');
  const grouped = group === '' ? euros : euros.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return `${currency}${amount < 0 ? '-' : ''}${grouped}${decimal}${rest}`;
}

describe('every amount', () => {
  it('comes back from every notation', () => {
    const styles = fc.constantFrom(
      ['', ','],
      ['', '.'],
      ['.', ','],
      [',', '.'],
      [' ', ','],
      ['\u00A0', ','],
      ["'", '.'],
    );
    fc.assert(
      fc.property(cents, styles, fc.constantFrom('', '€', '€ ', 'EUR '), (amount, [group, decimal], currency) => {
        expect(centsOf(write(amount, group, decimal, currency))).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });

  it('is read wholly or not at all: no digit is lost or added', () => {
    const odd = fc.stringMatching(/^[-+€ ]{0,2}[\d.,' -]{0,14}[-€EUR ]{0,3}$/);
    fc.assert(
      fc.property(fc.oneof(odd, fc.string()), fc.constantFrom(',', '.', null), (text, sign) => {
        const amount = centsOf(text, sign);
        if (amount === null) return;
        const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '');
        const read = String(Math.abs(amount)).replace(/^0+/, '');
        // What was written, with zeros added or taken away at the end.
        expect(read.padEnd(30, '0')).toBe(digits.padEnd(30, '0'));
      }),
      { numRuns: 2_000 },
    );
  });
});
