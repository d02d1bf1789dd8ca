/** What Salesforce must do for Dankbel, promise by promise as with every CRM; here on a stand-in, or on a real organisation. */
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOfClaim } from '../../../domain/claims/claim.ts';
import { OUTCOME_IDS } from '../../../domain/outcome.ts';
import type {
  Connector,
  CursorPosition,
  OperationAnswer,
  OutgoingOperation,
  PulledRecords,
} from '../../../sync/connector.ts';
import type { ClaimsOfCrm } from '../../../sync/claims/claims-of-crm.ts';
import { checkOrg } from '../../../sync/crm/salesforce/check/check-org.ts';
import { createSalesforceConnector } from '../../../sync/crm/salesforce/connector.ts';
import { detailNumber } from '../../../sync/crm/salesforce/details.ts';
import type { SalesforceOrg } from '../../../sync/crm/salesforce/http.ts';
import { call, correction, outgoing, sendLosing, undoOf } from '../operations.ts';
import { OwnContacts } from './own-contacts.ts';

const AS_READ = { street: 'Wilgenhof 41 B', postcode: '8031 XD', town: 'Zwolle', country: 'NL' };
const MOVED = { street: 'Dorpsstraat 1', postcode: '1012 JS', town: 'Amsterdam', country: 'NL' };
const MAILING = {
  MailingStreet: 'Wilgenhof 41 B',
  MailingPostalCode: '8031 XD',
  MailingCity: 'Zwolle',
  MailingCountry: 'Nederland',
};
const now = new Date().toISOString();

