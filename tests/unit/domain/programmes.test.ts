/** The programmes that are off by default: each window's first and last day, and what the list says. Today is 2026-11-21. */
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay } from '../../../domain/calendar/day.ts';
import { addYears, anniversaryNear } from '../../../domain/calendar/years.ts';
import { buildCallList } from '../../../domain/call-list/call-list.ts';
import type { Candidate } from '../../../domain/call-list/evaluate.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { LOYALTY_LEVELS } from '../../../domain/loyalty/level.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import { PROGRAMME_IDS, type ProgrammeId } from '../../../domain/programmes/programme-id.ts';
import { DEFAULT_SETTINGS, SECTION_OF, type ProgrammeSettings } from '../../../domain/programmes/settings.ts';
import { call, context, donor, gift, mandate, TODAY } from '../../support/build-donor.ts';

/** The default settings with one programme switched on, and changed. */
function switchedOn(programme: ProgrammeId, changes: object = {}): ProgrammeSettings {
  const section = SECTION_OF[programme];
  return { ...DEFAULT_SETTINGS, [section]: { ...DEFAULT_SETTINGS[section], isOn: true, ...changes } };
}

function itemOf(facts: DonorFacts, settings: ProgrammeSettings, today: CalendarDay = TODAY): Candidate | null {
  const list = buildCallList([facts], context(today, { settings }));
  return list.items[0] ?? list.suppressed[0] ?? null;
}

const programmeOf = (facts: DonorFacts, settings: ProgrammeSettings, today: CalendarDay = TODAY): string | null =>
  itemOf(facts, settings, today)?.match.programme ?? null;

