/** Who signed in, what the check says, and what a pull brings. */
import { describe, expect, it } from 'vitest';
import { checkOrg } from '../../../sync/crm/salesforce/check/check-org.ts';
import { createSalesforceConnector } from '../../../sync/crm/salesforce/connector.ts';
import { detailNumber } from '../../../sync/crm/salesforce/details.ts';
import { descriptionsInMemory, notingDescribes } from '../../salesforce/descriptions.ts';
import { call } from '../operations.ts';
import { AS_READ, MAILING, type ReachedOrg } from './reached-org.ts';

export function describeReading(reached: ReachedOrg): void {
  const { connect, pullSince, changedSince } = reached;

  describe('identify', () => {
    it('says who signed in, and whose Salesforce it is, each time the same', async () => {
      const identity = await connect().identify();
      expect(identity).toMatchObject({ contactId: expect.any(Number), name: expect.stringMatching(/\S/) });
      expect(identity.organisationMark).not.toBeNull();
      expect(await connect().identify()).toEqual(identity);
    });

    it('refuses a session that nobody has', async () => {
      const tokens = {
        accessToken: 'none',
        refreshToken: 'none',
        instanceUrl: (await reached.org.tokens.read()).instanceUrl,
      };
      const spent = { read: () => Promise.resolve(tokens), renew: () => Promise.reject(new Error('asked')) };
      await expect(createSalesforceConnector({ ...reached.org, tokens: spent }).identify()).rejects.toThrow('asked');
    });

    it('refuses another organisation', async () => {
      const known = { contactId: 1, name: 'Een andere', hash: 'f'.repeat(32) };
      await expect(createSalesforceConnector({ ...reached.org, known }).identify()).rejects.toMatchObject({
        kind: 'refused',
      });
    });
  });

  it('the check finds no right missing that the work needs', async () => {
    const { items } = await checkOrg(reached.org);
    expect(items.filter(({ state }) => state === 'problem')).toEqual([]);
  });

  it('an object that did not change is not described again', async () => {
    const { fetch, take } = notingDescribes(reached.org.fetch);
    const org = { ...reached.org, fetch, descriptions: descriptionsInMemory() };
    await createSalesforceConnector(org).begin('donors');
    const whole = take();
    await createSalesforceConnector(org).begin('donors');
    const isThere = whole.filter((each) => each.endsWith(' 200'));
    expect(isThere).not.toEqual([]);
    expect(take().filter((each) => each.endsWith('304, if modified'))).toHaveLength(isThere.length);
  });

  describe('a pull', () => {
    it.each(['donors', 'mandates', 'gifts', 'moments'] as const)(
      'of %s reads a first page, and leaves out nothing of it',
      async (entity) => {
        const { position } = await connect().begin(entity);
        const page = await connect().pull(entity, position, 'whole');
        expect(page.pulled.entity).toBe(entity);
        expect(page.leftOut).toBe(0);
      },
    );

    it('of what changed brings a contact with its phones, e-mail and address, and later tells that it is in the bin', async () => {
      const values = {
        ...MAILING,
        Phone: '06 12 34 56 78',
        MobilePhone: '0612345678',
        HomePhone: '038-1234567',
        Email: 'Contract@Voorbeeld.nl',
        DoNotCall: true,
      };
      const { id, crmId } = await reached.own.make({ FirstName: 'Noor', LastName: 'van der Meer', ...values });
      const position = await changedSince('Contact', id);
      const find = async () => (await pullSince('donors', position)).find((donor) => donor.crmId === crmId);
      expect(await find()).toMatchObject({
        doesNotWantCalls: true,
        isRemoved: false,
        phones: [
          { crmId: detailNumber(id, 'MobilePhone'), raw: '0612345678', isPrimary: true, kind: 'Mobile' },
          { crmId: detailNumber(id, 'HomePhone'), raw: '038-1234567', isPrimary: false },
        ],
        emails: [{ email: 'contract@voorbeeld.nl', isPrimary: true }],
        addresses: [{ ...AS_READ, masterCrmId: null }],
      });
      await reached.own.remove('Contact', id);
      expect(await find()).toMatchObject({ isRemoved: true });
    });

    it('of moments brings a call back with its exact outcome and time', async () => {
      const { id, crmId } = await reached.own.make();
      const sent = call(crmId, { outcome: 'other-person', objectionAnswer: null });
      const answer = await connect().send(sent);
      const [task] = await reached.own.tasksOf(id);
      const moments = await pullSince('moments', await changedSince('Task', String(task?.['Id'])));
      expect(
        moments.find((moment) => String(moment.crmId) === (answer.kind === 'applied' ? answer.reference : '')),
      ).toMatchObject({
        donorCrmIds: [crmId],
        operationId: sent.id,
        programme: 'thank-you-call',
        outcome: 'other-person',
        typeName: 'Phone Call',
        at: '2026-07-01T12:34:56.000Z',
        day: '2026-07-01',
      });
    });
  });
}
