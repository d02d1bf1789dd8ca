import { expect, it, vi } from 'vitest';
import type { Answer } from '../../../contract/failure.ts';
import { leaveWhenLocked } from '../../../renderer/transport/leave-when-locked.ts';

it('goes back to the workstation when that was locked, and only then', async () => {
  const leave = vi.fn<() => void>();
  const answers: Answer[] = [
    { ok: true, value: {} },
    { ok: false, failure: { code: 'not-allowed', sentence: { nl: 'Nee.', en: 'No.' } } },
    { ok: true, value: {} },
  ];
  const transport = leaveWhenLocked({ ask: async () => answers.shift()!, listen: () => () => undefined }, leave);
  await transport.ask('session.touch', {});
  await transport.ask('session.lock', {});
  expect(leave).not.toHaveBeenCalled();
  await transport.ask('session.lock', {});
  expect(leave).toHaveBeenCalledTimes(1);
});
