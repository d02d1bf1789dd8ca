/** The tables of the charity's own texts, as Kysely sees them. What they mean stands in migration 0130. */
import type { Generated } from 'kysely';
import type { Instant } from '../domain/calendar/day.ts';
import type { PictureFacts } from '../domain/charity/picture.ts';

export interface CharityTables {
  readonly charity_version: CharityVersionTable;
  readonly picture: PictureTable;
}

export interface CharityVersionTable {
  readonly number: Generated<number>;
  readonly at: Instant;
  readonly person_id: number;
  /** `Charity` as JSON. */
  readonly content: string;
  /** The version that this one took back. */
  readonly undoes: number | null;
}

export interface PictureTable {
  /** SHA-256 of the bytes, in hex. */
  readonly id: string;
  readonly type: PictureFacts['type'];
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly at: Instant;
  readonly person_id: number;
}
