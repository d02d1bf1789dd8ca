/** Calls and what reached a donor otherwise: each there once, whatever breaks. */
import { describe, expect, it } from 'vitest';
import { OUTCOME_IDS } from '../../../domain/outcome.ts';
import { call, outgoing, undoOf } from '../operations.ts';
import type { ReachedOrg } from './reached-org.ts';

export function describeCalls(reached: ReachedOrg): void {
  const { connect, losing } = reached;

  describe('a call', () => {
    it('arrives with everything that was recorded, as it was typed', async () => {
      const { id, crmId } = await reached.own.make();
      expect(await connect().send(call(crmId, { notes: '<b>Noor</b> & co\n😀' }))).toMatchObject({ kind: 'applied' });
      const [task] = await reached.own.tasksOf(id);
      expect(task).toMatchObject({ IsClosed: true, TaskSubtype: 'Call' });
      expect(String(task?.['Description'])).toContain('<b>Noor</b> & co\n😀');
    });

    it('of every outcome is closed, and says which it is', async () => {
      const { id, crmId } = await reached.own.make();
      for (const outcome of OUTCOME_IDS) await connect().send(call(crmId, { outcome, objectionAnswer: null }));
      const tasks = await reached.own.tasksOf(id);
      expect(tasks.every((task) => task['IsClosed'] === true)).toBe(true);
      const subjects = tasks.map((task) => String(task['Subject'])).join('\n');
      for (const outcome of OUTCOME_IDS) expect(subjects).toContain(` ${outcome} `);
    });

    it('is there once when it is sent again, also when the first answer was lost', async () => {
      const { id, crmId } = await reached.own.make();
      const sent = call(crmId);
      const answer = await losing(sent);
      expect(answer).toMatchObject({ kind: 'applied', reference: expect.stringMatching(/^\d+$/) });
      expect(await connect().send({ ...sent, wasTried: true })).toEqual(answer);
      // A read that knew nothing of it: the repeat itself is harmless.
      expect(await connect().send(sent)).toEqual(answer);
      expect(await reached.own.tasksOf(id)).toHaveLength(1);
    });

    it('that is taken back stays, and says so', async () => {
      const { id, crmId } = await reached.own.make();
      const sent = call(crmId);
      await losing(undoOf(sent, await connect().send(sent)));
      const tasks = await reached.own.tasksOf(id);
      expect(tasks).toMatchObject([{ IsClosed: true, Subject: expect.stringContaining('Teruggedraaid') }]);
    });

    it('to a contact in the bin is not written', async () => {
      const { id, crmId } = await reached.own.make();
      await reached.own.remove('Contact', id);
      expect(await connect().send(call(crmId))).toMatchObject({ kind: 'rejected' });
    });
  });

  it.each([
    ['email', 'Email'],
    ['post', 'Task'],
    ['phone', 'Task'],
  ] as const)(
    'a moment by %s arrives once, is no call, and says so when it is taken back',
    async (channel, subtype) => {
      const { id, crmId } = await reached.own.make();
      const answers = { kind: 'question', text: 'Kan het ook per jaar?' } as const;
      const sent = outgoing(crmId, {
        kind: 'moment',
        at: '2026-07-01T12:34:56.000Z',
        what: 'answer',
        channel,
        subject: 'Antwoord op een vraag',
        text: 'Ja, <b>dat</b> kan.',
        answers,
      });
      const applied = await losing(sent);
      expect(await connect().send({ ...sent, wasTried: true })).toEqual(applied);
      const [task] = await reached.own.tasksOf(id);
      expect(task).toMatchObject({
        TaskSubtype: subtype,
        IsClosed: true,
        Subject: `Antwoord op een vraag [Dankbel-moment answer ${sent.id}]`,
      });
      expect(task?.['Description']).toBe('Vraag: Kan het ook per jaar?\nJa, <b>dat</b> kan.');
      await losing(undoOf(sent, applied));
      expect(await reached.own.tasksOf(id)).toMatchObject([{ Subject: expect.stringContaining('Teruggedraaid') }]);
    },
  );
}
