/** `service-call`: a gift failed or was taken back; the charity helps, and never pushes to pay (rules-nl.md, SEPA). */
import { addDays, daysBetween, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import { isFailedOrReversed, type Gift } from '../gift.ts';
import { sentence, type Language, type Sentence } from '../language.ts';
import { writeMoney } from '../money.ts';
import { ATTEMPT_FIELDS, laneField, priorityField, switchOn } from './calling-fields.ts';
import { daysBetweenBounds, decide, switchedOn, type Condition } from './condition.ts';
import { numberField } from './parameters.ts';
import type { Judgement, Programme, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';

export const SERVICE_CALL_FIELDS = {
  isOn: switchOn(true),
  lane: laneField('caller'),
  priority: priorityField(30),
  firstDay: numberField('days', [0, 1, 60], { nl: 'Vanaf dag', en: 'From day' }),
  lastDay: numberField('days', [1, 28, 90], { nl: 'Tot en met dag', en: 'Up to day' }),
  dueAfterDays: numberField('days', [0, 3, 90], { nl: 'Uiterlijk na', en: 'Due after' }),
  ...ATTEMPT_FIELDS,
} as const;

export const serviceCall: Programme = {
  id: 'service-call',
  name: { nl: 'servicetelefoontje', en: 'service call' },
  purpose: {
    nl: 'Een betaling ging niet door: vragen of we kunnen helpen, niet om geld vragen.',
    en: 'A payment did not go through: ask whether we can help, do not ask for money.',
  },
  fields: SERVICE_CALL_FIELDS,
  judge: judgeServiceCall,
};

const WENT_WRONG = {
  nl: 'de nieuwste gift is mislukt of teruggehaald',
  en: 'the newest gift failed or was taken back',
};
const DAYS_SINCE = { nl: 'dagen sinds die gift', en: 'days since that gift' };
const FATES = {
  received: { nl: 'ontvangen', en: 'received' },
  announced: { nl: 'aangekondigd', en: 'announced' },
  failed: { nl: 'mislukt', en: 'failed' },
  cancelled: { nl: 'geannuleerd', en: 'cancelled' },
  reversed: { nl: 'gestorneerd', en: 'taken back' },
} as const;

function judgeServiceCall(question: ProgrammeQuestion): Judgement {
  const { today, giving, settings } = question;
  const { isOn, firstDay, lastDay } = settings.serviceCall;
  const newest = giving.newestGift;
  const record = newest === null ? null : ({ kind: 'gift', id: newest.id } as const);
  const wentWrong: Condition = {
    name: WENT_WRONG,
    holds: newest !== null && isFailedOrReversed(newest),
    value: newest === null ? null : FATES[newest.status],
    kind: 'word',
    record,
  };
  const days = newest === null ? null : daysBetween(newest.day, today);
  const conditions = [
    switchedOn(isOn, 'serviceCall.isOn'),
    wentWrong,
    daysBetweenBounds(DAYS_SINCE, days, { atLeast: firstDay, atMost: lastDay }, record),
  ];
  return decide(conditions, () => (newest === null ? null : matchServiceCall(question, newest)));
}

function matchServiceCall({ today, settings }: ProgrammeQuestion, newest: Gift): ProgrammeMatch {
  const { firstDay, lastDay, dueAfterDays, priority, lane } = settings.serviceCall;
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
    lane,
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
