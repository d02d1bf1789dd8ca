/** The records of the stand-in, in memory; as JSON they can be kept and copied. */
import { createHash } from 'node:crypto';
import { PREFIXES } from './objects.ts';

export type Value = string | number | boolean | null;
export type OrgRecord = Record<string, Value>;
export type Tables = Record<string, Record<string, OrgRecord>>;

export interface OrgState {
  tables: Tables;
  made: number;
  /** What left the bin, or was deleted past it. */
  tombs: { object: string; id: string; at: string }[];
}

export function emptyState(): OrgState {
  return { tables: {}, made: 0, tombs: [] };
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * An id of eighteen characters. Salesforce's servers hand out ids from ranges of their own, so that a later record can
 * have a lower id: these have no order at all.
 */
export function newId(state: OrgState, object: string): string {
  state.made += 1;
  const hash = createHash('sha256').update(`${object} ${state.made}`).digest();
  const body = Array.from({ length: 10 }, (_, index) => BASE62[(hash[index] ?? 0) % 62]).join('');
  const short = `${PREFIXES[object] ?? 'zzz'}xx${body}`;
  return short + checksum(short);
}

/** Which of the fifteen are capitals, five at a time (as Salesforce does it). */
function checksum(short: string): string {
  return [0, 5, 10]
    .map((from) => {
      const bits = Array.from({ length: 5 }, (_, index) => short[from + index] ?? '').reduce(
        (sum, character, index) => (/[A-Z]/.test(character) ? sum + 2 ** index : sum),
        0,
      );
      return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[bits] ?? 'A';
    })
    .join('');
}

/** As the API writes instants: without a colon in the offset. */
export function stampOf(time: Date): string {
  return `${time.toISOString().slice(0, 19)}.000+0000`;
}

export function millisecondsOf(stamp: string): number {
  return Date.parse(stamp.replace('+0000', 'Z'));
}
