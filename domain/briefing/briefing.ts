/** What the director should know before a call: three things to say, and what not to say. Pure. */
import { daysBetween, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { GiftStory } from '../charity/story-for.ts';
import type { DonorFacts } from '../donor-facts.ts';
import type { Gift } from '../gift.ts';
import { isFailedOrReversed } from '../gift.ts';
import type { Giving } from '../giving.ts';
import type { Language } from '../language.ts';
import type { Mandate } from '../mandate.ts';
import { writeMoney } from '../money.ts';
import type { Gender } from '../person-name.ts';
import { writeFrequency } from '../programmes/thank-you-call.ts';
import { inOrder } from '../in-order.ts';

export interface BriefingFacts {
  readonly today: CalendarDay;
  readonly donor: Pick<
    DonorFacts,
    'calls' | 'actions' | 'hasOpenComplaint' | 'doesNotWantEmail' | 'doesNotWantPost' | 'moments'
  >;
  readonly giving: Giving;
  readonly gender: Gender | null;
  readonly gift: Gift | null;
  readonly mandate: Mandate | null;
  readonly story: GiftStory | null;
  /** Of the people at the same number: who died. */
  readonly deceasedInHousehold: readonly string[];
}

export const POINTS = 3;
const MOST_TO_AVOID = 4;
/** Years of giving that are worth naming. */
const MANY_YEARS = 2;
/** A gift that went wrong longer ago than this is no subject any more. */
const LONG_AGO_DAYS = 365;

/** Exactly three, the weightiest first: this gift, these years, by whom; then what is always good to say. */
export function talkingPoints(facts: BriefingFacts, language: Language): readonly string[] {
  const points = [thanks, years, action, conversation, firstGift, story, listening, news].map((point) =>
    point(facts, language),
  );
  return points.filter((point) => point !== null).slice(0, POINTS);
}

/** What hurts or is not allowed; the rule of this call is always there, and first comes what is worst. */
export function thingsToAvoid(facts: BriefingFacts, language: Language): readonly string[] {
  const isDutch = language === 'nl';
  const { donor, deceasedInHousehold } = facts;
  const [deceased] = deceasedInHousehold;
  const wrong = wentWrong(facts);
  const all = [
    deceased === undefined
      ? null
      : isDutch
        ? `Op dit nummer woonde ook ${deceased}, die is overleden. Begin er niet over; komt het ter sprake, condoleer.`
        : `${deceased}, who shared this number, has died. Do not bring it up; if it comes up, offer your condolences.`,
    donor.hasOpenComplaint
      ? isDutch
        ? 'Er loopt een klacht. Verdedig niets en beloof niets; luister, en zeg wie erop terugkomt.'
        : 'A complaint is open. Defend and promise nothing; listen, and say who will come back on it.'
      : null,
    wrong === null
      ? null
      : isDutch
        ? `De gift van ${writeDay(wrong.day, language, { today: facts.today })} ging niet door of is teruggeboekt. Vraag niet waarom.`
        : `The gift of ${writeDay(wrong.day, language, { today: facts.today })} did not go through or was taken back. Do not ask why.`,
    isDutch
      ? 'Vraag niet om een nieuwe gift. Dit gesprek is om te danken.'
      : 'Do not ask for another gift. This call is to thank.',
    donor.doesNotWantPost
      ? isDutch
        ? 'Beloof geen post: die is niet gewenst.'
        : 'Promise no post: it is not wanted.'
      : null,
    donor.doesNotWantEmail
      ? isDutch
        ? 'Beloof geen e-mail: die is niet gewenst.'
        : 'Promise no e-mail: it is not wanted.'
      : null,
  ];
  return all.filter((line) => line !== null).slice(0, MOST_TO_AVOID);
}

function wentWrong({ giving, today }: BriefingFacts): Gift | null {
  return (
    giving.gifts.findLast((gift) => isFailedOrReversed(gift) && daysBetween(gift.day, today) <= LONG_AGO_DAYS) ?? null
  );
}

type Point = (facts: BriefingFacts, language: Language) => string | null;

/** Who did not reach us by a gift yet is thanked for what he or she does. */
const thanks: Point = ({ gift, mandate, today }, language) => {
  if (gift === null && mandate === null) return null;
  const what =
    gift === null && mandate !== null
      ? `${writeMoney(mandate.amount, language)} ${writeFrequency(mandate, language)}`
      : writeMoney(gift?.amount ?? 0, language);
  const on = gift === null ? '' : ` ${language === 'nl' ? 'van' : 'of'} ${writeDay(gift.day, language, { today })}`;
  const goal = gift?.project ?? null;
  if (language === 'nl')
    return `Dank voor ${what}${on}${goal === null ? '' : `, voor ${goal}`}. Noem het bedrag één keer.`;
  return `Thank for ${what}${on}${goal === null ? '' : `, for ${goal}`}. Name the amount once.`;
};

const years: Point = ({ giving, gender, today }, language) => {
  const received = giving.gifts.filter(({ status }) => status === 'received');
  const [first] = received;
  if (first === undefined) return null;
  const since = Number(first.day.slice(0, 4));
  if (Number(today.slice(0, 4)) - since < MANY_YEARS) return null;
  const who = {
    nl: gender === 'female' ? 'Zij' : gender === 'male' ? 'Hij' : 'Deze donateur',
    en: gender === 'female' ? 'She' : gender === 'male' ? 'He' : 'This donor',
  };
  return language === 'nl'
    ? `${who.nl} geeft sinds ${since}, ${received.length} keer tot nu toe. Zeg dat dat gezien is.`
    : `${who.en} has given since ${since}, ${received.length} times so far. Say that it has been noticed.`;
};

const action: Point = ({ donor, today }, language) => {
  const last = donor.actions.at(-1);
  if (last === undefined) return null;
  const on = writeDay(last.day, language, { today });
  if (language === 'nl') {
    return last.kind === 'through-friend'
      ? `Het begon via de actie van iemand anders, op ${on}. Vraag wie dat was en wat het deed.`
      : `Op ${on} was er een eigen actie voor ons. Vraag hoe het was, en dank ook daarvoor.`;
  }
  return last.kind === 'through-friend'
    ? `It began through somebody else’s action, on ${on}. Ask who that was and what it did.`
    : `There was an action of their own for us on ${on}. Ask how it was, and thank for that too.`;
};

const conversation: Point = ({ donor, today }, language) => {
  const last = donor.calls
    .filter(({ result }) => result === 'conversation')
    .toSorted((a, b) => inOrder(a.at, b.at))
    .at(-1);
  if (last === undefined) return null;
  const on = writeDay(last.day, language, { today });
  return language === 'nl'
    ? `Wij spraken elkaar op ${on}. Kom terug op wat er toen gezegd is.`
    : `We talked on ${on}. Come back to what was said then.`;
};

const firstGift: Point = ({ giving }, language) => {
  const received = giving.gifts.filter(({ status }) => status === 'received');
  if (received.length !== 1) return null;
  return language === 'nl'
    ? 'Het is de eerste gift. Vraag wat de aanleiding was.'
    : 'It is the first gift. Ask what led to it.';
};

const FIRST_SENTENCE = /^[\s\S]*?[.!?](?=\s|$)/u;

const story: Point = (facts, language) => {
  const text = facts.story?.does[language].trim() ?? '';
  if (text === '') return null;
  const first = FIRST_SENTENCE.exec(text)?.[0] ?? text;
  return language === 'nl' ? `Vertel: ${first}` : `Tell: ${first}`;
};

const listening: Point = (_, language) =>
  language === 'nl'
    ? 'Vraag wat wij goed doen en wat beter kan, en schrijf het op.'
    : 'Ask what we do well and what could be better, and write it down.';

const news: Point = (_, language) =>
  language === 'nl'
    ? 'Vraag waar wij over mogen berichten, en hoe vaak.'
    : 'Ask what we may send news about, and how often.';
