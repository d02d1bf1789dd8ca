/** What a CRM must do for claims: the lowest number wins, an end that somebody set is an end, and nothing outlives it. */
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { endOfClaim, firstOfCrossing, isCurrent } from '../../domain/claims/claim.ts';
import type { ClaimsOfCrm, CrmClaim } from '../../sync/claims/claims-of-crm.ts';
import { createCiviCrmConnector } from '../../sync/crm/civicrm/connector.ts';
import type { CiviCrmSite } from '../../sync/crm/civicrm/http.ts';
import { call } from './operations.ts';
import type { OwnContacts } from './own-contacts.ts';

const minutesFrom = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** @param reach the site and the contacts of this run, ready before the first test */
export function describeClaims(reach: () => { readonly site: CiviCrmSite; readonly own: OwnContacts }): void {
  const connector = () => createCiviCrmConnector(reach().site);
  const claims = (): ClaimsOfCrm => {
    const { claims: known } = connector();
    if (known === undefined) throw new Error('the connector of CiviCRM has claims');
    return known;
  };
  const now = new Date().toISOString();
  const claim = async (donorCrmId: number, endsAt = endOfClaim(now)): Promise<{ id: string; crmId: number }> => {
    const id = uuidv7();
    const crmId = await claims().make({ id, donorCrmId, now, endsAt });
    if (crmId === null) throw new Error('CiviCRM lets claims cross, and the lowest number wins');
    return { id, crmId };
  };
  const on = async (donorCrmId: number): Promise<readonly CrmClaim[]> =>
    (await claims().readLately(minutesFrom(now, -120))).claims.filter(({ donorCrmIds }) =>
      donorCrmIds.includes(donorCrmId),
    );
  const statusesOf = async (donorCrmId: number): Promise<readonly unknown[]> =>
    (await reach().own.callsWith(donorCrmId)).map((activity) => activity['status_id:name']);

  describe('a claim', () => {
    it('is a scheduled call of who asked, with its end, and is no moment', async () => {
      const { own } = reach();
      const donor = await own.make();
      const { id, crmId } = await claim(donor);
      const { contactId } = await connector().identify();
      expect(await on(donor)).toEqual([
        { id, crmId, donorCrmIds: [donor], holderCrmId: contactId, endsAt: endOfClaim(now) },
      ]);
      expect(await claims().readNames([contactId])).toEqual(new Map([[contactId, expect.stringMatching(/\S/)]]));
      expect(await statusesOf(donor)).toEqual(['Scheduled']);
      const { modified_date: stamp } = await own.read('Activity', crmId, ['modified_date']);
      const { pulled } = await connector().pull('moments', { phase: 'changes', since: stamp, after: null }, 'whole');
      expect(pulled.records.some((record) => record.crmId === crmId)).toBe(false);
    });

    it('that crosses another is decided by the lowest number, whoever looks', async () => {
      const donor = await reach().own.make();
      const first = await claim(donor);
      const second = await claim(donor);
      expect(first.crmId).toBeLessThan(second.crmId);
      const seen = await on(donor);
      expect(seen.map(({ crmId }) => crmId)).toEqual([first.crmId, second.crmId]);
      expect(firstOfCrossing(seen.toReversed())).toMatchObject(first);
    });

    it('is extended while it is one, and that changes its end alone', async () => {
      const donor = await reach().own.make();
      const { id, crmId } = await claim(donor);
      const later = minutesFrom(now, 15);
      expect(await claims().extend({ id, crmId }, later, endOfClaim(later))).toBe(true);
      expect(await on(donor)).toMatchObject([{ id, crmId, endsAt: endOfClaim(later) }]);
    });

    it('that was taken back is over: it is not extended, and ending it again changes nothing', async () => {
      const donor = await reach().own.make();
      const { id, crmId } = await claim(donor);
      await claims().end({ id, crmId });
      expect(await on(donor)).toEqual([]);
      expect(await claims().extend({ id, crmId }, now, endOfClaim(now))).toBe(false);
      await claims().end({ id, crmId });
      expect(await statusesOf(donor)).toEqual(['Cancelled']);
    });

    it('whose end has passed binds nobody, though it is still there', async () => {
      const donor = await reach().own.make();
      const { id } = await claim(donor, minutesFrom(now, -1));
      const [old] = await on(donor);
      expect(old).toMatchObject({ id });
      expect(isCurrent({ endsAt: old?.endsAt ?? now }, now)).toBe(false);
    });

    it('becomes the call that it was for; after that nobody can take it back', async () => {
      const donor = await reach().own.make();
      const { id, crmId } = await claim(donor);
      const sent = call(donor, { claimId: id });
      expect(await connector().send(sent)).toMatchObject({ kind: 'applied', reference: String(crmId) });
      await claims().end({ id, crmId });
      expect(await statusesOf(donor)).toEqual(['Completed']);
      expect(await on(donor)).toEqual([]);
      const { calls } = await claims().readLately('2026-01-01T00:00:00.000Z');
      expect(calls.find((each) => each.crmId === crmId)).toMatchObject({ operationId: sent.id });
    });

    it('that was taken back during the call leaves the call an activity of its own', async () => {
      const donor = await reach().own.make();
      const { id, crmId } = await claim(donor);
      await claims().end({ id, crmId });
      expect(await connector().send(call(donor, { claimId: id }))).toMatchObject({ kind: 'applied' });
      expect(await statusesOf(donor)).toEqual(['Cancelled', 'Completed']);
    });
  });
}
