/** Settings of the programmes: bounds, refusals in words, what a change says, and what is kept can be read again. */
import { describe, expect, it } from 'vitest';
import { changeSettings, describeChanges, type SettingsChange } from '../../../domain/programmes/change-settings.ts';
import type { Field, Fields } from '../../../domain/programmes/parameters.ts';
import {
  asksForHours,
  DEFAULT_SETTINGS,
  programmeSettingsSchema,
  SECTION_IDS,
  SECTIONS,
} from '../../../domain/programmes/settings.ts';
import { SECTION_NAMES } from '../../../domain/programmes/section-names.ts';
import { writeAmount, writeValue } from '../../../domain/programmes/write-value.ts';

const FIELDS = SECTION_IDS.flatMap((section) =>
  Object.entries(SECTIONS[section] as Fields).map(([key, field]) => [section, key, field] as const),
);
const NUMBERS = FIELDS.filter(([, , { kind }]) => kind === 'number' || kind === 'optional-number') as [
  string,
  string,
  Extract<Field, { minimum: number }>,
][];

const refusals = (change: SettingsChange): readonly string[] => {
  const changed = changeSettings(DEFAULT_SETTINGS, change);
  return changed.ok ? [] : changed.refusals.map(({ sentence }) => sentence.nl);
};
const english = (change: SettingsChange): readonly string[] => {
  const changed = changeSettings(DEFAULT_SETTINGS, change);
  return changed.ok ? [] : changed.refusals.map(({ sentence }) => sentence.en);
};

describe('the defaults of call-list-rules.md', () => {
  it('are these', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      callback: { priority: 10, maximumAttempts: 3, attemptsWithinDays: 10, hoursBetween: 0 },
      majorCall: {
        lane: 'director',
        priority: 20,
        giftLimit: 100_000,
        yearLimit: 250_000,
        yearDays: 365,
        windowDays: 30,
        dueAfterDays: 7,
      },
      serviceCall: { lane: 'caller', priority: 30, firstDay: 1, lastDay: 28, dueAfterDays: 3 },
      thankYouCall: {
        lane: 'caller',
        priority: 40,
        firstDay: 14,
        lastDay: 28,
        holdOutPercent: 0,
        maximumAttempts: 3,
        attemptsWithinDays: 10,
      },
      anniversaryCall: { lane: 'caller', priority: 60, windowDays: 7, everyYears: 5 },
      ambassadorCall: { lane: 'director', priority: 50, windowDays: 60, dueAfterDays: 14 },
      askFeedback: { priority: 70, firstDay: 100, lastDay: 130 },
      birthday: { priority: 65, lastDay: 3 },
      missingThanks: { afterDays: 1, lastDay: 14 },
      post: {
        firstDay: 7,
        lastDay: 42,
        cardFromMonthly: 1_000,
        cardFromGift: 5_000,
        letterFromGift: 0,
        insteadOfCall: true,
      },
      verify: { notVerifiedMonths: 24, giftWithinMonths: 12 },
      limits: {
        coolDownDays: 90,
        relationEndsAfterDays: 1_095,
        pauseDays: 1,
        pauseDaysAfterVoicemail: 3,
        contactsIn30Days: null,
        contactsIn365Days: null,
        householdPauseDays: 0,
      },
      dailyMaximum: { director: null, caller: null },
      loyalty: { loyalYears: 5, ambassadorYears: 3 },
      legal: { sourceDeclaresOffer: true },
    });
    expect(asksForHours(DEFAULT_SETTINGS)).toBe(false);
    expect(asksForHours({ ...DEFAULT_SETTINGS, birthday: { ...DEFAULT_SETTINGS.birthday, hoursBetween: 1 } })).toBe(
      true,
    );
  });

  it.each(NUMBERS)('%s.%s lies within its bounds, and both bounds can be chosen alone', (section, key, field) => {
    expect(field.minimum).toBeLessThanOrEqual(field.standard ?? field.minimum);
    expect(field.standard ?? field.maximum).toBeLessThanOrEqual(field.maximum);
    for (const bound of [field.minimum, field.maximum]) {
      expect(refusals({ [section]: { [key]: bound } }).filter((words) => words.includes('kies'))).toEqual([]);
    }
    for (const beyond of [field.minimum - 1, field.maximum + 1]) {
      expect(refusals({ [section]: { [key]: beyond } })).toEqual([expect.stringContaining('kies van') as string]);
    }
  });

  it('have the bounds that protect donors', () => {
    const bounds = (section: keyof typeof SECTIONS, key: string): readonly unknown[] => {
      const field = (SECTIONS[section] as Fields)[key] as Extract<Field, { minimum: number }>;
      return [field.minimum, field.maximum];
    };
    expect(bounds('limits', 'relationEndsAfterDays')).toEqual([30, 1_095]);
    expect(bounds('limits', 'coolDownDays')).toEqual([7, 730]);
    expect(bounds('thankYouCall', 'maximumAttempts')).toEqual([1, 6]);
    expect(bounds('thankYouCall', 'holdOutPercent')).toEqual([0, 50]);
    expect(bounds('thankYouCall', 'priority')).toEqual([11, 99]);
    expect(bounds('callback', 'priority')).toEqual([1, 10]);
  });
});

