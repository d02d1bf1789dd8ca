/** CiviCRM's values in our words. Options are compared by name, because their numbers differ from list to list (§4). */
import { instantAt, isCalendarDay, type CalendarDay, type Instant } from '../../../domain/calendar/day.ts';
import type { GiftStatus } from '../../../domain/gift.ts';
import type { MandateStatus } from '../../../domain/mandate.ts';
import type { Gender } from '../../../domain/person-name.ts';

/** `contribution_status_id:name`; null for what is no gift at all. An unknown status is money that may still come. */
export function giftStatus(name: string | null): GiftStatus | null {
  switch (name) {
    case 'Completed':
    case 'Partially paid':
      return 'received';
    case 'Failed':
      return 'failed';
    case 'Cancelled':
      return 'cancelled';
    case 'Refunded':
    case 'Chargeback':
    case 'Pending refund':
      return 'reversed';
    case 'Template':
      return null;
    case null:
    default:
      return 'announced';
  }
}

/** The list of recurring contributions has statuses of its own: late or failing ones are still running. */
export function mandateStatus(name: string | null): MandateStatus {
  if (name === 'Cancelled') return 'cancelled';
  return name === 'Completed' || name === 'Failed' ? 'ended' : 'running';
}

export function genderOf(name: string | null | undefined): Gender | null {
  if (name === 'Female') return 'female';
  if (name === 'Male') return 'male';
  return name === null || name === undefined ? null : 'other';
}

/** The calendar day of a site-local `2026-11-21 10:15:00`; null for what is no day, such as `0000-00-00`. */
export function dayOf(dateTime: string): CalendarDay | null {
  const day = dateTime.slice(0, 10);
  return isCalendarDay(day) ? day : null;
}

/** The instant of a site-local date and time; the site's clock is taken to be the charity's. */
export function instantOf(dateTime: string): Instant | null {
  const day = dayOf(dateTime);
  return day === null ? null : instantAt(day, dateTime.slice(11, 16) || '00:00');
}
