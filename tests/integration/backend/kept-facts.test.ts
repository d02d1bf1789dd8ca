/** The facts that are kept over a closing (docs/decisions/0035). */
import { describe, expect, it } from 'vitest';
import { keepFacts } from '../../../electron/backend/calls/kept-facts.ts';
import { readLeftFacts, writeLeftFacts } from '../../../electron/backend/calls/left-facts.ts';
import { donor } from '../../support/build-donor.ts';

const MANY = 6_000;
const many = Array.from({ length: MANY }, (_, index) => donor({ donorId: index + 1 }));

describe('facts that were left for the next start', () => {
  it('are still there when the first list is begun, however many they are', () => {
    const facts = keepFacts(many);
    facts.keepOnly([{ donorIds: () => [] }]);
    expect(facts.all()).toHaveLength(MANY);
  });

  it('are what was left, by this version of the program only, and not for ever more', () => {
    const left = writeLeftFacts(many.slice(0, 3));
    expect(readLeftFacts(left)).toEqual(many.slice(0, 3));
    expect(readLeftFacts(left?.replace(/^[^\n]*/, '0.0.9') ?? null)).toEqual([]);
    expect(readLeftFacts(null)).toEqual([]);
    expect(writeLeftFacts([])).toBeNull();
    expect(writeLeftFacts([...many, ...many, ...many, ...many])).toBeNull();
  });
});
