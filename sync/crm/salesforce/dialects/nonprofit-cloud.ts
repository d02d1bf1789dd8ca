/**
 * Nonprofit Cloud: person accounts, gift transactions, gift commitments with their schedules (salesforce.md §7). What that
 * does not say is not read: nobody is deceased there, and a person has one e-mail (docs/connect-salesforce.md).
 */
import { z } from 'zod';
import type { MirrorGift, MirrorMandate } from '../../../../db/mirror/records.ts';
import type { GiftStatus } from '../../../../domain/gift.ts';
import type { MandateFrequency, MandateStatus } from '../../../../domain/mandate.ts';
import { visible, type ObjectInfo } from '../object-info.ts';
import { numberOf } from '../numbers.ts';
import type { Row } from '../query.ts';
import { idSchema } from '../rows.ts';
import { joined, names, soql, type Soql } from '../soql.ts';
import { valueAt, type Dialect, type PersonDialect } from './dialect.ts';
import { dayOf, inEuros } from './values.ts';

export const GIFT_TRANSACTION = 'GiftTransaction';
export const GIFT_COMMITMENT = 'GiftCommitment';
const SCHEDULE = 'GiftCommitmentSchedule';

const person: PersonDialect = {
  object: 'Account',
  contactId: 'PersonContactId',
  where: soql`IsPersonAccount = true`,
  fields: {
    IsDeleted: 'IsDeleted',
    MasterRecordId: 'MasterRecordId',
    Name: 'Name',
    Salutation: 'Salutation',
    FirstName: 'FirstName',
    MiddleName: 'MiddleName',
    LastName: 'LastName',
    Phone: 'Phone',
    MobilePhone: 'PersonMobilePhone',
    HomePhone: 'PersonHomePhone',
    Email: 'PersonEmail',
    DoNotCall: 'PersonDoNotCall',
    HasOptedOutOfEmail: 'PersonHasOptedOutOfEmail',
    MailingStreet: 'PersonMailingStreet',
    MailingPostalCode: 'PersonMailingPostalCode',
    MailingCity: 'PersonMailingCity',
    MailingCountry: 'PersonMailingCountry',
    MailingCountryCode: 'PersonMailingCountryCode',
    LastModifiedDate: 'LastModifiedDate',
    SystemModstamp: 'SystemModstamp',
  },
};

/** The account that gave, by the name that the organisation has for the relationship. */
function relationOf({ fields }: ObjectInfo): string | null {
  return fields.get('DonorId')?.relationshipName ?? null;
}

const donor = (info: ObjectInfo): string | null => {
  const relation = relationOf(info);
  return relation === null ? null : `${relation}.PersonContactId`;
};
const isPerson = (path: string): Soql => names(path.replace(/PersonContactId$/, 'IsPersonAccount'));
const ofPeople = (path: string): Soql => soql`${isPerson(path)} = true`;

export const NONPROFIT_CLOUD: Dialect = {
  id: 'nonprofit-cloud',
  person,
  gift: {
    object: GIFT_TRANSACTION,
    needs: ['DonorId', 'OriginalAmount', 'Status', 'TransactionDate'],
    donor,
    where: (_, path) => ofPeople(path),
    nobodys: (_, path) => soql`${isPerson(path)} = false AND Status = ${'Paid'}`,
    columns: (info, path) => {
      const wanted = [
        'OriginalAmount',
        'RefundedAmount',
        'Status',
        'TransactionDate',
        'TransactionDueDate',
        'GiftCommitmentId',
        'CurrencyIsoCode',
      ];
      return names(path, ...visible(info, wanted), ...(info.fields.has('CampaignId') ? ['Campaign.Name'] : []));
    },
    since: (info, day) => {
      const days = visible(info, ['TransactionDate', 'TransactionDueDate']);
      const [first, second] = days;
      if (first === undefined) return null;
      if (second === undefined) return soql`${names(first)} >= ${{ day }}`;
      return soql`(${names(first)} >= ${{ day }} OR ${names(second)} >= ${{ day }})`;
    },
    read: (row, path) => {
      const parsed = giftRow.safeParse(row);
      const contactId = contactIn(row, path);
      if (!parsed.success || contactId === null) return null;
      return { id: parsed.data.Id, contactId, kept: toGift(parsed.data, contactId) };
    },
  },
  mandate: {
    object: GIFT_COMMITMENT,
    needs: ['DonorId', 'Status', 'EffectiveStartDate'],
    donor,
    // A draft is no mandate yet; when it becomes one, it changes.
    where: (_, path) => soql`${ofPeople(path)} AND Status != ${'Draft'}`,
    columns: (info, path) => {
      const own = names(
        path,
        ...visible(info, [
          'Status',
          'EffectiveStartDate',
          'CurrentGiftCmtScheduleId',
          'NextTransactionAmount',
          'EffectiveTransactionPeriod',
          'EffectiveTransactionInterval',
          'CurrencyIsoCode',
        ]),
      );
      const [schedules] = [...info.children].find(([, child]) => child === SCHEDULE) ?? [];
      if (schedules === undefined) return own;
      return joined(
        soql`${own},`,
        soql`(SELECT Id, TransactionAmount, TransactionPeriod, TransactionInterval, StartDate, Type FROM ${names(schedules)})`,
      );
    },
    since: ({ fields }, day) => (fields.has('EffectiveStartDate') ? soql`EffectiveStartDate >= ${{ day }}` : null),
    read: (row, path) => {
      const parsed = commitmentRow.safeParse(row);
      const contactId = contactIn(row, path);
      if (!parsed.success || contactId === null) return null;
      return { id: parsed.data.Id, contactId, kept: toMandate(parsed.data, schedulesIn(row), contactId) };
    },
  },
};

