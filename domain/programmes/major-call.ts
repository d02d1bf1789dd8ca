/** `major-call`: for a major gift the director or chair phones, within a week. */
import { addDays, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import { receivedWithin, totalOf } from '../giving.ts';
import { sentence, type Language, type Sentence } from '../language.ts';
import { writeMoney } from '../money.ts';
import type { Programme, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';

export const majorCall: Programme = {
  id: 'major-call',
  name: { nl: 'directietelefoontje', en: 'call by the director' },
  match: matchMajorCall,
};

function matchMajorCall({ today, giving, settings }: ProgrammeQuestion): ProgrammeMatch | null {
  const { giftLimit, yearLimit, yearDays, windowDays, dueAfterDays, priority } = settings.majorCall;
  const recent = receivedWithin(giving, today, windowDays);
  const newest = recent.at(-1);
  if (newest === undefined) return null;
  const large = recent.findLast((gift) => gift.amount >= giftLimit);
  const yearTotal = totalOf(receivedWithin(giving, today, yearDays));
  if (large === undefined && yearTotal < yearLimit) return null;
  const trigger = large ?? newest;
  const due = addDays(trigger.day, dueAfterDays);
  const gave = (language: Language, readOn: CalendarDay): string => {
    const amount = writeMoney(trigger.amount, language, 'spoken');
    const on = writeDay(trigger.day, language, { today: readOn });
    if (large !== undefined) return language === 'nl' ? `Gift van ${amount} op ${on}` : `Gift of ${amount} on ${on}`;
    const total = writeMoney(yearTotal, language, 'spoken');
    return language === 'nl'
      ? `Samen ${total} in een jaar, het laatst ${amount} op ${on}`
      : `${total} together in a year, most recently ${amount} on ${on}`;
  };
  const write = (readOn: CalendarDay): Sentence =>
    sentence((language) => {
      const by = writeDay(due, language, { today: readOn });
      return language === 'nl'
        ? `${gave('nl', readOn)}: de directie bedankt persoonlijk, liefst uiterlijk ${by}.`
        : `${gave('en', readOn)}: the director thanks in person, preferably by ${by}.`;
    });
  return {
    programme: 'major-call',
    lane: 'director',
    priority,
    occasion: trigger.day,
    from: trigger.day,
    until: addDays(trigger.day, windowDays),
    due,
    dueAt: null,
    amount: trigger.amount,
    thanksFor: trigger,
    callbackId: null,
    reason: write(today),
    expectation: write,
  };
}
