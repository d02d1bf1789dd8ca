import type { Version } from '../../metadata/field.ts';
import { dayText } from './calendar.ts';
import type { Book } from './book.ts';
import type { Donor, Gift, GiftStatus, Mandate, MandateStatus } from './donor.ts';
import type { WrittenContact } from './write-contact.ts';

const CASH = 3;
const TRANSFER = 5;
const DONATION = 1;
const CAMPAIGN_CONTRIBUTION = 3;
const GIFT_STATUSES: Readonly<Record<GiftStatus, number>> = {
  completed: 1,
  pending: 2,
  cancelled: 3,
  failed: 4,
  refunded: 7,
  chargeback: 10,
};
const MANDATE_STATUSES: Readonly<Record<MandateStatus, number>> = {
  cancelled: 3,
  failed: 4,
  inProgress: 5,
  overdue: 6,
};

/** A gift with what the donor's other rows told about it. */
export interface DatedGift {
  readonly gift: Gift;
  readonly contactId: number;
  readonly recurringId: number | null;
  /** What the bank calls it; only debits have one. */
  readonly transaction: string | null;
}

function insertMandate(book: Book, contactId: number, mandate: Mandate): number {
  const start = book.moment(mandate.start);
  return book.inserter.insert('contribution_recur', {
    contact_id: contactId,
    amount: mandate.amount,
    currency: 'EUR',
    frequency_unit: mandate.unit,
    frequency_interval: mandate.interval,
    start_date: start,
    create_date: start,
    modified_date: book.now,
    cancel_date: mandate.cancelledOn === null ? null : book.moment(mandate.cancelledOn),
    cancel_reason: mandate.cancelReason,
    contribution_status_id: MANDATE_STATUSES[mandate.status],
    cycle_day: Number(dayText(mandate.start).slice(8)),
    next_sched_contribution_date: mandate.next === null ? null : `${dayText(mandate.next)} 00:00:00`,
    financial_type_id: DONATION,
    payment_instrument_id: TRANSFER,
    campaign_id: mandate.campaignId,
  });
}

/** Writes the mandates of a donor, and answers the gifts with what they belong to. */
export function writeMandates(book: Book, donor: Donor, contact: WrittenContact): readonly DatedGift[] {
  const ids = donor.mandates.map((mandate) => insertMandate(book, contact.id, mandate));
  return donor.gifts.map((gift, index) => ({
    gift,
    contactId: contact.id,
    recurringId: gift.mandate === null ? null : (ids[gift.mandate] ?? null),
    transaction: gift.mandate === null ? null : `SEPA-${contact.number}-${index}`,
  }));
}

/** Columns that came with version 6.9. */
function stamps(version: Version, now: number): Readonly<Record<string, number>> {
  return version === '5.77' ? {} : { created_date: now, modified_date: now };
}

/** What a gift was written as, for the activity that shows it. */
export interface WrittenGift {
  readonly id: number;
  readonly contactId: number;
  readonly gift: Gift;
  readonly received: string;
}

/** Writes one gift. */
export function writeGift(book: Book, { gift, contactId, recurringId, transaction }: DatedGift): WrittenGift {
  const received = book.moment(gift.day);
  const id = book.inserter.insert('contribution', {
    contact_id: contactId,
    financial_type_id: gift.campaignId === null ? DONATION : CAMPAIGN_CONTRIBUTION,
    payment_instrument_id: gift.source === 'Evenement' ? CASH : TRANSFER,
    receive_date: received,
    total_amount: gift.amount,
    fee_amount: 0,
    net_amount: gift.amount,
    trxn_id: transaction,
    currency: 'EUR',
    source: gift.source,
    contribution_recur_id: recurringId,
    is_test: gift.isTest ? 1 : 0,
    contribution_status_id: GIFT_STATUSES[gift.status],
    campaign_id: gift.campaignId,
    ...stamps(book.site.version, book.now),
  });
  return { id, contactId, gift, received };
}
