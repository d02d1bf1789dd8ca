import { describe, expect, it } from 'vitest';
import { createClient } from '../../../contract/client.ts';
import { createFakeBackend } from '../../../renderer/dev/fake-backend.ts';
import { SCENARIO_NAMES, SYNC_NAMES, readScenario } from '../../../renderer/dev/scenario.ts';

const backend = (options: string) =>
  createClient(createFakeBackend(readScenario(new URLSearchParams(`delay=0&${options}`))));

const ANSWERING = SCENARIO_NAMES.filter((name) => !/^(?:slow|no|broken)-|^disconnected$/.test(name));

describe('the invented backend keeps to the contract', () => {
  it.each(ANSWERING)('in scenario %s', async (name) => {
    const client = backend(`scenario=${name}`);
    await client.ask('session.get', {});
    const { next } = await client.ask('today.get', { lane: 'caller' });
    const call = next === null ? null : await client.ask('call.open', { donorId: next.donorId });
    expect(call?.donorId).toBe(next?.donorId);
  });

  it.each(SYNC_NAMES)('with a sync that is %s', async (name) => {
    const client = backend(`sync=${name}`);
    const status = await client.ask('sync.status', {});
    const { operations } = await client.ask('sync.operations', {});
    expect(operations).toHaveLength(status.waiting + status.attention);
  });

  it('for a whole call', async () => {
    const client = backend('');
    const { next } = await client.ask('today.get', { lane: 'caller' });
    const { callItemId } = await client.ask('call.open', { donorId: next!.donorId });
    await client.ask('call.dial', { callItemId, number: '+31600417735' });
    await client.ask('call.saveNotes', { callItemId, notes: 'Noor' });
    await client.ask('call.answerObjection', { callItemId, answer: 'offered' });
    const { attemptId, isOver } = await client.ask('call.finish', {
      callItemId,
      outcome: 'conversation',
      callback: null,
      number: null,
    });
    expect(isOver).toBe(true);
    const after = await client.ask('today.get', { lane: 'caller' });
    expect(after.next?.donorId).not.toBe(next!.donorId);
    expect(after.done[0]?.attemptId).toBe(attemptId);
    await client.ask('call.undo', { attemptId });
    expect((await client.ask('today.get', { lane: 'caller' })).next?.donorId).toBe(next!.donorId);
  });
});
