/** A small evening at a workstation, told command by command what was acknowledged: the work that must not be lost. */
import type { Answer } from '../../contract/failure.ts';
import type { ProcedureName } from '../../contract/index.ts';
import type { CrashHook } from '../../db/crash-point.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import { SILENT_LOG } from '../../electron/backend/log.ts';
import { openBackend, type OpenBackend } from '../../electron/backend/open-backend.ts';
import { createCiviCrmConnector } from '../../sync/crm/civicrm/connector.ts';

/** Saturday afternoon, when the twelve donors of the simulation's template may be called. */
export const SATURDAY: Instant = '2026-11-21T13:00:00.000Z';

export interface EveningOptions {
  readonly folder: string;
  readonly now: () => Instant;
  readonly random: () => number;
  /** Where the CRM is now; null: there is no network. */
  readonly crmUrl: string | null;
  readonly at?: CrashHook;
  /** A claim is waited for, as it is by a caller. */
  readonly waits?: boolean;
}

/** A backend whose CRM is wherever it was started this time. */
export function openAt({ folder, now, random, crmUrl, at, waits = false }: EveningOptions): Promise<OpenBackend> {
  return openBackend({
    folder,
    now,
    random,
    // A bug is no answer: whoever runs this wants to see it.
    log: { ...SILENT_LOG, error: (details: unknown) => void process.stderr.write(`${JSON.stringify(details)}\n`) },
    syncsByItself: false,
    ...(waits ? {} : { wait: async () => undefined }),
    ...(at === undefined ? {} : { at }),
    connectorFor: (site) =>
      createCiviCrmConnector({
        ...site,
        fetch: (input, init) => {
          if (crmUrl === null) return Promise.reject(new TypeError('fetch failed'));
          const { pathname, search } = new URL(input instanceof Request ? input.url : input);
          return fetch(crmUrl + pathname + search, init);
        },
      }),
  });
}

/** Told the ids of the operations that a command recorded, as soon as it is answered. */
export type Acknowledge = (ids: readonly string[]) => void;

/** A command was refused; the sentence is the failure's. */
export class Refused extends Error {
  readonly code: string;
  constructor(name: string, answer: Extract<Answer, { ok: false }>) {
    super(`${name}: ${answer.failure.code}`);
    this.code = answer.failure.code;
  }
}

export interface Asker {
  ask<Value>(name: ProcedureName, input: object): Promise<Value>;
}

/** Asks, and says what was recorded. */
export function asker(backend: OpenBackend, acknowledge: Acknowledge): Asker {
  let newest = 0;
  return {
    ask: async <Value>(name: ProcedureName, input: object) => {
      const answer = await backend.ask(name, input);
      if (!answer.ok) throw new Refused(name, answer);
      const recorded = await backend.store.reader
        .selectFrom('operation')
        .select(['id', 'sequence'])
        .where('sequence', '>', newest)
        .execute();
      newest = Math.max(newest, ...recorded.map(({ sequence }) => sequence));
      if (recorded.length > 0) acknowledge(recorded.map(({ id }) => id));
      return answer.value as Value;
    },
  };
}

interface CallOnScreen {
  readonly callItemId: number;
  readonly details: readonly { readonly key: string; readonly field: string }[];
  readonly numbers: readonly { readonly number: string }[];
}

/** One call with everything in it: a number dialled, a note, a correction, every other time an objection, an outcome. */
export async function holdNextCall(asking: Asker, number: number): Promise<void> {
  const today = await asking.ask<{ next: { donorId: number } | null }>('today.get', { lane: 'caller' });
  if (today.next === null) throw new Error('nobody is left to call');
  const { callItemId, details, numbers } = await asking.ask<CallOnScreen>('call.open', today.next);
  await asking.ask('call.dial', { callItemId, number: numbers[0]?.number ?? '' });
  await asking.ask('call.saveNotes', { callItemId, notes: `notitie ${number}` });
  const key = details.find(({ field }) => field === 'email')?.key;
  if (key !== undefined) {
    const correction = { field: 'email', value: `beller${number}@voorbeeld.nl` } as const;
    await asking.ask('call.correctDetail', { callItemId, key, correction, checkedBy: 'spelled' });
  }
  const answer = number % 2 === 0 ? 'used' : 'offered';
  await asking.ask('call.answerObjection', { callItemId, answer });
  await asking.ask('call.finish', { callItemId, outcome: 'conversation', callback: null, number: null });
}
