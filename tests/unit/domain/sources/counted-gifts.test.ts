/** A gift that the platform and the CRM both know counts once (docs/decisions/0044). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../domain/calendar/day.ts';
import { pairGifts, type BookedGift, type PlaceGift } from '../../../../domain/sources/counted-gifts.ts';

const placed = (id: number, fields: Partial<PlaceGift> = {}): PlaceGift => ({
  id,
  day: '2026-11-10',
  amount: 2_500,
  names: [],
  isRecurring: false,
  ...fields,
});
const booked = (id: number, fields: Partial<BookedGift> = {}): BookedGift => ({
  id,
  day: '2026-11-10',
  amount: 2_500,
  source: null,
  isUnderMandate: false,
  ...fields,
});

describe('a gift at a place is the CRM’s', () => {
  it.each([
    ['of the same amount on the day of the payout', placed(1), booked(9, { day: '2026-11-24' }), true],
    ['not of three weeks and a day later', placed(1), booked(9, { day: '2026-12-02' }), false],
    ['of the last day that counts', placed(1), booked(9, { day: '2026-12-01' }), true],
    ['of the day before', placed(1), booked(9, { day: '2026-11-09' }), true],
    ['not of long before', placed(1), booked(9, { day: '2026-11-08' }), false],
    ['not of another amount', placed(1), booked(9, { amount: 2_540 }), false],
    ['not a debit under a mandate', placed(1), booked(9, { isUnderMandate: true }), false],
    [
      'by name, whatever it came to',
      placed(1, { names: ['B5C7B7BC'] }),
      booked(9, { amount: 2_540, source: 'iDEAL B5C7B7BC' }),
      true,
    ],
    ['by a source that names the place', placed(1), booked(9, { isUnderMandate: true, source: 'Kentaa' }), true],
    [
      'by one of its names that is long enough',
      placed(1, { names: ['4', 'A1B2C3'] }),
      booked(9, { amount: 2_540, source: 'A1B2C3' }),
      true,
    ],
    ['not by a name of five', placed(1, { names: ['A1B2C'] }), booked(9, { amount: 2_540, source: 'A1B2C' }), false],
    [
      'not by a name that is too short to say anything',
      placed(1, { names: ['4'] }),
      booked(9, { amount: 4_000, source: '4' }),
      false,
    ],
  ])('%s', (_name, place, crm, isPair) => {
    expect(pairGifts([place], [crm]).get(place.id) === crm.id).toBe(isPair);
  });
});

it('the oldest gift takes the nearest of the CRM, and of two as near the first', () => {
  const [late, early] = [placed(1, { day: '2026-11-12' }), placed(2, { day: '2026-11-10' })];
  const crm = [booked(7, { day: '2026-11-14' }), booked(8, { day: '2026-11-11' }), booked(9, { day: '2026-11-11' })];
  expect([...pairGifts([late, early], crm)]).toEqual([
    [2, 8],
    [1, 9],
  ]);
});

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-10-01', days));
const amount = fc.constantFrom(1_000, 2_500);
const placedMany = fc
  .array(fc.record({ day, amount, isRecurring: fc.boolean() }), { maxLength: 8 })
  .map((gifts) => gifts.map((gift, index) => placed(index + 1, gift)));
const bookedMany = fc
  .array(fc.record({ day, amount, isUnderMandate: fc.boolean() }), { maxLength: 8 })
  .map((gifts) => gifts.map((gift, index) => booked(index + 101, gift)));

it('no gift of the CRM is taken twice, and the order in which they come does not matter', () => {
  fc.assert(
    fc.property(placedMany, bookedMany, (place, crm) => {
      const pairs = pairGifts(place, crm);
      expect(new Set(pairs.values()).size).toBe(pairs.size);
      expect(pairGifts(place.toReversed(), crm.toReversed())).toEqual(pairs);
      for (const [id, crmId] of pairs) {
        expect(crm.find((gift) => gift.id === crmId)?.amount).toBe(place.find((gift) => gift.id === id)?.amount);
      }
    }),
    { numRuns: 200 },
  );
});

it('the same gifts, booked once each, leave none that counts beside them', () => {
  fc.assert(
    fc.property(placedMany, (place) => {
      const crm = place.map((gift) =>
        booked(gift.id + 100, { day: gift.day, amount: gift.amount, isUnderMandate: gift.isRecurring }),
      );
      expect(pairGifts(place, crm).size).toBe(place.length);
    }),
    { numRuns: 200 },
  );
});
