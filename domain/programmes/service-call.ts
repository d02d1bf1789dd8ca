/** `service-call`: a gift failed or was taken back; the charity helps, and never pushes to pay (rules-nl.md, SEPA). */
import { addDays, daysBetween, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import { isFailedOrReversed, type Gift } from '../gift.ts';
import { sentence, type Language, type Sentence } from '../language.ts';
import { writeMoney } from '../money.ts';
import type { Programme, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';

export const serviceCall: Programme = {
  id: 'service-call',
  name: { nl: 'servicetelefoontje', en: 'service call' },
  match: matchServiceCall,
};

function matchServiceCall({ today, giving, settings }: ProgrammeQuestion): ProgrammeMatch | null {
  const { firstDay, lastDay, dueAfterDays, priority } = settings.serviceCall;
  const newest = giving.newestGift;
  if (newest === null || !isFailedOrReversed(newest)) return null;
  const day = daysBetween(newest.day, today);
  if (day < firstDay || day > lastDay) return null;
  const due = addDays(newest.day, dueAfterDays);
  const write = (readOn: CalendarDay): Sentence =>
    sentence((language) => {
      const by = writeDay(due, language, { today: readOn });
      const what = writeMisfortune(newest, language, writeDay(newest.day, language, { today: readOn }));
      return language === 'nl'
        ? `${what}: bel om te helpen, liefst uiterlijk ${by}.`
        : `${what}: call to help, preferably by ${by}.`;
    });
  return {
    programme: 'service-call',
    lane: 'caller',
    priority,
    occasion: newest.day,
    from: addDays(newest.day, firstDay),
    until: addDays(newest.day, lastDay),
    due,
    dueAt: null,
    amount: newest.amount,
    thanksFor: null,
    callbackId: null,
    reason: write(today),
    expectation: write,
  };
}

function writeMisfortune(gift: Gift, language: Language, on: string): string {
  const amount = writeMoney(gift.amount, language, 'spoken');
  const isDebit = gift.mandateId !== null;
  if (language === 'nl') {
    const what = isDebit ? 'Incasso' : 'Gift';
    return `${what} van ${amount} op ${on} is ${gift.status === 'failed' ? 'mislukt' : isDebit ? 'gestorneerd' : 'teruggeboekt'}`;
  }
  const what = isDebit ? 'Debit' : 'Gift';
  return `${what} of ${amount} on ${on} ${gift.status === 'failed' ? 'failed' : 'was taken back'}`;
}
