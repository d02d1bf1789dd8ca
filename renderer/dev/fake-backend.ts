/** An invented backend behind the real contract, so that every state of the screens can be seen without the real one. */
import type { Transport } from '../../contract/client.ts';
import type { BackendEvent } from '../../contract/event.ts';
import type { Answer } from '../../contract/failure.ts';
import { PROCEDURES, isProcedureName } from '../../contract/index.ts';
import { DisconnectedError, UnreachableError } from '../transport/errors.ts';
import { claimHandlers } from './fake-claims.ts';
import { createFakeClock } from './clock.ts';
import { s } from './donors.ts';
import { callHandlers } from './fake-call-handlers.ts';
import { sessionHandlers } from './fake-session.ts';
import { syncHandlers } from './fake-sync.ts';
import { todayHandlers } from './fake-today.ts';
import { FakeFailure } from './fake-failure.ts';
import { createFakeWorld, type Handlers } from './fake-world.ts';
import type { Scenario } from './scenario.ts';

const NEVER = new Promise<never>(() => undefined);

export function createFakeBackend(scenario: Scenario): Transport {
  const listeners = new Set<(event: BackendEvent) => void>();
  const world = createFakeWorld(scenario, createFakeClock(), (changed) => {
    setTimeout(() => {
      for (const listener of listeners) listener({ changed: [...changed] });
    }, scenario.delay);
  });
  const handlers: Handlers = {
    ...sessionHandlers(world),
    ...todayHandlers(world),
    ...callHandlers(world),
    ...syncHandlers(world),
    ...claimHandlers(world),
  };
  let asked = 0;

  return {
    async ask(procedure, input): Promise<Answer> {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, scenario.delay));
      await misbehave(scenario, procedure, asked);
      const handler = handlers[procedure];
      if (handler === undefined || !isProcedureName(procedure)) throw new UnreachableError(`no ${procedure} here`);
      try {
        return { ok: true, value: handler(PROCEDURES[procedure].input.parse(input) as never) };
      } catch (error) {
        if (!(error instanceof FakeFailure)) throw error;
        return { ok: false, failure: { code: error.code, sentence: s(error.nl, error.en) } };
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function misbehave({ name }: Scenario, procedure: string, asked: number): Promise<void> {
  if (name === 'slow-session' && procedure === 'session.get') await NEVER;
  if (name === 'slow-today' && procedure === 'today.get') await NEVER;
  if (name === 'no-session' || (name === 'no-today' && procedure === 'today.get')) throw new UnreachableError('gone');
  if (name === 'disconnected' && asked > 6) throw new DisconnectedError('gone');
}
