/** Each of the things that a director says or avoids: when it comes up, and in which words. */
import { describe, expect, it } from 'vitest';
import { talkingPoints, thingsToAvoid, type BriefingFacts } from '../../../domain/briefing/briefing.ts';
import type { CallFact } from '../../../domain/call-fact.ts';
import { NO_SURROUNDINGS } from '../../../domain/donor-facts.ts';
import { givingOn } from '../../../domain/giving.ts';
import type { Gift } from '../../../domain/gift.ts';
import { call, gift, mandate, TODAY } from '../../support/build-donor.ts';

const DONOR: BriefingFacts['donor'] = { ...NO_SURROUNDINGS, calls: [], hasOpenComplaint: false };

function facts(gifts: readonly Gift[], change: Partial<BriefingFacts> = {}): BriefingFacts {
  return {
    today: TODAY,
    donor: DONOR,
    giving: givingOn(TODAY, gifts, []),
    gender: null,
    gift: gifts.at(-1) ?? null,
    mandate: null,
    story: null,
    deceasedInHousehold: [],
    ...change,
  };
}

describe('thanks', () => {
  const thanks = (change: Partial<BriefingFacts>, language: 'nl' | 'en' = 'nl') =>
    talkingPoints(facts([], change), language)[0];

  it('are for the gift, and for its project where it has one', () => {
    const one = gift('2026-11-07', { amount: 150_000 });
    expect(thanks({ gift: one })).toBe('Dank voor € 1.500,00 van 7 november. Noem het bedrag één keer.');
    expect(thanks({ gift: { ...one, project: 'Zwemles' } }, 'en')).toBe(
      'Thank for €1,500.00 of 7 November, for Zwemles. Name the amount once.',
    );
  });

  it('are for the mandate when there is no gift of it yet, else for the gift', () => {
    const monthly = mandate('2026-11-01');
    expect(thanks({ mandate: monthly })).toBe('Dank voor € 10,00 per maand. Noem het bedrag één keer.');
    expect(thanks({ mandate: monthly }, 'en')).toBe('Thank for €10.00 a month. Name the amount once.');
    expect(thanks({ mandate: monthly, gift: gift('2026-11-07') })).toBe(
      'Dank voor € 25,00 van 7 november. Noem het bedrag één keer.',
    );
  });

  it('are no point without either', () => {
    expect(thanks({})).toBe('Vraag wat wij goed doen en wat beter kan, en schrijf het op.');
  });
});

describe('years of giving', () => {
  const years = (first: Gift['day'], gender: BriefingFacts['gender'] = null, language: 'nl' | 'en' = 'nl') =>
    talkingPoints(facts([gift(first), gift('2026-11-07')], { gender }), language)[1];

  it('are worth naming from two on', () => {
    expect(years('2024-12-31')).toBe('Deze donateur geeft sinds 2024, 2 keer tot nu toe. Zeg dat dat gezien is.');
    expect(years('2025-01-01')).not.toContain('sinds');
  });

  it('are named as one speaks of her or him', () => {
    expect(years('2020-01-01', 'female')).toMatch(/^Zij geeft sinds 2020/);
    expect(years('2020-01-01', 'male')).toMatch(/^Hij geeft sinds 2020/);
    expect(years('2020-01-01', 'female', 'en')).toBe(
      'She has given since 2020, 2 times so far. Say that it has been noticed.',
    );
    expect(years('2020-01-01', 'male', 'en')).toMatch(/^He has given/);
    expect(years('2020-01-01', null, 'en')).toMatch(/^This donor has given/);
  });

  it('do not count what never arrived', () => {
    const gifts = [gift('2020-01-01', { status: 'failed' }), gift('2026-11-06'), gift('2026-11-07')];
    expect(talkingPoints(facts(gifts), 'nl').some((point) => point.includes('sinds'))).toBe(false);
  });
});

describe('an action', () => {
  const action = (kind: 'through-friend' | 'own-action', language: 'nl' | 'en') =>
    talkingPoints(
      facts([gift('2026-11-07')], {
        donor: { ...DONOR, actions: [{ day: '2026-04-01', kind, record: { kind: 'moment', id: 1 } }] },
      }),
      language,
    )[1];

  it('of a friend is asked after, one of their own is thanked for', () => {
    expect(action('through-friend', 'en')).toBe(
      'It began through somebody else’s action, on 1 April. Ask who that was and what it did.',
    );
    expect(action('own-action', 'nl')).toBe(
      'Op 1 april was er een eigen actie voor ons. Vraag hoe het was, en dank ook daarvoor.',
    );
    expect(action('own-action', 'en')).toBe(
      'There was an action of their own for us on 1 April. Ask how it was, and thank for that too.',
    );
  });
});

