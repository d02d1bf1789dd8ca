/** The script follows the donor, and never asks for money: every situation there is, in every voice. */
import { describe, expect, it } from 'vitest';
import { GIFT_STATUSES } from '../../../domain/gift.ts';
import { MANDATE_STATUSES } from '../../../domain/mandate.ts';
import { PROGRAMME_IDS } from '../../../domain/programmes/programme-id.ts';
import { subjectOf, writeScript, type Situation } from '../../../domain/script/script.ts';
import { SUBJECTS, type AddressForm } from '../../../domain/script/words.ts';
import type { Language } from '../../../domain/language.ts';
import { gift, mandate, TODAY } from '../../support/build-donor.ts';

const PLAIN: Situation = {
  programme: 'thank-you-call',
  promisedIn: null,
  callerName: 'Anneke Postma',
  charityName: 'Elk Kind Zwemt',
  donorName: 'mevrouw Van der Knaap',
  addressForm: 'formal',
  partOfDay: 'evening',
  today: TODAY,
  gift: gift('2026-11-10', { amount: 5_000, project: 'Zwemles voor ieder kind' }),
  mandate: null,
  isFirstGift: true,
  isThroughFriend: false,
  whoseAction: null,
  loyalSince: null,
  story: null,
  answeredComplaint: null,
};
const STORY = {
  does: { nl: 'Amina zwom haar eerste baantje.', en: 'Amina swam her first length.' },
  now: { nl: 'Er wachten nog 214 kinderen.', en: 'There are 214 children waiting.' },
};

const VOICES: readonly (readonly [Language, AddressForm])[] = [
  ['nl', 'formal'],
  ['nl', 'informal'],
  ['en', 'formal'],
];

const said = (situation: Partial<Situation>, [language, addressForm] = VOICES[0]!): string =>
  writeScript({ ...PLAIN, ...situation, addressForm }, language)
    .map(({ text }) => text)
    .join('\n');

/** Every combination of what the words depend on. */
function* everySituation(): Generator<Partial<Situation>> {
  const gifts = [null, ...GIFT_STATUSES.map((status) => gift('2026-11-10', { status, amount: 2_500 }))];
  const mandates = [null, ...MANDATE_STATUSES.map((status) => mandate('2014-02-01', { status, amount: 1_000 }))];
  for (const programme of PROGRAMME_IDS) {
    for (const promisedIn of programme === 'callback' ? [null, ...PROGRAMME_IDS] : [null]) {
      for (const own of gifts) {
        for (const running of mandates) {
          for (const bits of [0, 1, 2, 3, 4, 5, 6, 7]) {
            yield {
              programme,
              promisedIn,
              gift: own,
              mandate: running,
              loyalSince: (bits & 1) === 0 ? null : '2014-02-01',
              isThroughFriend: (bits & 2) !== 0,
              whoseAction: (bits & 1) === 0 ? null : 'Jan Loper',
              answeredComplaint: (bits & 4) === 0 ? null : '2026-03-03',
              story: (bits & 2) === 0 ? STORY : null,
            };
          }
        }
      }
    }
  }
}

const ASKS_FOR_MONEY = {
  nl: /verhog|extra (?:gift|bijdrage)|nalat|testament|donee?r|machtig|overma|\bbetal|incass|bijdra|\bgeven\b|lid worden|periodiek|steun ons/i,
  en: /donat|increase|raise|legacy|bequest|(?<!moved you to )\bgive\b|another gift|contribut|\bpay|sponsor|support us(?! for)/i,
} as const;
const THANKS_FOR_MONEY = /gaf (?:u|je)|ontvingen wij|om (?:u|je) te bedanken|you gave|we received|to thank you/i;

