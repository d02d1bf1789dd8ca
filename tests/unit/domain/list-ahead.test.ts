/** The list beside what bounds it: a daily maximum, the days ahead, a change of the rules, who is served first, the part of the day. */
import { describe, expect, it } from 'vitest';
import { buildCallList } from '../../../domain/call-list/call-list.ts';
import type { ListContext } from '../../../domain/call-list/evaluate.ts';
import { againstCapacity, FORECAST_DAYS, forecastDays, listsAhead } from '../../../domain/call-list/forecast.ts';
import { previewChange } from '../../../domain/call-list/preview.ts';
import { bestPartOf } from '../../../domain/calling-hours/best-part.ts';
import { serve, type Serving } from '../../../domain/claims/serving.ts';
import { addDays, instantAt, type CalendarDay } from '../../../domain/calendar/day.ts';
import { drawHoldOut } from '../../../domain/hold-out.ts';
import { DEFAULT_SETTINGS, type ProgrammeSettings } from '../../../domain/programmes/settings.ts';
import { call, callback, context, donor, gift, judge, mandate, TODAY } from '../../support/build-donor.ts';

const NEW = gift('2026-11-07');

describe('a daily maximum', () => {
  const donors = [
    donor({ gifts: [gift('2026-11-14', { amount: 150_000 })] }),
    donor({ gifts: [gift('2026-11-14', { amount: 250_000 })] }),
    donor({ gifts: [NEW] }),
    donor({ gifts: [gift('2026-11-06')] }),
  ];
  const onList = (director: number | null, caller: number | null, calledToday?: ListContext['calledToday']) => {
    const settings = { ...DEFAULT_SETTINGS, dailyMaximum: { ...DEFAULT_SETTINGS.dailyMaximum, director, caller } };
    const { items } = buildCallList(donors, context(TODAY, { settings, ...(calledToday && { calledToday }) }));
    return ['director', 'caller'].map((lane) => items.filter(({ match }) => match.lane === lane).length);
  };

  it.each([
    [null, null, [2, 2]],
    [1, null, [1, 2]],
    [null, 1, [2, 1]],
    [1, 1, [1, 1]],
    [2, 2, [2, 2]],
    [0, 0, [0, 0]],
  ])('of %j for the director and %j for callers', (director, caller, expected) => {
    expect(onList(director, caller)).toEqual(expected);
  });

  it('counts who was called today already', () => {
    expect(onList(2, 2, { director: 1, caller: 0 })).toEqual([1, 2]);
    expect(onList(2, 2, { director: 0, caller: 2 })).toEqual([2, 0]);
  });
});

describe('the forecast', () => {
  const donors = [donor({ gifts: [NEW] }), donor({ gifts: [gift('2026-11-09')] })];

  it('is of 28 days, each of the day after', () => {
    expect(FORECAST_DAYS).toBe(28);
    const days = [...forecastDays(donors, context())];
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 28 }, (_, ahead) => addDays(TODAY, ahead)));
    const callers = days.slice(0, 4).map(({ lanes }) => lanes.find(({ lane }) => lane === 'caller'));
    expect(callers.map((lane) => [lane?.onList, lane?.fresh, lane?.due])).toEqual([
      [1, 1, 1],
      [1, 0, 0],
      [2, 1, 1],
      [2, 0, 0],
    ]);
    expect(callers[2]?.byProgramme).toEqual({ 'thank-you-call': 2 });
  });

  it('counts who was called today for today only', () => {
    const settings = { ...DEFAULT_SETTINGS, dailyMaximum: { ...DEFAULT_SETTINGS.dailyMaximum, caller: 1 } };
    const calledToday = { director: 0, caller: 1 };
    const lists = [...listsAhead(donors, context(TODAY, { settings, calledToday }), 2)];
    expect(lists.map(({ list }) => list.items.length)).toEqual([0, 1]);
  });

  it('leaves work that is more than can be done for the next day', () => {
    const lane = (fresh: number) => [
      { lane: 'director' as const, onList: 90, fresh: 90, due: 0, byProgramme: {} },
      { lane: 'caller' as const, onList: 9, fresh, due: 0, byProgramme: {} },
    ];
    // Saturday, Sunday, Monday.
    const days = [
      { day: TODAY, lanes: lane(5) },
      { day: addDays(TODAY, 1), lanes: lane(2) },
      { day: addDays(TODAY, 2), lanes: lane(0) },
    ];
    const work = againstCapacity(days, 'caller', [9, 0, 0, 0, 0, 3, 1]);
    expect(work.map(({ capacity, waiting, left }) => [capacity, waiting, left])).toEqual([
      [3, 5, 2],
      [1, 4, 3],
      [9, 3, 0],
    ]);
    const nothing = days.map(({ day }) => ({ day, lanes: [] }));
    expect(againstCapacity(nothing, 'caller', [9, 0, 0, 0, 0, 3, 1]).map(({ waiting }) => waiting)).toEqual([0, 0, 0]);
  });
});

