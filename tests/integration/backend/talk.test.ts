/** What a coordinator sets for the conversation, and what a call makes of it. */
import { expect, it } from 'vitest';
import { NEW_TALK } from '../../../domain/talk/talk.ts';
import { openCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, practiceCrm } from '../../support/workstation.ts';

const ANSWER = { id: 'a', question: { nl: 'Aftrekbaar?', en: '' }, answer: { nl: 'Ja.', en: '' } };

it('is saved once, holds at once, and is taken back', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const first = await workstation.ask('talk.get', {});
  expect(first).toMatchObject({ version: null, content: NEW_TALK, history: [] });
  const content = { ...NEW_TALK, answers: [ANSWER], addressForm: 'informal' as const };
  await workstation.ask('talk.save', { content, version: null });
  await expect(workstation.ask('talk.save', { content: NEW_TALK, version: null })).rejects.toThrow('Somebody else');
  expect((await workstation.ask('talk.answers', {})).answers).toEqual([ANSWER]);
  expect((await openCall(workstation, 'NIEUW-0009')).addressForm).toBe('informal');
  const { history } = await workstation.ask('talk.get', {});
  expect(history.map(({ changes }) => changes.map(({ en }) => en))).toEqual([
    ['Answers changed.', 'Form of address changed.'],
  ]);
  await workstation.ask('talk.undo', { version: 1 });
  expect((await workstation.ask('talk.get', {})).content).toEqual(NEW_TALK);
  await workstation.ask('talk.undo', { version: 2 });
  expect((await workstation.ask('talk.get', {})).content).toEqual(content);
});

it('belongs to the coordinator; callers read the answers', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const store = workstation.backend.store;
  await store.write(({ transaction }) => transaction.updateTable('person').set({ roles: '["caller"]' }).execute());
  await expect(workstation.ask('talk.get', {})).rejects.toThrow('your task');
  await expect(workstation.ask('talk.save', { content: NEW_TALK, version: null })).rejects.toThrow('your task');
  expect(await workstation.ask('talk.answers', {})).toEqual({ answers: [] });
  await store.write(({ transaction }) => transaction.updateTable('person').set({ roles: '["verifier"]' }).execute());
  await expect(workstation.ask('talk.answers', {})).rejects.toThrow('your task');
});

it('a benefit of the donor’s level is offered, answered, followed up, and not offered again', async () => {
  const crm = await practiceCrm();
  const workstation = await connectedWorkstation(crm);
  const benefit = { id: 'visit', name: 'Kijkje <achter>', words: 'Komt u kijken?', isOn: true };
  await workstation.ask('talk.save', {
    version: null,
    content: {
      ...NEW_TALK,
      benefits: [
        { ...benefit, levels: ['first-gift', 'again', 'regular', 'loyal'] },
        { ...benefit, id: 'other', levels: ['ambassador'] },
      ],
    },
  });
  const { callItemId, benefits } = await openCall(workstation, 'NIEUW-0009');
  expect(benefits).toEqual([{ id: 'visit', name: benefit.name, words: benefit.words, answer: null }]);
  const answer = (given: 'accepted' | 'declined' | null) =>
    workstation.ask('call.answerBenefit', { callItemId, benefitId: 'visit', answer: given });
  await answer('declined');
  await answer(null);
  expect((await answer('accepted')).benefits).toMatchObject([{ id: 'visit', answer: 'accepted' }]);
  const end = { callItemId, outcome: 'no-answer', callback: null, number: null } as const;
  const { attemptId } = await workstation.ask('call.finish', end);
  const tasks = () =>
    workstation.backend.store.reader.selectFrom('follow_up').select(['kind', 'text', 'due_day', 'closed_at']).execute();
  expect(await tasks()).toEqual([
    {
      kind: 'task',
      text: 'Aangenomen: Kijkje <achter>. Regel het, en laat het de donateur weten.',
      due_day: '2026-11-26',
      closed_at: null,
    },
  ]);
  await workstation.sync();
  const [activity] = await askCrm(crm, 'Activity', 'get', {
    select: ['details'],
    where: [['subject', 'LIKE', `%${attemptId}]`]],
  });
  expect(activity?.['details']).toContain('<p>Aangeboden: Kijkje &lt;achter&gt; (wil graag).</p>');
  expect(activity?.['details']).not.toContain('Taak');

  await workstation.ask('call.undo', { attemptId });
  expect((await tasks())[0]?.closed_at).not.toBeNull();
  expect((await workstation.ask('call.get', { callItemId })).benefits).toMatchObject([{ answer: 'accepted' }]);
  await workstation.ask('call.finish', end);
  expect((await tasks()).filter(({ closed_at: closed }) => closed === null)).toHaveLength(1);
  workstation.clock.set('2026-11-24T13:00:00.000Z');
  expect((await openCall(workstation, 'NIEUW-0009')).benefits).toEqual([]);
});
