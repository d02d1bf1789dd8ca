/** What the fuzzers found, one by one, each as it was found. */
import { expect, it } from 'vitest';
import { connectedWorkstation, practiceCrm } from '../support/workstation.ts';

it('a donor who is not here can neither be put off nor be seen twice: that is told in words', async () => {
  const { backend } = await connectedWorkstation(await practiceCrm());
  const double = { day: '2026-11-21', programme: 'major-call' };
  for (const donorId of [99_999, 2 ** 32, -1]) {
    const answers = [
      await backend.ask('today.postpone', { donorId }),
      await backend.ask('claims.seen', { donorId, ...double }),
    ];
    expect(answers.map((answer) => !answer.ok && answer.failure.code)).toEqual(['not-found', 'not-found']);
  }
});

it('labels begin on a new sheet when more are gone than this sheet has', async () => {
  const { backend } = await connectedWorkstation(await practiceCrm());
  for (const used of [15, 16, 23]) {
    const answer = await backend.ask('paper.labels', { donorIds: [55], format: '2x8', used });
    expect(answer.ok && (answer.value as { pages: number }).pages).toBe(1);
  }
});
