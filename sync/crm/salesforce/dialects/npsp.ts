/** The Nonprofit Success Pack: contacts, opportunities as gifts, recurring donations as mandates (salesforce.md §6). */
import type { MirrorGift, MirrorMandate } from '../../../../db/mirror/records.ts';
import type { GiftStatus } from '../../../../domain/gift.ts';
import type { MandateFrequency, MandateStatus } from '../../../../domain/mandate.ts';
import { visible } from '../object-info.ts';
import { numberOf } from '../numbers.ts';
import { giftRow, mandateRow, type GiftRow, type MandateRow } from '../rows.ts';
import { names, soql } from '../soql.ts';
import type { Dialect } from './dialect.ts';
import { dayOf, inEuros } from './values.ts';

export const RECURRING = 'npe03__Recurring_Donation__c';
const PRIMARY_CONTACT = 'npsp__Primary_Contact__c';
const GIFT_FIELDS = [
  PRIMARY_CONTACT,
  'Amount',
  'CloseDate',
  'IsWon',
  'IsClosed',
  'CurrencyIsoCode',
  'npe03__Recurring_Donation__c',
  'LeadSource',
];

export const NPSP: Dialect = {
  id: 'npsp',
  person: { object: 'Contact', contactId: 'Id', where: soql`Id != null`, fields: null },
  // Gifts of a person; those of an organisation have no primary contact, and are not called for (docs/decisions/0038).
  gift: {
    object: 'Opportunity',
    needs: [PRIMARY_CONTACT, 'Amount', 'CloseDate', 'IsWon'],
    donor: ({ fields }) => (fields.has(PRIMARY_CONTACT) ? PRIMARY_CONTACT : null),
    where: () => soql`npsp__Primary_Contact__c != null`,
    nobodys: () => soql`npsp__Primary_Contact__c = null AND IsWon = true`,
    columns: (info) => {
      const columns = [...visible(info, GIFT_FIELDS), ...(info.fields.has('CampaignId') ? ['Campaign.Name'] : [])];
      if (!info.children.has('npe01__OppPayment__r')) return names(...columns);
      // What was given back stands with the payments of a gift, and not with the gift.
      const refunds = soql`(SELECT npsp__DebitType__c, npe01__Paid__c, npe01__Payment_Amount__c FROM npe01__OppPayment__r)`;
      return soql`${names(...columns)}, ${refunds}`;
    },
    since: ({ fields }, day) => (fields.has('CloseDate') ? soql`CloseDate >= ${{ day }}` : null),
    read: (row) => {
      const parsed = giftRow.safeParse(row);
      if (!parsed.success) return null;
      return { id: parsed.data.Id, contactId: parsed.data.npsp__Primary_Contact__c, kept: toGift(parsed.data) };
    },
  },
  mandate: {
    object: RECURRING,
    needs: ['npe03__Contact__c', 'npe03__Amount__c'],
    donor: ({ fields }) => (fields.has('npe03__Contact__c') ? 'npe03__Contact__c' : null),
    where: () => soql`npe03__Contact__c != null`,
    columns: (info) =>
      names(
        ...visible(
          info,
          Object.keys(mandateRow.shape).filter((name) => name !== 'Id'),
        ),
      ),
    since: (info, day) => {
      const [began] = visible(info, ['npe03__Date_Established__c', 'npsp__StartDate__c']);
      return began === undefined ? null : soql`${names(began)} >= ${{ day }}`;
    },
    read: (row) => {
      const parsed = mandateRow.safeParse(row);
      if (!parsed.success) return null;
      return { id: parsed.data.Id, contactId: parsed.data.npe03__Contact__c, kept: toMandate(parsed.data) };
    },
  },
};

function toGift(row: GiftRow): MirrorGift | null {
  const day = dayOf(row.CloseDate);
  const amount = inEuros(row.Amount, row.CurrencyIsoCode);
  if (day === null || amount === null) return null;
  return {
    crmId: numberOf(row.Id),
    donorCrmId: numberOf(row.npsp__Primary_Contact__c),
    day,
    amount,
    status: giftStatus(row),
    mandateCrmId:
      typeof row.npe03__Recurring_Donation__c === 'string' ? numberOf(row.npe03__Recurring_Donation__c) : null,
    project: row.Campaign?.Name ?? null,
    source: row.LeadSource ?? null,
  };
}

/** A pledge is no gift: only what is won was received (salesforce.md §6). Names of stages are the organisation's own. */
function giftStatus({ IsWon, IsClosed, npe01__OppPayment__r: payments }: GiftRow): GiftStatus {
  if (!IsWon) return IsClosed ? 'cancelled' : 'announced';
  const wasTakenBack = payments?.records.some(
    ({ npsp__DebitType__c: type, npe01__Paid__c: isPaid }) =>
      isPaid === true && (type === 'Refund' || type === 'Chargeback'),
  );
  return wasTakenBack === true ? 'reversed' : 'received';
}

const PERIODS: Readonly<Record<string, MandateFrequency>> = {
  Daily: { unit: 'day', interval: 1 },
  Weekly: { unit: 'week', interval: 1 },
  // Twice a month; nothing that we know of is nearer.
  '1st and 15th': { unit: 'week', interval: 2 },
  Monthly: { unit: 'month', interval: 1 },
  Quarterly: { unit: 'month', interval: 3 },
  Yearly: { unit: 'year', interval: 1 },
};

function toMandate(row: MandateRow): MirrorMandate | null {
  // The effective date moves when the amount is raised; when it was agreed does not.
  const startDay = dayOf(row.npe03__Date_Established__c) ?? dayOf(row.npsp__StartDate__c);
  const amount = inEuros(row.npe03__Amount__c, row.CurrencyIsoCode);
  const period = PERIODS[row.npe03__Installment_Period__c ?? ''];
  if (startDay === null || amount === null || period === undefined) return null;
  const times = Math.max(1, Math.round(row.npsp__InstallmentFrequency__c ?? 1));
  const status = mandateStatus(row);
  return {
    crmId: numberOf(row.Id),
    donorCrmId: numberOf(row.npe03__Contact__c),
    startDay,
    amount,
    frequency: { unit: period.unit, interval: period.interval * times },
    status,
    cancelledDay: status === 'cancelled' ? dayOf(row.npsp__EndDate__c) : null,
  };
}

/** Paused and failing ones are still running. The older kind of recurring donation has another field. */
function mandateStatus(row: MandateRow): MandateStatus {
  const status = row.npsp__Status__c ?? (row.npe03__Open_Ended_Status__c === 'Closed' ? 'Closed' : 'Active');
  if (status === 'Closed') return 'cancelled';
  return status === 'Lapsed' ? 'ended' : 'running';
}
