/** The calls that were promised for a time of today: to remind whoever is signed in, without a word about whom. */
import { dayOfInstant } from '../../../domain/calendar/day.ts';
import { readCurrentPerson } from '../../../db/queries/people.ts';
import { readPromises } from '../../../db/queries/promises.ts';
import type { PromisedCall } from '../backend.ts';
import type { BackendContext } from '../context.ts';
import { rolesHere } from '../policy/policy.ts';

const LANES = ['caller', 'director'] as const;

/** None while nobody is signed in, and none of a lane that this person does not call in. */
export async function readPromisedCalls({
  store,
  policy,
  now,
}: Pick<BackendContext, 'store' | 'policy' | 'now'>): Promise<readonly PromisedCall[]> {
  const person = await readCurrentPerson(store.reader);
  if (person === null) return [];
  const roles = rolesHere(policy, person.roles);
  const today = dayOfInstant(now());
  const found: PromisedCall[] = [];
  for (const lane of LANES.filter((lane) => roles.includes(lane))) {
    const promises = await readPromises(store.reader, lane, today, person.id);
    for (const { callbackId, time, at } of promises) {
      // "Some time today" has no moment at which to say so.
      if (time !== null) found.push({ id: callbackId, at: Date.parse(at) });
    }
  }
  return found.slice(0, MOST);
}

const MOST = 200;
