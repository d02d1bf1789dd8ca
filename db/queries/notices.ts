/** What the sync noticed and a person should know; each stays until somebody has read it. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Sentence } from '../../domain/language.ts';
import type { SyncNoticeTable } from '../schema.ts';
import type { Reader, Writer } from '../store.ts';

export interface SyncNotice {
  readonly id: number;
  readonly at: Instant;
  readonly kind: SyncNoticeTable['kind'];
  readonly donorId: number | null;
  readonly sentence: Sentence;
}

/** The same notice is not kept twice while the first is unread. */
export async function keepNotice(writer: Writer, notice: Omit<SyncNotice, 'id'>): Promise<void> {
  const { at, kind, donorId, sentence } = notice;
  const same = writer.transaction
    .selectFrom('sync_notice')
    .select('id')
    .where('kind', '=', kind)
    .where('donor_id', 'is', donorId)
    .where('sentence', '=', JSON.stringify(sentence))
    .where('dismissed_at', 'is', null);
  if ((await same.executeTakeFirst()) !== undefined) return;
  await writer.transaction
    .insertInto('sync_notice')
    .values({ at, kind, donor_id: donorId, sentence: JSON.stringify(sentence), dismissed_at: null })
    .execute();
}

/** Unread ones, the newest first. */
export async function readNotices(reader: Reader): Promise<readonly SyncNotice[]> {
  const rows = await reader
    .selectFrom('sync_notice')
    .selectAll()
    .where('dismissed_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, at, kind, donor_id, sentence }) => ({
    id,
    at,
    kind,
    donorId: donor_id,
    sentence: JSON.parse(sentence) as Sentence,
  }));
}

/** What is said of a donor who was merged since an instant, whether or not somebody has read it. */
export async function findMergeSince(reader: Reader, donorId: number, since: Instant): Promise<Sentence | null> {
  const row = await reader
    .selectFrom('sync_notice')
    .select('sentence')
    .where('donor_id', '=', donorId)
    .where('kind', '=', 'merged')
    .where('at', '>=', since)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.sentence) as Sentence);
}

export async function dismissNotice({ transaction }: Writer, id: number, now: Instant): Promise<void> {
  await transaction.updateTable('sync_notice').set({ dismissed_at: now }).where('id', '=', id).execute();
}
