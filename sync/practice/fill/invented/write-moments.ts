import { ASSIGNEE, SOURCE, TARGET } from '../../metadata/entities/activity.ts';
import type { SqlValue } from '../../query/scope.ts';
import type { Book } from './book.ts';
import type { Donor, Moment, MomentKind, MomentStatus } from './donor.ts';
import type { WrittenGift } from './write-giving.ts';

const COMPLETED = 2;
const CONTRIBUTION = 6;
const CONTACT_MERGED = 51;
const CONTACT_DELETED_BY_MERGE = 52;
const NORMAL = 2;
const TYPES: Readonly<Record<MomentKind, number>> = { call: 2, complaint: 14, email: 3, letter: 22 };
const STATUSES: Readonly<Record<MomentStatus, number>> = { scheduled: 1, completed: 2, leftMessage: 4, unreachable: 5 };

interface Participants {
  readonly source: number;
  readonly target: number;
  readonly assignee?: number;
}

function insertActivity(book: Book, values: Readonly<Record<string, SqlValue>>, who: Participants): number {
  const { inserter, now } = book;
  const id = inserter.insert('activity', { ...values, priority_id: NORMAL, created_date: now, modified_date: now });
  const roles: readonly (readonly [number, number | undefined])[] = [
    [SOURCE, who.source],
    [TARGET, who.target],
    [ASSIGNEE, who.assignee],
  ];
  for (const [role, contactId] of roles) {
    if (contactId === undefined) continue;
    inserter.insert('activity_contact', { activity_id: id, record_type_id: role, contact_id: contactId });
  }
  return id;
}

/** Calls are the callers' work, letters and complaints the office's. */
function participants(book: Book, moment: Moment, contactId: number): Participants {
  const source = book.user(moment.kind === 'call' ? 'caller' : 'admin');
  const isPlanned = moment.kind === 'call' && moment.status === 'scheduled';
  return isPlanned && book.random.chance(0.5)
    ? { source, target: contactId, assignee: book.user('caller') }
    : { source, target: contactId };
}

/** Writes what happened with a donor, or is planned. */
export function writeMoments(book: Book, donor: Donor, contactId: number): void {
  for (const moment of donor.moments) {
    const values = {
      activity_type_id: TYPES[moment.kind],
      subject: moment.subject,
      activity_date_time: book.moment(moment.day, moment.hour),
      duration: moment.minutes,
      details: moment.details,
      status_id: STATUSES[moment.status],
    };
    insertActivity(book, values, participants(book, moment, contactId));
  }
}

/** A completed gift shows itself as an activity, as it does when it is written by a request. */
export function writeGiftActivity(book: Book, { id, contactId, gift, received }: WrittenGift): void {
  const values = {
    source_record_id: id,
    activity_type_id: CONTRIBUTION,
    subject: `€ ${gift.amount.toFixed(2)} - ${gift.source}`,
    activity_date_time: received,
    status_id: COMPLETED,
    campaign_id: gift.campaignId,
  };
  insertActivity(book, values, { source: contactId, target: contactId });
}

/** The two activities that tell which contact another one was merged into. */
export function writeMerge(book: Book, lostId: number, keptId: number): void {
  const source = book.user('admin');
  const values = { activity_date_time: book.moment(book.today - 20), status_id: COMPLETED };
  const kept = {
    ...values,
    activity_type_id: CONTACT_MERGED,
    subject: `Contact ID ${lostId} has been merged and deleted.`,
  };
  const parent = insertActivity(book, kept, { source, target: keptId });
  const lost = {
    ...values,
    activity_type_id: CONTACT_DELETED_BY_MERGE,
    subject: `Contact deleted by merge: ${keptId}`,
  };
  insertActivity(book, { ...lost, parent_id: parent }, { source, target: lostId });
}
