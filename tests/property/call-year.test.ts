/**
 * A year of calling, day by day, with random donors: what the list promises holds on every one of its days, over leap
 * days, year ends, the nights of the clock change, and Easter. The seed is printed; DANKBEL_SEED runs a year again.
 */
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, instantAt, type CalendarDay } from '../../domain/calendar/day.ts';
import type { CallFact, CallResult } from '../../domain/call-fact.ts';
import { DEFAULT_CALLING_HOURS, openingOn } from '../../domain/calling-hours/calling-hours.ts';
import { easterSunday } from '../../domain/calling-hours/holidays.ts';
import { buildCallList, ofLane, type CallList } from '../../domain/call-list/call-list.ts';
import type { Candidate } from '../../domain/call-list/evaluate.ts';
import { listsAhead } from '../../domain/call-list/forecast.ts';
import type { DonorFacts } from '../../domain/donor-facts.ts';
import { givingOn } from '../../domain/giving.ts';
import { PROGRAMME_IDS } from '../../domain/programmes/programme-id.ts';
import { DEFAULT_SETTINGS, SECTION_OF, type ProgrammeSettings } from '../../domain/programmes/settings.ts';
import { context, donor, gift, mandate } from '../support/build-donor.ts';
import { seededRandom } from '../support/seeded-random.ts';

const SEEDS =
  process.env['DANKBEL_SEED'] === undefined ? [20_261_121, 4, 2_024] : [Number(process.env['DANKBEL_SEED'])];
/** A leap year, from the eve of a year end to after the next: 29 February, Easter, both clock changes and two year ends. */
const FIRST: CalendarDay = '2027-12-27';
const DAYS = 372;
const DONORS = 160;
const CALLS_A_DAY = 6;

const EVERYTHING_ON = Object.fromEntries(
  Object.entries(DEFAULT_SETTINGS).map(([id, section]) => [
    id,
    'isOn' in section ? { ...section, isOn: true } : section,
  ]),
) as ProgrammeSettings;

interface Happened {
  readonly day: CalendarDay;
  readonly donorId: number;
  readonly item: Candidate;
  readonly result: CallResult;
}

interface Year {
  readonly donors: readonly DonorFacts[];
  readonly called: readonly Happened[];
  /** Days on which each donor was on a list, and could have been called. */
  readonly listed: ReadonlyMap<number, readonly CalendarDay[]>;
}

function inventDonor(random: () => number): DonorFacts {
  const dayIn = (from: number, to: number): CalendarDay => addDays(FIRST, Math.floor(from + random() * (to - from)));
  const isNew = random() < 0.6;
  const first = isNew ? dayIn(-10, DAYS - 20) : dayIn(-3_000, -40);
  const amount = random() < 0.15 ? 150_000 : 500 + Math.floor(random() * 20_000);
  const running = random() < 0.4 ? [mandate(first)] : [];
  const gifts = [gift(first, { amount, mandateId: running[0]?.id ?? null })];
  while (random() < 0.6) {
    const status = random() < 0.12 ? (random() < 0.5 ? 'failed' : 'reversed') : 'received';
    gifts.push(gift(addDays(first, Math.floor(random() * 700)), { amount, status, mandateId: running[0]?.id ?? null }));
  }
  return donor({
    gifts,
    mandates: running,
    hasObjected: random() < 0.05,
    birthday: random() < 0.3 ? first.slice(5) : null,
  });
}

function resultOf(random: () => number): CallResult {
  const drawn = random();
  return drawn < 0.35 ? 'conversation' : drawn < 0.4 ? 'closed' : drawn < 0.6 ? 'voicemail-left' : 'attempt';
}

/** @param callsADay no calls at all, when 0: then the lists must be those of the forecast */
function liveYear(seed: number, settings: ProgrammeSettings, callsADay: number): Year {
  const random = seededRandom(seed);
  let donors = Array.from({ length: DONORS }, () => inventDonor(random));
  const called: Happened[] = [];
  const listed = new Map<number, CalendarDay[]>();
  for (let ahead = 0; ahead < DAYS; ahead += 1) {
    const day = addDays(FIRST, ahead);
    const list = buildCallList(donors, context(day, { settings }));
    for (const { donorId } of list.items) listed.set(donorId, [...(listed.get(donorId) ?? []), day]);
    if (openingOn(day, DEFAULT_CALLING_HOURS) === null) continue;
    const calls = new Map<number, CallFact>();
    for (const item of list.items.slice(0, callsADay)) {
      const result = resultOf(random);
      const { programme } = item.match;
      called.push({ day, donorId: item.donorId, item, result });
      calls.set(item.donorId, { day, at: instantAt(day, '15:00'), result, programme, promisedIn: null });
    }
    donors = donors.map((each) => {
      const call = calls.get(each.donorId);
      return call === undefined ? each : { ...each, calls: [...each.calls, call] };
    });
  }
  return { donors, called, listed };
}

const ids = (list: CallList): readonly string[] =>
  list.items.map(({ donorId, match }) => `${donorId} ${match.programme}`);

