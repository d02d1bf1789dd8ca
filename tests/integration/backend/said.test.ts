/** What a donor says in a call and must be answered, and what the donor thought of it: kept, taken back, in the CRM. */
import { describe, expect, it } from 'vitest';
import { NEW_TALK } from '../../../domain/talk/talk.ts';
import { makeCallFields } from '../../support/dankbel-fields.ts';
import { openCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';

/** NIEUW-0009. */
const CONTACT = 2016;

const rows = (workstation: Workstation) =>
  workstation.backend.store.reader.selectFrom('follow_up').selectAll().orderBy('id').execute();

const finish = (workstation: Workstation, callItemId: number) =>
  workstation.ask('call.finish', { callItemId, outcome: 'no-answer', callback: null, number: null });

const detailsInCrm = async (crm: Awaited<ReturnType<typeof practiceCrm>>): Promise<string> => {
  const [call] = await askCrm(crm, 'Activity', 'get', {
    select: ['details'],
    where: [
      ['target_contact_id', '=', CONTACT],
      ['subject', 'LIKE', '%[Dankbel %'],
      ['status_id:name', '<>', 'Scheduled'],
    ],
    orderBy: { id: 'DESC' },
    limit: 1,
  });
  return String(call?.['details']);
};

describe('a question, a complaint, an idea', () => {
  it('goes to who can answer by its topic, with a day, and to the CRM with the call', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const [me] = await workstation.backend.store.reader.selectFrom('person').select(['id', 'name']).execute();
    await workstation.ask('talk.save', {
      version: null,
      content: {
        ...NEW_TALK,
        topics: [
          { id: 'money', name: { nl: 'Geld', en: 'Money' }, person: me!.name, days: 2 },
          { id: 'mail', name: { nl: 'Post', en: 'Post' }, person: 'Ineke <van> kantoor', days: null },
        ],
      },
    });
    const { callItemId, topics } = await openCall(workstation, 'NIEUW-0009');
    expect(topics.map(({ name, promise }) => `${name.nl}: ${promise.question.nl}`)).toEqual([
      'Geen onderwerp: Antwoord uiterlijk donderdag 26 november.',
      `Geld: ${me!.name} antwoordt, uiterlijk maandag 23 november.`,
      'Post: Ineke <van> kantoor antwoordt, uiterlijk donderdag 26 november.',
    ]);
    const say = (followUp: 'question' | 'complaint' | 'idea', text: string, topic: string | null) =>
      workstation.ask('call.addFollowUp', { callItemId, followUp, text, topic });
    await say('question', 'Is mijn gift aftrekbaar?', 'money');
    await say('complaint', 'Te vaak <b>post</b>', 'mail');
    const { followUps } = await say('idea', 'Een open dag', 'a topic that somebody just removed');
    expect(followUps.map(({ goesTo }) => goesTo?.nl)).toEqual([
      `Geld. ${me!.name} antwoordt, uiterlijk maandag 23 november.`,
      'Post. Ineke <van> kantoor antwoordt, uiterlijk maandag 23 november.',
      'Antwoord uiterlijk maandag 7 december.',
    ]);
    expect(await rows(workstation)).toMatchObject([
      { kind: 'question', topic: 'money', assignee_id: me!.id, due_day: '2026-11-23', attempt_id: null, project: null },
      { kind: 'complaint', topic: 'mail', assignee_id: null, assignee_name: 'Ineke <van> kantoor' },
      { kind: 'idea', topic: null, assignee_name: '', due_day: '2026-12-07' },
    ]);
    const { attemptId } = await finish(workstation, callItemId);
    expect((await rows(workstation)).map((row) => row.attempt_id)).toEqual([attemptId, attemptId, attemptId]);
    await workstation.sync();
    const details = await detailsInCrm(crm);
    expect(details).toContain(
      `<p>Vraag (Geld, voor ${me!.name}, antwoord uiterlijk 2026-11-23): Is mijn gift aftrekbaar?</p>`,
    );
    expect(details).toContain(
      '<p>Klacht (Post, voor Ineke &lt;van&gt; kantoor, antwoord uiterlijk 2026-11-23): Te vaak &lt;b&gt;post&lt;/b&gt;</p>',
    );
    expect(details).toContain('<p>Idee (antwoord uiterlijk 2026-12-07): Een open dag</p>');
  });

  it('that was taken back is on its way to nobody, and one that was answered cannot be taken back', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { callItemId } = await openCall(workstation, 'NIEUW-0009');
    await workstation.ask('call.addFollowUp', { callItemId, followUp: 'question', text: 'Een' });
    const { followUps } = await workstation.ask('call.addFollowUp', { callItemId, followUp: 'question', text: 'Twee' });
    const [first, second] = followUps;
    await workstation.ask('call.removeFollowUp', { callItemId, followUpId: first!.id });
    await workstation.backend.store.write(({ transaction }) =>
      transaction
        .updateTable('follow_up')
        .set({ answer: 'Ja', answered_at: workstation.clock.now() })
        .where('id', '=', second!.id)
        .execute(),
    );
    await workstation.ask('call.removeFollowUp', { callItemId, followUpId: second!.id });
    expect(await rows(workstation)).toMatchObject([{ text: 'Een', answered_at: null }, { closed_at: null }]);
    await finish(workstation, callItemId);
    expect((await workstation.ask('today.get', { lane: 'caller' })).followUps).toBe(1);
  });
});

describe('what the donor thought of the contact', () => {
  it('is kept with the call, stays when the outcome is taken back, and is in the CRM', async () => {
    const crm = await practiceCrm();
    await makeCallFields(crm);
    const workstation = await connectedWorkstation(crm);
    const { callItemId, asksNps } = await openCall(workstation, 'NIEUW-0009');
    expect(asksNps).toBe(false);
    await workstation.ask('call.setThumb', { callItemId, thumb: 'up' });
    await workstation.ask('call.setNps', { callItemId, nps: 0 });
    const { attemptId } = await finish(workstation, callItemId);
    const attempt = () =>
      workstation.backend.store.reader
        .selectFrom('attempt')
        .select(['thumb', 'nps'])
        .where('id', '=', attemptId)
        .executeTakeFirstOrThrow();
    expect(await attempt()).toEqual({ thumb: 'up', nps: 0 });
    await workstation.sync();
    expect(await detailsInCrm(crm)).toContain('<p>Vond dit contact fijn.</p>\n<p>Zou ons aanbevelen: 0 van 10.</p>');
    const [call] = await askCrm(crm, 'Activity', 'get', {
      select: ['Dankbel.thumb', 'Dankbel.nps'],
      where: [['Dankbel.operation_id', '=', attemptId]],
    });
    expect(call).toMatchObject({ 'Dankbel.thumb': 'up', 'Dankbel.nps': '0' });
    await workstation.ask('call.undo', { attemptId });
    expect(await workstation.ask('call.get', { callItemId })).toMatchObject({ thumb: 'up', nps: 0 });
    await workstation.ask('call.setThumb', { callItemId, thumb: null });
    expect(await workstation.ask('call.get', { callItemId })).toMatchObject({ thumb: null });
  });

  it.each([-1, 11, 7.5])('refuses %d as a mark', async (nps) => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { callItemId } = await openCall(workstation, 'NIEUW-0009');
    await expect(workstation.ask('call.setNps', { callItemId, nps })).rejects.toThrow('not understood');
  });
});
