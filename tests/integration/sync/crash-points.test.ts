/** Killed at every named point, at every pass of it: what was recorded arrives in the CRM exactly once. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProcedureName } from '../../../contract/index.ts';
import { CRASH_POINTS, type CrashPoint } from '../../../db/crash-point.ts';
import { openStore } from '../../../db/open/open-store.ts';
import { recordOperation } from '../../../db/queries/operations.ts';
import { createCiviCrmConnector } from '../../../sync/crm/civicrm/connector.ts';
import { startPracticeCrm } from '../../../sync/practice/server.ts';
import { pushAll } from '../../../sync/push.ts';
import { CiviCrmView } from '../../simulation/crm-view.ts';
import { fastFolder } from '../../simulation/fast-folder.ts';
import { Network } from '../../simulation/network.ts';
import { Random } from '../../simulation/random.ts';
import { makeTemplate, STARTS, type Template } from '../../simulation/template.ts';
import { Workstation } from '../../simulation/workstation.ts';

const folder = fastFolder();
let template: Template;

beforeAll(async () => {
  template = await makeTemplate(join(folder, 'template'), '6.17', 'saturday');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  /** The process was killed where it was to be killed. */
  readonly wasKilled: boolean;
  readonly acknowledged: readonly ('call' | 'correction' | 'objection')[];
  readonly calls: readonly unknown[];
  readonly email: string | undefined;
  readonly flags: number;
  readonly waiting: number;
}

/** A correction, an objection and a finished call, a round of sync; killed on the way, restarted, synced. */
async function evening(point: CrashPoint, pass: number): Promise<Outcome> {
  const home = join(folder, `${point}-${pass}`);
  cpSync(template.crm, join(home, 'crm'), { recursive: true });
  const crm = await startPracticeCrm({ dataDir: join(home, 'crm'), clock: () => new Date(STARTS.saturday) });
  const network = new Network({ ...crm, administrator: crm.keys.admin });
  const view = await CiviCrmView.open(join(home, 'crm'));
  const workstation = new Workstation({
    index: 0,
    home,
    profile: template.pulled,
    now: () => STARTS.saturday,
    random: new Random(pass).next,
    fetch: (input, init) => fetch(crm.url + new URL(input instanceof Request ? input.url : input).pathname, init),
    wrap: (connector) => connector,
    mutation: null,
  });
  const ended = async (task: { readonly isFinished: boolean }): Promise<void> => {
    while (!task.isFinished) await new Promise((resolve) => void setImmediate(resolve));
  };
  const acknowledged: ('call' | 'correction' | 'objection')[] = [];
  const value = async <Value>(name: ProcedureName, input: object): Promise<Value | null> => {
    if (!workstation.isAlive) return null;
    let answer: Value | null = null;
    await ended(workstation.ask(name, input, (given) => (answer = given.ok ? (given.value as Value) : null)));
    return answer;
  };
  try {
    await workstation.start();
    workstation.killAt(point, pass);
    const today = await value<{ next: { donorId: number } }>('today.get', { lane: 'caller' });
    const call = await value<{ callItemId: number; details: { key: string; field: string }[] }>('call.open', {
      donorId: today?.next.donorId ?? 0,
    });
    const callItemId = call?.callItemId ?? 0;
    const key = call?.details.find(({ field }) => field === 'email')?.key ?? '';
    const correction = { field: 'email', value: 'nieuw@voorbeeld.nl' } as const;
    if ((await value('call.correctDetail', { callItemId, key, correction, checkedBy: 'spelled' })) !== null)
      acknowledged.push('correction');
    if ((await value('call.answerObjection', { callItemId, answer: 'used' })) !== null) acknowledged.push('objection');
    const outcome = 'conversation';
    if ((await value('call.finish', { callItemId, outcome, callback: null, number: null })) !== null)
      acknowledged.push('call');
    if (workstation.isAlive) await ended(workstation.sync(true, () => undefined));
    const wasKilled = !workstation.isAlive;
    if (wasKilled) await workstation.start();
    workstation.killAt(point, Number.POSITIVE_INFINITY);
    for (let round = 0; round < 2; round += 1) await ended(workstation.sync(true, () => undefined));
    const registers = [...view.registers()];
    const status = await value<{ waiting: number; attention: number }>('sync.status', {});
    return {
      wasKilled,
      acknowledged,
      calls: view.calls(),
      email: registers.find(([, register]) => register.value === correction.value)?.[0],
      flags: registers.filter(([name, register]) => name.startsWith('flag:') && register.value === '1').length,
      waiting: (status?.waiting ?? 0) + (status?.attention ?? 0),
    };
  } finally {
    await workstation.close();
    view.close();
    network.close();
    await crm.stop();
  }
}

describe('killed', () => {
  it.each(CRASH_POINTS)('at "%s": everything that was acknowledged is in the CRM once', async (point) => {
    let kills = 0;
    for (let pass = 1; ; pass += 1) {
      const { wasKilled, acknowledged, calls, email, flags, waiting } = await evening(point, pass);
      if (!wasKilled) break;
      kills += 1;
      const inCrm = { call: calls.length === 1, correction: email !== undefined, objection: flags === 1 };
      const lost = acknowledged.filter((fact) => !inCrm[fact]);
      expect({ pass, lost, isDoubled: calls.length > 1, waiting }).toEqual({
        pass,
        lost: [],
        isDoubled: false,
        waiting: 0,
      });
    }
    expect(kills).toBeGreaterThan(0);
  });
});

describe('the outbox copy', () => {
  it('keeps what is recorded while a round forgets what has arrived', async () => {
    const home = join(folder, 'race');
    cpSync(template.crm, join(home, 'crm'), { recursive: true });
    cpSync(template.pulled, join(home, 'profile'), { recursive: true });
    const crm = await startPracticeCrm({ dataDir: join(home, 'crm'), clock: () => new Date(STARTS.saturday) });
    const store = await openStore({ folder: join(home, 'profile'), now: STARTS.saturday });
    const record = (last: string): Promise<void> =>
      store.write((writer) =>
        recordOperation(writer, {
          id: `01990000-0000-7000-8000-00000000000${last}`,
          donorId: 8,
          personId: 1,
          recordedAt: STARTS.saturday,
          body: { kind: 'objection', at: STARTS.saturday, wasSetBefore: false },
        }),
      );
    try {
      await record('1');
      const second: Promise<void>[] = [];
      await pushAll({
        store,
        connector: createCiviCrmConnector({ address: crm.url, apiKey: crm.apiKey }),
        now: () => STARTS.saturday,
        random: () => 0.5,
        shouldStop: () => false,
        isUrgent: true,
        at: (point) => {
          if (point === 'push-finished') second.push(record('2'));
        },
      });
      await Promise.all(second);
      expect(store.outboxCopy.read().map(({ id }) => id.at(-1))).toEqual(['2']);
    } finally {
      await store.close();
      await crm.stop();
    }
  });
});
