/** Days, instants and numbers of our own, in order. */
import { expect, it } from 'vitest';
import { comparePhones } from '../../../domain/donor-facts.ts';
import { inOrder } from '../../../domain/in-order.ts';

it('the earlier comes first, and the same is neither', () => {
  expect(inOrder('2026-11-20', '2026-11-21')).toBeLessThan(0);
  expect(inOrder('2026-11-21', '2026-11-20')).toBeGreaterThan(0);
  expect(inOrder('2026-11-21', '2026-11-21')).toBe(0);
  expect(['b', 'a', 'c', 'a'].toSorted(inOrder)).toEqual(['a', 'a', 'b', 'c']);
});

it('of numbers the primary one comes first, then by id', () => {
  const phone = (id: number, isPrimary: boolean) => ({ id, isPrimary }) as Parameters<typeof comparePhones>[0];
  const sorted = [phone(3, false), phone(9, true), phone(1, false), phone(7, true)].toSorted(comparePhones);
  expect(sorted.map(({ id }) => id)).toEqual([7, 9, 1, 3]);
});
