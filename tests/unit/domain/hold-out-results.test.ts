/** What counts of a donor who was drawn, in which window, and what is said of everybody who does not count. */
import { describe, expect, it } from 'vitest';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import { entryOf, sharesSince } from '../../../domain/hold-out.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { achievedOf, nextReading, readingOn } from '../../../domain/results/achieved/achieved.ts';
import {
  amountGiven,
  complained,
  endOfWindow,
  gaveAgain,
  keptMandate,
  objected,
  type DrawnDonor,
  type Months,
} from '../../../domain/results/achieved/drawn.ts';
import { sayFigures, sayFinding, sayNotes, sayReading } from '../../../domain/results/achieved/say-achieved.ts';
import { rowsOf } from '../../../domain/results/achieved/say-row.ts';
import { armOf, DRAWN, drawnMany } from '../../support/drawn-donors.ts';

const followed = (change: Partial<DrawnDonor>, months: Months = 3) => {
  const donor = { ...DRAWN, ...change };
  return { donor, until: endOfWindow(donor, months) };
};
const gift = (day: DrawnDonor['enteredOn'], mandateId: number | null = null) => ({ day, amount: 2_500, mandateId });
const mandate = (change: Partial<DrawnDonor['mandates'][number]> = {}): DrawnDonor['mandates'][number] => ({
  id: 7,
  startDay: '2025-01-10',
  status: 'running',
  cancelledDay: null,
  ...change,
});

describe('of one donor', () => {
  it('a window is whole months after the draw, up to and including its last day', () => {
    expect([3, 6, 12].map((months) => endOfWindow(DRAWN, months as Months))).toEqual([
      '2025-04-30',
      '2025-07-31',
      '2026-01-31',
    ]);
    expect(gaveAgain(followed({ gifts: [gift('2025-01-31')] }))).toBe(false);
    expect(gaveAgain(followed({ gifts: [gift('2025-02-01')] }))).toBe(true);
    expect(gaveAgain(followed({ gifts: [gift('2025-04-30')] }))).toBe(true);
    expect(gaveAgain(followed({ gifts: [gift('2025-05-01')] }))).toBe(false);
    expect(gaveAgain(followed({ gifts: [gift('2025-05-01')] }, 6))).toBe(true);
  });

  it('a debit of a mandate that ran already is money, but no gift made again; of a new mandate it is', () => {
    const debit = { gifts: [gift('2025-02-10', 7)] };
    expect(gaveAgain(followed({ ...debit, mandates: [mandate()] }))).toBe(false);
    expect(amountGiven(followed({ ...debit, mandates: [mandate()] }))).toBe(2_500);
    expect(gaveAgain(followed({ ...debit, mandates: [mandate({ startDay: '2025-02-01' })] }))).toBe(true);
    expect(gaveAgain(followed({ ...debit, mandates: [mandate({ cancelledDay: '2025-01-31' })] }))).toBe(true);
  });

  it('a mandate is kept when it still runs at the end; of whom none ran nothing is said', () => {
    expect(keptMandate(followed({}))).toBeNull();
    expect(keptMandate(followed({ mandates: [mandate({ startDay: '2025-02-01' })] }))).toBeNull();
    expect(keptMandate(followed({ mandates: [mandate()] }))).toBe(true);
    const ended = (day: DrawnDonor['enteredOn'] | null) => [mandate({ status: 'cancelled', cancelledDay: day })];
    expect(keptMandate(followed({ mandates: ended('2025-04-30') }))).toBe(false);
    expect(keptMandate(followed({ mandates: ended('2025-05-01') }))).toBe(true);
    expect(keptMandate(followed({ mandates: ended(null) }))).toBe(false);
    expect(keptMandate(followed({ mandates: [...ended('2025-02-01'), mandate({ id: 8 })] }))).toBe(true);
  });

  it('what is said in the call on the day of the draw counts', () => {
    expect(complained(followed({ complaints: ['2025-01-30'] }))).toBe(false);
    expect(complained(followed({ complaints: ['2025-01-31'] }))).toBe(true);
    expect(objected(followed({ objections: ['2025-04-30'] }))).toBe(true);
    expect(objected(followed({ objections: ['2025-05-01'] }))).toBe(false);
  });
});