function contactIn(row: Row, path: string): string | null {
  return idSchema.safeParse(valueAt(row, path)).data ?? null;
}

const text = z.string().max(255).nullish();
const giftRow = z.object({
  Id: idSchema,
  OriginalAmount: z.number().nullish(),
  RefundedAmount: z.number().nullish(),
  Status: z.string().max(255),
  TransactionDate: text,
  TransactionDueDate: text,
  GiftCommitmentId: idSchema.nullish(),
  CurrencyIsoCode: text,
  Campaign: z.object({ Name: text }).nullish(),
});

const STATUSES: Readonly<Record<string, GiftStatus>> = {
  Paid: 'received',
  Pending: 'announced',
  Unpaid: 'announced',
  Failed: 'failed',
  Canceled: 'cancelled',
  'Written-Off': 'cancelled',
  'Fully Refunded': 'reversed',
};

/** What is left of it counts; of what was given back as a whole, what it was. */
function toGift(row: z.infer<typeof giftRow>, contactId: string): MirrorGift | null {
  const day = dayOf(row.TransactionDate) ?? dayOf(row.TransactionDueDate);
  const original = inEuros(row.OriginalAmount, row.CurrencyIsoCode);
  const net = inEuros((row.OriginalAmount ?? 0) - Math.abs(row.RefundedAmount ?? 0), row.CurrencyIsoCode);
  const said = STATUSES[row.Status];
  if (day === null || original === null || net === null || said === undefined) return null;
  const isReversed = said === 'reversed' || (said === 'received' && net <= 0);
  return {
    crmId: numberOf(row.Id),
    donorCrmId: numberOf(contactId),
    day,
    amount: isReversed ? original : net,
    status: isReversed ? 'reversed' : said,
    mandateCrmId: typeof row.GiftCommitmentId === 'string' ? numberOf(row.GiftCommitmentId) : null,
    project: row.Campaign?.Name ?? null,
    source: null,
  };
}

const commitmentRow = z.object({
  Id: idSchema,
  Status: z.string().max(255),
  EffectiveStartDate: text,
  CurrentGiftCmtScheduleId: idSchema.nullish(),
  NextTransactionAmount: z.number().nullish(),
  EffectiveTransactionPeriod: text,
  EffectiveTransactionInterval: z.number().nullish(),
  CurrencyIsoCode: text,
});

const scheduleRow = z.object({
  Id: idSchema,
  TransactionAmount: z.number().nullish(),
  TransactionPeriod: text,
  TransactionInterval: z.number().nullish(),
  StartDate: text,
  Type: text,
});
type Schedule = z.infer<typeof scheduleRow>;
const childrenSchema = z.object({ records: z.array(z.unknown()).max(2_000) });

/** Whatever the organisation calls the list: no other column is one. */
function schedulesIn(row: Row): readonly Schedule[] {
  return Object.values(row).flatMap((value) =>
    (childrenSchema.safeParse(value).data?.records ?? []).flatMap((each) => scheduleRow.safeParse(each).data ?? []),
  );
}

const PERIODS: Readonly<Record<string, MandateFrequency['unit']>> = {
  Daily: 'day',
  Weekly: 'week',
  Monthly: 'month',
  Yearly: 'year',
};
/** Paused and failing ones are still running, as with NPSP. */
const MANDATE_STATUSES: Readonly<Record<string, MandateStatus>> = {
  Active: 'running',
  Failing: 'running',
  Paused: 'running',
  Lapsed: 'ended',
  Closed: 'cancelled',
};

function toMandate(
  row: z.infer<typeof commitmentRow>,
  schedules: readonly Schedule[],
  contactId: string,
): MirrorMandate | null {
  const creating = schedules
    .filter(({ Type }) => Type !== 'Pause Transactions')
    .toSorted((a, b) => ((a.StartDate ?? '') < (b.StartDate ?? '') ? 1 : -1));
  const schedule = creating.find(({ Id }) => Id === row.CurrentGiftCmtScheduleId) ?? creating[0];
  const startDay = dayOf(row.EffectiveStartDate);
  const amount = inEuros(schedule?.TransactionAmount ?? row.NextTransactionAmount, row.CurrencyIsoCode);
  const unit = PERIODS[schedule?.TransactionPeriod ?? row.EffectiveTransactionPeriod ?? ''];
  const interval = schedule?.TransactionInterval ?? row.EffectiveTransactionInterval ?? 1;
  const status = MANDATE_STATUSES[row.Status];
  if (startDay === null || amount === null || unit === undefined || status === undefined) return null;
  return {
    crmId: numberOf(row.Id),
    donorCrmId: numberOf(contactId),
    startDay,
    amount,
    frequency: { unit, interval: Math.max(1, Math.round(interval)) },
    status,
    // Since when it is closed is not said; the end that was expected is another day.
    cancelledDay: null,
  };
}
