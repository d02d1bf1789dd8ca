/** How a donor wants to hear from us, and consent to e-mail: kept as it was said, taken back, in the CRM with the call. */
import { expect, it } from 'vitest';
import { openCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, practiceCrm } from '../../support/workstation.ts';

it('goes along with the call, in the words that were read, by whom and when', async () => {
  const crm = await practiceCrm();
  const workstation = await connectedWorkstation(crm);
  const [me] = await workstation.backend.store.reader.selectFrom('person').select('name').execute();
  const { callItemId, emailOptIn, wishes } = await openCall(workstation, 'NIEUW-0009');
  expect(wishes.map(({ channel }) => channel)).toEqual([null, null, null]);
  expect(emailOptIn).toMatchObject({ isGiven: null, known: null });
  await workstation.ask('call.setWish', { callItemId, about: 'news', channel: 'email' });
  await workstation.ask('call.setWish', { callItemId, about: 'news', channel: 'post' });
  await workstation.ask('call.setWish', { callItemId, about: 'thanks', channel: 'none' });
  await workstation.ask('call.setWish', { callItemId, about: 'invitations', channel: 'phone' });
  await workstation.ask('call.setWish', { callItemId, about: 'invitations', channel: null });
  await workstation.ask('call.setEmailOptIn', { callItemId, isGiven: false });
  const view = await workstation.ask('call.setEmailOptIn', { callItemId, isGiven: true });
  expect(view.emailOptIn).toMatchObject({ isGiven: true, isOfThisCall: true });
  const { attemptId } = await workstation.ask('call.finish', {
    callItemId,
    outcome: 'no-answer',
    callback: null,
    number: null,
  });
  await workstation.sync();
  const [activity] = await askCrm(crm, 'Activity', 'get', {
    select: ['details'],
    where: [['subject', 'LIKE', `%${attemptId}]`]],
  });
  expect(activity?.['details']).toContain('<p>Wil horen: Nieuws per post, Bedankjes liever niet.</p>');
  expect(activity?.['details']).toContain(
    `<p>E-mail: toestemming gegeven op 2026-11-21 aan ${me!.name}. Gevraagd: “${emailOptIn.words}”</p>`,
  );
  const rows = () => workstation.backend.store.reader.selectFrom('email_opt_in').selectAll().orderBy('id').execute();
  expect(await rows()).toMatchObject([
    { is_given: 0, undone_at: expect.any(String) as string },
    { is_given: 1, undone_at: null, words: emailOptIn.words, day: '2026-11-21', attempt_id: attemptId },
  ]);

  await workstation.ask('call.undo', { attemptId });
  expect((await rows())[1]).toMatchObject({ attempt_id: null, undone_at: null });
  await workstation.ask('call.setEmailOptIn', { callItemId, isGiven: null });
  expect((await workstation.ask('call.get', { callItemId })).emailOptIn.isGiven).toBeNull();
});

it('is known at the next call, and can be said anew', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const { callItemId } = await openCall(workstation, 'NIEUW-0009');
  await workstation.ask('call.setWish', { callItemId, about: 'news', channel: 'email' });
  await workstation.ask('call.setEmailOptIn', { callItemId, isGiven: true });
  await workstation.ask('call.finish', { callItemId, outcome: 'no-answer', callback: null, number: null });
  workstation.clock.set('2026-11-24T13:00:00.000Z');
  const again = await openCall(workstation, 'NIEUW-0009');
  expect(again.wishes.find(({ about }) => about === 'news')).toMatchObject({ channel: 'email', isOfThisCall: false });
  expect(again.emailOptIn).toMatchObject({ isGiven: true, isOfThisCall: false });
  expect(again.emailOptIn.known?.nl).toBe('Gaf toestemming op 21 november.');
});
