/** What a donor does not want, and that she died: set, taken back, and nobody else’s flag touched. */
import { describe, expect, it } from 'vitest';
import { outgoing, undoOf } from '../operations.ts';
import type { ReachedOrg } from './reached-org.ts';

export function describeWishes(reached: ReachedOrg): void {
  const { connect, losing } = reached;

  describe('an objection', () => {
    it('sets the flag, twice is once, and is taken back only when we set it', async () => {
      const { id, crmId } = await reached.own.make();
      const sent = outgoing(crmId, { kind: 'objection', at: '2026-07-01T12:34:56.000Z', wasSetBefore: false });
      const answer = await losing(sent);
      expect(await reached.own.read('Contact', id, ['DoNotCall', 'HasOptedOutOfEmail'])).toMatchObject({
        DoNotCall: true,
        HasOptedOutOfEmail: false,
      });
      await losing(undoOf(sent, answer));
      expect(await reached.own.read('Contact', id, ['DoNotCall'])).toMatchObject({ DoNotCall: false });
    });

    it('that somebody takes back leaves another one standing', async () => {
      const { id, crmId } = await reached.own.make();
      const object = () => outgoing(crmId, { kind: 'objection', at: '2026-07-01T12:34:56.000Z', wasSetBefore: false });
      const [first, second] = [object(), object()];
      const answer = await connect().send(first);
      await connect().send(second);
      await connect().send(undoOf(first, answer));
      expect(await reached.own.read('Contact', id, ['DoNotCall'])).toMatchObject({ DoNotCall: true });
      await connect().send({ ...undoOf(second, { kind: 'applied', reference: 'was set' }) });
      expect(await reached.own.read('Contact', id, ['DoNotCall'])).toMatchObject({ DoNotCall: false });
    });
  });

  const flags = { is_deceased: 'npsp__Deceased__c', do_not_email: 'HasOptedOutOfEmail' } as const;
  /** Nonprofit Cloud has no field for the first that we know. */
  const known = reached.kind === 'npsp' ? (['is_deceased', 'do_not_email'] as const) : (['do_not_email'] as const);
  it.each(known.map((flag) => [flag, flags[flag]] as const))(
    'the flag %s is set, also when the answer was lost, and taken back; an objection stays',
    async (flag, field) => {
      const { id, crmId } = await reached.own.make({ DoNotCall: true });
      const sent = outgoing(crmId, {
        kind: 'flag',
        at: '2026-07-01T12:34:56.000Z',
        flag,
        value: true,
        wasBefore: false,
      });
      const answer = await connect().send(sent);
      expect(await reached.own.read('Contact', id, [field])).toMatchObject({ [field]: true });
      await connect().send(undoOf(sent, answer));
      expect(await reached.own.read('Contact', id, [field, 'DoNotCall'])).toMatchObject({
        [field]: false,
        DoNotCall: true,
      });
      expect(await losing(outgoing(crmId, sent.body))).toMatchObject({ kind: 'applied' });
    },
  );
}
