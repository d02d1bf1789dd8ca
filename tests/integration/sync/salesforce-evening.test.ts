/** What people on the phone ask of Salesforce in an evening, for which the reserve is kept (docs/decisions/0051). */
import { expect, it } from 'vitest';
import { RESERVE } from '../../../sync/crm/salesforce/budget.ts';
import { People } from '../../salesforce/people.ts';
import { connectedEvening } from '../../support/salesforce-evening.ts';

/** mission.md: twenty-five donors in two hours; and an evening with ten people. */
const CALLS_OF_AN_EVENING = 10 * 25;
const CALLS = 5;
const MINUTES_OF_A_CALL = 5;

it('keeps enough for an evening of ten callers who correct something in every call', { timeout: 60_000 }, async () => {
  const { org, backend, clock, sync } = await connectedEvening();
  const people = new People(org);
  for (let index = 0; index < CALLS; index += 1) {
    const contactId = people.add({ FirstName: 'Jan', LastName: `Bos${index}`, MobilePhone: `06 1000000${index}` });
    people.addGift(contactId, 25, '2026-11-07');
  }
  await sync();
  org.limit.used = 0.85 * org.limit.most;
  await sync();
  const before = org.limit.used;
  for (let index = 0; index < CALLS; index += 1) {
    const today = await backend.ask('today.get', { lane: 'caller' });
    const donorId = (today as { value: { next: { donorId: number } } }).value.next.donorId;
    const opened = await backend.ask('call.open', { donorId });
    const { callItemId, details } = (
      opened as { value: { callItemId: number; details: { key: string; field: string }[] } }
    ).value;
    const { key } = details.find(({ field }) => field === 'email')!;
    const correction = { field: 'email', value: `nieuw${index}@voorbeeld.nl` };
    await backend.ask('call.correctDetail', { callItemId, key, correction, checkedBy: 'spelled' });
    for (let minute = 0; minute < MINUTES_OF_A_CALL; minute += 1) {
      clock.time += 60_000;
      // The screen behind the call looks who is on whom.
      await backend.ask('claims.refresh', {});
    }
    await backend.ask('claims.keep', { callItemId, isEntered: false });
    // Every five minutes; and soon after something was recorded.
    await sync();
    await backend.ask('call.answerObjection', { callItemId, answer: 'offered' });
    const finished = await backend.ask('call.finish', {
      callItemId,
      outcome: 'conversation',
      callback: null,
      number: null,
    });
    expect(finished).toMatchObject({ ok: true });
    const { failure, putOff, waiting } = await sync();
    expect({ failure, isPutOff: putOff !== null, waiting }).toEqual({ failure: null, isPutOff: true, waiting: 0 });
  }
  const perCall = (org.limit.used - before) / CALLS;
  expect(perCall).toBeGreaterThan(5);
  expect(perCall * CALLS_OF_AN_EVENING).toBeLessThanOrEqual(RESERVE);
});
