/** Whom another place knows: who she could be in the CRM, and becoming a contact there. */
import { describe, expect, it } from 'vitest';
import { addContact } from '../../sync/crm/civicrm/add-contact.ts';
import { findLike } from '../../sync/crm/civicrm/find-like.ts';
import type { CiviCrmSite } from '../../sync/crm/civicrm/http.ts';
import { NEWCOMER, NOBODY } from './newcomer.ts';
import type { OwnContacts } from './own-contacts.ts';

export function describeNewcomers(reach: () => { readonly site: CiviCrmSite; readonly own: OwnContacts }): void {
  describe('a newcomer', () => {
    it('is made once, with her details, and found by each of them', async () => {
      const { site, own } = reach();
      const other = await own.make();
      const { external_identifier: known } = await own.read('Contact', other, ['external_identifier']);
      const externalId = `${String(known)}-new`;
      const person = { ...NEWCOMER, externalId, externalIds: [externalId] };
      const id = await addContact(site, person);
      expect(id).not.toBe(other);
      expect(await addContact(site, person)).toBe(id);
      expect(
        await addContact(site, { ...person, externalId: `${externalId}-2`, externalIds: [`${externalId}-2`] }),
      ).toBe(id);
      expect(await own.read('Contact', id, ['middle_name', 'last_name', 'do_not_phone'])).toMatchObject({
        middle_name: 'van der',
        last_name: 'Nieuw',
        do_not_phone: false,
      });
      for (const like of [
        { externalIds: [externalId] },
        { email: NEWCOMER.email },
        { number: NEWCOMER.phone },
        { lastName: 'Nieuw', postcode: '6811AD' },
      ]) {
        expect([Object.keys(like), await findLike(site, [{ ...NOBODY, ...like }])]).toEqual([
          Object.keys(like),
          expect.arrayContaining([id]),
        ]);
      }
      expect(await findLike(site, [{ ...NOBODY, email: 'niemand@voorbeeld.example' }])).toEqual([]);
    });

    it('whom somebody threw away in the CRM is not made again', async () => {
      const { site, own } = reach();
      const id = await own.make();
      const { external_identifier: known } = await own.read('Contact', id, ['external_identifier']);
      await own.change('Contact', id, { is_deleted: true });
      const externalId = String(known);
      await expect(addContact(site, { ...NEWCOMER, externalId, externalIds: [externalId] })).rejects.toMatchObject({
        kind: 'forbidden',
      });
    });
  });
}
