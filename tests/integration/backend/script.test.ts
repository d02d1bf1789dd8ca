/** The script of a real donor: with the story of the gift, as the donor wants to be spoken to, after a complaint. */
import { expect, it } from 'vitest';
import { openCall } from '../../support/hold-call.ts';
import { connectedWorkstation, practiceCrm } from '../../support/workstation.ts';

it('tells the story of the project that was given to, and what is worked on now', async () => {
  const workstation = await connectedWorkstation(await practiceCrm(), { isPractice: true });
  const { script, story, addressForm } = await openCall(workstation, 'NIEUW-0009');
  expect(story?.does.nl).not.toBe('');
  expect(addressForm).toBe('formal');
  expect(script.find(({ id }) => id === 'gift')?.text).toContain(story?.does.nl);
  expect(script.find(({ id }) => id === 'now')?.text).toContain(story?.now.nl);
});

it('a donor who wants "je" is spoken to so from then on, also at the next call', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const { callItemId, firstName } = await openCall(workstation, 'NIEUW-0009');
  const { script } = await workstation.ask('call.setAddressForm', { callItemId, form: 'informal' });
  expect(script[0]?.text).toContain(`Spreek ik met ${firstName}?`);
  await workstation.ask('call.finish', { callItemId, outcome: 'no-answer', callback: null, number: null });
  workstation.clock.set('2026-11-24T13:00:00.000Z');
  const again = await openCall(workstation, 'NIEUW-0009');
  expect(again.addressForm).toBe('informal');
  expect(again.script.at(-1)?.text).toContain('Dan bellen we je niet meer.');
  const back = await workstation.ask('call.setAddressForm', { callItemId: again.callItemId, form: 'formal' });
  expect(back.script.at(-1)?.text).toContain('Dan bellen we u niet meer.');
});

it('an answered complaint is asked about; one that was taken back is not', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const { callItemId } = await openCall(workstation, 'NIEUW-0009');
  const { followUps } = await workstation.ask('call.addFollowUp', {
    callItemId,
    followUp: 'complaint',
    text: 'Te vaak',
  });
  const questions = async () =>
    (await workstation.ask('call.get', { callItemId })).script.find(({ id }) => id === 'questions')?.text;
  await workstation.ask('call.removeFollowUp', { callItemId, followUpId: followUps[0]!.id });
  expect(await questions()).not.toContain('opgelost');
  const at = workstation.clock.now();
  await workstation.backend.store.write(({ transaction }) =>
    transaction.updateTable('follow_up').set({ answered_at: at, closed_at: at, answer: 'Minder post' }).execute(),
  );
  expect(await questions()).toContain('Op 21 november liet u ons weten dat er iets niet goed ging.');
});