describe.each(SEEDS)('a year with seed %i', (seed) => {
  const year = liveYear(seed, EVERYTHING_ON, CALLS_A_DAY);
  const byDonor = Map.groupBy(year.called, ({ donorId }) => donorId);
  const pairs = [...byDonor.values()].flatMap((calls) =>
    calls.slice(1).map((call, index) => ({ before: calls[index]!, call })),
  );

  it('has calls in every programme that a random donor can come into', () => {
    console.log(`the year of seed ${seed}: ${year.called.length} calls`);
    const seen = new Set(year.called.map(({ item }) => item.match.programme));
    for (const id of PROGRAMME_IDS.filter((each) => !['callback', 'ambassador-call'].includes(each)))
      expect([...seen]).toContain(id);
  });

  it('calls nobody in a cool-down, and nobody who objects', () => {
    const objecting = new Set(year.donors.filter(({ hasObjected }) => hasObjected).map(({ donorId }) => donorId));
    expect(year.called.filter(({ donorId }) => objecting.has(donorId))).toEqual([]);
    for (const calls of byDonor.values()) {
      const talks = calls.filter(({ result }) => result === 'conversation').map(({ day }) => day);
      for (const [index, day] of talks.slice(1).entries())
        expect(daysBetween(talks[index]!, day)).toBeGreaterThanOrEqual(90);
    }
  });

  it('never calls twice on one day, nor the day after a try, nor within three days of a voicemail', () => {
    for (const { before, call } of pairs) {
      const days = daysBetween(before.day, call.day);
      expect(days).toBeGreaterThan(before.result === 'voicemail-left' ? 3 : 1);
    }
  });

  it('tries three times at most in one occasion of a programme, within ten days', () => {
    const tries = Map.groupBy(
      year.called.filter(({ result }) => result !== 'conversation'),
      ({ donorId, item }) => `${donorId} ${item.match.programme} ${item.match.from}`,
    );
    for (const calls of tries.values()) {
      expect(calls.length).toBeLessThanOrEqual(3);
      expect(daysBetween(calls[0]!.day, calls.at(-1)!.day)).toBeLessThan(10);
    }
  });

  it('stays inside the window of every programme', () => {
    for (const { day, item } of year.called) {
      expect(day >= item.match.from).toBe(true);
      expect(day <= (item.match.until ?? day)).toBe(true);
    }
  });

  it('lists every new donor who can be called within the window', () => {
    const last = addDays(FIRST, DAYS - 1);
    for (const each of year.donors) {
      const { dayZero } = givingOn(last, each.gifts, each.mandates);
      if (dayZero === null || dayZero < addDays(FIRST, -14) || dayZero > addDays(last, -28) || each.hasObjected)
        continue;
      const { firstDay, lastDay } = EVERYTHING_ON.thankYouCall;
      const [from, until] = [addDays(dayZero, firstDay), addDays(dayZero, lastDay)];
      const isListed = (year.listed.get(each.donorId) ?? []).some((day) => day >= from && day <= until);
      // Otherwise something else was going on, and the list of each day of the window can say what.
      const days = Array.from({ length: lastDay - firstDay + 1 }, (_, index) => addDays(from, index));
      const reasons = days.map((day) => {
        const list = buildCallList([each], context(day, { settings: EVERYTHING_ON }));
        return list.suppressed[0]?.suppressions[0]?.id ?? (list.items.length > 0 ? 'on' : 'done');
      });
      expect(isListed || !reasons.includes('on')).toBe(true);
    }
  });

  it('lets nobody wait for ever: who is first of a lane with room is called on the next open day', () => {
    const plenty = liveYear(seed, DEFAULT_SETTINGS, DONORS);
    for (const [donorId, days] of plenty.listed) {
      const calls = plenty.called.filter((call) => call.donorId === donorId).map(({ day }) => day);
      for (const day of days) {
        if (openingOn(day, DEFAULT_CALLING_HOURS) === null) continue;
        expect(calls).toContain(day);
      }
    }
  });
});

describe.each(SEEDS)('the forecast with seed %i', (seed) => {
  it('of a day is the list that is made on that day, if nothing happened', () => {
    const donors = liveYear(seed, EVERYTHING_ON, CALLS_A_DAY).donors.slice(0, 50);
    for (const from of ['2028-02-20', '2028-10-20', '2028-12-20'] as const) {
      for (const { day, list } of listsAhead(donors, context(from, { settings: EVERYTHING_ON }))) {
        expect(ids(list)).toEqual(ids(buildCallList(donors, context(day, { settings: EVERYTHING_ON }))));
      }
    }
  });
});

describe('special days', () => {
  const thank = (day: CalendarDay): number => {
    const list = buildCallList([donor({ gifts: [gift(day)] })], context(addDays(day, 14)));
    return ofLane(list, 'caller').items.length;
  };

  it.each([
    ['2028-02-15', '2028-02-29'],
    ['2028-02-29', '2028-03-14'],
    ['2027-02-15', '2027-03-01'],
    ['2026-12-18', '2027-01-01'],
    ['2027-12-20', '2028-01-03'],
    ['2027-03-14', '2027-03-28'],
    ['2027-10-17', '2027-10-31'],
  ] as const)(
    'day 14 of a gift on %s is %s, over leap days, year ends and the nights of the clock',
    (day, expected) => {
      expect(addDays(day, 14)).toBe(expected);
      expect(thank(day)).toBe(1);
    },
  );

  it('Easter of every year from 1900 to 2199 is a Sunday from 22 March to 25 April, and closed', () => {
    for (let year = 1900; year < 2200; year += 1) {
      const easter = easterSunday(year);
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
      expect(openingOn(easter, DEFAULT_CALLING_HOURS)).toBeNull();
      expect(openingOn(addDays(easter, 1), DEFAULT_CALLING_HOURS)).toBeNull();
    }
  });

  it('every programme has a section of settings', () => {
    for (const id of PROGRAMME_IDS) expect(DEFAULT_SETTINGS[SECTION_OF[id]]).toBeDefined();
  });
});
