/** What Nonprofit Cloud has in its own words: person accounts, gift transactions and commitments (salesforce.md §7). */
import { describe, expect, it } from 'vitest';
import type { MirrorGift, MirrorMandate } from '../../../db/mirror/records.ts';
import { detailNumber } from '../../../sync/crm/salesforce/details.ts';
import { numberOf } from '../../../sync/crm/salesforce/numbers.ts';
import type { Row } from '../../../sync/crm/salesforce/query.ts';
import { correction, outgoing } from '../operations.ts';
import { newcomer } from './newcomer.ts';
import { AS_READ, MAILING, type ReachedOrg } from './reached-org.ts';

const MOVED = { street: 'Dorpsstraat 1', postcode: '1012 JS', town: 'Amsterdam', country: 'NL' };

export function describeNonprofitCloud(reached: ReachedOrg): void {
  const { connect, losing } = reached;
  const whole = async (crmId: number) => connect().readWhole([crmId], []);
  const giftOf = async (values: Row): Promise<MirrorGift | undefined> => {
    const { id, crmId } = await reached.own.make();
    const DonorId = await reached.own.recordOf(id);
    await reached.own.add('GiftTransaction', {
      DonorId,
      PaymentMethod: 'ACH',
      TransactionDate: '2026-11-07',
      ...values,
    });
    const { gifts, leftOut } = await whole(crmId);
    expect(leftOut).toBe(0);
    return gifts.find(({ donorCrmId }) => donorCrmId === crmId);
  };

  describe('a person account', () => {
    it('is read by its own fields and written to them', async () => {
      const DonorOnly = { PersonMobilePhone: '0612345678', PersonHomePhone: '038-1234567', Phone: '06 12345678' };
      const account = await reached.own.add('Account', {
        FirstName: 'Noor',
        LastName: 'Bos DANKBEL-TEST',
        PersonEmail: 'noor.bos@voorbeeld.example',
        PersonDoNotCall: true,
        ...DonorOnly,
      });
      const { PersonContactId: contactId } = await reached.own.read('Account', account, ['PersonContactId']);
      const id = String(contactId);
      await reached.org.numbers.keep('contact', [id]);
      const { donors } = await whole(numberOf(id));
      expect(donors).toMatchObject([
        {
          crmId: numberOf(id),
          doesNotWantCalls: true,
          doesNotWantEmail: false,
          emails: [{ email: 'noor.bos@voorbeeld.example' }],
          phones: [{ raw: '0612345678', kind: 'Mobile', isPrimary: true }, { raw: '038-1234567' }],
        },
      ]);
      const crmId = detailNumber(id, 'MobilePhone');
      const value = { field: 'phone', rowId: null, crmId, base: '0612345678', value: '+31687654321' } as const;
      expect(await losing(correction(numberOf(id), value))).toMatchObject({ kind: 'applied' });
      expect(await reached.own.read('Account', account, Object.keys(DonorOnly))).toMatchObject({
        PersonMobilePhone: '+31687654321',
        Phone: '+31687654321',
        PersonHomePhone: '038-1234567',
      });
    });

    it('has one e-mail: a second one has no room, and says so', async () => {
      const { crmId } = await reached.own.make({ Email: 'oud@voorbeeld.nl' });
      const value = { field: 'email', rowId: null, crmId: null, base: null, value: 'nieuw@voorbeeld.nl' } as const;
      expect(await connect().send(correction(crmId, value))).toMatchObject({ kind: 'rejected' });
    });

    it('moves by itself', async () => {
      const { id, crmId } = await reached.own.make(MAILING);
      const base = AS_READ;
      const address = {
        field: 'address',
        rowId: null,
        crmId: detailNumber(id, 'Mailing'),
        base,
        value: MOVED,
      } as const;
      expect(await losing(correction(crmId, address))).toMatchObject({ kind: 'applied' });
      expect(await reached.own.read('Contact', id, ['MailingCity'])).toMatchObject({ MailingCity: 'Amsterdam' });
    });

    it('is not marked as deceased by a field that nobody knows: a person reads what to do', async () => {
      const { crmId } = await reached.own.make();
      const at = '2026-07-01T12:34:56.000Z';
      const sent = outgoing(crmId, { kind: 'flag', at, flag: 'is_deceased', value: true, wasBefore: false });
      expect(await connect().send(sent)).toMatchObject({
        kind: 'rejected',
        why: { nl: expect.stringContaining('overleden') },
      });
    });

    it('is not made for a newcomer: a person reads why', async () => {
      await expect(connect().addContact!(newcomer())).rejects.toMatchObject({ kind: 'forbidden' });
    });
  });

  describe('a gift transaction', () => {
    it.each([
      [
        { OriginalAmount: 25, Status: 'Paid' },
        { amount: 2_500, status: 'received', day: '2026-11-07' },
      ],
      [
        { OriginalAmount: 25, Status: 'Pending' },
        { amount: 2_500, status: 'announced' },
      ],
      [{ OriginalAmount: 25, Status: 'Unpaid' }, { status: 'announced' }],
      [{ OriginalAmount: 25, Status: 'Failed' }, { status: 'failed' }],
      [{ OriginalAmount: 25, Status: 'Canceled' }, { status: 'cancelled' }],
      [{ OriginalAmount: 25, Status: 'Written-Off' }, { status: 'cancelled' }],
      [
        { OriginalAmount: 25.1, Status: 'Fully Refunded' },
        { amount: 2_510, status: 'reversed' },
      ],
      [
        { OriginalAmount: 9, Status: 'Unpaid', TransactionDate: null, TransactionDueDate: '2026-12-01' },
        { day: '2026-12-01' },
      ],
    ])('%o is %o', async (values, gift) => {
      expect(await giftOf(values)).toMatchObject(gift);
    });

    it('of an organisation is nobody’s', async () => {
      const DonorId = await reached.own.add('Account', { Name: 'Bakkerij DANKBEL-TEST' });
      const values = {
        DonorId,
        OriginalAmount: 100,
        Status: 'Paid',
        PaymentMethod: 'ACH',
        TransactionDate: '2026-11-07',
      };
      const id = await reached.own.add('GiftTransaction', values);
      expect(await connect().readExisting('gifts', [numberOf(id)])).toEqual(new Set());
      const { position } = await connect().begin('gifts');
      const { pulled } = await connect().pull('gifts', position, 'whole');
      expect(pulled.entity === 'gifts' && pulled.records.some(({ crmId }) => crmId === numberOf(id))).toBe(false);
    });

    it('brings its donor among those of lately', async () => {
      const { id, crmId } = await reached.own.make();
      const DonorId = await reached.own.recordOf(id);
      const day = '2026-11-07';
      const values = { DonorId, OriginalAmount: 5, Status: 'Paid', PaymentMethod: 'ACH', TransactionDate: day };
      await reached.own.add('GiftTransaction', values);
      const found: number[] = [];
      for (let after: unknown = null; ;) {
        const page = await connect().findRecent(day, after);
        found.push(...page.donorCrmIds);
        if (page.after === null) break;
        ({ after } = page);
      }
      expect(found).toContain(crmId);
    });
  });

  describe('a gift commitment', () => {
    const commitmentOf = async (values: Row, schedule: Row | null): Promise<MirrorMandate | undefined> => {
      const { id, crmId } = await reached.own.make();
      const DonorId = await reached.own.recordOf(id);
      const commitment = await reached.own.add('GiftCommitment', {
        DonorId,
        RecurrenceType: 'Open Ended',
        EffectiveStartDate: '2026-10-01',
        ...values,
      });
      if (schedule !== null) {
        const dates = { StartDate: '2026-10-01', Type: 'Create Transactions' };
        await reached.own.add('GiftCommitmentSchedule', { GiftCommitmentId: commitment, ...dates, ...schedule });
      }
      return (await whole(crmId)).mandates.find(({ donorCrmId }) => donorCrmId === crmId);
    };
    const monthly = { TransactionAmount: 10, TransactionPeriod: 'Monthly', TransactionInterval: 1 };

    it.each([
      ['Active', 'running'],
      ['Failing', 'running'],
      ['Paused', 'running'],
      ['Lapsed', 'ended'],
      ['Closed', 'cancelled'],
    ] as const)('that is %s is %s, with the amount and times of its schedule', async (Status, status) => {
      expect(await commitmentOf({ Status }, { ...monthly, TransactionInterval: 3 })).toMatchObject({
        status,
        amount: 1_000,
        frequency: { unit: 'month', interval: 3 },
        startDay: '2026-10-01',
        cancelledDay: null,
      });
    });

    it('that is a draft is none yet, nor is one whose times nobody can tell', async () => {
      expect(await commitmentOf({ Status: 'Draft' }, monthly)).toBeUndefined();
      expect(await commitmentOf({ Status: 'Active' }, { ...monthly, TransactionPeriod: 'Custom' })).toBeUndefined();
      expect(await commitmentOf({ Status: 'Active' }, null)).toBeUndefined();
    });
  });
}