describe('in every situation and voice', () => {
  it('asks for no money, thanks for nothing that did not come, and is whole (rules-nl.md L12)', () => {
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (const situation of everySituation()) {
      seen.add(subjectOf({ ...PLAIN, ...situation }));
      for (const voice of VOICES) {
        const text = said(situation, voice);
        const [language, form] = voice;
        const isLost = situation.gift?.status === 'failed' || situation.gift?.status === 'reversed';
        const faults = [
          ASKS_FOR_MONEY[language].test(text) && 'asks for money',
          isLost && THANKS_FOR_MONEY.test(text) && 'thanks for what did not come',
          isLost && text.includes('214') && 'good news after bad',
          /undefined|null|NaN| {2}|\*\*\*|\. \./.test(text) && 'is broken',
          language === 'nl' && form === 'formal' && /\bje\b|\bjouw\b/i.test(text) && 'says je',
          language === 'nl' && form === 'informal' && /\bu\b|\buw\b/i.test(text) && 'says u',
        ].filter((fault) => fault !== false);
        if (faults.length > 0) wrong.push(`${faults.join()} ${JSON.stringify(situation)}: ${text}`);
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect([...seen].toSorted()).toEqual([...SUBJECTS].toSorted());
  });
});

describe('the words follow the donor', () => {
  it('by the first name and "je" for who wants that', () => {
    const text = said({ donorName: 'Hanneke' }, ['nl', 'informal']);
    expect(text).toContain('je spreekt met Anneke Postma van Elk Kind Zwemt. Spreek ik met Hanneke?');
    expect(text).toContain('gaf je vijftig euro, je eerste gift.');
    expect(text).toContain('zeg het gerust.** Dan bellen we je niet meer.');
  });

  it('with the story of the project, and a step for what is worked on now', () => {
    const steps = writeScript({ ...PLAIN, story: STORY }, 'nl');
    expect(steps.map(({ id }) => id)).toEqual(['opening', 'thanks', 'gift', 'now', 'details', 'questions', 'closing']);
    expect(steps[2]?.text).toBe('Uw gift gaat naar Zwemles voor ieder kind. Amina zwom haar eerste baantje.');
    expect(steps[3]?.text).toBe('Mag ik u ook kort vertellen waar we nu mee bezig zijn? Er wachten nog 214 kinderen.');
    expect(writeScript(PLAIN, 'nl').map(({ id }) => id)).not.toContain('now');
  });

  it('with the years of who is loyal, in whole years', () => {
    const running = mandate('2014-12-01', { amount: 1_000 });
    expect(said({ mandate: running, gift: null, loyalSince: '2014-12-01' })).toContain('U steunt ons al elf jaar');
    expect(said({ loyalSince: '2025-01-01' })).not.toContain('jaar');
  });

  it('on an anniversary with the years of that day, also just before it, and of one year too', () => {
    const on = (loyalSince: Situation['loyalSince']): string => said({ programme: 'anniversary-call', loyalSince });
    expect(on('2014-12-01')).toContain('Rond deze dag steunt u ons twaalf jaar.');
    expect(on('2025-11-20')).toMatch(/steunt u ons (?:een|één) jaar\./);
    expect(on(null)).toContain('U steunt ons al een hele tijd.');
  });

  it('with whose action it came through', () => {
    expect(said({ isThroughFriend: true })).toContain('gaf u vijftig euro bij een actie van iemand die u kent.');
    expect(said({ isThroughFriend: true, whoseAction: 'Jan Loper' })).toContain('via de actie van Jan Loper.');
    expect(said({ programme: 'ambassador-call' })).toContain('U bent voor ons in actie gekomen');
  });

  it('with a mandate that runs, and not with one that stopped', () => {
    expect(said({ mandate: mandate('2026-01-07', { status: 'cancelled' }) })).not.toContain('Sinds');
    expect(said({ gift: gift('2026-11-10', { status: 'cancelled' }) })).toContain('Dank u wel voor uw steun');
  });

  it('with the complaint that was answered', () => {
    expect(said({ answeredComplaint: '2026-03-03' })).toContain(
      'Op 3 maart liet u ons weten dat er iets niet goed ging. Is dat naar uw zin opgelost? Heeft u zelf nog een vraag',
    );
  });

  it('with the question of the programme that asks for feedback', () => {
    expect(said({ programme: 'ask-feedback' })).toContain(
      'hoe waarschijnlijk is het dat u ons bij anderen aanbeveelt?',
    );
    expect(said({ programme: 'ask-feedback' }, ['en', 'formal'])).toContain('how likely are you to recommend us');
  });
});
