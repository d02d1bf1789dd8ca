/**
 * The chain of the trail: each row holds SHA-256 over the hash of the row before and its own fields. A row that was
 * changed, taken out, put in or moved no longer fits what follows it. What a chain cannot show is that all of it was
 * written anew; for that its head is kept elsewhere too: in every snapshot, and with the CRM (docs/decisions/0030).
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../domain/calendar/day.ts';
import type { Reader } from './store.ts';

/** What stands for the row before the first. */
export const BEFORE_THE_FIRST = '0'.repeat(64);

export interface ChainedRow {
  readonly id: number;
  readonly at: Instant;
  readonly person_id: number | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: string | null;
  readonly about_donor_id: number | null;
}

/** How far a trail has come: its newest row. */
export interface AuditHead {
  readonly id: number;
  readonly hash: string;
}

export function hashOf(before: string, row: ChainedRow): string {
  const fields = [row.id, row.at, row.person_id, row.action, row.subject, row.detail, row.about_donor_id];
  return createHash('sha256')
    .update(JSON.stringify([before, ...fields]))
    .digest('hex');
}

export async function readHead(reader: Reader): Promise<AuditHead | null> {
  const row = await reader.selectFrom('audit_head').select(['last_id as id', 'hash']).executeTakeFirst();
  return row ?? null;
}

export type ChainState =
  | { readonly isWhole: true; readonly rows: number }
  /** The first row that does not fit what stands before it: this one or one before it was changed, taken out or put in. */
  | {
      readonly isWhole: false;
      readonly kind: 'broken';
      readonly rows: number;
      readonly at: Instant;
      readonly id: number;
    }
  /** The rows fit, but the trail had come further. `lastAt`: of the last row that is there. */
  | { readonly isWhole: false; readonly kind: 'short'; readonly rows: number; readonly lastAt: Instant | null }
  /** The rows fit, but are not those that were there when the head was noted down elsewhere. */
  | { readonly isWhole: false; readonly kind: 'other'; readonly rows: number; readonly notedAt: Instant };

/** A head that was kept somewhere else, and since when. */
export interface Anchor extends AuditHead {
  readonly notedAt: Instant;
}

const ROWS_AT_ONCE = 2_000;

/** Goes through the whole trail, the oldest row first. */
export async function checkChain(reader: Reader, anchors: readonly Anchor[] = []): Promise<ChainState> {
  const hashes = new Map<number, string>();
  const wanted = new Set(anchors.map(({ id }) => id));
  let last = { id: 0, hash: BEFORE_THE_FIRST };
  let lastAt: Instant | null = null;
  let rows = 0;
  for (;;) {
    const page = await reader
      .selectFrom('audit')
      .selectAll()
      .where('id', '>', last.id)
      .orderBy('id')
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const row of page) {
      if (hashOf(last.hash, row) !== row.hash) {
        return { isWhole: false, kind: 'broken', rows, at: row.at, id: row.id };
      }
      rows += 1;
      last = row;
      lastAt = row.at;
      if (wanted.has(row.id)) hashes.set(row.id, row.hash);
    }
    if (page.length < ROWS_AT_ONCE) break;
  }
  const head = (await readHead(reader)) ?? { id: 0, hash: BEFORE_THE_FIRST };
  if (head.id !== last.id || head.hash !== last.hash) return { isWhole: false, kind: 'short', rows, lastAt };
  const other = anchors.find(({ id, hash }) => hashes.get(id) !== hash);
  if (other !== undefined) return { isWhole: false, kind: 'other', rows, notedAt: other.notedAt };
  return { isWhole: true, rows };
}

/** When the trail began: a profile that was emptied begins another. */
export async function readBeginning(reader: Reader): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant }>`SELECT at FROM audit ORDER BY id LIMIT 1`.execute(reader);
  return rows[0]?.at ?? null;
}
