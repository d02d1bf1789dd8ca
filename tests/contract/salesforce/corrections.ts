/** Corrections: compared with what stands there, and written to nothing else. */
import { describe, expect, it } from 'vitest';
import { detailNumber } from '../../../sync/crm/salesforce/details.ts';
import { correction, undoOf } from '../operations.ts';
import type { ReachedOrg } from './reached-org.ts';

export function describeCorrections(reached: ReachedOrg): void {
  const { connect, losing } = reached;

  describe('a correction', () => {
    it('of the name is written once, and taken back', async () => {
      const { id, crmId } = await reached.own.make({ FirstName: 'Jan', LastName: 'Wit' });
      const sent = correction(crmId, {
        field: 'name',
        base: { firstName: 'Jan', prefix: '', surname: 'Wit' },
        value: { firstName: 'Zoë', prefix: '', surname: "d'Ancona" },
      });
      const answer = await losing(sent);
      expect(await reached.own.read('Contact', id, ['FirstName', 'LastName'])).toMatchObject({
        FirstName: 'Zoë',
        LastName: "d'Ancona",
      });
      await losing(undoOf(sent, answer));
      expect(await reached.own.read('Contact', id, ['FirstName', 'LastName'])).toMatchObject({
        FirstName: 'Jan',
        LastName: 'Wit',
      });
    });

    it('of a phone goes to every field that holds the number, and to no other', async () => {
      const { id, crmId } = await reached.own.make({
        MobilePhone: '0612345678',
        Phone: '06 12345678',
        HomePhone: '038-1234567',
      });
      const value = {
        field: 'phone' as const,
        rowId: null,
        crmId: detailNumber(id, 'MobilePhone'),
        base: '0612345678',
        value: '+31687654321',
      };
      expect(await losing(correction(crmId, value))).toMatchObject({ kind: 'applied' });
      expect(await reached.own.read('Contact', id, ['MobilePhone', 'Phone', 'HomePhone'])).toMatchObject({
        MobilePhone: '+31687654321',
        Phone: '+31687654321',
        HomePhone: '038-1234567',
      });
    });

    it('of a value that was changed in Salesforce meanwhile is a conflict, and writes nothing', async () => {
      const { id, crmId } = await reached.own.make({ Email: 'hunne@voorbeeld.nl' });
      const value = {
        field: 'email' as const,
        rowId: null,
        crmId: detailNumber(id, 'Email'),
        base: 'oud@voorbeeld.nl',
        value: 'mijne@voorbeeld.nl',
      };
      expect(await connect().send(correction(crmId, value))).toMatchObject({
        kind: 'conflict',
        theirs: 'hunne@voorbeeld.nl',
      });
      expect(await reached.own.read('Contact', id, ['Email'])).toMatchObject({ Email: 'hunne@voorbeeld.nl' });
    });

    it('names the moment at which it was read in its write: when it changed in between, nothing is written', async () => {
      const { id, crmId } = await reached.own.make({ Email: 'oud@voorbeeld.nl' });
      let isChanged = false;
      const racing: typeof fetch = async (input, init) => {
        if (!isChanged && init?.method === 'PATCH') {
          isChanged = true;
          await reached.own.change('Contact', id, { Email: 'sneller@voorbeeld.nl' });
        }
        return fetch(input, init);
      };
      const value = {
        field: 'email' as const,
        rowId: null,
        crmId: detailNumber(id, 'Email'),
        base: 'oud@voorbeeld.nl',
        value: 'mijne@voorbeeld.nl',
      };
      await expect(connect(racing).send(correction(crmId, value))).rejects.toMatchObject({ kind: 'busy' });
      expect(await reached.own.read('Contact', id, ['Email'])).toMatchObject({ Email: 'sneller@voorbeeld.nl' });
    });
  });
}