describe('a change', () => {
  it('leaves everything else as it was', () => {
    const changed = changeSettings(DEFAULT_SETTINGS, { majorCall: { giftLimit: 50_000 } });
    expect(changed).toEqual({
      ok: true,
      settings: { ...DEFAULT_SETTINGS, majorCall: { ...DEFAULT_SETTINGS.majorCall, giftLimit: 50_000 } },
    });
  });

  it.each([
    [
      { majorCall: { giftLimit: 50.5 } },
      'Grens voor één gift (directietelefoontje): kies een heel getal.',
      'Limit of one gift (call by the director): choose a whole number.',
    ],
    [
      { majorCall: { giftLimit: 'veel' } },
      'Grens voor één gift (directietelefoontje): kies van € 1 tot en met € 1.000.000.',
      'Limit of one gift (call by the director): choose from €1 to €1,000,000.',
    ],
    [
      { majorCall: { giftLimit: Infinity } },
      'Grens voor één gift (directietelefoontje): kies van € 1 tot en met € 1.000.000.',
      'Limit of one gift (call by the director): choose from €1 to €1,000,000.',
    ],
    [
      { dailyMaximum: { caller: 0 } },
      'Hoogstens per dag, bellers (dagmaximum): kies van 1 tot en met 5000, of laat het leeg.',
      'At most a day, callers (daily maximum): choose from 1 to 5000, or leave it empty.',
    ],
    [
      { thankYouCall: { isOn: 1 } },
      'Aan (bedanktelefoontje): kies aan of uit.',
      'On (thank-you call): choose on or off.',
    ],
    [
      { thankYouCall: { lane: 'verifier' } },
      'Baan (bedanktelefoontje): kies een van directie, bellers.',
      'Lane (thank-you call): choose one of director, callers.',
    ],
    [
      { birthday: { levels: [] } },
      'Voor welke niveaus (verjaardagstelefoontje): kies een of meer van kennismaking via een actie, eerste eigen gift, gaf opnieuw, vaste donateur, jarenlang trouw, ambassadeur.',
      'For which levels (birthday call): choose one or more of met us through a friend’s action, first own gift, gave again, regular donor, years of loyalty, ambassador.',
    ],
    [{ thankYouCall: { geheim: 1 } }, 'Deze instelling bestaat niet.', 'There is no such setting.'],
    [{ constructor: { name: 1 } }, 'Deze instelling bestaat niet.', 'There is no such setting.'],
    [{ thankYouCall: { toString: 1 } }, 'Deze instelling bestaat niet.', 'There is no such setting.'],
    [
      { serviceCall: { firstDay: 29 } },
      'Vanaf dag (servicetelefoontje) mag niet meer zijn dan “tot en met dag”, nu 28 dagen.',
      'From day (service call) may not be more than “up to day”, now 28 days.',
    ],
    [
      { majorCall: { giftLimit: 250_001 } },
      'Grens voor één gift (directietelefoontje) mag niet meer zijn dan “grens voor de giften van een jaar samen”, nu € 2.500.',
      'Limit of one gift (call by the director) may not be more than “limit of the gifts of a year together”, now €2,500.',
    ],
  ] as const)('%j is refused in words', (change, nl, en) => {
    expect(refusals(change as unknown as SettingsChange)).toEqual([nl]);
    expect(english(change as unknown as SettingsChange)).toEqual([en]);
  });

  it.each([
    ['serviceCall', 'firstDay', 'lastDay'],
    ['thankYouCall', 'firstDay', 'lastDay'],
    ['askFeedback', 'firstDay', 'lastDay'],
    ['post', 'firstDay', 'lastDay'],
    ['missingThanks', 'afterDays', 'lastDay'],
    ['majorCall', 'dueAfterDays', 'windowDays'],
    ['ambassadorCall', 'dueAfterDays', 'windowDays'],
    ['serviceCall', 'dueAfterDays', 'lastDay'],
  ] as const)('%s: %s up to %s, and not more', (section, lower, upper) => {
    expect(refusals({ [section]: { [lower]: 10, [upper]: 10 } })).toEqual([]);
    expect(refusals({ [section]: { [lower]: 11, [upper]: 10 } })).toHaveLength(1);
  });

  it('says everything that is wrong at once', () => {
    expect(refusals({ majorCall: { giftLimit: 0, yearDays: 1 }, post: { isOn: 'ja' } })).toHaveLength(3);
  });

  it('is described line by line, and not at all when nothing differs', () => {
    const changed = changeSettings(DEFAULT_SETTINGS, {
      majorCall: { giftLimit: 50_000 },
      anniversaryCall: { isOn: true },
      dailyMaximum: { caller: 40 },
      birthday: { levels: ['loyal'] },
      limits: { coolDownDays: 90 },
    });
    expect(changed.ok ? describeChanges(DEFAULT_SETTINGS, changed.settings).map(({ nl }) => nl) : []).toEqual([
      'Directietelefoontje, grens voor één gift: € 1.000 wordt € 500.',
      'Jubileumtelefoontje, aan: uit wordt aan.',
      'Verjaardagstelefoontje, voor welke niveaus: vaste donateur, jarenlang trouw, ambassadeur wordt jarenlang trouw.',
      'Dagmaximum, hoogstens per dag, bellers: geen grens wordt 40.',
    ]);
    expect(changed.ok ? describeChanges(changed.settings, DEFAULT_SETTINGS).map(({ en }) => en)[3] : '').toBe(
      'Daily maximum, at most a day, callers: 40 becomes no limit.',
    );
    expect(describeChanges(DEFAULT_SETTINGS, DEFAULT_SETTINGS)).toEqual([]);
  });
});

