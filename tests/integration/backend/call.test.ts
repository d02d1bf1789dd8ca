/** One call by the questions of the contract: what each does, and what it leaves behind. */
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../support/failure-of.ts';
import { detailKey, holdCall, openCall } from '../../support/hold-call.ts';
import {
  askCrm,
  connectedWorkstation,
  openWorkstation,
  practiceCrm,
  testClock,
  type Workstation,
} from '../../support/workstation.ts';

const today = (workstation: Workstation) => workstation.ask('today.get', { lane: 'caller' });

describe('a call', () => {
  it('says before a key is pressed what it will mean', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { outcomes } = await openCall(workstation, 'NIEUW-0009');
    const consequence = (id: string): string | undefined =>
      outcomes.find((outcome) => outcome.id === id)?.consequence.nl;
    expect(['conversation', 'no-answer', 'voicemail-left', 'wrong-number', 'objection'].map(consequence)).toEqual([
      'Stap klaar, volgende',
      'Maandag opnieuw',
      'Woensdag opnieuw',
      'Nummer wordt nagezocht',
      'Geldt meteen, overal',
    ]);
  });

  it('keeps that promise: the donor is on the list on the day that was named', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'voicemail-left' });
    const on = async (date: `${number}-${number}-${number}`): Promise<boolean> =>
      (await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0009' }, date })).on;
    expect([await on('2026-11-23'), await on('2026-11-24'), await on('2026-11-25')]).toEqual([false, false, true]);
  });

  it('cannot be finished with the donor on the line before the objection question is answered', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { callItemId } = await openCall(workstation, 'NIEUW-0009');
    const finish = { callItemId, outcome: 'conversation', callback: null, number: null } as const;
    expect(await failureOf(workstation.ask('call.finish', finish))).toMatchObject({
      code: 'refused',
      sentence: { nl: expect.stringContaining('nog mogen bellen') },
    });
    await workstation.ask('call.answerObjection', { callItemId, answer: 'not-offered' });
    expect(await workstation.ask('call.finish', finish)).toMatchObject({ isOver: true });
    expect((await failureOf(workstation.ask('call.finish', finish))).code).toBe('out-of-date');
  });

  it('is not made outside the hours, but for a call that was promised', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await holdCall(workstation, 'NIEUW-0010', {
      outcome: 'callback',
      objectionAnswer: 'offered',
      callback: { day: '2026-11-21', time: '18:00', byMe: true },
    });
    workstation.clock.set('2026-11-21T17:00:00.000Z');
    expect(await workstation.ask('session.get', {})).toMatchObject({
      lines: {
        state: 'closed',
        next: { nl: 'De lijnen gaan maandag 23 november om 10:00 open. Je lijst is dan klaar.' },
      },
    });
    const { callItemId, numbers } = await openCall(workstation, 'NIEUW-0009');
    expect(await failureOf(workstation.ask('call.dial', { callItemId, number: numbers[0]!.number }))).toMatchObject({
      code: 'closed',
    });
    const promised = await openCall(workstation, 'NIEUW-0010');
    expect(promised.programme).toBe('callback');
    expect(
      await workstation.ask('call.dial', { callItemId: promised.callItemId, number: promised.numbers[0]!.number }),
    ).toMatchObject({ startedAt: '2026-11-21T17:00:00.000Z' });
  });

  it('dials only a number of this donor, and nothing at all in practice', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, 'NIEUW-0009');
    expect(call.numbers[0]?.link).toBe('tel:+31620001233');
    expect(
      (await failureOf(workstation.ask('call.dial', { callItemId: call.callItemId, number: '+31900123456' }))).code,
    ).toBe('not-found');
    const practice = await connectedWorkstation(crm, { isPractice: true });
    expect((await openCall(practice, 'NIEUW-0010')).numbers[0]?.link).toBeNull();
    practice.clock.set('2026-11-22T03:00:00.000Z');
    expect(await practice.ask('session.get', {})).toMatchObject({ isPractice: true, lines: { state: 'open' } });
  });

  it('with a donor who is not on the list is refused, with the reason', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    expect(await failureOf(openCall(workstation, 'NIEUW-0036'))).toMatchObject({
      code: 'out-of-date',
      sentence: { nl: expect.stringContaining('wil niet gebeld worden') },
    });
    expect((await failureOf(workstation.ask('call.open', { donorId: 999_999 }))).code).toBe('not-found');
  });
});

