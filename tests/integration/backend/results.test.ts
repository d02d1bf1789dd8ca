/** Resultaten: counted from what really happened, for a coordinator only, and never about one person. */
import { expect, it } from 'vitest';
import { FailureError } from '../../../contract/client.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { EMOTIONS } from '../../../domain/operation.ts';
import { holdCall, openCall } from '../../support/hold-call.ts';
import { connectedWorkstation, donorIdOf, practiceCrm, type Workstation } from '../../support/workstation.ts';

const ask = (workstation: Workstation, level: 'first-gift' | null = null) =>
  workstation.ask('results.get', { period: 'quarter', level });

it('counts calls, reached, corrections, complaints and how it sounded, and nothing that was taken back', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const before = await ask(workstation);
  const { callItemId } = await openCall(workstation, 'NIEUW-0009');
  await workstation.ask('call.addFollowUp', { callItemId, followUp: 'complaint', text: 'Te veel post', topic: null });
  await workstation.ask('call.setEmotion', { callItemId, emotion: 'happy' });
  await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'offered' });
  workstation.clock.advance(120);
  await holdCall(workstation, 'NIEUW-0010', { outcome: 'no-answer' });
  const undone = await holdCall(workstation, 'NIEUW-0011', { outcome: 'no-answer' });
  await workstation.ask('call.undo', { attemptId: undone });
  const results = await ask(workstation);
  expect(results.reached.all).toMatchObject({ of: before.reached.all.of + 2, count: before.reached.all.count + 1 });
  expect(results.pace).toMatchObject({ calls: 2, callers: 1 });
  expect(results.map.felt).toMatchObject({ of: 1, mean: EMOTIONS.indexOf('happy') - 2, isTooFew: true });
  expect(results.map.weakest).toBeNull();
  expect(results.said.find(({ kind }) => kind === 'complaint')).toMatchObject({ count: 1, open: 1 });
  expect(results.rights.offered).toMatchObject({ count: 1 });
  expect(results.questions.map(({ id }) => id)).toEqual([
    'who',
    'need',
    'phase',
    'route',
    'channels',
    'experience',
    'knobs',
  ]);

  // The answer, and with it the clock.
  await workstation.ask('followups.answer', { followUpId: 1, text: 'Wij sturen minder.', channel: 'email' });
  expect((await ask(workstation)).complaints).toMatchObject({
    medianDays: 0,
    answered: 1,
    inTime: { of: 1, count: 1 },
  });
});

it('says who was thanked by when, of those who can have been', async () => {
  const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: null });
  const { newcomers } = await ask(workstation);
  const [day1, day7, day14] = newcomers.thanked;
  expect(newcomers.unknown).toBe(0);
  expect(newcomers.counted).toBeGreaterThan(50);
  expect(day1?.share.of).toBeGreaterThanOrEqual(day14?.share.of ?? 0);
  expect(day7?.share.of).toBeGreaterThanOrEqual(day14?.share.of ?? 0);
  const { reader } = workstation.backend.store;
  const donorId = await donorIdOf(workstation, 'NIEUW-0038');
  const row = await reader
    .selectFrom('giving')
    .select('day_zero')
    .where('donor_id', '=', donorId)
    .executeTakeFirstOrThrow();
  await workstation.backend.store.write(async ({ transaction }) => {
    const { id } = await transaction.selectFrom('person').select('id').executeTakeFirstOrThrow();
    await transaction
      .insertInto('journey_step')
      .values({
        donor_id: donorId,
        programme: 'missing-thanks',
        what: 'thanked',
        day: row.day_zero ?? '2026-11-01',
        at: '2026-11-01T10:00:00.000Z',
        person_id: id,
        undone_at: null,
      })
      .execute();
  });
  const after = (await ask(workstation)).newcomers.thanked;
  expect(after[0]?.share.count).toBe((day1?.share.count ?? 0) + 1);
});

it('is a coordinator’s, names nobody, and gives the chosen level', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const { callItemId } = await openCall(workstation, 'NIEUW-0009');
  await workstation.ask('call.setEmotion', { callItemId, emotion: 'angry' });
  await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'offered', notes: 'GEHEIM' });
  const everybody = await ask(workstation);
  const level = everybody.map.levels[0]?.level;
  expect(level).toBeDefined();
  const other = await workstation.ask('results.get', {
    period: 'quarter',
    level: level === 'loyal' ? 'again' : 'loyal',
  });
  expect(other.map.felt.of).toBe(0);
  const { reader } = workstation.backend.store;
  const people = await reader.selectFrom('person').select('name').execute();
  const text = JSON.stringify(everybody);
  for (const { name } of people) expect(text).not.toContain(name);
  expect(text).not.toContain('GEHEIM');
  for (const roles of [['caller'], ['director'], ['verifier']] as const) {
    await workstation.backend.store.write((writer) => setCurrentPerson(writer, { crmId: 905, name: 'Ander', roles }));
    await expect(ask(workstation)).rejects.toThrow(FailureError);
  }
});
