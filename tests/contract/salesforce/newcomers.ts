/** Whom another place knows: who she could be in Salesforce, and becoming a contact there. */
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Likeness, NewContact } from '../../../sync/connector.ts';
import { NOBODY } from '../newcomer.ts';
import { newcomer } from './newcomer.ts';
import type { ReachedOrg } from './reached-org.ts';

export function describeNewcomers(reached: ReachedOrg): void {
  const { connect } = reached;
  const add = async (person: NewContact, fetch?: typeof globalThis.fetch): Promise<number> => {
    const crmId = await connect(fetch).addContact!(person);
    await reached.own.adopt(crmId);
    return crmId;
  };
  const read = async (crmId: number, columns: readonly string[]) => reached.own.readNumbered(crmId, columns);

  describe('a newcomer', () => {
    it('is made with her details, as the organisation keeps them, and found by each of them', async () => {
      const person = newcomer();
      const crmId = await add(person);
      expect(
        await read(crmId, ['FirstName', 'Name', 'Email', 'MobilePhone', 'MailingCity', 'DoNotCall']),
      ).toMatchObject({
        FirstName: 'Contract',
        Name: `Contract van der ${person.lastName}`,
        Email: person.email,
        MobilePhone: person.phone,
        MailingCity: 'Arnhem',
        DoNotCall: false,
      });
      const findLike = (people: readonly Likeness[]) => connect().findLike!(people);
      for (const like of [
        { externalIds: person.externalIds },
        { email: person.email?.toUpperCase() ?? null },
        { number: person.phone },
        { lastName: person.lastName, postcode: '6811AD' },
      ]) {
        expect([Object.keys(like), await findLike([{ ...NOBODY, ...like }])]).toEqual([Object.keys(like), [crmId]]);
      }
      expect(await findLike([NOBODY, { ...NOBODY, email: `niemand-${uuidv7()}@voorbeeld.example` }])).toEqual([]);
    });

    it('is there once, however often she is added, and by however many', async () => {
      const person = newcomer();
      const other = newcomer();
      const [first, ...others] = await Promise.all([add(person), add(person), add(person)]);
      expect(new Set(others)).toEqual(new Set([first]));
      expect(await add(person)).toBe(first);
      expect(await add({ ...person, externalId: other.externalId, externalIds: other.externalIds })).toBe(first);
    });

    it('is not made again when the answer was lost', async () => {
      const person = newcomer();
      let lost = 0;
      const losing: typeof fetch = async (input, init) => {
        const response = await fetch(input, init);
        if (init?.method !== 'POST' || lost > 0) return response;
        lost += 1;
        await response.arrayBuffer();
        throw new TypeError('the answer was lost');
      };
      await expect(add(person, losing)).rejects.toMatchObject({ kind: 'unreachable' });
      const crmId = await add(person);
      expect(await connect().findLike!([{ ...NOBODY, email: person.email }])).toEqual([crmId]);
    });

    it('whom somebody threw away there is not made again', async () => {
      const person = newcomer();
      const crmId = await add(person);
      await reached.own.removeNumbered(crmId);
      await expect(add(person)).rejects.toMatchObject({ kind: 'forbidden' });
    });

    it('who does not want calls is not called there either; one without a surname is not made', async () => {
      const crmId = await add(newcomer({ doesNotWantCalls: true, email: null, phone: null, street: null }));
      expect(await read(crmId, ['DoNotCall'])).toMatchObject({ DoNotCall: true });
      await expect(add(newcomer({ lastName: '', organisation: 'Bakkerij Test' }))).rejects.toMatchObject({
        kind: 'forbidden',
      });
    });
  });
}
