/** `callback`: somebody promised this donor a call. A promise is kept before anything else. */
import { wallClock } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { Callback } from '../call-fact.ts';
import { sentence } from '../language.ts';
import { ATTEMPT_FIELDS, HIGHEST_CALLBACK_PRIORITY } from './calling-fields.ts';
import { decide, exists } from './condition.ts';
import { numberField } from './parameters.ts';
import type { Judgement, Programme, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';
import { inOrder } from '../in-order.ts';

/** A promise cannot be switched off: what was promised is kept. */
export const CALLBACK_FIELDS = {
  priority: numberField('rank', [1, HIGHEST_CALLBACK_PRIORITY, HIGHEST_CALLBACK_PRIORITY], {
    nl: 'Voorrang',
    en: 'Priority',
  }),
  ...ATTEMPT_FIELDS,
} as const;

export const callback: Programme = {
  id: 'callback',
  name: { nl: 'terugbelafspraak', en: 'promised callback' },
  purpose: { nl: 'Beloofd terug te bellen.', en: 'Promised to call back.' },
  fields: CALLBACK_FIELDS,
  judge: judgeCallback,
};

const PROMISE = { nl: 'een belofte om terug te bellen is aan de beurt', en: 'a promise to call back has come' };

function judgeCallback(question: ProgrammeQuestion): Judgement {
  const { today, donor } = question;
  const promise = donor.callbacks.filter(({ promisedDay }) => promisedDay <= today).sort(compareCallbacks)[0];
  if (promise === undefined) return decide([exists(PROMISE, null, 'day', null)], () => null);
  const record = { kind: 'callback', id: promise.id } as const;
  return decide([exists(PROMISE, promise.promisedDay, 'day', record)], () => matchCallback(question, promise));
}

function matchCallback({ today, settings }: ProgrammeQuestion, promise: Callback): ProgrammeMatch {
  const made = wallClock(promise.madeAt).day;
  return {
    programme: 'callback',
    lane: promise.lane,
    priority: settings.callback.priority,
    occasion: made,
    from: promise.promisedDay,
    until: null,
    due: promise.promisedDay,
    dueAt: promise.promisedAt,
    amount: promise.amount,
    thanksFor: null,
    callbackId: promise.id,
    reason: sentence((language) => {
      const on = writeDay(promise.promisedDay, language, { today });
      const time = promise.promisedTime;
      const since = writeDay(made, language, { today });
      return language === 'nl'
        ? `Beloofd terug te bellen op ${on}${time === null ? '' : ` om ${time}`}; afgesproken op ${since}.`
        : `Promised to call back on ${on}${time === null ? '' : ` at ${time}`}; agreed on ${since}.`;
    }),
    expectation: (askedOn) =>
      sentence((language) => {
        const on = writeDay(promise.promisedDay, language, { today: askedOn });
        return language === 'nl' ? `Beloofd terug te bellen op ${on}.` : `Promised to call back on ${on}.`;
      }),
  };
}

export function compareCallbacks(a: Callback, b: Callback): number {
  return inOrder(a.promisedAt, b.promisedAt) || a.id - b.id;
}
