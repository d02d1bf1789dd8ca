/** What the results say in words and figures, row by row, and which notes stand below them: only what holds. */
import { describe, expect, it } from 'vitest';
import { achievedOf, type Achieved, type GroupAchieved } from '../../../domain/results/achieved/achieved.ts';
import { gaveAgain, type DrawnDonor } from '../../../domain/results/achieved/drawn.ts';
import { sayFinding, sayNotes } from '../../../domain/results/achieved/say-achieved.ts';
import { rowsOf, type AchievedRow } from '../../../domain/results/achieved/say-row.ts';
import { armOf, DRAWN, drawnMany, giftOf } from '../../support/drawn-donors.ts';

const READING = '2026-10-01';
const NOBODY = { called: 0, held: 0 };
const NOTHING = { places: [], histories: [], erased: NOBODY };
const notes = (donors: readonly DrawnDonor[], told = NOTHING, reading: Achieved['reading'] = READING): string =>
  sayNotes(achievedOf(donors, reading), told)
    .map(({ en }) => en)
    .join('\n');

describe('one row', () => {
  const GROUP: GroupAchieved = achievedOf([], READING).all;
  const NONE = { value: 0, low: 0, high: 0 };
  const share = (difference: typeof NONE | null, detectable: number | null): AchievedRow | undefined => {
    const verdict = difference === null ? ('few-events' as const) : ('enough' as const);
    const found = GROUP.shares.slice(0, 1).map((each) => ({ ...each, difference, detectable, verdict }));
    return rowsOf({ ...GROUP, shares: found, amounts: [] })[0];
  };
  const amount = (difference: typeof NONE, total: number): AchievedRow | undefined => {
    const given = { of: 1_610, givers: 200, total, counted: total, above: 0 };
    const found = GROUP.amounts
      .slice(0, 1)
      .map((each) => ({ ...each, difference, detectable: 512, verdict: 'enough' as const, called: given }));
    return rowsOf({ ...GROUP, shares: [], amounts: found })[0];
  };

  it('stands for each outcome and each window, in their order', () => {
    expect(rowsOf(GROUP).map(({ outcome, months }) => `${outcome} ${months}`)).toEqual(
      ['gave-again', 'amount', 'mandate-kept', 'complaint', 'objection'].flatMap((outcome) =>
        [3, 6, 12].map((months) => `${outcome} ${months}`),
      ),
    );
  });

  it('has a sign before what is not zero, however small', () => {
    const row = share({ value: 0.004, low: -0.006, high: 0.014 }, 0.021);
    expect(row?.differenceText).toEqual({ nl: '+0,4 procentpunt', en: '+0.4 points' });
    expect(row?.intervalText?.nl).toBe('−0,6 tot +1,4');
    expect(row?.shortText?.en).toBe('+0.4 (−0.6 to +1.4)');
    expect(row?.smallestShort.nl).toBe('2,1');
    expect(row?.said.en).toBe('no difference was shown');
    expect(share({ value: 0.0001, low: -0.0001, high: 0.5 }, 0.5)?.shortText?.nl).toBe('0,0 (0,0 tot +50,0)');
  });

  it('has no figures where nothing is said, and a dash where no difference could have been shown', () => {
    expect(share(null, null)).toMatchObject({
      differenceText: null,
      intervalText: null,
      shortText: null,
      smallestShort: { nl: '–' },
      said: { nl: 'te weinig om iets te zeggen' },
    });
  });

  it('tells amounts in euros for each donor, and what a group gave in whole euros', () => {
    const row = amount({ value: 312, low: 40, high: 584 }, 1_234_560);
    expect(row?.called.nl).toBe('€ 12.346 van 1.610');
    expect(row?.differenceText?.nl).toMatch(/^\+€ ?3,12$/);
    expect(row?.shortText?.nl).toBe('+3,12 (+0,40 tot +5,84)');
    expect(row?.smallestShort.en).toBe('5.12');
    expect(row?.difference).toEqual({ value: 312, low: 40, high: 584 });
    expect(row?.said.nl).toBe('Wie gebeld mocht worden gaf meer');
    expect(amount({ value: -312, low: -584, high: -40 }, 100)?.said.nl).toBe('Wie gebeld mocht worden gaf minder');
  });
});

describe('the finding', () => {
  it('is of twelve months: whoever gives sooner gives no more often', () => {
    const donors = drawnMany(800, (index) => {
      const day = armOf(index).arm === 'called' ? '2025-02-10' : '2025-11-10';
      return { ...armOf(index), gifts: index % 8 < 4 ? [giftOf(2_500, day)] : [] };
    });
    const achieved = achievedOf(donors, READING);
    expect(rowsOf(achieved.all)[0]?.said.en).toBe('Those who might be called gave again more often');
    expect(sayFinding(achieved).en).toBe('No difference was shown in giving again within a year');
  });

  it('is that there are too few, also when as many are called as held out', () => {
    const achieved = achievedOf(
      drawnMany(10, (index) => armOf(index, 2)),
      READING,
    );
    expect(achieved.all.drawn).toEqual({ called: 5, held: 5 });
    expect(sayFinding(achieved).en).toBe('Too few yet to tell anything about giving again within a year');
  });
});

