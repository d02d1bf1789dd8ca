/** Those who are to become contacts in the CRM. */
import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Language, Sentence } from '../../domain/language.ts';
import { recordName } from '../erasure/sources.ts';
import type { Reader, Writer } from '../store.ts';

/** A coordinator said yes. Saying it again changes nothing. */
export async function wantNewcomer(
  { transaction }: Writer,
  sourceDonorId: number,
  personId: number,
  at: Instant,
): Promise<void> {
  await transaction
    .insertInto('source_newcomer')
    .values({
      source_donor_id: sourceDonorId,
      person_id: personId,
      wanted_at: at,
      sent_at: null,
      added_at: null,
      problem: null,
    })
    .onConflict((conflict) =>
      conflict.column('source_donor_id').doUpdateSet({ problem: null }).where('source_newcomer.added_at', 'is', null),
    )
    .execute();
}

/** Whether a place is set to it. */
export async function isAnyAddedByItself(reader: Reader): Promise<boolean> {
  const site = await reader.selectFrom('source_site').select('id').where('adds_newcomers', '=', 1).executeTakeFirst();
  return site !== undefined;
}

/**
 * By the setting of their place: whoever the CRM was asked for in vain, and who gave herself, by name. Money that somebody
 * typed in, and gifts that nobody is to be called for, make no contact.
 */
export async function wantByThemselves({ transaction }: Writer, at: Instant): Promise<void> {
  await sql`
    INSERT INTO source_newcomer (source_donor_id, person_id, wanted_at)
    SELECT source_donor.id, NULL, ${at} FROM source_donor
      JOIN source_link ON source_link.source_donor_id = source_donor.id
      JOIN source_site ON source_site.id = source_donor.site_id
     WHERE source_site.adds_newcomers = 1 AND source_site.is_enabled = 1 AND source_link.state = 'new'
       AND source_donor.looked_up_at IS NOT NULL AND source_donor.gone_at IS NULL AND source_donor.is_callable = 1
       AND (source_donor.last_name <> '' OR source_donor.organisation <> '')
       AND EXISTS (SELECT 1 FROM source_gift
                    WHERE source_donor_id = source_donor.id AND status = 'received' AND amount > 0
                      AND is_anonymous = 0 AND is_manual = 0 AND gone_at IS NULL)
        ON CONFLICT (source_donor_id) DO NOTHING`.execute(transaction);
}

/** Whether her place puts newcomers into the CRM by itself. */
export async function isAddedByItself(reader: Reader, sourceDonorId: number): Promise<boolean> {
  const site = await reader
    .selectFrom('source_donor')
    .innerJoin('source_site', 'source_site.id', 'source_donor.site_id')
    .select('source_site.id')
    .where('source_donor.id', '=', sourceDonorId)
    .where('adds_newcomers', '=', 1)
    .where('is_enabled', '=', 1)
    .executeTakeFirst();
  return site !== undefined;
}

export interface Newcomer {
  readonly sourceDonorId: number;
  readonly personId: number | null;
  /** By which she is known in the CRM from then on; and all names by which she could be already. */
  readonly externalId: string;
  readonly externalIds: readonly string[];
  readonly firstName: string;
  readonly prefix: string;
  readonly lastName: string;
  readonly organisation: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly country: string | null;
  readonly language: Language;
  readonly doesNotWantCalls: boolean;
}

interface Row extends Omit<Newcomer, 'externalId' | 'externalIds' | 'doesNotWantCalls'> {
  readonly siteId: string;
  readonly sourceKey: string;
  readonly keys: string;
  readonly isRevoked: 0 | 1;
}

/**
 * Who waits, and is linked to nobody meanwhile. Whoever was sent and then recognised by her own number is perhaps the half
 * that a lost answer left: she is completed.
 */
export async function readNewcomers(reader: Reader, most: number): Promise<readonly Newcomer[]> {
  const { rows } = await sql<Row>`
    SELECT source_donor.id AS sourceDonorId, person_id AS personId, site_id AS siteId, source_key AS sourceKey,
           first_name AS firstName, infix AS prefix, last_name AS lastName, organisation, email,
           coalesce(phone_number, phone) AS phone, town, country, language, postcode,
           CASE WHEN street IS NOT NULL
                THEN trim(street || ' ' || coalesce(house_number, '') || ' ' || coalesce(house_number_addition, '')) END AS street,
           (SELECT json_group_array(source_key) FROM source_gift WHERE source_donor_id = source_donor.id) AS keys,
           coalesce((SELECT is_granted = 0 FROM source_consent
                      WHERE source_donor_id = source_donor.id AND kind = 'contact_phone'
                      ORDER BY at DESC, id DESC LIMIT 1), 0) AS isRevoked
      FROM source_newcomer JOIN source_donor ON source_donor.id = source_newcomer.source_donor_id
      JOIN source_link ON source_link.source_donor_id = source_donor.id
     WHERE added_at IS NULL AND problem IS NULL AND source_donor.gone_at IS NULL
       AND (source_link.state IN ('new', 'doubtful', 'unlinked')
            OR (sent_at IS NOT NULL AND source_link.state = 'certain' AND reasons ->> '$.kind' = 'crm-key'))
     ORDER BY source_donor.id LIMIT ${most}`.execute(reader);
  return rows.map(({ siteId, sourceKey, keys, isRevoked, ...person }) => {
    const externalId = recordName(siteId, sourceKey);
    const others = (JSON.parse(keys) as string[]).map((key) => recordName(siteId, key));
    return {
      ...person,
      externalId,
      externalIds: [...new Set([externalId, ...others])],
      doesNotWantCalls: isRevoked === 1,
    };
  });
}

/** From now on it cannot be taken back. @returns false when it was, meanwhile */
export async function noteSent({ transaction }: Writer, sourceDonorId: number, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('source_newcomer')
    .set({ sent_at: at })
    .where('source_donor_id', '=', sourceDonorId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export type WayOfNewcomer = 'none' | 'waits' | 'sent' | 'added';

/** How far somebody is on the way to the CRM. */
export async function readWayOf(reader: Reader, sourceDonorId: number): Promise<WayOfNewcomer> {
  const row = await reader
    .selectFrom('source_newcomer')
    .select(['sent_at', 'added_at'])
    .where('source_donor_id', '=', sourceDonorId)
    .executeTakeFirst();
  if (row === undefined) return 'none';
  if (row.added_at !== null) return 'added';
  return row.sent_at === null ? 'waits' : 'sent';
}

/** She does not go to the CRM. Only for who waits. */
export async function dropNewcomer({ transaction }: Writer, sourceDonorId: number): Promise<void> {
  await transaction
    .deleteFrom('source_newcomer')
    .where('source_donor_id', '=', sourceDonorId)
    .where('sent_at', 'is', null)
    .where('added_at', 'is', null)
    .execute();
}

export async function noteAdded({ transaction }: Writer, sourceDonorId: number, at: Instant): Promise<void> {
  await transaction
    .updateTable('source_newcomer')
    .set({ added_at: at, problem: null })
    .where('source_donor_id', '=', sourceDonorId)
    .execute();
}

export async function noteNotAdded({ transaction }: Writer, sourceDonorId: number, why: Sentence): Promise<void> {
  await transaction
    .updateTable('source_newcomer')
    .set({ problem: JSON.stringify(why), sent_at: null })
    .where('source_donor_id', '=', sourceDonorId)
    .execute();
}
