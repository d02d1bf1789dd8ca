/**
 * The captured charity as donor facts, read straight from the captured answers and not by way of the sync: the rules
 * are tested on their own, and the sync is tested against this.
 */
import type { CalendarDay } from '../../domain/calendar/day.ts';
import { instantAt } from '../../domain/calendar/day.ts';
import type { CallFact, CallResult } from '../../domain/call-fact.ts';
import { NO_SURROUNDINGS, type DonorFacts } from '../../domain/donor-facts.ts';
import type { GiftStatus } from '../../domain/gift.ts';
import type { MandateStatus } from '../../domain/mandate.ts';
import { validNumberIn } from '../../domain/phone-number.ts';
import { capturedRows, type CapturedRow } from './captured-rows.ts';

const GIFT_STATUS: Readonly<Record<string, GiftStatus>> = {
  Completed: 'received',
  'Partially paid': 'received',
  Pending: 'announced',
  'In Progress': 'announced',
  Failed: 'failed',
  Cancelled: 'cancelled',
  Refunded: 'reversed',
  Chargeback: 'reversed',
  'Pending refund': 'reversed',
};
const MANDATE_STATUS: Readonly<Record<string, MandateStatus>> = {
  Cancelled: 'cancelled',
  Completed: 'ended',
  Failed: 'ended',
};
const CALL_RESULT: Readonly<Record<string, CallResult>> = {
  Completed: 'conversation',
  'Left Message': 'voicemail-left',
  Unreachable: 'attempt',
  No_show: 'attempt',
};

const dayOf = (dateTime: string): CalendarDay => dateTime.slice(0, 10) as CalendarDay;

/** All captured contacts; `externalId` is added to recognise them. */
export function capturedDonors(): readonly (DonorFacts & { readonly externalId: string })[] {
  const contributions = capturedRows('contributions');
  const recurring = capturedRows('recurring');
  const phones = capturedRows('phones');
  const activities = capturedRows('activities');
  return capturedRows('contacts').map((contact) => {
    const own = (row: CapturedRow): boolean => row['contact_id'] === contact['id'];
    const mine = activities.filter((activity) => activity['target_contact_id'].includes(contact['id']));
    const calls = mine.filter((activity) => activity['activity_type_id:name'] === 'Phone Call');
    return {
      externalId: contact['external_identifier'],
      donorId: contact['id'],
      crmId: contact['id'],
      isDeceased: contact['is_deceased'],
      isRemoved: contact['is_deleted'],
      hasObjected: contact['do_not_phone'],
      cannotDecide: false,
      hasOpenComplaint: mine.some(
        (activity) =>
          activity['status_id:name'] === 'Scheduled' &&
          /klacht|complaint/i.test(`${activity['activity_type_id:name']} ${activity['subject']}`),
      ),
      phones: phones.filter(own).map((phone) => ({
        id: phone['id'],
        raw: phone['phone'],
        isPrimary: phone['is_primary'],
        number: validNumberIn(phone['phone']),
        isRecordedWrong: false,
      })),
      gifts: contributions.filter(own).map((gift) => ({
        id: gift['id'],
        day: dayOf(gift['receive_date']),
        amount: Math.round(gift['total_amount'] * 100),
        status: GIFT_STATUS[gift['contribution_status_id:name']]!,
        mandateId: gift['contribution_recur_id'],
        project: gift['campaign_id:label'],
      })),
      mandates: recurring.filter(own).map((mandate) => ({
        id: mandate['id'],
        startDay: dayOf(mandate['start_date']),
        amount: Math.round(mandate['amount'] * 100),
        frequency: { unit: mandate['frequency_unit'], interval: mandate['frequency_interval'] },
        status: MANDATE_STATUS[mandate['contribution_status_id:name']] ?? 'running',
        cancelledDay: mandate['cancel_date'] === null ? null : dayOf(mandate['cancel_date']),
      })),
      calls: calls.flatMap((call): CallFact[] => {
        const result = CALL_RESULT[call['status_id:name']];
        const day = dayOf(call['activity_date_time']);
        return result === undefined
          ? []
          : [
              {
                day,
                at: instantAt(day, call['activity_date_time'].slice(11, 16)),
                result,
                programme: null,
                promisedIn: null,
              },
            ];
      }),
      claims: [],
      scheduledCalls: calls
        .filter((call) => call['status_id:name'] === 'Scheduled')
        .map((call) => ({ day: dayOf(call['activity_date_time']), assignees: call['assignee_contact_id'] ?? [] })),
      callbacks: [],
      ...NO_SURROUNDINGS,
    };
  });
}
