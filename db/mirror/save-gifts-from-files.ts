/** Writes gifts from files into the mirror, found again by the charity's own number. */
import { sql } from 'kysely';
import { eachOf } from '../queries/many.ts';
import type { GiftTable } from '../schema.ts';
import type { Writer } from '../store.ts';
import { MANDATE_NOT_IN_FILES } from './known-from-files.ts';
import type { FileGift } from './records-from-files.ts';
import { readMandateIds } from './save-mandates-from-files.ts';

export interface GiftOfDonor {
  readonly donorId: number;
  readonly gift: FileGift;
}

export interface SavedGifts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Donors whose gifts are others now: those who got one, and those who lost one to somebody else. */
  readonly donorIds: readonly number[];
}

/**
 * @param entries each gift number once
 * @param isForGood false: nothing is written
 */
export async function saveGiftsFromFiles(
  writer: Writer,
  entries: readonly GiftOfDonor[],
  isForGood: boolean,
): Promise<SavedGifts> {
  const known = await readKnown(writer, entries);
  const mandateIds = await readMandateIds(writer, [...new Set(entries.map(({ donorId }) => donorId))]);
  const pending = entries.flatMap((entry) => {
    const before = known.get(entry.gift.externalId) ?? null;
    const after = complete(entry, before, mandateIds);
    return before !== null && textOf(before) === textOf(after) ? [] : [{ before, after }];
  });
  if (isForGood) await upsertGifts(writer, pending);
  const added = pending.filter(({ before }) => before === null).length;
  return {
    new: added,
    changed: pending.length - added,
    unchanged: entries.length - pending.length,
    donorIds: pending.flatMap(({ before, after }) =>
      before === null ? [after.donor_id] : [before.donor_id, after.donor_id],
    ),
  };
}

async function upsertGifts(
  writer: Writer,
  pending: readonly { readonly before: KnownGift | null; readonly after: GiftColumns }[],
): Promise<void> {
  const rows = pending.map(({ before, after }) => ({ ...after, id: before?.id ?? null }));
  await sql`
    INSERT INTO gift (id, external_id, donor_id, day, amount, status, mandate_ref, project, source)
    SELECT value ->> 'id', value ->> 'external_id', value ->> 'donor_id', value ->> 'day', value ->> 'amount',
           value ->> 'status', value ->> 'mandate_ref', value ->> 'project', value ->> 'source'
      FROM ${eachOf(rows)} WHERE true
        ON CONFLICT (id) DO UPDATE SET
           donor_id = excluded.donor_id, day = excluded.day, amount = excluded.amount, status = excluded.status,
           mandate_ref = excluded.mandate_ref, project = excluded.project, source = excluded.source`.execute(
    writer.transaction,
  );
}

type GiftColumns = Omit<GiftTable, 'id' | 'crm_id' | 'fingerprint'>;

interface KnownGift extends GiftColumns {
  readonly id: number;
}

async function readKnown(
  { transaction }: Writer,
  entries: readonly GiftOfDonor[],
): Promise<ReadonlyMap<string, KnownGift>> {
  const numbers = JSON.stringify(entries.map(({ gift }) => gift.externalId));
  const { rows } = await sql<KnownGift>`
    SELECT id, external_id, donor_id, day, amount, status, mandate_ref, project, source FROM gift
     WHERE external_id IN (SELECT value FROM json_each(${numbers}))`.execute(transaction);
  return new Map(rows.map((row) => [row.external_id ?? '', row]));
}

/** What the file says, laid over what was known. */
function complete(
  { donorId, gift }: GiftOfDonor,
  before: KnownGift | null,
  mandateIds: ReadonlyMap<number, number>,
): GiftColumns {
  const { externalId, day, amount, status, isByMandate = before !== null && before.mandate_ref !== null } = gift;
  return {
    external_id: externalId,
    donor_id: donorId,
    day,
    amount,
    status,
    mandate_ref: isByMandate ? (mandateIds.get(donorId) ?? MANDATE_NOT_IN_FILES) : null,
    project: gift.project === undefined ? (before?.project ?? null) : gift.project,
    source: gift.source === undefined ? (before?.source ?? null) : gift.source,
  };
}

function textOf({ donor_id, day, amount, status, mandate_ref, project, source }: GiftColumns): string {
  return JSON.stringify([donor_id, day, amount, status, mandate_ref, plain(project), plain(source)]);
}

/** As a file has it: on one line, and nothing for empty. */
function plain(text: string | null): string {
  return (text ?? '').replaceAll(/\s+/gu, ' ').trim();
}