describe('the notes', () => {
  const donors = drawnMany(100, (index) => armOf(index));

  it('say nothing of several draws, of who is not followed yet, and of who is gone, where there is none', () => {
    expect(notes(donors)).not.toMatch(/by itself|long enough|Since the draw|was changed|so many gave more/);
  });

  it('name several draws: two programmes, or two shares of one', () => {
    const shares = drawnMany(100, (index) => ({ ...armOf(index), percent: index < 50 ? 20 : 10 }));
    expect(notes(shares)).toContain('each share was compared by itself');
    expect(achievedOf(shares, READING).all.percents).toEqual([10, 20]);
    const programmes = drawnMany(100, (index) => ({
      ...armOf(index),
      programme: index < 50 ? 'thank-you-call' : 'anniversary-call',
    }));
    expect(notes(programmes)).toContain('each share was compared by itself');
  });

  it('name who is not followed for a year yet, window by window', () => {
    expect(notes(donors, NOTHING, '2025-10-01')).toContain(
      'so not counted: 0 for 3 months, 0 for 6 months, 100 for 12 months.',
    );
  });

  it('count who went, and who gave more than counts, in both groups together', () => {
    const gone = drawnMany(100, (index) => ({ ...armOf(index, 2), isRemoved: index < 6 }));
    expect(notes(gone)).toContain('removed or merged in the CRM and not counted: 3 who might be called and 3 of');
    expect(notes(donors, { ...NOTHING, erased: { called: 1, held: 1 } })).toContain('erased on request');
    const rich = drawnMany(100, (index) => ({ ...armOf(index, 2), gifts: [giftOf(index < 2 ? 100_001 : 100_000)] }));
    expect(notes(rich)).toContain('so many gave more: 2.');
  });

  it('name a share that was changed once', () => {
    const name = { nl: 'bedanktelefoontje', en: 'thank-you call' };
    const shares = [
      { since: '2025-01-05', percent: 10 },
      { since: '2025-03-01', percent: 20 },
    ] as const;
    expect(notes(donors, { ...NOTHING, histories: [{ name, shares }] as never })).toContain(
      'was changed: 10% from 5 January 2025, 20% from 1 March 2025.',
    );
  });
});

describe('who counts', () => {
  it('is whoever was drawn before the day of reading, not on it', () => {
    const drawn = (day: Achieved['reading']): number =>
      achievedOf([{ ...DRAWN, enteredOn: day }], READING).all.drawn.called;
    expect([drawn('2026-09-30'), drawn('2026-10-01')]).toEqual([1, 0]);
  });

  it('is by the first draw of one day in the order of the programmes, however they come', () => {
    const first: DrawnDonor = { ...DRAWN, arm: 'held' };
    const second: DrawnDonor = { ...DRAWN, programme: 'anniversary-call' };
    for (const both of [
      [first, second],
      [second, first],
    ]) {
      expect(achievedOf(both, READING).all.drawn).toEqual({ called: 0, held: 1 });
    }
  });

  it('is told with all that was given: who gave nothing is no giver, and € 1,000 is not more than counts', () => {
    const gifts = [[], [giftOf(100_000)], [giftOf(100_001)], [giftOf(1), giftOf(2)]];
    const { all } = achievedOf(
      drawnMany(4, (index) => ({ gifts: gifts[index] ?? [] })),
      READING,
    );
    expect(all.amounts[0]?.called).toEqual({ of: 4, givers: 3, total: 200_004, counted: 200_003, above: 1 });
    expect(all.amounts[0]?.held).toEqual({ of: 0, givers: 0, total: 0, counted: 0, above: 0 });
  });

  it('gave again with one gift within the window, whatever else she gave', () => {
    const donor = { ...DRAWN, gifts: [giftOf(5, '2024-12-01'), giftOf(5), giftOf(5, '2026-12-01')] };
    expect(gaveAgain({ donor, until: '2025-04-30' })).toBe(true);
  });

  it('did not give again by a mandate that began on the day of the draw', () => {
    const mandates = [{ id: 7, startDay: DRAWN.enteredOn, status: 'running', cancelledDay: null }] as const;
    const donor = { ...DRAWN, mandates, gifts: [{ ...giftOf(5), mandateId: 7 }] };
    expect(gaveAgain({ donor, until: '2025-04-30' })).toBe(false);
  });
});
