/** Wishes of donors that stand: the newest of each kind. */
import type { Selectable } from 'kysely';
import type { WishAbout } from '../../domain/wishes.ts';
import type { Reader, Writer } from '../store.ts';
import type { ContactWishTable, EmailOptInTable } from '../wish-tables.ts';

export type ContactWish = Selectable<ContactWishTable>;
export type EmailOptIn = Selectable<EmailOptInTable>;

export async function readWishes(reader: Reader, donorId: number): Promise<ReadonlyMap<WishAbout, ContactWish>> {
  const rows = await reader
    .selectFrom('contact_wish')
    .selectAll()
    .where('donor_id', '=', donorId)
    .where('undone_at', 'is', null)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.about, row]));
}

/** Those that were said in a call. */
export async function readWishesOf(reader: Reader, callItemId: number): Promise<readonly ContactWish[]> {
  return reader
    .selectFrom('contact_wish')
    .selectAll()
    .where('call_item_id', '=', callItemId)
    .where('undone_at', 'is', null)
    .orderBy('id')
    .execute();
}

export async function findOptIn(reader: Reader, donorId: number): Promise<EmailOptIn | null> {
  const query = reader.selectFrom('email_opt_in').selectAll().where('donor_id', '=', donorId);
  return (await query.where('undone_at', 'is', null).orderBy('id', 'desc').limit(1).executeTakeFirst()) ?? null;
}

export async function findOptInOf(reader: Reader, callItemId: number): Promise<EmailOptIn | null> {
  const query = reader.selectFrom('email_opt_in').selectAll().where('call_item_id', '=', callItemId);
  return (await query.where('undone_at', 'is', null).orderBy('id', 'desc').limit(1).executeTakeFirst()) ?? null;
}

const SAID_IN_A_CALL = ['contact_wish', 'email_opt_in', 'benefit_offer'] as const;

/** What was said in a call belongs to its outcome; when that is taken back, it waits for the next one. */
export async function tieToAttempt(
  { transaction }: Pick<Writer, 'transaction'>,
  callItemId: number,
  attemptId: string,
): Promise<void> {
  for (const table of SAID_IN_A_CALL) {
    await transaction
      .updateTable(table)
      .set({ attempt_id: attemptId })
      .where('call_item_id', '=', callItemId)
      .where('attempt_id', 'is', null)
      .execute();
  }
}

export async function untieFromAttempt({ transaction }: Pick<Writer, 'transaction'>, attemptId: string): Promise<void> {
  for (const table of SAID_IN_A_CALL) {
    await transaction.updateTable(table).set({ attempt_id: null }).where('attempt_id', '=', attemptId).execute();
  }
}
