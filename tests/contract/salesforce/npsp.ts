/** What only NPSP has: several e-mail fields, households that share an address, newcomers. */
import { describe, expect, it } from 'vitest';
import { detailNumber } from '../../../sync/crm/salesforce/details.ts';
import { correction, undoOf } from '../operations.ts';
import { describeNewcomers } from './newcomers.ts';
import { AS_READ, MAILING, type ReachedOrg } from './reached-org.ts';

const MOVED = { street: 'Dorpsstraat 1', postcode: '1012 JS', town: 'Amsterdam', country: 'NL' };

export function describeNpsp(reached: ReachedOrg): void {
  const { connect, losing } = reached;

  describe('a correction with NPSP', () => {
    it('that adds an e-mail adds one, and taking it back takes it away', async () => {
      const { id, crmId } = await reached.own.make({ Email: 'oud@voorbeeld.nl' });
      const sent = correction(crmId, {
        field: 'email',
        rowId: null,
        crmId: null,
        base: null,
        value: 'nieuw@voorbeeld.nl',
      });
      const answer = await losing(sent);
      expect(answer).toMatchObject({ kind: 'applied', reference: expect.stringMatching(/^\d+$/) });
      const fields = ['Email', 'npe01__HomeEmail__c'];
      expect(await reached.own.read('Contact', id, fields)).toMatchObject({
        Email: 'oud@voorbeeld.nl',
        npe01__HomeEmail__c: 'nieuw@voorbeeld.nl',
      });
      await connect().send(undoOf(sent, answer));
      expect(await reached.own.read('Contact', id, fields)).toMatchObject({
        Email: 'oud@voorbeeld.nl',
        npe01__HomeEmail__c: null,
      });
    });

    it('of the address of one of a household moves her, and leaves the others where they are', async () => {
      const stays = await reached.own.make(MAILING);
      const { AccountId: household } = await reached.own.read('Contact', stays.id, ['AccountId']);
      const moves = await reached.own.make({ ...MAILING, AccountId: household });
      const value = {
        field: 'address' as const,
        rowId: null,
        crmId: detailNumber(moves.id, 'Mailing'),
        base: AS_READ,
        value: MOVED,
      };
      expect(await losing(correction(moves.crmId, value))).toMatchObject({ kind: 'applied' });
      expect(await reached.own.read('Contact', moves.id, ['MailingCity', 'MailingStreet'])).toMatchObject({
        MailingCity: 'Amsterdam',
        MailingStreet: 'Dorpsstraat 1',
      });
      expect(await reached.own.read('Contact', stays.id, ['MailingCity'])).toMatchObject({ MailingCity: 'Zwolle' });
    });
  });

  describeNewcomers(reached);
}
