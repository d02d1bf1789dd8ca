/** Small rules of names, amounts, years, searching and what is said, each by itself. */
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay } from '../../../domain/calendar/day.ts';
import {
  openingOn,
  isOpenAt,
  nextOpening,
  DEFAULT_CALLING_HOURS,
} from '../../../domain/calling-hours/calling-hours.ts';
import { contactsWithin } from '../../../domain/contact-pressure.ts';
import { extendSummary, givingOn, summariseGiving } from '../../../domain/giving.ts';
import { levelOfGiving, levelOn } from '../../../domain/loyalty/level.ts';
import { writeMoney } from '../../../domain/money.ts';
import { salutation, type PersonName } from '../../../domain/person-name.ts';
import { validNumberIn } from '../../../domain/phone-number.ts';
import { proposeAddress } from '../../../domain/postcodes/house-number.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { writeScript, type Situation } from '../../../domain/script/script.ts';
import { searchWordsOf } from '../../../domain/search/search-words.ts';
import { speakMoney } from '../../../domain/spoken-amount.ts';
import { suggest } from '../../../domain/verify/suggest.ts';
import { call, donor, gift, mandate, TODAY } from '../../support/build-donor.ts';

describe('what the script says', () => {
  const SITUATION: Situation = {
    programme: 'thank-you-call',
    promisedIn: null,
    callerName: 'Anneke Postma',
    charityName: 'Elk Kind Zwemt',
    donorName: 'Ms Van der Knaap',
    addressForm: 'formal',
    partOfDay: 'evening',
    today: TODAY,
    gift: gift('2026-11-10', { amount: 5_000 }),
    mandate: null,
    isFirstGift: false,
    isThroughFriend: false,
    whoseAction: null,
    loyalSince: null,
    story: null,
    answeredComplaint: null,
  };
  const said = (change: Partial<Situation>, language: 'nl' | 'en' = 'en'): string =>
    writeScript({ ...SITUATION, ...change }, language)
      .map(({ text }) => text)
      .join('\n');

  it('names a complaint that was answered, and says nothing of none', () => {
    expect(said({ answeredComplaint: '2026-03-03' })).toContain('On 3 March you told us that something was not right.');
    expect(said({})).not.toContain('something was not right');
  });

  it('opens with a promise that was made, and with the charity where it has a name', () => {
    expect(said({ programme: 'callback' })).toContain(
      'Good evening, this is Anneke Postma of Elk Kind Zwemt. Am I speaking with Ms Van der Knaap? We agreed that I would call you back. ',
    );
    expect(said({ charityName: '' })).toContain('this is Anneke Postma. Am I speaking');
    expect(said({})).not.toContain('We agreed');
  });

  it('calls a first gift one', () => {
    expect(said({ isFirstGift: true })).toContain('you gave fifty euros, your first gift. ');
    expect(said({})).toContain('you gave fifty euros. ');
  });

  it('says where the gift goes, and what it does', () => {
    const project = gift('2026-11-10', { project: 'Zwemles' });
    const story = { does: { nl: 'x', en: 'A child swims.' }, now: { nl: '', en: '' } };
    expect(said({ gift: project })).toContain('Your gift goes to Zwemles. May I tell you briefly');
    expect(said({ gift: project, story })).toContain('Your gift goes to Zwemles. A child swims.');
    expect(said({ story })).not.toContain('goes to');
    expect(said({})).toContain('right where it is needed most. May I tell you briefly');
  });

  it('names the charity in a call about a debit, or us', () => {
    const failed = gift('2026-11-10', { status: 'failed' });
    const reversed = gift('2026-11-10', { status: 'reversed' });
    expect(said({ gift: failed })).toContain('You support Elk Kind Zwemt, and we');
    expect(said({ gift: failed, charityName: '' })).toContain('You support us, and we');
    expect(said({ gift: reversed })).toContain('You support Elk Kind Zwemt, and we');
    expect(said({ gift: failed }, 'nl')).toContain('U steunt Elk Kind Zwemt, en');
    expect(said({ gift: failed, charityName: '' }, 'nl')).toContain('U steunt ons, en');
    expect(said({ gift: reversed }, 'nl')).toContain('U steunt Elk Kind Zwemt, en');
    expect(said({ gift: reversed, charityName: '' }, 'nl')).toContain('U steunt ons, en');
  });

  it('speaks of whole years of loyalty from two on, and of one on its anniversary', () => {
    const years = (loyalSince: CalendarDay, programme: Situation['programme'] = 'thank-you-call') =>
      /supported us for (?:a long time|[a-z-]+ years?)/.exec(said({ loyalSince, programme }))?.[0] ?? null;
    expect(years('2024-11-21')).toBe('supported us for two years');
    expect(years('2024-11-22')).toBeNull();
    expect(years('2016-11-21')).toBe('supported us for ten years');
    expect(years('2016-11-22')).toBe('supported us for nine years');
    expect(years('2025-11-21')).toBeNull();
    expect(years('2025-11-25', 'anniversary-call')).toBe('supported us for one year');
    expect(years('2024-11-25', 'anniversary-call')).toBe('supported us for two years');
    expect(years('2026-11-01', 'anniversary-call')).toBe('supported us for a long time');
    expect(said({ loyalSince: '2014-01-01' }, 'nl')).toContain('twaalf jaar');
  });
});

