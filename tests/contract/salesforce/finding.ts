/** Whom another place knows: who she could be in Salesforce. */
import { describe, expect, it } from 'vitest';
import type { Likeness } from '../../../sync/connector.ts';
import { NOBODY } from '../newcomer.ts';
import { newcomer } from './newcomer.ts';
import type { ReachedOrg } from './reached-org.ts';

export function describeFinding(reached: ReachedOrg): void {
  const findLike = (people: readonly Likeness[]) => reached.connect().findLike!(people);

  describe('somebody whom another place knows', () => {
    it('is found by a phone in any notation, and by a surname with the prefix before it', async () => {
      const person = newcomer();
      const number = person.phone?.slice(4) ?? '';
      const { crmId } = await reached.own.make({
        LastName: `van der ${person.lastName}`,
        HomePhone: `06-${number.slice(0, 2)} ${number.slice(2, 5)} ${number.slice(5)} (werk)`,
        MailingPostalCode: '6811 AD',
        MailingCity: 'Arnhem',
      });
      expect(await findLike([{ ...NOBODY, number: person.phone }])).toEqual([crmId]);
      expect(await findLike([{ ...NOBODY, lastName: person.lastName, postcode: '6811AD' }])).toEqual([crmId]);
      expect(await findLike([{ ...NOBODY, lastName: person.lastName, postcode: '6811AE' }])).toEqual([]);
    });
  });
}