/** @param reach the organisation to ask, ready before the first test */
export function describeSalesforce(name: string, reach: () => Promise<SalesforceOrg>): void {
  describe(`the contract with ${name}`, () => {
    let org: SalesforceOrg;
    let own: OwnContacts;
    const connect = (fetch?: typeof globalThis.fetch): Connector =>
      createSalesforceConnector(fetch === undefined ? org : { ...org, fetch });
    const losing = (operation: OutgoingOperation): Promise<OperationAnswer> =>
      sendLosing(connect, ({ method, url }) => method !== 'GET' && !url.includes('/composite'), operation);
    const claims = (): ClaimsOfCrm => {
      const { claims: known } = connect();
      if (known === undefined) throw new Error('the connector of Salesforce has claims');
      return known;
    };

    beforeAll(async () => {
      org = await reach();
      own = new OwnContacts(org);
    });
    afterAll(async () => own.removeAll());

    type Records<Entity> = Extract<PulledRecords, { entity: Entity }>['records'][number];
    async function pullSince<Entity extends 'donors' | 'moments'>(
      entity: Entity,
      from: CursorPosition,
    ): Promise<Records<Entity>[]> {
      const records: Records<Entity>[] = [];
      const connector = connect();
      let position = from;
      for (let isLast = false; !isLast;) {
        const page = await connector.pull(entity, position, 'whole');
        records.push(...(page.pulled.records as Records<Entity>[]));
        ({ position, isLast } = page);
      }
      return records;
    }
    const changedSince = async (object: string, id: string): Promise<CursorPosition> => {
      const { SystemModstamp: stamp } = await own.read(object, id, ['SystemModstamp']);
      const since = new Date(Date.parse(String(stamp).replace('+0000', 'Z'))).toISOString();
      return { phase: 'changes', since, after: null, deletedSince: null };
    };

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
          instanceUrl: (await org.tokens.read()).instanceUrl,
        };
        const spent = { read: () => Promise.resolve(tokens), renew: () => Promise.reject(new Error('asked')) };
        await expect(createSalesforceConnector({ ...org, tokens: spent }).identify()).rejects.toThrow('asked');
      });

      it('refuses another organisation', async () => {
        const known = { contactId: 1, name: 'Een andere', hash: 'f'.repeat(32) };
        await expect(createSalesforceConnector({ ...org, known }).identify()).rejects.toMatchObject({
          kind: 'refused',
        });
      });
    });

    it('the check finds no right missing that the work needs', async () => {
      const { items } = await checkOrg(org);
      expect(items.filter(({ state }) => state === 'problem')).toEqual([]);
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
        const { id, crmId } = await own.make({ FirstName: 'Noor', LastName: 'van der Meer', ...values });
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
        await own.remove('Contact', id);
        expect(await find()).toMatchObject({ isRemoved: true });
      });

      it('of moments brings a call back with its exact outcome and time', async () => {
        const { id, crmId } = await own.make();
        const sent = call(crmId, { outcome: 'other-person', objectionAnswer: null });
        const answer = await connect().send(sent);
        const [task] = await own.tasksOf(id);
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

    describe('a call', () => {
      it('arrives with everything that was recorded, as it was typed', async () => {
        const { id, crmId } = await own.make();
        expect(await connect().send(call(crmId, { notes: '<b>Noor</b> & co\n😀' }))).toMatchObject({ kind: 'applied' });
        const [task] = await own.tasksOf(id);
        expect(task).toMatchObject({ IsClosed: true, TaskSubtype: 'Call' });
        expect(String(task?.['Description'])).toContain('<b>Noor</b> & co\n😀');
      });

      it('of every outcome is closed, and says which it is', async () => {
        const { id, crmId } = await own.make();
        for (const outcome of OUTCOME_IDS) await connect().send(call(crmId, { outcome, objectionAnswer: null }));
        const tasks = await own.tasksOf(id);
        expect(tasks.every((task) => task['IsClosed'] === true)).toBe(true);
        const subjects = tasks.map((task) => String(task['Subject'])).join('\n');
        for (const outcome of OUTCOME_IDS) expect(subjects).toContain(` ${outcome} `);
      });

      it('is there once when it is sent again, also when the first answer was lost', async () => {
        const { id, crmId } = await own.make();
        const sent = call(crmId);
        const answer = await losing(sent);
        expect(answer).toMatchObject({ kind: 'applied', reference: expect.stringMatching(/^\d+$/) });
        expect(await connect().send({ ...sent, wasTried: true })).toEqual(answer);
        // A read that knew nothing of it: the repeat itself is harmless.
        expect(await connect().send(sent)).toEqual(answer);
        expect(await own.tasksOf(id)).toHaveLength(1);
      });

      it('that is taken back stays, and says so', async () => {
        const { id, crmId } = await own.make();
        const sent = call(crmId);
        await losing(undoOf(sent, await connect().send(sent)));
        const tasks = await own.tasksOf(id);
        expect(tasks).toMatchObject([{ IsClosed: true, Subject: expect.stringContaining('Teruggedraaid') }]);
      });

      it('to a contact in the bin is not written', async () => {
        const { id, crmId } = await own.make();
        await own.remove('Contact', id);
        expect(await connect().send(call(crmId))).toMatchObject({ kind: 'rejected' });
      });
    });

    it.each([
      ['email', 'Email'],
      ['post', 'Task'],
      ['phone', 'Task'],
    ] as const)(
      'a moment by %s arrives once, is no call, and says so when it is taken back',
      async (channel, subtype) => {
        const { id, crmId } = await own.make();
        const answers = { kind: 'question', text: 'Kan het ook per jaar?' } as const;
        const sent = outgoing(crmId, {
          kind: 'moment',
          at: '2026-07-01T12:34:56.000Z',
          what: 'answer',
          channel,
          subject: 'Antwoord op een vraag',
          text: 'Ja, <b>dat</b> kan.',
          answers,
        });
        const applied = await losing(sent);
        expect(await connect().send({ ...sent, wasTried: true })).toEqual(applied);
        const [task] = await own.tasksOf(id);
        expect(task).toMatchObject({
          TaskSubtype: subtype,
          IsClosed: true,
          Subject: `Antwoord op een vraag [Dankbel-moment answer ${sent.id}]`,
        });
        expect(task?.['Description']).toBe('Vraag: Kan het ook per jaar?\nJa, <b>dat</b> kan.');
        await losing(undoOf(sent, applied));
        expect(await own.tasksOf(id)).toMatchObject([{ Subject: expect.stringContaining('Teruggedraaid') }]);
      },
    );

    describe('an objection', () => {
      it('sets the flag, twice is once, and is taken back only when we set it', async () => {
        const { id, crmId } = await own.make();
        const sent = outgoing(crmId, { kind: 'objection', at: '2026-07-01T12:34:56.000Z', wasSetBefore: false });
        const answer = await losing(sent);
        expect(await own.read('Contact', id, ['DoNotCall', 'HasOptedOutOfEmail'])).toMatchObject({
          DoNotCall: true,
          HasOptedOutOfEmail: false,
        });
        await losing(undoOf(sent, answer));
        expect(await own.read('Contact', id, ['DoNotCall'])).toMatchObject({ DoNotCall: false });
      });

      it('that somebody takes back leaves another one standing', async () => {
        const { id, crmId } = await own.make();
        const object = () =>
          outgoing(crmId, { kind: 'objection', at: '2026-07-01T12:34:56.000Z', wasSetBefore: false });
        const [first, second] = [object(), object()];
        const answer = await connect().send(first);
        await connect().send(second);
        await connect().send(undoOf(first, answer));
        expect(await own.read('Contact', id, ['DoNotCall'])).toMatchObject({ DoNotCall: true });
        await connect().send({ ...undoOf(second, { kind: 'applied', reference: 'was set' }) });
        expect(await own.read('Contact', id, ['DoNotCall'])).toMatchObject({ DoNotCall: false });
      });
    });

    it.each([
      ['is_deceased', 'npsp__Deceased__c'],
      ['do_not_email', 'HasOptedOutOfEmail'],
    ] as const)(
      'the flag %s is set, also when the answer was lost, and taken back; an objection stays',
      async (flag, field) => {
        const { id, crmId } = await own.make({ DoNotCall: true });
        const sent = outgoing(crmId, {
          kind: 'flag',
          at: '2026-07-01T12:34:56.000Z',
          flag,
          value: true,
          wasBefore: false,
        });
        const answer = await connect().send(sent);
        expect(await own.read('Contact', id, [field])).toMatchObject({ [field]: true });
        await connect().send(undoOf(sent, answer));
        expect(await own.read('Contact', id, [field, 'DoNotCall'])).toMatchObject({ [field]: false, DoNotCall: true });
        expect(await losing(outgoing(crmId, sent.body))).toMatchObject({ kind: 'applied' });
      },
    );

    describe('a correction', () => {
      it('of the name is written once, and taken back', async () => {
        const { id, crmId } = await own.make({ FirstName: 'Jan', LastName: 'Wit' });
        const sent = correction(crmId, {
          field: 'name',
          base: { firstName: 'Jan', prefix: '', surname: 'Wit' },
          value: { firstName: 'Zoë', prefix: '', surname: "d'Ancona" },
        });
        const answer = await losing(sent);
        expect(await own.read('Contact', id, ['FirstName', 'LastName'])).toMatchObject({
          FirstName: 'Zoë',
          LastName: "d'Ancona",
        });
        await losing(undoOf(sent, answer));
        expect(await own.read('Contact', id, ['FirstName', 'LastName'])).toMatchObject({
          FirstName: 'Jan',
          LastName: 'Wit',
        });
      });

      it('of a phone goes to every field that holds the number, and to no other', async () => {
        const { id, crmId } = await own.make({
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
        expect(await own.read('Contact', id, ['MobilePhone', 'Phone', 'HomePhone'])).toMatchObject({
          MobilePhone: '+31687654321',
          Phone: '+31687654321',
          HomePhone: '038-1234567',
        });
      });

      it('that adds an e-mail adds one, and taking it back takes it away', async () => {
        const { id, crmId } = await own.make({ Email: 'oud@voorbeeld.nl' });
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
        expect(await own.read('Contact', id, fields)).toMatchObject({
          Email: 'oud@voorbeeld.nl',
          npe01__HomeEmail__c: 'nieuw@voorbeeld.nl',
        });
        await connect().send(undoOf(sent, answer));
        expect(await own.read('Contact', id, fields)).toMatchObject({
          Email: 'oud@voorbeeld.nl',
          npe01__HomeEmail__c: null,
        });
      });

      it('of a value that was changed in Salesforce meanwhile is a conflict, and writes nothing', async () => {
        const { id, crmId } = await own.make({ Email: 'hunne@voorbeeld.nl' });
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
        expect(await own.read('Contact', id, ['Email'])).toMatchObject({ Email: 'hunne@voorbeeld.nl' });
      });

      it('names the moment at which it was read in its write: when it changed in between, nothing is written', async () => {
        const { id, crmId } = await own.make({ Email: 'oud@voorbeeld.nl' });
        let isChanged = false;
        const racing: typeof fetch = async (input, init) => {
          if (!isChanged && init?.method === 'PATCH') {
            isChanged = true;
            await own.change('Contact', id, { Email: 'sneller@voorbeeld.nl' });
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
        expect(await own.read('Contact', id, ['Email'])).toMatchObject({ Email: 'sneller@voorbeeld.nl' });
      });

      it('of the address of one of a household moves her, and leaves the others where they are', async () => {
        const stays = await own.make(MAILING);
        const { AccountId: household } = await own.read('Contact', stays.id, ['AccountId']);
        const moves = await own.make({ ...MAILING, AccountId: household });
        const value = {
          field: 'address' as const,
          rowId: null,
          crmId: detailNumber(moves.id, 'Mailing'),
          base: AS_READ,
          value: MOVED,
        };
        expect(await losing(correction(moves.crmId, value))).toMatchObject({ kind: 'applied' });
        expect(await own.read('Contact', moves.id, ['MailingCity', 'MailingStreet'])).toMatchObject({
          MailingCity: 'Amsterdam',
          MailingStreet: 'Dorpsstraat 1',
        });
        expect(await own.read('Contact', stays.id, ['MailingCity'])).toMatchObject({ MailingCity: 'Zwolle' });
      });
    });

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
        const donor = await own.make();
        const { id, crmId } = await claim(donor.crmId);
        const { contactId } = await connect().identify();
        expect(await on(donor.crmId)).toEqual([
          { id, crmId, donorCrmIds: [donor.crmId], holderCrmId: contactId, endsAt: endOfClaim(now) },
        ]);
        expect(await claims().readNames([contactId])).toEqual(new Map([[contactId, expect.stringMatching(/\S/)]]));
        const [task] = await own.tasksOf(donor.id);
        const moments = await pullSince('moments', await changedSince('Task', String(task?.['Id'])));
        expect(moments.some((moment) => moment.crmId === crmId)).toBe(false);
      });

      it('on somebody whom another holds is not made; asking twice is asking once', async () => {
        const donor = await own.make();
        const first = await claim(donor.crmId);
        expect((await claim(donor.crmId)).crmId).toBeNull();
        expect(await claims().make({ id: first.id, donorCrmId: donor.crmId, now, endsAt: endOfClaim(now) })).toBe(
          first.crmId,
        );
        expect(await on(donor.crmId)).toMatchObject([first]);
      });

      it('is extended while it is one; taken back it is over, and ending it again changes nothing', async () => {
        const donor = await own.make();
        const held = made(await claim(donor.crmId));
        const later = new Date(Date.parse(now) + 900_000).toISOString();
        expect(await claims().extend(held, later, endOfClaim(later))).toBe(true);
        expect(await on(donor.crmId)).toMatchObject([{ ...held, endsAt: endOfClaim(later) }]);
        await claims().end(held);
        expect(await on(donor.crmId)).toEqual([]);
        expect(await claims().extend(held, now, endOfClaim(now))).toBe(false);
        await claims().end(held);
        expect(await own.tasksOf(donor.id)).toMatchObject([{ IsClosed: true }]);
      });

      it('whose end has passed binds nobody: the next one takes its place', async () => {
        const donor = await own.make();
        await claim(donor.crmId, new Date(Date.parse(now) - 60_000).toISOString());
        const next = await claim(donor.crmId);
        expect(next.crmId).not.toBeNull();
        expect(await on(donor.crmId)).toMatchObject([next]);
      });

      it('becomes the call that it was for, also when the answer was lost; after that nobody can take it back', async () => {
        const donor = await own.make();
        const held = made(await claim(donor.crmId));
        const sent = call(donor.crmId, { claimId: held.id });
        expect(await losing(sent)).toMatchObject({ kind: 'applied', reference: String(held.crmId) });
        await claims().end(held);
        const tasks = await own.tasksOf(donor.id);
        expect(tasks).toMatchObject([
          { IsClosed: true, Dankbel_Id__c: sent.id, Subject: expect.stringContaining(' conversation ') },
        ]);
        const { calls } = await claims().readLately('2026-01-01T00:00:00.000Z');
        expect(calls.find((each) => each.crmId === held.crmId)).toMatchObject({ operationId: sent.id });
        expect((await claim(donor.crmId)).crmId).not.toBeNull();
      });

      it('that was taken back during the call leaves the call a task of its own', async () => {
        const donor = await own.make();
        const held = made(await claim(donor.crmId));
        await claims().end(held);
        expect(await connect().send(call(donor.crmId, { claimId: held.id }))).toMatchObject({ kind: 'applied' });
        expect(await own.tasksOf(donor.id)).toHaveLength(2);
      });
    });
  });
}