describe('what is kept', () => {
  it('is read again as it was, and gets the defaults of what did not exist yet', () => {
    expect(programmeSettingsSchema.parse(JSON.parse(JSON.stringify(DEFAULT_SETTINGS)))).toEqual(DEFAULT_SETTINGS);
    expect(programmeSettingsSchema.parse({})).toEqual(DEFAULT_SETTINGS);
    const old = { majorCall: { giftLimit: 70_000 } };
    expect(programmeSettingsSchema.parse(old)).toEqual({
      ...DEFAULT_SETTINGS,
      majorCall: { ...DEFAULT_SETTINGS.majorCall, giftLimit: 70_000 },
    });
  });

  it('is refused when a number is out of bounds or something is not known', () => {
    expect(programmeSettingsSchema.safeParse({ majorCall: { giftLimit: 99 } }).success).toBe(false);
    expect(programmeSettingsSchema.safeParse({ majorCall: { geheim: 1 } }).success).toBe(false);
    expect(programmeSettingsSchema.safeParse({ geheim: {} }).success).toBe(false);
  });
});

describe('values in words', () => {
  it.each([
    [1, 'days', '1 dag', '1 day'],
    [2, 'days', '2 dagen', '2 days'],
    [1, 'months', '1 maand', '1 month'],
    [24, 'months', '24 maanden', '24 months'],
    [1, 'years', '1 jaar', '1 year'],
    [5, 'years', '5 jaar', '5 years'],
    [2, 'hours', '2 uur', '2 hours'],
    [10, 'percent', '10%', '10%'],
    [3, 'times', '3', '3'],
    [40, 'rank', '40', '40'],
    [50_000, 'cents', '€ 500', '€500'],
  ] as const)('%i %s', (value, unit, nl, en) => {
    expect([writeAmount(value, unit, 'nl'), writeAmount(value, unit, 'en')]).toEqual([nl, en]);
  });

  it('of switches, choices and several', () => {
    const { isOn, lane, levels } = SECTIONS.thankYouCall;
    expect([
      writeValue(isOn, true, 'nl'),
      writeValue(isOn, false, 'en'),
      writeValue(isOn, false, 'nl'),
      writeValue(isOn, true, 'en'),
    ]).toEqual(['aan', 'off', 'uit', 'on']);
    expect([writeValue(lane, 'caller', 'nl'), writeValue(lane, 'director', 'en')]).toEqual(['bellers', 'director']);
    expect([
      writeValue(levels, levels.standard, 'nl'),
      writeValue(levels, levels.standard, 'en'),
      writeValue(levels, ['loyal'], 'en'),
    ]).toEqual(['alle', 'all', 'years of loyalty']);
  });

  it('of the sections, in both languages', () => {
    for (const id of SECTION_IDS) expect([SECTION_NAMES[id].nl, SECTION_NAMES[id].en]).not.toContain('');
  });
});
