/** What a CRM must do for a flag that a coordinator said yes to: set once, whatever becomes of the answer, and taken back. */
import { describe, expect, it } from 'vitest';
import type { ContactFlag } from '../../domain/operation.ts';
import type { OutgoingOperation } from '../../sync/connector.ts';
import { createCiviCrmConnector } from '../../sync/crm/civicrm/connector.ts';
import type { CiviCrmSite } from '../../sync/crm/civicrm/http.ts';
import { outgoing, sendLosingAnswer, undoOf } from './operations.ts';
import type { OwnContacts } from './own-contacts.ts';

const flag = (donorCrmId: number, name: ContactFlag, value: boolean): OutgoingOperation =>
  outgoing(donorCrmId, { kind: 'flag', at: '2026-07-01T12:34:56.000Z', flag: name, value, wasBefore: !value });

/** @param reach the site and the contacts of this run, ready before the first test */
export function describeFlags(reach: () => { readonly site: CiviCrmSite; readonly own: OwnContacts }): void {
  describe('a flag', () => {
    it.each(['is_deceased', 'do_not_email'] as const)(
      '%s is set, also when the answer was lost, and taken back',
      async (name) => {
        const { site, own } = reach();
        const id = await own.make();
        const sent = flag(id, name, true);
        const answer = await sendLosingAnswer(site, sent);
        expect(answer).toMatchObject({ kind: 'applied' });
        expect(await own.read('Contact', id, [name])).toMatchObject({ [name]: true });
        await createCiviCrmConnector(site).send(undoOf(sent, answer));
        expect(await own.read('Contact', id, [name])).toMatchObject({ [name]: false });
      },
    );
  });
}
