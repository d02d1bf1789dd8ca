/** The conversation as a page that follows it: six steps, each a few sentences to say aloud. */
import type { CalendarDay } from '../calendar/day.ts';
import type { PartOfDay } from '../calling-hours/part-of-day.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { Gift } from '../gift.ts';
import type { Language, Sentence } from '../language.ts';
import type { Mandate } from '../mandate.ts';
import type { ProgrammeId } from '../programmes/programme-id.ts';
import { writeFrequency } from '../programmes/thank-you-call.ts';
import { speakMoney } from '../spoken-amount.ts';
import { DUTCH } from './dutch.ts';
import { ENGLISH } from './english.ts';
import { SCRIPT_STEPS, type ScriptStepId, type ScriptWords, type Spoken, type Subject } from './words.ts';

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
  /** "mevrouw Van der Knaap", in the donor's language. */
  readonly donorName: string;
  readonly partOfDay: PartOfDay;
  readonly today: CalendarDay;
  /** The gift that the call is about. */
  readonly gift: Gift | null;
  /** The mandate that it was given under, or that the journey began with. */
  readonly mandate: Mandate | null;
  readonly isFirstGift: boolean;
}

const WORDS: Readonly<Record<Language, ScriptWords>> = { nl: DUTCH, en: ENGLISH };

/** What to say in the donor's language, with titles for the caller in both. Never asks for money (rules-nl.md L12). */
export function writeScript(situation: Situation, donorLanguage: Language): readonly ScriptStep[] {
  const words = WORDS[donorLanguage];
  const spoken = speak(situation, donorLanguage);
  const subject = subjectOf(situation);
  const texts: Readonly<Record<ScriptStepId, string>> = {
    opening: words.opening(spoken, words.greetings[situation.partOfDay], situation.programme === 'callback'),
    thanks: words.thanks[subject](spoken),
    gift: words.gift[subject](spoken),
    details: words.details,
    questions: words.questions,
    closing: words.closing(spoken),
  };
  return SCRIPT_STEPS.map((id) => ({
    id,
    title: { nl: WORDS.nl.titles[id], en: WORDS.en.titles[id] },
    text: texts[id],
  }));
}

/** Which words fit. What did not come, or was taken back, is never thanked for. */
function subjectOf({ programme, promisedIn, gift, mandate }: Situation): Subject {
  if (gift?.status === 'failed') return 'failed';
  if (gift?.status === 'reversed') return 'reversed';
  if ((programme === 'callback' ? promisedIn : programme) === 'major-call') return 'major';
  if (mandate !== null) return gift?.status === 'announced' ? 'expected' : 'mandate';
  return gift === null ? 'support' : 'gift';
}

function speak(situation: Situation, language: Language): Spoken {
  const { gift, mandate, today } = situation;
  return {
    callerName: situation.callerName,
    charityName: situation.charityName,
    donorName: situation.donorName,
    isFirstGift: situation.isFirstGift,
    amount: gift === null ? '' : speakMoney(gift.amount, language),
    day: gift === null ? '' : writeDay(gift.day, language, { today, style: 'weekday' }),
    project: gift?.project ?? null,
    mandateAmount:
      mandate === null ? '' : `${speakMoney(mandate.amount, language)} ${writeFrequency(mandate, language)}`,
    mandateSince: mandate === null ? '' : writeDay(mandate.startDay, language, { today }),
  };
}