describe('details', () => {
  it('are confirmed one by one, and unconfirmed again', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const call = await openCall(workstation, 'NIEUW-0009');
    const key = detailKey(call, 'address');
    const state = (view: typeof call): string | undefined => view.details.find((detail) => detail.key === key)?.state;
    expect(state(call)).toBe('not-asked');
    expect(
      state(await workstation.ask('call.confirmDetail', { callItemId: call.callItemId, key, isConfirmed: true })),
    ).toBe('confirmed');
    expect(
      state(await workstation.ask('call.confirmDetail', { callItemId: call.callItemId, key, isConfirmed: false })),
    ).toBe('not-asked');
  });

  it('that cannot be right are refused in words, and nothing is written', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const call = await openCall(workstation, 'NIEUW-0009');
    const correct = {
      callItemId: call.callItemId,
      key: detailKey(call, 'email'),
      checkedBy: 'heard',
      correction: { field: 'email', value: 'geen adres' },
    } as const;
    expect(await failureOf(workstation.ask('call.correctDetail', correct))).toMatchObject({
      code: 'refused',
      sentence: { nl: expect.stringContaining('Laat het spellen') },
    });
    expect((await workstation.ask('sync.operations', {})).operations).toEqual([]);
    expect(await failureOf(workstation.ask('call.correctDetail', { ...correct, key: 'email:999999' }))).toMatchObject({
      code: 'not-found',
    });
  });

  it.each([
    ['NIEUW-0049', 'name', 'tussenvoegsel'],
    ['NIEUW-0050', 'name', 'hoofdletters'],
    ['NIEUW-0040', 'phone', 'tekst'],
  ] as const)('of %s raise a question about the %s', async (externalId, field, word) => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const call = await openCall(workstation, externalId);
    expect(call.details.find((detail) => detail.field === field)?.doubt?.nl).toContain(word);
  });
});

describe('a wrong number', () => {
  it('leads to the next number, and marks the first as wrong', async () => {
    const crm = await practiceCrm();
    await askCrm(crm, 'Phone', 'create', { values: { contact_id: 2016, phone: '06 1234 5678' } });
    const workstation = await connectedWorkstation(crm);
    const call = await openCall(workstation, 'NIEUW-0009');
    expect(call.numbers).toHaveLength(2);
    const wrong = { callItemId: call.callItemId, outcome: 'wrong-number', callback: null } as const;
    expect(await workstation.ask('call.finish', { ...wrong, number: call.numbers[0]!.number })).toMatchObject({
      isOver: false,
    });
    const next = await workstation.ask('call.get', { callItemId: call.callItemId });
    expect(next.numbers.map(({ number }) => number)).toEqual(['+31612345678']);
    expect(await workstation.ask('call.finish', { ...wrong, number: '+31612345678' })).toMatchObject({ isOver: true });
    expect(
      await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0009' }, date: '2026-11-24' }),
    ).toMatchObject({ on: false, suppressions: ['bad-phone'] });
  });
});

describe('a promise to call back', () => {
  it('comes back at its time, before everything else, and is kept once', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await holdCall(workstation, 'NIEUW-0009', {
      outcome: 'callback',
      objectionAnswer: 'offered',
      callback: { day: '2026-11-23', time: '19:30', byMe: true },
    });
    expect(await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0009' } })).toMatchObject({
      on: false,
      suppressions: ['attempt-today', 'promised'],
      next: { programme: 'callback', from: '2026-11-23' },
    });
    workstation.clock.set('2026-11-23T18:00:00.000Z');
    const waiting = await today(workstation);
    expect(waiting.promises).toMatchObject([{ time: '19:30', isDue: false }]);
    expect(waiting.next?.programme).not.toBe('callback');
    workstation.clock.set('2026-11-23T18:31:00.000Z');
    const due = await today(workstation);
    expect(due.promises).toMatchObject([{ isDue: true }]);
    expect(due.next?.programme).toBe('callback');
    expect(due.next?.firstWords).toContain('We hadden afgesproken');
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'offered' });
    expect((await today(workstation)).promises).toEqual([]);
    expect(await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0009' } })).toMatchObject({ on: false });
  });

  it.each([
    [null, 'Kies eerst wanneer'],
    [{ day: '2026-11-20', time: '19:30', byMe: true }, 'al voorbij'],
    [{ day: '2026-11-21', time: '13:59', byMe: true }, 'al voorbij'],
  ] as const)('cannot be %j', async (callback, words) => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { callItemId } = await openCall(workstation, 'NIEUW-0009');
    await workstation.ask('call.answerObjection', { callItemId, answer: 'offered' });
    expect(
      (await failureOf(workstation.ask('call.finish', { callItemId, outcome: 'callback', callback, number: null })))
        .sentence.nl,
    ).toContain(words);
  });

  it('that was taken back is open again', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await holdCall(workstation, 'NIEUW-0009', {
      outcome: 'callback',
      objectionAnswer: 'offered',
      callback: { day: '2026-11-21', time: '15:00', byMe: false },
    });
    workstation.clock.set('2026-11-21T14:30:00.000Z');
    const kept = await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'offered' });
    expect((await today(workstation)).promises).toEqual([]);
    await workstation.ask('call.undo', { attemptId: kept });
    // The call itself is open again, so the door shows it and not the promise beside it.
    expect((await today(workstation)).next).toMatchObject({ programme: 'callback' });
  });
});

