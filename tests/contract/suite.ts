/**
 * What a CiviCRM must do for Dankbel, asked of a CiviCRM: every request that the connector makes, and what it relies
 * on. The same suite for the practice CRM and for a real one; it needs the rights of docs/connect-civicrm.md and "add
 * contacts", works on contacts of its own, and takes them away again.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OUTCOME_IDS } from '../../domain/outcome.ts';
import type { CursorPosition, PulledRecords } from '../../sync/connector.ts';
import { checkSite } from '../../sync/crm/civicrm/check/check-site.ts';
import { statusFor } from '../../sync/crm/civicrm/call-statuses.ts';
import { createCiviCrmConnector } from '../../sync/crm/civicrm/connector.ts';
import { findSite } from '../../sync/crm/civicrm/find-site.ts';
import type { CiviCrmSite } from '../../sync/crm/civicrm/http.ts';
import { endpointOf, siteAddresses } from '../../sync/crm/civicrm/site-address.ts';
import { describeClaims } from './claims.ts';
import { describeFlags } from './flags.ts';
import { describeMoments } from './moments.ts';
import { describeNewcomers } from './newcomers.ts';
import { call, correction, outgoing, sendLosingAnswer, undoOf } from './operations.ts';
import { OwnContacts } from './own-contacts.ts';

const ADDRESS = { street_address: 'Wilgenhof 41 B', postal_code: '8031 XD', city: 'Zwolle', 'country_id:name': 'NL' };
const AS_READ = { street: 'Wilgenhof 41 B', postcode: '8031 XD', town: 'Zwolle', country: 'NL' };
const MOVED = { street: 'Dorpsstraat 1', postcode: '1012 JS', town: 'Amsterdam', country: 'NL' };
const ADDRESS_COLUMNS = ['street_address', 'postal_code', 'city', 'master_id'];

/** @param reach the site to ask, ready before the first test */
export function describeContract(name: string, reach: () => Promise<CiviCrmSite>): void {
  describe(`the contract with ${name}`, () => {
    let site: CiviCrmSite;
    let own: OwnContacts;
    const connector = () => createCiviCrmConnector(site);

    beforeAll(async () => {
      site = await reach();
      own = new OwnContacts(site, Date.now());
      await own.removeAll(Date.now());
    });
    afterAll(async () => own.removeAll(Date.now()));

    describe('identify', () => {
      it('says who the key belongs to, and whose CRM it is, each time the same', async () => {
        const identity = await connector().identify();
        expect(identity).toMatchObject({ contactId: expect.any(Number), name: expect.stringMatching(/\S/) });
        expect(identity.organisationMark).not.toBeNull();
        expect(await connector().identify()).toEqual(identity);
      });

      it('finds the site behind the address of one of its pages', async () => {
        const { addresses } = siteAddresses(endpointOf(site.address, '/civicrm/dashboard'), true);
        expect(await findSite(addresses, { apiKey: site.apiKey })).toMatchObject({ address: site.address });
      });

      it('refuses a key that nobody has', async () => {
        const other = createCiviCrmConnector({ ...site, apiKey: 'dankbel-no-such-key' });
        await expect(other.identify()).rejects.toMatchObject({ name: 'CrmFailure', kind: 'refused' });
      });

      it('refuses the CRM of another organisation', async () => {
        const { organisationMark } = await connector().identify();
        const known = { contactId: organisationMark?.contactId ?? 1, name: 'Een andere', hash: 'f'.repeat(32) };
        await expect(createCiviCrmConnector({ ...site, known }).identify()).rejects.toMatchObject({ kind: 'refused' });
      });
    });

    it('the check finds no right missing that the work needs', async () => {
      await own.make();
      const { items } = await checkSite(site, () => new Date().toISOString());
      expect(items.filter(({ state }) => state === 'problem')).toEqual([]);
    });

    describe('a pull', () => {
      it.each(['donors', 'mandates', 'gifts', 'moments'] as const)(
        'of %s reads a first page, and leaves out nothing of it',
        async (entity) => {
          const { position } = await connector().begin(entity);
          const page = await connector().pull(entity, position, 'whole');
          expect(page.pulled.entity).toBe(entity);
          expect(page.leftOut).toBe(0);
        },
      );

      it('of what changed brings a contact with its phone, e-mail and address, and later tells that it is in the bin', async () => {
        const id = await own.make({ middle_name: 'van der', do_not_phone: true });
        await own.add('Phone', id, { phone: '06 00 41 77 35', 'phone_type_id:name': 'Mobile' });
        await own.add('Email', id, { email: 'Contract@Voorbeeld.nl' });
        await own.add('Address', id, ADDRESS);
        const { modified_date: stamp } = await own.read('Contact', id, ['modified_date']);
        const position = { phase: 'changes', since: stamp, after: null };
        expect(await findDonor(position, id)).toMatchObject({
          prefix: 'van der',
          doesNotWantCalls: true,
          isRemoved: false,
          phones: [{ raw: '06 00 41 77 35', isPrimary: true, kind: 'Mobile' }],
          emails: [{ email: 'contract@voorbeeld.nl', isPrimary: true }],
          addresses: [{ street: 'Wilgenhof 41 B', town: 'Zwolle', country: 'NL', masterCrmId: null }],
        });
        await own.change('Contact', id, { is_deleted: true });
        expect(await findDonor(position, id)).toMatchObject({ isRemoved: true });
      });

      it('of moments brings a call back with its exact outcome', async () => {
        const id = await own.make();
        const sent = call(id, { outcome: 'other-person', objectionAnswer: null });
        const answer = await connector().send(sent);
        const activityId = answer.kind === 'applied' ? Number(answer.reference) : 0;
        const { modified_date: stamp } = await own.read('Activity', activityId, ['modified_date']);
        const moments = await pullSince('moments', { phase: 'changes', since: stamp, after: null });
        expect(moments.find(({ crmId }) => crmId === activityId)).toMatchObject({
          donorCrmIds: [id],
          operationId: sent.id,
          programme: 'thank-you-call',
          outcome: 'other-person',
          typeName: 'Phone Call',
        });
      });

      type Records<Entity> = Extract<PulledRecords, { entity: Entity }>['records'][number];

      async function pullSince<Entity extends 'donors' | 'moments'>(
        entity: Entity,
        from: CursorPosition,
      ): Promise<Records<Entity>[]> {
        const records: Records<Entity>[] = [];
        let position = from;
        for (let isLast = false; !isLast;) {
          const page = await connector().pull(entity, position, 'whole');
          records.push(...(page.pulled.records as Records<Entity>[]));
          ({ position, isLast } = page);
        }
        return records;
      }

      async function findDonor(position: CursorPosition, id: number): Promise<Records<'donors'> | undefined> {
        return (await pullSince('donors', position)).find(({ crmId }) => crmId === id);
      }
    });

    describe('a call', () => {
      it('arrives with everything that was recorded, its text escaped', async () => {
        const id = await own.make();
        expect(await connector().send(call(id, { notes: '<b>Noor</b> & co\n😀' }))).toMatchObject({ kind: 'applied' });
        const [activity] = await own.callsWith(id);
        expect(activity).toMatchObject({ duration: 3, 'status_id:name': 'Completed' });
        expect(String(activity?.['details'])).toContain('&lt;b&gt;Noor&lt;/b&gt; &amp; co');
      });

      it('of every outcome has the status that is meant', async () => {
        const id = await own.make();
        for (const outcome of OUTCOME_IDS) await connector().send(call(id, { outcome, objectionAnswer: null }));
        const statuses = (await own.callsWith(id)).map((activity) => activity['status_id:name']);
        expect(statuses).toEqual(OUTCOME_IDS.map((outcome) => statusFor(outcome, site.statuses)));
      });

      it('is there once when it is sent again, also when the first answer was lost', async () => {
        const id = await own.make();
        const sent = call(id);
        const answer = await sendLosingAnswer(site, sent);
        expect(answer).toMatchObject({ kind: 'applied', reference: expect.stringMatching(/^\d+$/) });
        expect(await connector().send({ ...sent, wasTried: true })).toEqual(answer);
        expect(await own.callsWith(id)).toHaveLength(1);
      });

      it('that is taken back stays, cancelled, without "delete activities"', async () => {
        const id = await own.make();
        const sent = call(id);
        await sendLosingAnswer(site, undoOf(sent, await connector().send(sent)));
        expect(await own.callsWith(id)).toMatchObject([
          { 'status_id:name': statusFor('undone', site.statuses), subject: expect.stringContaining('Teruggedraaid') },
        ]);
      });

      it('to a contact in the bin is not written', async () => {
        const id = await own.make();
        await own.change('Contact', id, { is_deleted: true });
        expect(await connector().send(call(id))).toMatchObject({ kind: 'rejected' });
      });
    });

    describe('an objection', () => {
      it('sets the flag, twice is once, and is taken back only when we set it', async () => {
        const id = await own.make();
        const sent = outgoing(id, { kind: 'objection', at: '2026-07-01T12:34:56.000Z', wasSetBefore: false });
        const answer = await sendLosingAnswer(site, sent);
        expect(await own.read('Contact', id, ['do_not_phone'])).toMatchObject({ do_not_phone: true });
        await sendLosingAnswer(site, undoOf(sent, answer));
        expect(await own.read('Contact', id, ['do_not_phone'])).toMatchObject({ do_not_phone: false });
      });
    });

    describe('a correction', () => {
      it('of the name is written once, and taken back', async () => {
        const id = await own.make({ first_name: 'Jan', middle_name: 'de', last_name: 'Wit' });
        const sent = correction(id, {
          field: 'name',
          base: { firstName: 'Jan', prefix: 'de', surname: 'Wit' },
          value: { firstName: 'Zoë', prefix: '', surname: "d'Ancona" },
        });
        const answer = await sendLosingAnswer(site, sent);
        const columns = ['first_name', 'middle_name', 'last_name'];
        expect(await own.read('Contact', id, columns)).toMatchObject({
          first_name: 'Zoë',
          middle_name: null,
          last_name: "d'Ancona",
        });
        await sendLosingAnswer(site, undoOf(sent, answer));
        expect(await own.read('Contact', id, columns)).toMatchObject({ first_name: 'Jan', middle_name: 'de' });
      });

      it('of a phone goes to the row that was corrected, and to no other', async () => {
        const id = await own.make();
        const other = await own.add('Phone', id, { phone: '038-1234567', 'phone_type_id:name': 'Phone' });
        const crmId = await own.add('Phone', id, { phone: '0612345678', 'phone_type_id:name': 'Mobile' });
        const value = { field: 'phone' as const, rowId: null, crmId, base: '0612345678', value: '+31687654321' };
        expect(await sendLosingAnswer(site, correction(id, value))).toMatchObject({ kind: 'applied' });
        expect(await own.read('Phone', crmId, ['phone'])).toMatchObject({ phone: '+31687654321' });
        expect(await own.read('Phone', other, ['phone', 'is_primary'])).toMatchObject({
          phone: '038-1234567',
          is_primary: true,
        });
      });

      it('that adds an e-mail adds one, and taking it back takes it away', async () => {
        const id = await own.make();
        const value = { field: 'email' as const, rowId: null, crmId: null, base: null, value: 'nieuw@voorbeeld.nl' };
        const sent = correction(id, value);
        const answer = await sendLosingAnswer(site, sent);
        expect(answer).toMatchObject({ kind: 'applied', reference: expect.stringMatching(/^\d+$/) });
        const emailId = answer.kind === 'applied' ? Number(answer.reference) : 0;
        expect(await own.read('Email', emailId, ['email', 'contact_id'])).toMatchObject({
          email: 'nieuw@voorbeeld.nl',
        });
        await connector().send(undoOf(sent, answer));
        expect(await own.read('Email', emailId, ['email'])).toEqual({});
      });

      it('of a value that was changed in the CRM meanwhile is a conflict, and writes nothing', async () => {
        const id = await own.make();
        const crmId = await own.add('Email', id, { email: 'oud@voorbeeld.nl' });
        await own.change('Email', crmId, { email: 'hunne@voorbeeld.nl' });
        const value = {
          field: 'email' as const,
          rowId: null,
          crmId,
          base: 'oud@voorbeeld.nl',
          value: 'mijne@voorbeeld.nl',
        };
        expect(await connector().send(correction(id, value))).toMatchObject({ kind: 'conflict' });
        expect(await own.read('Email', crmId, ['email'])).toMatchObject({ email: 'hunne@voorbeeld.nl' });
      });

      it('names the value as read in its write: when it moved in between, nothing is written', async () => {
        const id = await own.make();
        const crmId = await own.add('Email', id, { email: 'oud@voorbeeld.nl' });
        let isChanged = false;
        const racing: typeof fetch = async (input, init) => {
          if (!isChanged && new Request(input).url.includes('/Email/update')) {
            isChanged = true;
            await own.change('Email', crmId, { email: 'sneller@voorbeeld.nl' });
          }
          return fetch(input, init);
        };
        const value = {
          field: 'email' as const,
          rowId: null,
          crmId,
          base: 'oud@voorbeeld.nl',
          value: 'mijne@voorbeeld.nl',
        };
        const asked = createCiviCrmConnector({ ...site, fetch: racing }).send(correction(id, value));
        await expect(asked).rejects.toMatchObject({ kind: 'busy' });
        expect(await own.read('Email', crmId, ['email'])).toMatchObject({ email: 'sneller@voorbeeld.nl' });
      });

      it('of a shared address moves this contact, and leaves the other where she is', async () => {
        const stays = await own.make();
        const moves = await own.make();
        const master = await own.add('Address', stays, ADDRESS);
        const copy = await own.add('Address', moves, { ...ADDRESS, master_id: master });
        const value = { field: 'address' as const, rowId: null, crmId: copy, base: AS_READ, value: MOVED };
        expect(await connector().send(correction(moves, value))).toMatchObject({ kind: 'applied' });
        expect(await own.read('Address', copy, ADDRESS_COLUMNS)).toMatchObject({ city: 'Amsterdam', master_id: null });
        expect(await own.read('Address', master, ADDRESS_COLUMNS)).toMatchObject({ city: 'Zwolle' });
      });

      it('of a whole address is written once', async () => {
        const id = await own.make();
        const crmId = await own.add('Address', id, ADDRESS);
        const value = { field: 'address' as const, rowId: null, crmId, base: AS_READ, value: MOVED };
        expect(await sendLosingAnswer(site, correction(id, value))).toMatchObject({ kind: 'applied' });
        expect(await own.read('Address', crmId, ADDRESS_COLUMNS)).toMatchObject({
          street_address: 'Dorpsstraat 1',
          postal_code: '1012 JS',
        });
      });
    });

    describeMoments(() => ({ site, own }));
    describeFlags(() => ({ site, own }));
    describeNewcomers(() => ({ site, own }));
    describeClaims(() => ({ site, own }));

    it('leaves nothing behind', async () => {
      const id = await own.make();
      await own.removeAll(Date.now());
      const { is_deleted: isDeleted } = await own.read('Contact', id, ['is_deleted']);
      // Gone for good, or in the bin where the user of the key may not do more.
      expect(isDeleted ?? true).toBe(true);
    });
  });
}