describe('the moments of reading', () => {
  it('are the first days of the quarters', () => {
    expect(
      ['2026-11-21', '2026-10-01', '2026-09-30', '2026-01-01'].map((day) => readingOn(day as '2026-01-01')),
    ).toEqual(['2026-10-01', '2026-10-01', '2026-07-01', '2026-01-01']);
    expect([nextReading('2026-07-01'), nextReading('2026-10-01')]).toEqual(['2026-10-01', '2027-01-01']);
    expect(sayReading('2026-10-01')).toEqual({
      nl: 'Stand van 1 oktober 2026. De volgende is op 1 januari 2027.',
      en: 'As of 1 October 2026. The next reading is on 1 January 2027.',
    });
  });
});

const NOTHING = { places: [], histories: [], erased: { called: 0, held: 0 } };
const notesOf = (...told: Parameters<typeof sayNotes>): string =>
  sayNotes(...told)
    .map(({ nl }) => nl)
    .join('\n');

describe('of everybody', () => {
  it('only who was followed to the end of a window is in it', () => {
    const donors = drawnMany(200, (index) => ({
      ...armOf(index),
      enteredOn: index < 120 ? '2025-01-31' : index < 160 ? '2026-01-15' : '2026-09-30',
    }));
    const { all } = achievedOf(donors, '2026-10-01');
    expect(all.notYet).toEqual([
      { months: 3, count: 40 },
      { months: 6, count: 40 },
      { months: 12, count: 80 },
    ]);
    const [three, , twelve] = all.shares.filter(({ outcome }) => outcome === 'gave-again');
    expect([three?.called.of, three?.held.of]).toEqual([120, 40]);
    expect([twelve?.called.of, twelve?.held.of]).toEqual([90, 30]);
    // The window has to have ended before the day of reading.
    expect(achievedOf(donors, '2026-01-31').all.shares[2]?.called.of).toBe(0);
    expect(achievedOf(donors, '2026-02-01').all.shares[2]?.called.of).toBe(90);
    expect(notesOf(achievedOf(donors, '2026-10-01'), NOTHING)).toContain(
      'niet meegeteld: 40 voor 3 maanden, 40 voor 6 maanden, 80 voor 12 maanden.',
    );
  });

  it('who was tried before or is gone does not count, who was on the list does, and each is said', () => {
    const donors = drawnMany(300, (index) => ({
      ...armOf(index),
      ...(index < 10 ? { arm: null } : {}),
      isRemoved: index >= 20 && index < 32,
      isFromBefore: index >= 100 && index < 105,
    }));
    const achieved = achievedOf(donors, '2026-10-01');
    expect(achieved.all.drawn).toEqual({ called: 209, held: 69 });
    expect(achieved.leftOut).toEqual({ triedBefore: 10, removed: { called: 9, held: 3 } });
    expect(achieved.fromBefore).toBe(5);
    const said = notesOf(achieved, {
      places: [],
      erased: { called: 2, held: 1 },
      histories: [
        {
          name: { nl: 'bedanktelefoontje', en: 'thank-you call' },
          shares: [
            { since: '2025-01-05', percent: 10 },
            { since: '2025-03-01', percent: 0 },
            { since: '2025-04-01', percent: 20 },
          ],
        },
        { name: { nl: 'jubileum', en: 'anniversary' }, shares: [{ since: '2025-01-05', percent: 10 }] },
      ],
    });
    expect(said).toContain('5 stonden al op de lijst toen de groep werd geopend.');
    expect(said).toContain('10 waren al gebeld voordat de groep werd geopend');
    expect(said).toContain('9 die gebeld mochten worden en 3 uit de vergelijkingsgroep.');
    expect(said).toContain('op verzoek gewist en niet meegeteld: 2 die gebeld mochten worden en 1 uit');
    expect(said).toContain('10% vanaf 5 januari 2025, uit vanaf 1 maart 2025, 20% vanaf 1 april 2025.');
    expect(said).not.toContain('jubileum');
    expect(
      notesOf(
        achievedOf(
          drawnMany(100, (index) => armOf(index)),
          '2026-10-01',
        ),
        NOTHING,
      ),
    ).not.toMatch(/gewist|verwijderd|waren al gebeld|stonden al/);
  });

  it('over all programmes each donor counts once, by her first draw', () => {
    const first = drawnMany(80, (index) => armOf(index));
    const second = drawnMany(80, (index) => ({
      arm: index % 2 === 0 ? 'held' : 'called',
      programme: 'anniversary-call',
      enteredOn: '2025-03-01',
    }));
    const achieved = achievedOf([...second, ...first], '2026-10-01');
    expect(achieved.all.drawn).toEqual({ called: 60, held: 20 });
    expect(achieved.programmes.map(({ programme, drawn }) => [programme, drawn.held])).toEqual([
      ['thank-you-call', 20],
      ['anniversary-call', 40],
    ]);
    expect(notesOf(achieved, NOTHING)).toContain('alleen met de eerste loting');
  });

  it('of one donor no more than € 1,000 counts in the difference, and the total shows all of it', () => {
    const donors = drawnMany(200, (index) => ({
      ...armOf(index),
      gifts: [{ day: '2025-02-10', amount: index === 1 ? 900_000 : 2_000 + index, mandateId: null }],
    }));
    const { all } = achievedOf(donors, '2026-10-01');
    expect(all.amounts[0]?.called).toMatchObject({ of: 150, givers: 150, above: 1 });
    expect((all.amounts[0]?.called.total ?? 0) - (all.amounts[0]?.called.counted ?? 0)).toBe(800_000);
    expect(notesOf(achievedOf(donors, '2026-10-01'), NOTHING)).toContain('hoogstens € 1.000; zoveel gaven er meer: 1.');
  });
});

