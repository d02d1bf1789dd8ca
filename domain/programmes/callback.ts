/** `callback`: somebody promised this donor a call. A promise is kept before anything else. */
import { wallClock } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { Callback } from '../call-fact.ts';
import { sentence } from '../language.ts';
import type { Programme, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';

export const callback: Programme = {
  id: 'callback',
  name: { nl: 'terugbelafspraak', en: 'promised callback' },
  match: matchCallback,
};

function matchCallback({ today, donor, settings }: ProgrammeQuestion): ProgrammeMatch | null {
  const promise = donor.callbacks.filter(({ promisedDay }) => promisedDay <= today).sort(compareCallbacks)[0];
  if (promise === undefined) return null;
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
  return a.promisedAt < b.promisedAt ? -1 : a.promisedAt > b.promisedAt ? 1 : a.id - b.id;
}