describe('which programmes are on by default', () => {
  it('are those of the table that are not off by default', () => {
    const off = PROGRAMME_IDS.filter(
      (id) => 'isOn' in DEFAULT_SETTINGS[SECTION_OF[id]] && !DEFAULT_SETTINGS[SECTION_OF[id] as 'majorCall'].isOn,
    );
    expect(off).toEqual(['ambassador-call', 'anniversary-call', 'ask-feedback', 'birthday']);
    expect([DEFAULT_SETTINGS.missingThanks.isOn, DEFAULT_SETTINGS.post.isOn, DEFAULT_SETTINGS.verify.isOn]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each(PROGRAMME_IDS)('%s has a name, a purpose and named fields in both languages', (id) => {
    const { name, purpose, fields } = PROGRAMMES[id];
    for (const words of [name, purpose, ...Object.values(fields).map((field) => field.name)]) {
      expect(words.nl).not.toBe('');
      expect(words.en).not.toBe('');
    }
  });

  it('have the priorities of the table', () => {
    const priorities = ['callback', 'majorCall', 'serviceCall', 'thankYouCall', 'anniversaryCall'] as const;
    expect(priorities.map((section) => DEFAULT_SETTINGS[section].priority)).toEqual([10, 20, 30, 40, 60]);
  });

  it('a programme that is switched off has nobody on its list', () => {
    const off = { ...DEFAULT_SETTINGS, thankYouCall: { ...DEFAULT_SETTINGS.thankYouCall, isOn: false } };
    expect(programmeOf(donor({ gifts: [gift('2026-11-07')] }), off)).toBeNull();
  });
});

describe('anniversary-call', () => {
  const on = switchedOn('anniversary-call');
  /** A regular donor, so that the last gift is not too long ago. */
  const givenSince = (day: CalendarDay): DonorFacts =>
    donor({ gifts: [gift(day, { amount: 4_000 }), gift('2026-03-01')] });

  it('is off by default', () => {
    expect(programmeOf(givenSince('2021-11-21'), DEFAULT_SETTINGS)).toBeNull();
  });

  it.each([
    ['2021-11-13', false],
    ['2021-11-14', true],
    ['2021-11-21', true],
    ['2021-11-28', true],
    ['2021-11-29', false],
  ] as const)('first gift on %s, five years ago ±7 days: %s', (day, isOn) => {
    expect(programmeOf(givenSince(day), on)).toBe(isOn ? 'anniversary-call' : null);
  });

  it.each([
    [0, false],
    [1, true],
    [2, false],
    [4, false],
    [5, true],
    [6, false],
    [10, true],
    [15, true],
    [20, true],
    [25, true],
    [30, true],
  ] as const)('after %i years: %s', (years, isOn) => {
    expect(programmeOf(donor({ mandates: [mandate(addYears(TODAY, -years))] }), on)).toBe(
      isOn ? 'anniversary-call' : null,
    );
  });

  it('is due on the day itself, on the list for those 15 days, and about the first gift', () => {
    const { match } = itemOf(givenSince('2021-11-25'), on)!;
    expect(match).toMatchObject({
      due: '2026-11-25',
      from: '2026-11-18',
      until: '2026-12-02',
      amount: 4_000,
      lane: 'caller',
      priority: 60,
    });
    expect(match.reason).toEqual({
      nl: 'Op 25 november is het 5 jaar geleden dat de eerste gift kwam: bedank voor de trouw.',
      en: 'On 25 November it is 5 years since the first gift came: thank for the loyalty.',
    });
  });

  it('counts the oldest mandate that still runs, and of two anniversaries the one of more years', () => {
    const stopped = mandate('2016-11-21', { status: 'cancelled', cancelledDay: '2020-01-01' });
    expect(programmeOf(donor({ gifts: [gift('2020-06-06')], mandates: [stopped] }), on)).toBeNull();
    const both = donor({ gifts: [gift('2016-11-20')], mandates: [mandate('2021-11-21')] });
    expect(itemOf(both, on)?.match.reason.en).toContain('10 years since the first gift came');
    const oneEach = donor({ gifts: [gift('2025-11-20', { status: 'received' })], mandates: [mandate('2016-11-21')] });
    expect(itemOf(oneEach, on)?.match.reason.en).toContain('10 years since the mandate began');
  });

  it('of 29 February is kept on 28 February, and across the end of the year', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(anniversaryNear('2026-12-28', '2021-01-03', 7)).toEqual({ years: 6, day: '2027-01-03' });
    expect(anniversaryNear('2027-01-03', '2021-12-28', 7)).toEqual({ years: 5, day: '2026-12-28' });
    expect(programmeOf(givenSince('2022-01-02'), on, '2026-12-27')).toBe('anniversary-call');
  });
});

describe('ambassador-call', () => {
  const on = switchedOn('ambassador-call');
  const acting = (
    day: CalendarDay,
    kind: 'own-action' | 'brought-others' | 'through-friend' = 'own-action',
  ): DonorFacts =>
    donor({ mandates: [mandate('2024-01-01')], actions: [{ day, kind, record: { kind: 'moment', id: 5 } }] });

  it.each([
    ['2026-09-21', false],
    ['2026-09-22', true],
    ['2026-11-21', true],
    ['2026-11-22', false],
  ] as const)('an action on %s, at most 60 days ago: %s', (day, isOn) => {
    expect(programmeOf(acting(day), on)).toBe(isOn ? 'ambassador-call' : null);
  });

  it('is for the director, two weeks after it, and never for who only came through a friend', () => {
    expect(itemOf(acting('2026-11-10'), on)?.match).toMatchObject({
      lane: 'director',
      due: '2026-11-24',
      until: '2027-01-09',
    });
    expect(programmeOf(acting('2026-11-10', 'through-friend'), on)).toBeNull();
    expect(itemOf(acting('2026-11-10', 'brought-others'), on)?.match.reason.nl).toBe(
      'Bracht op 10 november anderen mee: bedank en nodig uit.',
    );
  });

  it('needs a high level without the action', () => {
    const once = donor({ gifts: [gift('2026-09-01')], actions: acting('2026-11-10').actions });
    expect(programmeOf(once, on)).toBeNull();
    expect(programmeOf(once, switchedOn('ambassador-call', { levels: LOYALTY_LEVELS }))).toBe('ambassador-call');
  });
});

describe('ask-feedback', () => {
  const on = switchedOn('ask-feedback');
  const thanked = (day: CalendarDay, programme: ProgrammeId = 'thank-you-call'): DonorFacts =>
    donor({ gifts: [gift(addDays(day, -14))], calls: [call(day, 'conversation', { programme })] });

  it.each([
    [99, null],
    [100, 'ask-feedback'],
    [130, 'ask-feedback'],
    [131, null],
  ] as const)('%i days after the conversation: %s', (days, expected) => {
    expect(programmeOf(thanked(addDays(TODAY, -days)), on)).toBe(expected);
  });

  it('only after a thank-you call, and once', () => {
    expect(programmeOf(thanked('2026-08-01', 'service-call'), on)).toBeNull();
    const asked = thanked('2026-08-01');
    const again = {
      ...asked,
      calls: [...asked.calls, call('2026-11-20', 'conversation', { programme: 'ask-feedback' })],
    };
    expect(programmeOf(again, on)).toBeNull();
    expect(itemOf(asked, on)?.suppressions).toEqual([]);
  });
});

describe('birthday', () => {
  const on = switchedOn('birthday');
  const born = (birthday: string | null): DonorFacts => donor({ mandates: [mandate('2024-01-01')], birthday });

  it.each([
    ['11-17', false],
    ['11-18', true],
    ['11-21', true],
    ['11-22', false],
    [null, false],
  ] as const)('on %s: %s; never beforehand', (birthday, isOn) => {
    expect(programmeOf(born(birthday), on)).toBe(isOn ? 'birthday' : null);
  });

  it('of 29 February is kept on 28 February', () => {
    expect(itemOf(born('02-29'), on, '2027-03-01')?.match.due).toBe('2027-02-28');
    expect(itemOf(born('02-29'), on, '2028-03-01')?.match.due).toBe('2028-02-29');
  });

  it('is on the list over the end of the year', () => {
    expect(itemOf(born('12-31'), on, '2027-01-02')?.match.due).toBe('2026-12-31');
  });
});