describe('amounts', () => {
  it('are said and written with their cents where there are any', () => {
    expect([speakMoney(100, 'en'), speakMoney(200, 'en'), speakMoney(1_250, 'en')]).toEqual([
      'one euro',
      'two euros',
      'twelve euros and fifty cents',
    ]);
    expect([speakMoney(100, 'nl'), speakMoney(1_250, 'nl')]).toEqual(['één euro', 'twaalf euro vijftig']);
    expect([speakMoney(25_000, 'nl'), speakMoney(25_000, 'en'), writeMoney(25_000, 'nl')]).toEqual([
      'tweehonderdvijftig euro',
      'two hundred and fifty euros',
      '€ 250,00',
    ]);
    expect([writeMoney(0, 'nl'), writeMoney(-1_250, 'nl'), writeMoney(1_205, 'en', 'spoken')]).toEqual([
      '€ 0,00',
      '€ -12,50',
      '€12.05',
    ]);
  });
});

describe('what is kept of giving', () => {
  it('of nothing is nothing', () => {
    expect(summariseGiving([], [])).toMatchObject({ firstAmount: null, receivedCount: 0, largestReceived: 0 });
  });

  it('is the first mandate’s where there is no gift, and the oldest that runs', () => {
    const mandates = [
      mandate('2020-01-01', { amount: 100, status: 'ended' }),
      mandate('2021-01-01', { amount: 200 }),
      mandate('2022-01-01', { amount: 300 }),
    ];
    expect(summariseGiving([], mandates)).toMatchObject({ firstAmount: 100, oldestMandateDay: '2021-01-01' });
  });

  it('is the first and the largest of what was received', () => {
    const gifts = [
      gift('2020-01-01', { status: 'failed', amount: 900 }),
      gift('2021-01-01', { amount: 200 }),
      gift('2022-01-01', { amount: 500 }),
      gift('2023-01-01', { amount: 300 }),
    ];
    expect(summariseGiving(gifts, [])).toMatchObject({
      firstReceivedDay: '2021-01-01',
      newestReceivedDay: '2023-01-01',
      largestReceived: 500,
      receivedTotal: 1_000,
      receivedCount: 3,
    });
  });

  it('is added to by later gifts, and counted again for others', () => {
    const summary = summariseGiving([gift('2026-01-01')], []);
    const later = (day: CalendarDay, amount = 5_000, status: 'received' | 'failed' = 'received') => ({
      day,
      amount,
      status,
    });
    expect(extendSummary(summary, [later('2026-01-02'), later('2026-01-03', 1)], false)).toMatchObject({
      receivedCount: 3,
      receivedTotal: 7_501,
      largestReceived: 5_000,
      newestReceivedDay: '2026-01-03',
    });
    expect(extendSummary(summary, [later('2026-01-03'), later('2026-01-02')], false)?.newestReceivedDay).toBe(
      '2026-01-03',
    );
    expect(extendSummary(summary, [later('2026-01-01')], false)).toBeNull();
    expect(extendSummary(summary, [later('2026-01-02'), later('2026-01-01')], false)).toBeNull();
    expect(extendSummary(summary, [later('2026-01-02')], true)).toBeNull();
    expect(extendSummary(summary, [later('2025-01-01', 0)], true)).toBe(summary);
    expect(extendSummary(summary, [later('2026-01-02', 1)], false)?.receivedCount).toBe(2);
    expect(extendSummary(summary, [later('2026-01-02', 9_000, 'failed')], false)).toEqual(summary);
  });

  it('knows no gift of nothing, and nothing of tomorrow', () => {
    const giving = (day: CalendarDay, amount: number) => givingOn(TODAY, [gift(day, { amount })], []).gifts.length;
    expect([giving(TODAY, 1), giving(TODAY, 0), giving('2026-11-22', 1)]).toEqual([1, 0, 0]);
    expect(givingOn(TODAY, [], [mandate(TODAY)]).mandates).toHaveLength(1);
    expect(givingOn(TODAY, [], [mandate('2026-11-22')]).mandates).toHaveLength(0);
  });

  it('begins with a gift rather than with a mandate of the same day', () => {
    const both = givingOn(TODAY, [gift('2026-11-01')], [mandate('2026-11-01')]);
    expect([both.giftOfDayZero?.day, both.mandateOfDayZero]).toEqual(['2026-11-01', null]);
    const before = givingOn(TODAY, [gift('2026-11-02')], [mandate('2026-11-01')]);
    expect([before.giftOfDayZero, before.mandateOfDayZero?.startDay]).toEqual([null, '2026-11-01']);
  });

  it('knows a mandate as running up to the day on which it is cancelled', () => {
    const isRunning = (cancelledDay: CalendarDay | null, status: 'cancelled' | 'ended' = 'cancelled') =>
      givingOn(TODAY, [], [mandate('2020-01-01', { status, cancelledDay })]).hasRunningMandate;
    expect([isRunning('2026-11-22'), isRunning(TODAY), isRunning(null), isRunning('2026-11-22', 'ended')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the level of loyalty', () => {
  const { loyalty } = DEFAULT_SETTINGS;
  const level = (gifts: readonly CalendarDay[], mandates: readonly CalendarDay[] = []) => {
    const all = donor({ gifts: gifts.map((day) => gift(day)), mandates: mandates.map((day) => mandate(day)) });
    return levelOfGiving(TODAY, all, givingOn(TODAY, all.gifts, all.mandates), loyalty);
  };
  const everyYear = (days: (year: number) => CalendarDay) =>
    Array.from({ length: loyalty.loyalYears }, (_, year) => days(year));

  it('is of years for a mandate that began so many years ago, to the day', () => {
    const began = `${2026 - loyalty.loyalYears}` as const;
    expect(level([], [`${began}-11-21` as CalendarDay])).toBe('loyal');
    expect(level([], [`${began}-11-22` as CalendarDay])).toBe('regular');
  });

  it('is of years for a gift in each of so many, counted back from today', () => {
    expect(level(everyYear((year) => `${2026 - year}-11-21` as CalendarDay))).toBe('loyal');
    expect(level(everyYear((year) => `${2025 - year}-11-22` as CalendarDay))).toBe('loyal');
    expect(level(everyYear((year) => `${2025 - year}-11-21` as CalendarDay))).toBe('again');
  });

  it('is an ambassador’s for as long as an action makes one', () => {
    const acted = (day: CalendarDay) => {
      const actions = [{ day, kind: 'own-action' as const, record: { kind: 'moment' as const, id: 1 } }];
      return levelOn(TODAY, donor({ actions }), givingOn(TODAY, [], []), loyalty);
    };
    const since = 2026 - loyalty.ambassadorYears;
    expect(acted(`${since}-11-22` as CalendarDay)).toBe('ambassador');
    expect(acted(`${since}-11-21` as CalendarDay)).toBeNull();
    expect([acted(TODAY), acted('2026-11-22')]).toEqual(['ambassador', null]);
  });
});

describe('contacts', () => {
  it('count from the day after so many days ago, up to today', () => {
    const moment = (day: CalendarDay, id: number) =>
      ({ id, day, channel: 'email', isOutgoing: true, isThanks: false }) as const;
    const moments = [
      moment(addDays(TODAY, -30), 1),
      moment(addDays(TODAY, -29), 2),
      moment(TODAY, 3),
      moment('2026-11-22', 4),
    ];
    expect(contactsWithin(donor({ moments }), TODAY, 30)).toEqual([addDays(TODAY, -29), TODAY]);
    expect(
      contactsWithin(donor({ calls: [call(TODAY, 'voicemail-left'), call(TODAY, 'attempt')] }), TODAY, 30),
    ).toEqual([TODAY]);
  });
});

describe('the hours', () => {
  it('end earlier on a quiet evening, and not later than usual on any', () => {
    expect(openingOn('2026-12-24', DEFAULT_CALLING_HOURS)).toEqual({ opens: '10:00', closes: '18:30' });
    expect(openingOn('2026-12-05', DEFAULT_CALLING_HOURS)).toEqual({ opens: '10:00', closes: '16:00' });
    const short = { ...DEFAULT_CALLING_HOURS, weekdays: { opens: '10:00', closes: '10:00' } };
    expect(openingOn('2026-11-23', short)).toBeNull();
  });

  it('begin with their first minute and end before their last', () => {
    const open = (time: string) => isOpenAt(`2026-11-23T${time}:00.000Z`, DEFAULT_CALLING_HOURS);
    expect(['08:59', '09:00', '19:29', '19:30'].map(open)).toEqual([false, true, true, false]);
    expect(nextOpening('2026-11-23T09:00:00.000Z', DEFAULT_CALLING_HOURS)?.day).toBe('2026-11-24');
    expect(nextOpening('2026-11-23T08:59:00.000Z', DEFAULT_CALLING_HOURS)?.at).toBe('2026-11-23T09:00:00.000Z');
  });
});

describe('names, numbers and addresses', () => {
  const name = (change: Partial<PersonName>): PersonName => ({
    kind: 'individual',
    firstName: 'Hanneke',
    prefix: 'van der',
    surname: 'Knaap',
    displayName: 'Hanneke van der Knaap',
    gender: null,
    ...change,
  });

  it('are spoken to by the whole name where nothing else is known', () => {
    expect(salutation(name({ surname: '' }), 'nl')).toBe('Geachte Hanneke van der');
    expect(salutation(name({ kind: 'organization', displayName: 'Bakkerij Bos' }), 'nl')).toBe('Geachte Bakkerij Bos');
    expect(salutation(name({}), 'en')).toBe('Dear Mr or Ms Van der Knaap');
  });

  it('are found as the first valid number in a text of at most 250 characters', () => {
    expect(validNumberIn('bel 0612345678 of 0612345679')).toBe('+31612345678');
    expect(validNumberIn('0612345678'.padStart(250))).toBe('+31612345678');
    expect(validNumberIn('0612345678'.padStart(251))).toBeNull();
  });

  it('are proposed when street or town differ from the register', () => {
    const streets = [{ street: 'Wilgenhof', town: 'Zwolle', hasNumber: true }];
    expect(proposeAddress({ street: 'Wilgenhof 41', town: '' }, streets)).toEqual({
      street: 'Wilgenhof 41',
      town: 'Zwolle',
    });
    expect(proposeAddress({ street: 'Wilgenho 41', town: 'Zwolle' }, streets)?.street).toBe('Wilgenhof 41');
    expect(proposeAddress({ street: ' Wilgenhof 41 ', town: ' Zwolle ' }, streets)).toBeNull();
  });
});

describe('a suggestion', () => {
  const person = (firstName: string, prefix: string, surname: string) => ({ firstName, prefix, surname });

  it('for a name in capitals is for three letters and more', () => {
    expect(suggest('name', person('Anna', '', 'BOS'))?.value).toEqual(person('Anna', '', 'Bos'));
    expect(suggest('name', person('Anna', '', 'OS'))).toBeNull();
    expect(suggest('name', person('ANNA', '', 'Bos'))).toBeNull();
    expect(suggest('name', person('ANNA', 'VAN', 'BOS'))?.value).toEqual(person('Anna', 'van', 'Bos'));
    expect(suggest('name', person('Anna', 'Van', 'de Bos'))).toBeNull();
  });

  it('says what it is about', () => {
    expect(suggest('name', person('ANNA', '', 'BOS'))?.why.en).toBe('Not in capitals, as on an envelope.');
    expect(suggest('name', person('Anna', '', 'van Bos'))?.why.en).toBe('The prefix has a field of its own.');
    expect(suggest('email', 'jan@voorbeeld,nl')?.why.en).toBe('A slip in the punctuation.');
    expect(suggest('email', 'jan@gmial.com')?.why.en).toBe('Probably gmail.com was meant.');
    expect(suggest('phone', 'via Anja 0612345678')?.why.en).toBe('Only the number, without the text.');
    expect(suggest('phone', 'O6l2345678')?.why.en).toBe('A letter stood for a digit.');
  });

  it('is none for a value of another field', () => {
    expect(suggest('phone', person('a', 'b', 'c'))).toBeNull();
    expect(suggest('name', '0612345678')).toBeNull();
    expect(suggest('email', person('a', 'b', 'c'))).toBeNull();
    expect(suggest('address', person('ANNA', '', 'BOS'))).toBeNull();
  });
});

describe('an address is found', () => {
  const words = (street: string, postcode: string): readonly string[] =>
    searchWordsOf({
      firstName: '',
      prefix: '',
      surname: '',
      displayName: '',
      externalId: null,
      crmId: null,
      emails: [],
      addresses: [{ street, postcode }],
      otherPhones: [],
    });

  it.each([
    ['by postcode and house, of any country', 'Wetstraat 16', 'B-1000', ['b1000', 'b100016']],
    ['by postcode alone where there is no house', 'Wilgenhof', '8031 XD', ['8031xd']],
    ['by nothing where there is no postcode', 'Wilgenhof 41', ' ', []],
  ])('%s', (_, street, postcode, found) => {
    expect(words(street, postcode)).toEqual(found);
  });
});