describe('the places', () => {
  const achieved = achievedOf(
    drawnMany(100, (index) => armOf(index)),
    '2026-10-01',
  );

  it('are said, with the days for which each was read', () => {
    expect(notesOf(achieved, NOTHING)).toContain('Giften zijn geteld zoals het CRM ze kent.');
    const places = [
      { name: 'Stichting Voorbeeld', from: '2025-03-01', until: '2026-10-02' },
      { name: 'De loop', from: '2026-09-01', until: null },
    ] as const;
    const said = notesOf(achieved, { ...NOTHING, places });
    expect(said).toContain(
      'uit het CRM en van Stichting Voorbeeld (van 1 maart 2025 tot 2 oktober 2026), De loop (nog niet gelezen), in beide groepen gelijk.',
    );
  });
});

describe('the words', () => {
  const donors = (heldGives: number, calledGives: number): readonly DrawnDonor[] =>
    drawnMany(800, (index) => {
      const isHeld = index % 4 === 0;
      const gives = Math.floor(index / 4) < (isHeld ? heldGives : calledGives);
      return {
        arm: isHeld ? 'held' : 'called',
        gifts: gives ? [{ ...gift('2025-03-03'), amount: 1_500 + index }] : [],
      };
    });

  it.each([
    [40, 80, 'Wie gebeld mocht worden gaf vaker opnieuw binnen een jaar'],
    [80, 40, 'Wie gebeld mocht worden gaf minder vaak opnieuw binnen een jaar'],
    [50, 52, 'Geen verschil aangetoond in opnieuw geven binnen een jaar'],
    [1, 2, 'Nog te weinig om iets te zeggen over opnieuw geven binnen een jaar'],
  ])('%i and %i of two hundred: %s', (held, called, finding) => {
    const achieved = achievedOf(donors(held, called), '2026-10-01');
    expect(sayFinding(achieved).nl).toBe(finding);
    expect(sayFigures(achieved) === null).toBe(finding.includes('te weinig'));
  });

  it('of nobody drawn say that nothing can be said', () => {
    expect(sayFinding(achievedOf([], '2026-10-01')).nl).toContain('nog niemand geloot');
  });

  it('always have how many of how many and the interval beside a difference, and no percentage', () => {
    const achieved = achievedOf(donors(40, 80), '2026-10-01');
    expect(sayFigures(achieved)?.nl).toMatch(
      /^240 van 600 die gebeld mochten worden, 40 van 200 in de vergelijkingsgroep\. Verschil \+20,0 procentpunt, waarschijnlijk tussen \+12,\d en \+26,\d\.$/,
    );
    for (const { called, held, shortText, difference, said } of rowsOf(achieved.all)) {
      for (const language of ['nl', 'en'] as const) {
        expect(called[language]).toMatch(/ (van|of) \d+$/);
        expect(held[language]).toMatch(/ (van|of) \d+$/);
        expect(`${called[language]}${held[language]}${shortText?.[language] ?? ''}`).not.toContain('%');
      }
      expect(difference === null).toBe(shortText === null);
      expect(shortText?.nl ?? said.nl).toMatch(
        /^(?:te weinig om iets te zeggen|[+−]?[\d.,]+ \([+−]?[\d.,]+ tot [+−]?[\d.,]+\))$/,
      );
    }
  });
});