describe('an earlier conversation', () => {
  const conversation = (calls: readonly CallFact[], language: 'nl' | 'en' = 'nl') =>
    talkingPoints(facts([gift('2026-11-07'), gift('2026-11-08')], { donor: { ...DONOR, calls } }), language)[1];

  it('is come back to, the last one, whatever the order', () => {
    const calls = [
      call('2026-05-10', 'conversation'),
      call('2026-09-10', 'attempt'),
      call('2026-03-01', 'conversation'),
    ];
    const words = 'Wij spraken elkaar op 10 mei. Kom terug op wat er toen gezegd is.';
    expect(conversation(calls)).toBe(words);
    expect(conversation(calls.toReversed())).toBe(words);
    expect(conversation(calls, 'en')).toBe('We talked on 10 May. Come back to what was said then.');
  });

  it('is none when nobody was reached', () => {
    expect(conversation([call('2026-09-10', 'attempt')])).not.toContain('spraken');
  });
});

describe('after that', () => {
  it('comes the first gift, when there is exactly one that arrived', () => {
    const one = [gift('2026-11-06', { status: 'failed' }), gift('2026-11-07')];
    expect(talkingPoints(facts(one), 'en')[1]).toBe('It is the first gift. Ask what led to it.');
    expect(talkingPoints(facts([...one, gift('2026-11-08')]), 'nl')).not.toContain(
      'Het is de eerste gift. Vraag wat de aanleiding was.',
    );
  });

  it.each([
    ['its first sentence', ' Een kind leert zwemmen! En meer. ', 'Vertel: Een kind leert zwemmen!'],
    ['all of it when it is one', 'Een kind leert zwemmen', 'Vertel: Een kind leert zwemmen'],
    ['no end of a sentence within a number', 'Wel 1.500 kinderen. Ja.', 'Vertel: Wel 1.500 kinderen.'],
  ])('comes the story: %s', (_, nl, point) => {
    const none = { nl: '', en: '' };
    const story = { project: null, does: { nl, en: 'A child. More.' }, now: none, picture: null, pictureText: none };
    const gifts = [gift('2026-11-07'), gift('2026-11-08')];
    expect(talkingPoints(facts(gifts, { story }), 'nl')[1]).toBe(point);
    expect(talkingPoints(facts(gifts, { story }), 'en')[1]).toBe('Tell: A child.');
  });

  it('comes what is always good to say', () => {
    const gifts = [gift('2026-11-07'), gift('2026-11-08')];
    expect(talkingPoints(facts(gifts), 'nl').slice(1)).toEqual([
      'Vraag wat wij goed doen en wat beter kan, en schrijf het op.',
      'Vraag waar wij over mogen berichten, en hoe vaak.',
    ]);
    expect(talkingPoints(facts(gifts), 'en').slice(1)).toEqual([
      'Ask what we do well and what could be better, and write it down.',
      'Ask what we may send news about, and how often.',
    ]);
  });
});

describe('what not to say', () => {
  const RULE = 'Vraag niet om een nieuwe gift. Dit gesprek is om te danken.';

  it('is of a payment that went wrong in the last year, the last one', () => {
    const wrong = (...days: Gift['day'][]) =>
      thingsToAvoid(facts(days.map((day) => gift(day, { status: 'failed' }))), 'nl')[0];
    expect(wrong('2025-11-21')).toBe(
      'De gift van 21 november 2025 ging niet door of is teruggeboekt. Vraag niet waarom.',
    );
    expect(wrong('2025-11-20')).toBe(RULE);
    expect(wrong('2026-03-01', '2026-05-01')).toContain('1 mei');
    const english = thingsToAvoid(facts([gift('2026-05-01', { status: 'failed' })]), 'en');
    expect(english[0]).toBe('The gift of 1 May did not go through or was taken back. Do not ask why.');
  });

  it('is to promise post or e-mail to who wants none', () => {
    const donor = { ...DONOR, doesNotWantPost: true, doesNotWantEmail: true };
    expect(thingsToAvoid(facts([], { donor }), 'nl')).toEqual([
      RULE,
      'Beloof geen post: die is niet gewenst.',
      'Beloof geen e-mail: die is niet gewenst.',
    ]);
    expect(thingsToAvoid(facts([], { donor: { ...DONOR, doesNotWantEmail: true } }), 'en').at(-1)).toBe(
      'Promise no e-mail: it is not wanted.',
    );
    expect(thingsToAvoid(facts([], { donor: { ...DONOR, doesNotWantPost: true } }), 'en').at(-1)).toBe(
      'Promise no post: it is not wanted.',
    );
  });

  it('is at most four things, and the rule of the call is one of them', () => {
    const all = thingsToAvoid(
      facts([gift('2026-10-01', { status: 'failed' })], {
        donor: { ...DONOR, hasOpenComplaint: true, doesNotWantPost: true, doesNotWantEmail: true },
        deceasedInHousehold: ['Jan Bos', 'Piet Bos'],
      }),
      'en',
    );
    expect(all.map((line) => line.split('. ')[0])).toEqual([
      'Jan Bos, who shared this number, has died',
      'A complaint is open',
      'The gift of 1 October did not go through or was taken back',
      'Do not ask for another gift',
    ]);
  });
});