describe('the preview of a change', () => {
  const settings = (change: Partial<ProgrammeSettings['majorCall']>) => ({
    ...DEFAULT_SETTINGS,
    majorCall: { ...DEFAULT_SETTINGS.majorCall, ...change },
  });

  it('says of each donor where she goes, and why she is called no more', () => {
    const moved = donor({ gifts: [gift('2026-11-07', { amount: 60_000 })] });
    const stays = donor({ gifts: [NEW] });
    const gone = donor({ gifts: [gift('2026-11-15', { amount: 150_000 })] });
    const lowered = previewChange([stays, moved, gone], context(), {
      before: DEFAULT_SETTINGS,
      after: settings({ giftLimit: 50_000 }),
    });
    expect(lowered.comes.map(({ donorId, lane }) => [donorId, lane])).toEqual([[moved.donorId, 'director']]);
    expect(lowered.goes.map(({ donorId, why }) => [donorId, why.nl])).toEqual([
      [moved.donorId, 'Gaat naar een andere lijst: directietelefoontje.'],
    ]);
    const raised = previewChange([stays, moved, gone], context(), {
      before: DEFAULT_SETTINGS,
      after: settings({ giftLimit: 200_000, yearLimit: 900_000 }),
    });
    expect(raised.goes.map(({ donorId, why }) => [donorId, why.nl])).toEqual([
      [gone.donorId, 'Gift die alleen de grens haalt: € 1.500, moet minstens € 2.000 zijn.'],
    ]);
    const off = previewChange([gone], context(), { before: DEFAULT_SETTINGS, after: settings({ isOn: false }) });
    expect(off.goes[0]?.why.en).toBe('The programme is switched on: no, off.');
  });

  it('says what stands in the way of who is left out now', () => {
    const [first, second] = [donor({ gifts: [NEW] }), donor({ gifts: [gift('2026-11-06')] })];
    const after = { ...DEFAULT_SETTINGS, dailyMaximum: { ...DEFAULT_SETTINGS.dailyMaximum, caller: 1 } };
    const { goes, lanes } = previewChange([first, second], context(), { before: DEFAULT_SETTINGS, after });
    expect(goes.map(({ donorId, why }) => [donorId, why.en.slice(0, 20)])).toEqual([
      [first.donorId, 'Today’s list is full'],
    ]);
    expect(lanes.find(({ lane }) => lane === 'caller')).toMatchObject({ before: 2, after: 1 });
  });
});

describe('who is served first', () => {
  const items = buildCallList(
    [
      donor({ crmId: 2_000, gifts: [gift('2026-11-06')] }),
      donor({ crmId: 2_074, gifts: [gift('2026-11-06')] }),
      donor({ crmId: 2_037, gifts: [gift('2026-11-05')] }),
      donor({ crmId: 2_111, callbacks: [callback(TODAY)], gifts: [gift('2026-05-05')] }),
      donor({ crmId: 2_222, gifts: [NEW] }),
    ],
    context(),
  ).items;
  const of = (change: Partial<Serving>): readonly (number | null)[] =>
    serve(items, {
      me: 4,
      callers: new Set([4, 6, 31]),
      earlier: new Map(),
      isOnline: true,
      today: TODAY,
      ...change,
    }).map(({ crmId }) => crmId);

  it('with a network is everybody: promises, then by urgency, and then one’s own before the others', () => {
    // 2074 and 2222 are of caller 4; who is due today comes after who is late.
    expect(of({})).toEqual([2_111, 2_074, 2_000, 2_037, 2_222]);
    expect(of({ me: 6 })).toEqual([2_111, 2_000, 2_037, 2_074, 2_222]);
  });

  it('without one is one’s own part, and promises', () => {
    expect(of({ isOnline: false })).toEqual([2_111, 2_074, 2_222]);
  });
});

it('the draw of the hold-out group never changes: other versions of the program drew by it', () => {
  const drawn = Array.from({ length: 60 }, (_, key) => key).filter((key) =>
    drawHoldOut('seed', 'thank-you-call', String(key), 20),
  );
  expect(drawn).toEqual([0, 2, 3, 4, 10, 14, 22, 24, 26, 30, 36, 38, 40, 43, 45, 46]);
});

describe('the best part of the day', () => {
  it('looks at the last talk, whatever order the calls came in, and at today', () => {
    const at = (day: CalendarDay, time: string, result: 'attempt' | 'conversation') =>
      call(day, result, { at: instantAt(day, time) });
    const calls = [at(TODAY, '10:00', 'conversation'), at('2026-05-01', '14:00', 'conversation')];
    expect(bestPartOf({ calls, preferredPart: null }, TODAY).part).toBe('morning');
    expect(bestPartOf({ calls: calls.toReversed(), preferredPart: null }, TODAY).part).toBe('morning');
  });
});

it('a mandate that nobody cancelled goes on', () => {
  expect(judge(donor({ mandates: [mandate('2026-11-01')] })).programme).toBe('thank-you-call');
});
