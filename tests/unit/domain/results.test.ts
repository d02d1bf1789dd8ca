/** The rules of the results: intervals, answers, pace, the map and the spreadsheet, for anything that can be counted. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceOf, reachedOf, type CountedCall } from '../../../domain/results/calls.ts';
import { withoutGuard, writeCell, writeCsv } from '../../../domain/results/csv.ts';
import { journeyMapOf, type Felt } from '../../../domain/results/journey-map.ts';
import { mapColumns, type MapColumn } from '../../../domain/results/map-columns.ts';
import { findingOf } from '../../../renderer/screens/results/map-finding.ts';
import { recommendationOf } from '../../../domain/results/nps.ts';
import { meanOf, medianOf, shareOf } from '../../../domain/results/share.ts';
import { EMOTIONS } from '../../../domain/operation.ts';
import { PROGRAMME_IDS } from '../../../domain/programmes/programme-id.ts';

describe('a share', () => {
  it('has the interval of Wilson', () => {
    const { share, low, high } = shareOf(10, 50);
    expect(share).toBe(0.2);
    expect(low).toBeCloseTo(0.1124, 3);
    expect(high).toBeCloseTo(0.3304, 3);
    expect(shareOf(0, 0)).toMatchObject({ share: null, isTooFew: true });
    expect(shareOf(29, 29).isTooFew).toBe(true);
    expect(shareOf(30, 30)).toMatchObject({ isTooFew: false, high: 1 });
  });

  it('lies within its interval, which lies between nothing and all, and becomes narrower with more', () => {
    const counts = fc
      .integer({ min: 1, max: 5_000 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(counts, ([count, of]) => {
        const { share, low, high } = shareOf(count, of);
        expect(low >= 0 && high <= 1 && low <= (share ?? 0) && (share ?? 0) <= high).toBe(true);
        const more = shareOf(count * 10, of * 10);
        expect(more.high - more.low).toBeLessThanOrEqual(high - low + 1e-9);
      }),
    );
  });
});

describe('recommendation', () => {
  it('is who promotes less who detracts, of all who answered', () => {
    const { score, answers } = recommendationOf([10, 9, 8, 7, 6, 0]);
    expect(score.mean).toBeCloseTo(0);
    expect(answers).toEqual([1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 })), (all) => {
        const found = recommendationOf(all);
        expect(found.answers.reduce((sum, count) => sum + count, 0)).toBe(all.length);
        const { mean } = found.score;
        expect(mean === null || (mean >= -100 && mean <= 100)).toBe(true);
      }),
    );
  });
});

const anyCall: fc.Arbitrary<CountedCall> = fc.record({
  donorId: fc.integer({ min: 1, max: 5 }),
  programme: fc.constantFrom('thank-you-call', 'callback'),
  day: fc.constantFrom('2026-11-18' as const, '2026-11-20' as const),
  at: fc.integer({ min: 0, max: 1_439 }).map((minute) => new Date(Date.UTC(2026, 10, 20, 0, minute)).toISOString()),
  isConversation: fc.boolean(),
  caller: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  durationSeconds: fc.integer({ min: 0, max: 3_000 }),
});

describe('calls', () => {
  it('are each counted once by part of the day and once by attempt', () => {
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 60 }), (calls) => {
        const { byPart, byAttempt, all } = reachedOf(calls, '2026-11-20');
        const sum = (shares: Readonly<Record<string, { of: number; count: number }>>, key: 'of' | 'count'): number =>
          Object.values(shares).reduce((total, share) => total + share[key], 0);
        for (const shares of [byPart, byAttempt]) {
          expect(sum(shares, 'of')).toBe(all.of);
          expect(sum(shares, 'count')).toBe(all.count);
        }
        expect(all.of).toBe(calls.filter(({ day }) => day === '2026-11-20').length);
      }),
    );
  });

  it('know a second attempt, also of before the period, and begin anew after a conversation', () => {
    const call = (day: '2026-11-18' | '2026-11-20', isConversation: boolean): CountedCall => ({
      donorId: 1,
      programme: 'thank-you-call',
      day,
      at: `${day}T18:00:00.000Z`,
      isConversation,
      caller: 1,
      durationSeconds: 60,
    });
    const { byAttempt } = reachedOf(
      [call('2026-11-18', false), call('2026-11-20', true), call('2026-11-20', false)],
      '2026-11-20',
    );
    expect([byAttempt.first.of, byAttempt.second.of, byAttempt.later.of]).toEqual([1, 1, 0]);
  });

  it('in an hour leave breaks out, and do not depend on the order or on who called', () => {
    const at = (time: string, caller = 1): CountedCall => ({
      donorId: 1,
      programme: 'callback',
      day: '2026-11-20',
      at: `2026-11-20T${time}:00.000Z`,
      isConversation: true,
      caller,
      durationSeconds: 600,
    });
    expect(paceOf([at('18:00'), at('18:10'), at('20:00')])).toMatchObject({ calls: 3, hours: 0.5, perHour: 6 });
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 40 }), (calls) => {
        const pace = paceOf(calls);
        expect(paceOf(calls.toReversed()).hours).toBeCloseTo(pace.hours, 9);
        expect(pace.hours).toBeLessThanOrEqual(25 * Math.max(1, pace.callers));
        expect(pace.calls).toBe(calls.filter(({ caller }) => caller !== null).length);
      }),
    );
  });
});

describe('the map of the journey', () => {
  const felt: fc.Arbitrary<Felt> = fc.record({
    programme: fc.constantFrom(...PROGRAMME_IDS),
    month: fc.constantFrom('2026-09', '2026-10', '2026-11'),
    level: fc.constantFrom('first-gift', 'loyal', null),
    emotion: fc.constantFrom(...EMOTIONS),
  });

  it('counts everything once by step and month, and calls a step weak only when there is enough to say so', () => {
    fc.assert(
      fc.property(fc.array(felt, { maxLength: 300 }), (all) => {
        const { steps, months, weakest } = journeyMapOf(all);
        const total = (parts: readonly { readonly mean: { readonly of: number } }[]): number =>
          parts.reduce((sum, { mean }) => sum + mean.of, 0);
        expect(total(steps)).toBe(all.length);
        expect(total(months)).toBe(all.length);
        const weak = steps.find(({ programme }) => programme === weakest);
        expect(weakest === null || (weak !== undefined && !weak.mean.isTooFew)).toBe(true);
        const enough = steps.filter(({ mean }) => !mean.isTooFew);
        const sorted = enough.toSorted((a, b) => (a.mean.mean ?? 0) - (b.mean.mean ?? 0));
        expect(weakest !== null).toBe((sorted[0]?.mean.high ?? 0) < (sorted.at(-1)?.mean.low ?? 0));
        expect(enough.every(({ mean }) => (mean.mean ?? 0) >= (weak?.mean.mean ?? -2))).toBe(true);
      }),
    );
  });
});

describe('a mean and a median', () => {
  it('lie between the least and the most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1 }), (values) => {
        const least = Math.min(...values);
        const most = Math.max(...values);
        for (const middle of [meanOf(values).mean ?? 0, medianOf(values) ?? 0]) {
          expect(middle >= least - 1e-9 && middle <= most + 1e-9).toBe(true);
        }
      }),
    );
    expect(medianOf([])).toBeNull();
    expect(medianOf([3, 1, 2, 10])).toBe(2.5);
  });
});

describe('the spreadsheet', () => {
  it.each(['=1+1', '+31612345678', '-2', '@SUM(A1)', '\t=1', '  =1', '\r=1'])('never gets %j as a formula', (text) => {
    const [[cell = ''] = []] = parse(writeCsv([[text]]), { delimiter: ';', bom: true });
    expect(cell).toBe(`'${text}`);
  });

  it('gives every text and number back as it was, but for that apostrophe', () => {
    const cells = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', ';', '=', '\n', '\r', 'a', "'") }),
      fc.integer(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cells, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const read = parse(writeCsv(rows), {
          delimiter: ';',
          bom: true,
          relax_column_count: true,
          skip_empty_lines: false,
        });
        const expected = rows.map((row) =>
          row.map((cell) => (typeof cell === 'string' && /^'*\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell))),
        );
        expect(read).toEqual(expected);
        expect(read.map((row) => row.map(withoutGuard))).toEqual(rows.map((row) => row.map(String)));
      }),
    );
    expect(writeCell(null)).toBe('');
    expect(writeCell(Number.NaN)).toBe('');
    expect(writeCell(-3)).toBe('-3');
  });
});

describe('the map of the journey', () => {
  const nameOf = (programme: string): { nl: string; en: string } => ({ nl: programme, en: programme });
  const felt = (programme: Felt['programme'], emotion: Felt['emotion'], times: number): Felt[] =>
    Array.from({ length: times }, () => ({ programme, emotion, month: '2026-11', level: null }));

  it('has every step of the journey in its order, asked about or not, and other calls after them', () => {
    const { steps } = journeyMapOf([...felt('birthday', 'happy', 2), ...felt('thank-you-call', 'delighted', 3)]);
    const columns = mapColumns(steps, nameOf);
    expect(columns.map(({ id }) => id)).toEqual([
      'thanks-email',
      'service-call',
      'post',
      'major-call',
      'thank-you-call',
      'first-mailing',
      'second-mailing',
      'birthday',
    ]);
    expect(columns.filter(({ isAsked }) => isAsked)).toHaveLength(4);
    expect(columns.find(({ id }) => id === 'thank-you-call')?.cell).toMatchObject({
      counts: [0, 0, 0, 0, 3],
      median: 2,
    });
    expect(columns.find(({ id }) => id === 'major-call')?.cell).toBeNull();
  });

  it('is told in a sentence that says no more than the answers bear', () => {
    const told = (all: readonly Felt[]): unknown =>
      findingOf(mapColumns(journeyMapOf(all).steps, nameOf).map(shownColumn));
    expect(told(felt('thank-you-call', 'happy', 29))).toEqual({ kind: 'few' });
    expect(told(felt('thank-you-call', 'happy', 30))).toMatchObject({ kind: 'one', word: 'happy' });
    const happy = felt('thank-you-call', 'happy', 40);
    expect(told([...happy, ...felt('service-call', 'happy', 40)])).toEqual({ kind: 'alike' });
    expect(told([...happy, ...felt('service-call', 'angry', 40)])).toMatchObject({
      kind: 'difference',
      best: { nl: 'thank-you-call' },
      worst: { nl: 'service-call' },
    });
  });
});

function shownColumn({ cell, ...column }: MapColumn): Parameters<typeof findingOf>[0][number] {
  return { ...column, cell: cell === null ? null : { ...cell, counts: [...cell.counts] } };
}