describe('when and with which share a donor takes part', () => {
  const version = (day: CalendarDay, change: Partial<(typeof DEFAULT_SETTINGS)['thankYouCall']>) => ({
    day,
    settings: { ...DEFAULT_SETTINGS, thankYouCall: { ...DEFAULT_SETTINGS.thankYouCall, ...change } },
  });

  it('is told by every change of the share; off, or on the director’s list, is none', () => {
    const versions = [
      version('2026-01-01', { maximumAttempts: 2 }),
      version('2026-02-01', { holdOutPercent: 10 }),
      version('2026-03-01', { holdOutPercent: 10, priority: 41 }),
      version('2026-04-01', { holdOutPercent: 10, isOn: false }),
      version('2026-05-01', { holdOutPercent: 25 }),
      version('2026-06-01', { holdOutPercent: 25, lane: 'director' }),
    ];
    expect(sharesSince(versions, 'thank-you-call')).toEqual([
      { since: '2026-02-01', percent: 10 },
      { since: '2026-04-01', percent: 0 },
      { since: '2026-05-01', percent: 25 },
      { since: '2026-06-01', percent: 0 },
    ]);
    expect(sharesSince(versions, 'callback')).toEqual([]);
  });

  it('is the share that was in force when she came on the list, else the next one', () => {
    const shares = [
      { since: '2026-02-01', percent: 10 },
      { since: '2026-04-01', percent: 0 },
      { since: '2026-05-01', percent: 25 },
    ] as const;
    const now = { since: '2026-06-10', percent: 25 } as const;
    const entry = (from: CalendarDay) => entryOf(shares, from, now);
    expect(entry('2026-01-01')).toEqual({ enteredOn: '2026-02-01', percent: 10, isFromBefore: true });
    expect(entry('2026-02-01')).toEqual({ enteredOn: '2026-02-01', percent: 10, isFromBefore: false });
    expect(entry('2026-03-31')).toEqual({ enteredOn: '2026-03-31', percent: 10, isFromBefore: false });
    expect(entry('2026-04-01')).toEqual({ enteredOn: '2026-05-01', percent: 25, isFromBefore: true });
    expect(entry('2026-06-01')).toEqual({ enteredOn: '2026-06-01', percent: 25, isFromBefore: false });
    const one = [{ since: '2026-02-01', percent: 1 }] as const;
    expect(entryOf(one, '2026-02-01', now)).toEqual({ enteredOn: '2026-02-01', percent: 1, isFromBefore: false });
    expect(entryOf(one, '2026-01-31', now)).toEqual({ enteredOn: '2026-02-01', percent: 1, isFromBefore: true });
    expect(entryOf([], '2026-01-01', now)).toEqual({ enteredOn: '2026-06-10', percent: 25, isFromBefore: true });
  });
});
