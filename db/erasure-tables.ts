/** The tables of erasures, as Kysely sees them. What they mean stands in migration 0210. */
import type { Instant } from '../domain/calendar/day.ts';
import type { ErasureGround, ErasureState } from '../domain/privacy/erasure.ts';

export interface ErasureTables {
  readonly erasure: ErasureTable;
  readonly tombstone: TombstoneTable;
  /** Rows of erased donors that hold the CRM's id alone, until what protects them has arrived there. */
  readonly bare_donor: { readonly donor_id: number; readonly erasure_id: string };
}

export interface ErasureTable {
  /** The number of the certificate: a UUIDv7. */
  readonly id: string;
  readonly at: Instant;
  readonly person_id: number;
  readonly ground: ErasureGround;
  readonly state: ErasureState;
  /** `ErasureReport` as JSON. */
  readonly report: string;
  readonly finished_at: Instant | null;
  readonly lifted_at: Instant | null;
  readonly lifted_by: number | null;
}

export interface TombstoneTable {
  readonly kind: TombstoneKind;
  readonly hash: string;
  readonly erasure_id: string;
}

/** The CRM's id of a contact, the charity's own number of a donor, a phone number that somebody did not want to be called on. */
export type TombstoneKind = 'contact' | 'number' | 'phone';
