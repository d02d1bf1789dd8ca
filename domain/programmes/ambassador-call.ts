/** `ambassador-call`: a loyal donor started an action or brought others in. An invitation, never an ask (rules-nl.md L12). */
import { addDays, daysBetween, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { DonorAction } from '../donor-facts.ts';
import { sentence, type Sentence } from '../language.ts';
import { levelOfGiving } from '../loyalty/level.ts';
import { ATTEMPT_FIELDS, laneField, levelsField, priorityField, switchOn } from './calling-fields.ts';
import { daysBetweenBounds, decide, exists, levelAmong, switchedOn } from './condition.ts';
import { numberField } from './parameters.ts';
import type { Judgement, Programme, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';
import { inOrder } from '../in-order.ts';

export const AMBASSADOR_CALL_FIELDS = {
  isOn: switchOn(false),
  lane: laneField('director'),
  priority: priorityField(50),
  windowDays: numberField('days', [1, 60, 180], { nl: 'Dagen op de lijst', en: 'Days on the list' }),
  dueAfterDays: numberField('days', [0, 14, 180], { nl: 'Uiterlijk na', en: 'Due after' }),
  /** The level by gifts, mandates and years alone: what the donor was before the action. */
  levels: levelsField(['regular', 'loyal', 'ambassador']),
  ...ATTEMPT_FIELDS,
} as const;

export const ambassadorCall: Programme = {
  id: 'ambassador-call',
  name: { nl: 'ambassadeurstelefoontje', en: 'ambassador call' },
  purpose: {
    nl: 'Een eigen actie: bedanken en uitnodigen, niets vragen.',
    en: 'An action of their own: thank and invite, ask for nothing.',
  },
  fields: AMBASSADOR_CALL_FIELDS,
  judge: judgeAmbassador,
};

const ACTION: Sentence = { nl: 'begon een actie of bracht anderen mee', en: 'started an action or brought others in' };
const DAYS_SINCE: Sentence = { nl: 'dagen sinds die actie', en: 'days since that action' };

function judgeAmbassador(question: ProgrammeQuestion): Judgement {
  const { today, donor, settings } = question;
  const { isOn, windowDays, levels } = settings.ambassadorCall;
  const newest = newestAction(donor.actions, today);
  const record = newest?.record ?? null;
  const days = newest === null ? null : daysBetween(newest.day, today);
  const conditions = [
    switchedOn(isOn, 'ambassadorCall.isOn'),
    exists(ACTION, newest?.day ?? null, 'day', record),
    daysBetweenBounds(DAYS_SINCE, days, { atLeast: 0, atMost: windowDays }, record),
    levelAmong(question, levels, levelOfGiving),
  ];
  return decide(conditions, () => (newest === null ? null : matchAmbassador(question, newest)));
}

function newestAction(actions: readonly DonorAction[], today: CalendarDay): DonorAction | null {
  const own = actions.filter(({ kind, day }) => kind !== 'through-friend' && day <= today);
  return own.toSorted((a, b) => inOrder(b.day, a.day))[0] ?? null;
}

function matchAmbassador({ today, giving, settings }: ProgrammeQuestion, action: DonorAction): ProgrammeMatch {
  const { windowDays, dueAfterDays, priority, lane } = settings.ambassadorCall;
  const write = (readOn: CalendarDay): Sentence =>
    sentence((language) => {
      const on = writeDay(action.day, language, { today: readOn });
      const [nl, en] =
        action.kind === 'own-action'
          ? [`Begon op ${on} een eigen actie`, `Started an action of their own on ${on}`]
          : [`Bracht op ${on} anderen mee`, `Brought others in on ${on}`];
      return language === 'nl' ? `${nl}: bedank en nodig uit.` : `${en}: thank and invite.`;
    });
  return {
    programme: 'ambassador-call',
    lane,
    priority,
    occasion: action.day,
    from: action.day,
    until: addDays(action.day, windowDays),
    due: addDays(action.day, dueAfterDays),
    dueAt: null,
    amount: giving.newestReceived?.amount ?? giving.mandates[0]?.amount ?? 0,
    thanksFor: null,
    callbackId: null,
    reason: write(today),
    expectation: write,
  };
}
