/** Of all numbers, e-mails and addresses of a donor, those that have a column in a file. */
import { describe, expect, it } from 'vitest';
import type { DetailRow, DonorDetails } from '../../../domain/donor-details.ts';
import { flatDetails } from '../../../domain/flat-details.ts';

let rows = 0;
const row = <Value>(value: Value, kind: string | null = null, isPrimary = false): DetailRow<Value> => {
  rows += 1;
  return { rowId: rows, crmId: null, value, kind, isPrimary };
};
const flat = (details: Partial<DonorDetails>) =>
  flatDetails({
    name: {
      kind: 'individual',
      displayName: 'Noor Visser',
      firstName: 'Noor',
      prefix: '',
      surname: 'Visser',
      gender: null,
    },
    phones: [],
    emails: [],
    addresses: [],
    ...details,
  });

describe('the numbers', () => {
  const landline = row('0384210000');
  const mobile = row('0612345678');

  it.each([
    ['none', [], '', ''],
    ['a mobile one that is called so wins', [mobile, row('0687654321', 'Mobile')], '0687654321', ''],
    [
      'the first that looks mobile, when nobody said',
      [landline, mobile, row('0699999999')],
      '0612345678',
      '0384210000',
    ],
    ['the first of each kind', [row('0101111111'), row('0102222222')], '', '0101111111'],
    ['the first that is called mobile', [row('0611111111', 'Mobile'), row('0622222222', 'Mobile')], '0611111111', ''],
    ['said to be a landline, whatever it looks like', [row('0612345678', 'Phone')], '', '0612345678'],
    ['said to be mobile, whatever it looks like', [row('0384210000', 'Mobile')], '0384210000', ''],
    ['no number at all is kept as it is written', [row('bellen na 8 uur')], '', 'bellen na 8 uur'],
  ])('%s', (_, phones, ofMobile, ofPhone) => {
    expect(flat({ phones })).toMatchObject({ mobile: ofMobile, phone: ofPhone });
  });
});

it('of several e-mails and addresses the primary one, else the first', () => {
  expect(flat({ emails: [row('een@voorbeeld.nl'), row('twee@voorbeeld.nl', null, true)] }).email).toBe(
    'twee@voorbeeld.nl',
  );
  expect(flat({ emails: [row('een@voorbeeld.nl'), row('twee@voorbeeld.nl')] }).email).toBe('een@voorbeeld.nl');
  expect(flat({})).toMatchObject({ email: '', address: null });
});
