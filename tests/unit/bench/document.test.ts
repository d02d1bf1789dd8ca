/** The sections of docs/benchmarks.md: each bench writes its own, and leaves the others as they are. */
import { describe, expect, it } from 'vitest';
import { isKept, type BenchLine } from '../../bench/harness/bench.ts';
import { replaceSection } from '../../bench/harness/document.ts';
import { interleave, sampleOf } from '../../bench/harness/rounds.ts';
import { asMarkdown, HEADINGS, rowOf } from '../../bench/harness/table.ts';

const LINE: BenchLine = {
  name: 'pages',
  unit: 'ms',
  ours: sampleOf([1_200, 1_000, 1_100]),
  theirs: sampleOf([1_000]),
  ratio: sampleOf([1.2, 1, 1.1]),
  promised: { atMost: 1.05 },
  note: 'a | b',
};

describe('a section', () => {
  it('is added at the end, and written again in its place', () => {
    const once = replaceSection('# Benchmarks\n\nBy hand.\n', 'sync', 'first');
    const both = replaceSection(once, 'list', 'other');
    const again = replaceSection(both, 'sync', 'second');
    expect(again).toBe(both.replace('first', 'second'));
    expect(again).toContain('By hand.');
    expect(replaceSection(again, 'list', 'other')).toBe(again);
  });
});

describe('a line', () => {
  it('is judged by the ratio where there is one, and says so plainly', () => {
    expect(isKept(LINE)).toBe(false);
    expect(isKept({ ...LINE, promised: { atLeast: 1.1 } })).toBe(true);
    expect(isKept({ ...LINE, ratio: null, promised: { atMost: 1_100 } })).toBe(true);
    expect(isKept({ ...LINE, promised: null })).toBeNull();
    expect(
      asMarkdown([HEADINGS, rowOf(LINE)])
        .split('\n')
        .at(-1),
    ).toBe(
      String.raw`| pages | 1,100 ms (1,000–1,200) | 1,000 ms | 1.10 (1.00–1.20) | at most 1.05 | **no** | a \| b |`,
    );
  });
});

describe('rounds', () => {
  it('measure both sides in turn, warm up first, and change who begins', async () => {
    const order: string[] = [];
    const side = (name: string) => async (round: number) => {
      order.push(`${name}${round}`);
      return round;
    };
    const measured = await interleave({ rounds: 2, warmUps: 1 }, side('ours'), side('theirs'));
    expect(order).toEqual(['ours0', 'theirs0', 'theirs1', 'ours1', 'ours2', 'theirs2']);
    expect(measured).toEqual([
      { ours: 1, theirs: 1 },
      { ours: 2, theirs: 2 },
    ]);
    expect(sampleOf([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 });
  });
});
