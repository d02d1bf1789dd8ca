/** `missing-thanks`: a day after a first gift the CRM knows no thank-you e-mail. A task for the coordinator. */
import { addDays, daysBetween, type CalendarDay } from '../calendar/day.ts';
import type { ContactMoment, DonorFacts } from '../donor-facts.ts';
import { sentence } from '../language.ts';
import { daysBetweenBounds, exists, switchedOn, type Condition } from '../programmes/condition.ts';
import { recordOfDayZero, startOfJourney } from '../programmes/thank-you-call.ts';
import { MISSING_THANKS_FIELDS } from './missing-thanks-fields.ts';
import {
  decideTask,
  stopsAll,
  suppressedBy,
  type TaskJudgement,
  type TaskProgramme,
  type TaskQuestion,
} from './task.ts';

export const missingThanks: TaskProgramme = {
  id: 'missing-thanks',
  name: { nl: 'bedankmail ontbreekt', en: 'missing thank-you e-mail' },
  purpose: { nl: 'Alsnog bedanken per e-mail.', en: 'Thank by e-mail after all.' },
  fields: MISSING_THANKS_FIELDS,
  judge: judgeMissingThanks,
};

const NEW_DONOR = { nl: 'de klantreis begon op', en: 'the journey began on' };
const DAY_OF_JOURNEY = { nl: 'dag van de klantreis', en: 'day of the journey' };
const NOT_THANKED = { nl: 'nog geen bedankmail, en niet afgevinkt', en: 'no thank-you e-mail yet, and not ticked off' };

function judgeMissingThanks(question: TaskQuestion): TaskJudgement {
  const { today, donor, giving, settings } = question;
  const { isOn, afterDays, lastDay } = settings.missingThanks;
  const { dayZero } = giving;
  const record = recordOfDayZero(giving);
  const day = dayZero === null ? null : daysBetween(dayZero, today);
  const conditions: readonly Condition[] = [
    switchedOn(isOn, 'missingThanks.isOn'),
    exists(NEW_DONOR, dayZero, 'day', record),
    daysBetweenBounds(DAY_OF_JOURNEY, day, { atLeast: afterDays, atMost: lastDay }, record),
    notThanked(donor, dayZero, today),
  ];
  const match = (from: CalendarDay): TaskJudgement['match'] => ({
    programme: 'missing-thanks',
    kind: 'thank-by-email',
    lane: 'coordinator',
    priority: 15,
    occasion: from,
    from: addDays(from, afterDays),
    until: addDays(from, lastDay),
    due: addDays(from, afterDays),
    amount: giving.firstGift?.amount ?? giving.mandates[0]?.amount ?? 0,
    reason: sentence((language) => {
      const start = startOfJourney(giving, from, today, language);
      return language === 'nl'
        ? `${start}; in het CRM staat nog geen bedankmail.`
        : `${start}; the CRM has no thank-you e-mail yet.`;
    }),
    points: [],
  });
  const donorRecord = { kind: 'donor', id: donor.donorId } as const;
  return decideTask(
    conditions,
    () => (dayZero === null ? null : match(dayZero)),
    () => [
      ...stopsAll(donor),
      suppressedBy('complaint', donor.hasOpenComplaint, donorRecord),
      suppressedBy('no-email', !donor.hasEmail, donorRecord),
      suppressedBy('email-objection', donor.doesNotWantEmail, donorRecord),
    ],
  );
}

function notThanked(donor: DonorFacts, dayZero: CalendarDay | null, today: CalendarDay): Condition {
  const isThanks = ({ channel, isOutgoing, isThanks: thanks, day }: ContactMoment): boolean =>
    channel === 'email' && isOutgoing && thanks && dayZero !== null && day >= dayZero && day <= today;
  const mail = donor.moments.find(isThanks);
  const isTicked = donor.steps.some(
    ({ programme, day }) => programme === 'missing-thanks' && dayZero !== null && day >= dayZero && day <= today,
  );
  return {
    name: NOT_THANKED,
    holds: mail === undefined && !isTicked,
    value: mail?.day ?? null,
    kind: 'day',
    record: mail === undefined ? null : { kind: 'moment', id: mail.id },
  };
}
