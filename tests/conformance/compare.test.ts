import { describe, expect, it } from 'vitest';
import type { Json } from '../../sync/practice/json.ts';
import type { Comparison } from './compare.ts';
import { differences } from './compare.ts';
import { Memory } from './memory.ts';

const NOON = Date.parse('2026-11-21T12:00:00Z');

function compare(expected: Json, actual: Json, rules: Partial<Comparison> = {}): readonly string[] {
  const memory = new Memory({ link: 'L', caller: 'C', nokey: 'N', admin: 'A' }, 'r1');
  memory.remember('id', 7);
  memory.remember('stamp', '2026-11-21 13:00:00');
  return differences(expected, actual, '', {
    memory,
    period: { from: NOON, to: NOON },
    isOrdered: () => false,
    isExact: () => false,
    ...rules,
  });
}

describe('comparing a recorded answer with a given one', () => {
  it('takes types strictly', () => {
    expect(compare({ a: 1 }, { a: 1 })).toEqual([]);
    expect(compare({ a: 1 }, { a: '1' })).toEqual(['a: 1 expected, got "1"']);
    expect(compare({ a: null }, { a: false })).toHaveLength(1);
    expect(compare({ a: [] }, { a: {} })).toHaveLength(1);
  });

  it('misses what is absent, and minds what is extra only where the rows are exact', () => {
    expect(compare({ a: null }, {})).toEqual(['a: null expected, but it is absent']);
    expect(compare({}, { a: null })).toEqual([]);
    expect(compare({}, { a: null }, { isExact: () => true })).toEqual(['a: nothing expected, got null']);
  });

  it('takes lists as sets, unless they were ordered', () => {
    expect(compare([1, 2], [2, 1])).toEqual([]);
    expect(compare([1, 2], [2, 1], { isOrdered: () => true })).toHaveLength(2);
    expect(compare([1, 1], [1, 2])).toHaveLength(1);
    expect(compare([1], [1, 1])).toHaveLength(1);
  });

  it('finds the pairs of a set also when the first fit is not the right one', () => {
    expect(compare(['{{any}}', 'b', '{{int}}'], [3, 'a', 'b'])).toEqual([]);
    expect(compare(['{{any}}', '{{int}}'], ['a', 'b'])).toHaveLength(1);
  });

  it.each<[Json, Json, boolean]>([
    ['{{any}}', null, true],
    ['{{int}}', -1, true],
    ['{{int}}', '1', false],
    ['{{int>0}}', 0, false],
    ['{{int|s}}', '12', true],
    ['{{int|s}}', 12, false],
    ['{{ts}}', '2026-11-21 13:00:01', true],
    ['{{ts}}', '20261121120000', true],
    ['{{ts}}', '2026-11-21 13:07:00', false],
    ['{{ts}}', '2026-11-23 13:00:00', false],
    ['{{error}}', 'a1B2-c3D4', true],
    ['{{error}}', 'no', false],
    ['{{id}}', 7, true],
    ['{{id}}', '7', false],
    ['{{id|s}}', '7', true],
    ['{{>stamp}}', '2026-11-21 13:00:01', true],
    ['{{>stamp}}', '2026-11-21 13:00:00', false],
    ['{{>id}}', 8, true],
    ['{{>id}}', '8', false],
    ['CF {{run}} of {{id}} (Error ID: {{error}})', 'CF r1 of 7 (Error ID: abcd)', true],
    ['CF {{run}} of {{id}}', 'CF r1 of 8', false],
    ['a.c{{any}}', 'abc', false],
  ])('matches %j with %j: %j', (expected, actual, fits) => {
    expect(compare(expected, actual)).toHaveLength(fits ? 0 : 1);
  });

  it('does not know a name that no step has told', () => {
    expect(() => compare('{{nobody}}', 1)).toThrow('No earlier step has told {{nobody}}.');
  });
});
