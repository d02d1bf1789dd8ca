/** Claims: one at a time on one donor, and each becomes its call. */
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { endOfClaim } from '../../../domain/claims/claim.ts';
import { call } from '../operations.ts';
import type { ReachedOrg } from './reached-org.ts';

const now = new Date().toISOString();

export function describeClaims(reached: ReachedOrg): void {
  const { connect, losing, claims, pullSince, changedSince } = reached;

  describe('a claim', () => {
    const claim = async (
      donorCrmId: number,
      endsAt = endOfClaim(now),
    ): Promise<{ id: string; crmId: number | null }> => {
      const id = uuidv7();
      return { id, crmId: await claims().make({ id, donorCrmId, now, endsAt }) };
    };
    const on = async (donorCrmId: number) =>
      (await claims().readLately(new Date(Date.parse(now) - 7_200_000).toISOString())).claims.filter(
        ({ donorCrmIds }) => donorCrmIds.includes(donorCrmId),
      );
    const made = ({ id, crmId }: { id: string; crmId: number | null }): { id: string; crmId: number } => ({
      id,
      crmId: crmId ?? 0,
    });

    it('is an open call of who asked, with its end, and is no moment', async () => {
      const donor = await reached.own.make();
      const { id, crmId } = await claim(donor.crmId);
      const { contactId } = await connect().identify();
      expect(await on(donor.crmId)).toEqual([
        { id, crmId, donorCrmIds: [donor.crmId], holderCrmId: contactId, endsAt: endOfClaim(now) },
      ]);
      expect(await claims().readNames([contactId])).toEqual(new Map([[contactId, expect.stringMatching(/\S/)]]));
      const [task] = await reached.own.tasksOf(donor.id);
      const moments = await pullSince('moments', await changedSince('Task', String(task?.['Id'])));
      expect(moments.some((moment) => moment.crmId === crmId)).toBe(false);
    });

    it('on somebody whom another holds is not made; asking twice is asking once', async () => {
      const donor = await reached.own.make();
      const first = await claim(donor.crmId);
      expect((await claim(donor.crmId)).crmId).toBeNull();
      expect(await claims().make({ id: first.id, donorCrmId: donor.crmId, now, endsAt: endOfClaim(now) })).toBe(
        first.crmId,
      );
      expect(await on(donor.crmId)).toMatchObject([first]);
    });

    it('is extended while it is one; taken back it is over, and ending it again changes nothing', async () => {
      const donor = await reached.own.make();
      const held = made(await claim(donor.crmId));
      const later = new Date(Date.parse(now) + 900_000).toISOString();
      expect(await claims().extend(held, later, endOfClaim(later))).toBe(true);
      expect(await on(donor.crmId)).toMatchObject([{ ...held, endsAt: endOfClaim(later) }]);
      await claims().end(held);
      expect(await on(donor.crmId)).toEqual([]);
      expect(await claims().extend(held, now, endOfClaim(now))).toBe(false);
      await claims().end(held);
      expect(await reached.own.tasksOf(donor.id)).toMatchObject([{ IsClosed: true }]);
    });

    it('whose end has passed binds nobody: the next one takes its place', async () => {
      const donor = await reached.own.make();
      await claim(donor.crmId, new Date(Date.parse(now) - 60_000).toISOString());
      const next = await claim(donor.crmId);
      expect(next.crmId).not.toBeNull();
      expect(await on(donor.crmId)).toMatchObject([next]);
    });

    it('becomes the call that it was for, also when the answer was lost; after that nobody can take it back', async () => {
      const donor = await reached.own.make();
      const held = made(await claim(donor.crmId));
      const sent = call(donor.crmId, { claimId: held.id });
      expect(await losing(sent)).toMatchObject({ kind: 'applied', reference: String(held.crmId) });
      await claims().end(held);
      const tasks = await reached.own.tasksOf(donor.id);
      expect(tasks).toMatchObject([
        { IsClosed: true, Dankbel_Id__c: sent.id, Subject: expect.stringContaining(' conversation ') },
      ]);
      const { calls } = await claims().readLately('2026-01-01T00:00:00.000Z');
      expect(calls.find((each) => each.crmId === held.crmId)).toMatchObject({ operationId: sent.id });
      expect((await claim(donor.crmId)).crmId).not.toBeNull();
    });

    it('that was taken back during the call leaves the call a task of its own', async () => {
      const donor = await reached.own.make();
      const held = made(await claim(donor.crmId));
      await claims().end(held);
      expect(await connect().send(call(donor.crmId, { claimId: held.id }))).toMatchObject({ kind: 'applied' });
      expect(await reached.own.tasksOf(donor.id)).toHaveLength(2);
    });
  });
}
