/** A gift of Nonprofit Cloud that was given back in part: what is left of it counts (salesforce.md §7). */
import { expect, it } from 'vitest';
import { NONPROFIT_CLOUD } from '../../../sync/crm/salesforce/dialects/nonprofit-cloud.ts';

const ROW = {
  Id: '6TRxx0000000001AAA',
  Donor: { PersonContactId: '003xx000004TmiQAAS' },
  OriginalAmount: 25,
  RefundedAmount: 0,
  Status: 'Paid',
  TransactionDate: '2026-11-07',
};
const read = (values: object) => NONPROFIT_CLOUD.gift.read({ ...ROW, ...values }, 'Donor.PersonContactId')?.kept;

it.each([
  [{}, { amount: 2_500, status: 'received' }],
  [{ RefundedAmount: 10.1 }, { amount: 1_490, status: 'received' }],
  [{ RefundedAmount: -10.1 }, { amount: 1_490, status: 'received' }],
  [{ RefundedAmount: 25 }, { amount: 2_500, status: 'reversed' }],
  [{ RefundedAmount: null }, { amount: 2_500, status: 'received' }],
])('%o is %o', (values, gift) => {
  expect(read(values)).toMatchObject(gift);
});

it.each([
  [{ Status: 'Something new' }],
  [{ CurrencyIsoCode: 'USD' }],
  [{ TransactionDate: null }],
  [{ Donor: null }],
  [{ OriginalAmount: null }],
])('%o is no gift that we understand', (values) => {
  expect(read(values) ?? null).toBeNull();
});