describe('questions, complaints and feeling', () => {
  it('go along with the call, and a complaint pauses the journey', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm);
    const { callItemId } = await openCall(workstation, 'NIEUW-0009');
    await workstation.ask('call.addFollowUp', { callItemId, followUp: 'question', text: 'Is mijn gift aftrekbaar?' });
    const { followUps } = await workstation.ask('call.addFollowUp', {
      callItemId,
      followUp: 'complaint',
      text: 'Te vaak post',
    });
    await workstation.ask('call.removeFollowUp', { callItemId, followUpId: followUps[0]!.id });
    await workstation.ask('call.setEmotion', { callItemId, emotion: 'disappointed' });
    await workstation.ask('call.finish', { callItemId, outcome: 'no-answer', callback: null, number: null });
    expect(
      await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0009' }, date: '2026-11-25' }),
    ).toMatchObject({ suppressions: ['complaint'] });
    await workstation.sync();
    const [operation] = await workstation.backend.store.reader.selectFrom('operation').select('body').execute();
    expect(JSON.parse(operation!.body)).toMatchObject({
      emotion: 'disappointed',
      followUps: [{ kind: 'complaint', text: 'Te vaak post' }],
    });
  });

  it.each(['deceased', 'cannot-decide'] as const)('%s: on no list any more, and a task with care', async (outcome) => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const attemptId = await holdCall(workstation, 'NIEUW-0009', { outcome });
    expect(
      await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0009' }, date: '2027-11-21' }),
    ).toMatchObject({ on: false });
    expect(await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0009' } })).toMatchObject({
      suppressions: expect.arrayContaining([outcome]),
    });
    const tasks = () =>
      workstation.backend.store.reader.selectFrom('follow_up').select(['kind', 'closed_at']).execute();
    expect(await tasks()).toMatchObject([{ kind: 'task', closed_at: null }]);
    await workstation.ask('call.undo', { attemptId });
    expect((await tasks())[0]?.closed_at).not.toBeNull();
    expect(await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0009' } })).toMatchObject({ on: true });
  });
});

describe('nasty text', () => {
  it('is kept as it is: 10,000 characters, markup, formulas, emoji, right to left', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const { callItemId } = await openCall(workstation, 'NIEUW-0052');
    const notes = `<script>alert(1)</script> =cmd|calc 😀 שלום \u202eright\u0000 ${'x'.repeat(9_900)}`;
    await workstation.ask('call.saveNotes', { callItemId, notes });
    expect((await workstation.ask('call.get', { callItemId })).notes).toBe(notes);
    expect(await failureOf(workstation.ask('call.saveNotes', { callItemId, notes: 'x'.repeat(20_001) }))).toMatchObject(
      { code: 'invalid-input' },
    );
    expect((await workstation.ask('call.get', { callItemId })).notes).toBe(notes);
  });
});

describe('the dispatcher', () => {
  it('answers a question that does not exist, is malformed, or is not for this person, and does nothing', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const ask = async (procedure: string, input: unknown): Promise<string> => {
      const answer = await workstation.backend.ask(procedure, input);
      return answer.ok ? 'ok' : answer.failure.code;
    };
    expect(await ask('constructor', {})).toBe('not-found');
    expect(await ask('__proto__', {})).toBe('not-found');
    expect(await ask('call.open', { donorId: '1; DROP TABLE donor' })).toBe('invalid-input');
    expect(await ask('call.open', null)).toBe('invalid-input');
    expect(await ask('session.get', null)).toBe('ok');
    await workstation.backend.store.write(async ({ transaction }) => {
      await transaction.updateTable('person').set({ roles: '["verifier"]' }).execute();
    });
    expect(await ask('today.get', { lane: 'caller' })).toBe('not-allowed');
    expect(await ask('session.get', {})).toBe('ok');
  });

  it('tells the screens what is no longer fresh, and a bug is not shown as a stack trace', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const heard: string[] = [];
    const stop = workstation.listen(({ changed }) => heard.push(...changed));
    await openCall(workstation, 'NIEUW-0009');
    expect(new Set(heard)).toEqual(
      new Set([
        'practice',
        'post',
        'paper',
        'briefing',
        'today',
        'call',
        'donor',
        'followups',
        'sync',
        'list',
        'forecast',
      ]),
    );
    stop();
    await workstation.close();
    const answer = await workstation.backend.ask('today.get', { lane: 'caller' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
    expect(JSON.stringify(answer)).not.toMatch(/ at |\.ts:/);
  });
});

describe('appearance', () => {
  it('is remembered by the profile', async () => {
    const clock = testClock();
    const workstation = await connectedWorkstation(await practiceCrm(), { clock });
    await workstation.ask('session.setLanguage', { language: 'en' });
    await workstation.ask('session.setTheme', { theme: 'dark' });
    await workstation.close();
    const again = await openWorkstation({ folder: workstation.folder, clock });
    expect(await again.ask('session.get', {})).toMatchObject({ language: 'en', theme: 'dark' });
  });
});
