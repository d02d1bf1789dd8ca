/** The first words to somebody who calls us: what our last call was decides how they go on. Nothing is asked for. Pure. */
import type { CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { PartOfDay } from '../calling-hours/part-of-day.ts';
import { sentence, type Sentence } from '../language.ts';
import { OUTCOMES, type OutcomeId } from '../outcome.ts';
import { dutch } from './dutch.ts';
import { ENGLISH } from './english.ts';

export interface CallsBack {
  readonly callerName: string;
  readonly charityName: string;
  readonly partOfDay: PartOfDay;
  readonly today: CalendarDay;
  /** Null for a number that is nobody's. */
  readonly donorName: Sentence | null;
  readonly lastCall: { readonly day: CalendarDay; readonly outcome: OutcomeId } | null;
}

const WORDS = {
  nl: {
    greetings: dutch('formal').greetings,
    opening: (greeting: string, caller: string, charity: string) =>
      `${greeting}, u spreekt met ${caller}${charity === '' ? '' : ` van ${charity}`}.`,
    isIt: (name: string) => `Spreek ik met ${name}?`,
    whoIsIt: 'Met wie spreek ik?',
    help: 'Waarmee kan ik u helpen?',
    missed: (day: string) => `Fijn dat u terugbelt: wij probeerden u ${day} te bereiken. Komt het gelegen?`,
    spoken: (day: string) => `Wij spraken elkaar ${day}.`,
    stopped: 'Wij bellen u niet meer, zoals u vroeg.',
  },
  en: {
    greetings: ENGLISH.greetings,
    opening: (greeting: string, caller: string, charity: string) =>
      `${greeting}, this is ${caller}${charity === '' ? '' : ` of ${charity}`}.`,
    isIt: (name: string) => `Am I speaking with ${name}?`,
    whoIsIt: 'Who am I speaking with?',
    help: 'How can I help you?',
    missed: (day: string) => `Thank you for calling back: we tried to reach you on ${day}. Is this a good moment?`,
    spoken: (day: string) => `We spoke on ${day}.`,
    stopped: 'We do not call you any more, as you asked.',
  },
} as const;

export function firstWordsToCaller(call: CallsBack): Sentence {
  const { callerName, charityName, partOfDay, today, donorName, lastCall } = call;
  return sentence((language) => {
    const words = WORDS[language];
    const opening = words.opening(words.greetings[partOfDay], callerName, charityName);
    const outcome = lastCall === null ? null : OUTCOMES[lastCall.outcome];
    // Somebody else had the number when we called it.
    if (donorName === null || outcome?.marksNumberWrong === true) return `${opening} ${words.whoIsIt}`;
    const begin = `${opening} ${words.isIt(donorName[language])}`;
    if (lastCall === null || outcome === null) return `${begin} ${words.help}`;
    const day = writeDay(lastCall.day, language, { today, style: 'weekday' });
    if (outcome.id === 'objection') return `${begin} ${words.stopped} ${words.help}`;
    return outcome.asksForObjection ? `${begin} ${words.spoken(day)} ${words.help}` : `${begin} ${words.missed(day)}`;
  });
}
