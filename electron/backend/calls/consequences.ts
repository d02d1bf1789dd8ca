/** What each outcome will mean, shown before its key is pressed. Made by the list itself: it is asked what would happen. */
import { addDays, daysBetween, type CalendarDay } from '../../../domain/calendar/day.ts';
import { writeDay, writeWeekday } from '../../../domain/calendar/write-day.ts';
import { openingOn } from '../../../domain/calling-hours/calling-hours.ts';
import type { CallFact } from '../../../domain/call-fact.ts';
import { isOnList } from '../../../domain/call-list/explain.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { sentence, type Language, type Sentence } from '../../../domain/language.ts';
import { OUTCOMES, type OutcomeId } from '../../../domain/outcome.ts';
import type { CallItem } from '../../../db/queries/calls.ts';
import type { AskContext } from '../context.ts';
import { listContext } from './current-list.ts';

const FIXED: Partial<Record<OutcomeId, Sentence>> = {
  conversation: { nl: 'Stap klaar, volgende', en: 'Step done, next one' },
  callback: { nl: 'Maak een afspraak', en: 'Make an appointment' },
  refused: { nl: 'Geen nieuwe poging', en: 'No new attempt' },
  objection: { nl: 'Geldt meteen, overal', en: 'At once, everywhere' },
  deceased: { nl: 'Alles stopt', en: 'Everything stops' },
  'cannot-decide': { nl: 'Niemand belt, coördinator kijkt', en: 'Nobody calls, coordinator looks' },
};

export interface ConsequenceQuestion {
  readonly item: CallItem;
  readonly donor: DonorFacts;
  readonly rivals: readonly DonorFacts[];
  /** Numbers that could still be tried when the one that is dialled turns out wrong. */
  readonly otherNumbers: number;
}

/** One sentence per outcome. */
export function consequencesOf(
  context: AskContext,
  question: ConsequenceQuestion,
): Readonly<Record<OutcomeId, Sentence>> {
  const afterMiss = nextTry(context, question, 'attempt');
  const afterVoicemail = nextTry(context, question, 'voicemail-left');
  const wrongNumber: Sentence =
    question.otherNumbers > 0
      ? { nl: 'Naar het volgende nummer', en: 'To the next number' }
      : { nl: 'Nummer wordt nagezocht', en: 'Number is looked into' };
  const sentenceOf = (outcome: OutcomeId): Sentence => {
    const fixed = FIXED[outcome];
    if (fixed !== undefined) return fixed;
    if (OUTCOMES[outcome].marksNumberWrong) return wrongNumber;
    const day = OUTCOMES[outcome].result === 'voicemail-left' ? afterVoicemail : afterMiss;
    return sentence((language) => writeNextTry(day, context.today, language));
  };
  return Object.fromEntries(Object.values(OUTCOMES).map(({ id }) => [id, sentenceOf(id)])) as Record<
    OutcomeId,
    Sentence
  >;
}

/** Pauses, windows and appointments have all ended by then. */
const FURTHEST_TRY_DAYS = 60;

/** The first day with open lines on which the donor would be on the list again; null for none. */
function nextTry(context: AskContext, question: ConsequenceQuestion, result: CallFact['result']): CalendarDay | null {
  const { today, now, callingHours } = context;
  const { item, donor, rivals } = question;
  const attempt: CallFact = { day: today, at: now(), result, programme: item.programme, promisedIn: item.promised_in };
  const after: DonorFacts = { ...donor, calls: [...donor.calls, attempt] };
  for (let ahead = 1; ahead <= FURTHEST_TRY_DAYS; ahead += 1) {
    const day = addDays(today, ahead);
    const isCallingDay = openingOn(day, callingHours) !== null;
    if (isCallingDay && isOnList(after, rivals, listContext(context, day))) return day;
  }
  return null;
}

function writeNextTry(day: CalendarDay | null, today: CalendarDay, language: Language): string {
  if (day === null) return language === 'nl' ? 'Dan een kaart of brief' : 'A card or letter instead';
  const ahead = daysBetween(today, day);
  if (ahead === 1) return language === 'nl' ? 'Morgen opnieuw' : 'Again tomorrow';
  if (ahead < 7) {
    const weekday = writeWeekday(day, language);
    return language === 'nl'
      ? `${weekday.slice(0, 1).toUpperCase()}${weekday.slice(1)} opnieuw`
      : `Again on ${weekday}`;
  }
  const on = writeDay(day, language, { today, style: 'short' });
  return language === 'nl' ? `Opnieuw op ${on}` : `Again on ${on}`;
}
