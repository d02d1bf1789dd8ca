/** The conversation as a page that follows it: steps of a few sentences to say aloud. */
import { daysBetween, type CalendarDay } from '../calendar/day.ts';
import { wholeYears } from '../calendar/years.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { PartOfDay } from '../calling-hours/part-of-day.ts';
import type { Gift } from '../gift.ts';
import type { Language, Sentence } from '../language.ts';
import type { Mandate } from '../mandate.ts';
import type { ProgrammeId } from '../programmes/programme-id.ts';
import { writeFrequency } from '../programmes/thank-you-call.ts';
import { speakMoney, speakNumber } from '../spoken-amount.ts';
import { dutch } from './dutch.ts';
import { ENGLISH } from './english.ts';
import { STEP_TITLES } from './titles.ts';
import {
  SCRIPT_STEPS,
  type AddressForm,
  type ScriptStepId,
  type ScriptWords,
  type Spoken,
  type Subject,
} from './words.ts';

export interface ScriptStep {
  readonly id: ScriptStepId;
  readonly title: Sentence;
  /** What to say. `**…**` marks what must not be left out. */
  readonly text: string;
}

/** All that the words depend on. */
export interface Situation {
  readonly programme: ProgrammeId;
  /** For a callback: the programme in which it was promised. */
  readonly promisedIn: ProgrammeId | null;
  readonly callerName: string;
  readonly charityName: string;
  /** "mevrouw Van der Knaap", or the first name, as the form of address wants it; in the donor's language. */
  readonly donorName: string;
  readonly addressForm: AddressForm;
  readonly partOfDay: PartOfDay;
  readonly today: CalendarDay;
  /** The gift that the call is about. */
  readonly gift: Gift | null;
  /** The mandate that it was given under, or that the journey began with. */
  readonly mandate: Mandate | null;
  readonly isFirstGift: boolean;
  /** The gift came through a friend's action. */
  readonly isThroughFriend: boolean;
  /** Whose action that was; null when nobody knows. */
  readonly whoseAction: string | null;
  /** Since when a donor of years of loyalty gives; null for everybody else. */
  readonly loyalSince: CalendarDay | null;
  /** What the coordinator wrote about the gift's project. */
  readonly story: { readonly does: Sentence; readonly now: Sentence } | null;
  /** A complaint of the last year that has its answer. */
  readonly answeredComplaint: CalendarDay | null;
}

const WORDS: Readonly<Record<AddressForm, Readonly<Record<Language, ScriptWords>>>> = {
  formal: { nl: dutch('formal'), en: ENGLISH },
  informal: { nl: dutch('informal'), en: ENGLISH },
};

/**
 * What to say in the donor's language, with titles for the caller in both. Never asks for money (rules-nl.md L12). What
 * is worked on now is a step only when the coordinator wrote it, and when there is room for good news.
 */
export function writeScript(situation: Situation, donorLanguage: Language): readonly ScriptStep[] {
  const words = WORDS[situation.addressForm][donorLanguage];
  const spoken = speak(situation, donorLanguage);
  const subject = subjectOf(situation);
  const now = textOf(situation.story?.now, donorLanguage);
  const texts: Readonly<Record<ScriptStepId, string | null>> = {
    opening: words.opening(
      spoken,
      words.greetings[situation.partOfDay],
      situation.programme === 'callback' ? 'promised' : subject,
    ),
    thanks: words.thanks[subject](spoken),
    gift: words.gift[subject](spoken),
    now: now === null || wentWrong(subject) ? null : `${words.now} ${now}`,
    details: words.details,
    questions: words.questions[subject === 'feedback' ? 'feedback' : 'usual'](spoken),
    closing: words.closing(spoken),
  };
  return SCRIPT_STEPS.flatMap((id) => {
    const text = texts[id];
    return text === null ? [] : [{ id, title: STEP_TITLES[id], text }];
  });
}

const SUBJECT_OF: Partial<Record<ProgrammeId, Subject>> = {
  'major-call': 'major',
  'anniversary-call': 'anniversary',
  'ambassador-call': 'ambassador',
  'ask-feedback': 'feedback',
  birthday: 'birthday',
};

/** Which words fit. What did not come, or was taken back, is never thanked for. */
export function subjectOf(situation: Situation): Subject {
  const { programme, promisedIn, gift, mandate, isThroughFriend } = situation;
  if (gift?.status === 'failed') return 'failed';
  if (gift?.status === 'reversed') return 'reversed';
  const own = SUBJECT_OF[programme === 'callback' ? (promisedIn ?? programme) : programme];
  if (own === 'major') return gift === null || gift.status === 'cancelled' ? 'support' : 'major';
  if (own !== undefined) return own;
  if (isThroughFriend && gift?.status === 'received') return 'friend';
  if (mandate?.status === 'running') return gift?.status === 'announced' ? 'expected' : 'mandate';
  return gift === null || gift.status === 'cancelled' ? 'support' : 'gift';
}

function wentWrong(subject: Subject): boolean {
  return subject === 'failed' || subject === 'reversed';
}

function speak(situation: Situation, language: Language): Spoken {
  const { gift, mandate, today, loyalSince, answeredComplaint } = situation;
  return {
    callerName: situation.callerName,
    charityName: situation.charityName,
    donorName: situation.donorName,
    isFirstGift: situation.isFirstGift,
    amount: gift === null ? '' : speakMoney(gift.amount, language),
    day: gift === null ? '' : writeDay(gift.day, language, { today, style: 'weekday' }),
    project: gift?.project ?? null,
    whoseAction: situation.whoseAction,
    mandateAmount:
      mandate === null ? '' : `${speakMoney(mandate.amount, language)} ${writeFrequency(mandate, language)}`,
    mandateSince: mandate === null ? '' : writeDay(mandate.startDay, language, { today }),
    loyalYears: loyalSince === null ? null : speakYears(loyalSince, situation, language),
    does: textOf(situation.story?.does, language),
    answeredComplaint: answeredComplaint === null ? null : writeDay(answeredComplaint, language, { today }),
  };
}

const DAYS_OF_A_YEAR = 365.25;

/** Whole years; near an anniversary the years of that day. Of one year only an anniversary speaks. */
function speakYears(since: CalendarDay, situation: Situation, language: Language): string | null {
  const isAnniversary = subjectOf(situation) === 'anniversary';
  const { today } = situation;
  const years = isAnniversary ? Math.round(daysBetween(since, today) / DAYS_OF_A_YEAR) : wholeYears(since, today);
  if (years < (isAnniversary ? 1 : 2)) return null;
  const unit = language === 'nl' ? 'jaar' : years === 1 ? 'year' : 'years';
  return `${speakNumber(years, language)} ${unit}`;
}

function textOf(words: Sentence | undefined, language: Language): string | null {
  const text = words?.[language].trim() ?? '';
  return text === '' ? null : text;
}
