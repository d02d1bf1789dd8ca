/**
 * A regular expression that tries everything in turn can be made to think for hours by a text of a few lines. Every one
 * of the shipped code is found in its source, and texts are made against it; what it does with them is counted in steps.
 */
import { describe, expect, it } from 'vitest';
import { growthOf } from './growth.ts';
import { findPatterns } from './source-patterns.ts';

/** A fraction of a second. */
const MOST_STEPS = 20_000_000;

/**
 * What grows faster than its text, with the longest text that it ever meets. Longer ones are kept from it in the same
 * file, by the schema of the CRM's rows (2,000), or by the schema of the question.
 */
const LONGEST: ReadonlyMap<string, number> = new Map([
  // One line of our own.
  ['electron/cli/output.ts', 2_000],
  // Subjects of activities.
  ['electron/backend/views/past-view.ts', 2_000],
  ['electron/backend/donor/view-timeline.ts', 2_000],
  ['domain/loyalty/action-words.ts', 2_000],
  ['sync/files/values/amount.ts', 40],
  ['sync/files/values/frequency.ts', 60],
  ['sync/crm/civicrm/failures.ts', 2_000],
  ['sync/crm/civicrm/site-address.ts', 2_000],
  // Names of files in the profile's own folder.
  ['db/erasure/scrub.ts', 255],
  ['domain/doubt.ts', 320],
  ['domain/verify/suggest.ts', 320],
  ['domain/search/contract-words.ts', 200],
  ['domain/search/search-question.ts', 200],
  ['domain/search/search-words.ts', 200],
  ['domain/postcodes/house-number.ts', 200],
  // One line of a letter or label.
  ['domain/paper/wrap.ts', 2_000],
]);

/** Where one is put together while the program runs: of signs of ours alone. */
const MADE = ['domain/people/recovery-code.ts', 'domain/search/search-words.ts'];

describe('the counting', () => {
  it.each([
    ['^(a+)+$', Infinity],
    ['(a|aa)+$', Infinity],
    ['^(?:\\s|[ \\t])*x', Infinity],
    ['^a+a+a+$', 3],
    ['\\s+$', 2],
    ['<[^>]*>', 2],
    ['^\\d+$', 1],
    ['^a*b*c', 1],
    ['^abc$', 0],
  ])('tells how /%s/ grows', (source, exponent) => {
    expect(growthOf(source, '').exponent).toBe(exponent);
  });
});

describe('the regular expressions of the code', () => {
  const { patterns, made } = findPatterns();

  it('are all found', () => {
    expect(patterns.length).toBeGreaterThan(150);
    expect(made).toEqual(MADE);
  });

  it('take no text that could be made to hold everything up', () => {
    const slow = patterns.flatMap(({ file, source, flags }) => {
      const growth = growthOf(source, flags);
      if (growth.exponent <= 1) return [];
      const longest = LONGEST.get(file);
      const steps = growth.stepsAt(longest ?? Infinity);
      if (steps <= MOST_STEPS) return [];
      return [`${file} /${source}/${flags}: grows with the power ${growth.exponent} in ${JSON.stringify(growth.pump)}`];
    });
    expect(slow).toEqual([]);
  });
});
