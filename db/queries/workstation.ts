/** What this workstation is, and what it holds. */
import { sql } from 'kysely';
import { z } from 'zod';
import { HELD_KINDS, type HeldKind } from '../../domain/workstation/announcement.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Reader } from '../store.ts';
import type { Setting } from './settings.ts';

export interface OwnWorkstation {
  readonly id: string;
  /** Since when it holds data. */
  readonly since: Instant;
  /** The most donors that it ever held. */
  readonly most: number;
  /** What the CRM calls it; null before it was announced. */
  readonly crmId: number | null;
  /** When the CRM was told last, and what, without what changes all the time. */
  readonly toldAt: Instant | null;
  readonly told: string | null;
  /** Since when it is known that it was revoked; null while it works. */
  readonly revokedAt: Instant | null;
}

export const OWN_WORKSTATION: Setting<OwnWorkstation> = {
  key: 'workstation',
  schema: z.object({
    id: z.uuid(),
    since: z.iso.datetime(),
    most: z.int(),
    crmId: z.int().nullable(),
    toldAt: z.iso.datetime().nullable(),
    told: z.string().nullable(),
    revokedAt: z.iso.datetime().nullable(),
  }),
};

const TABLES: Readonly<Record<HeldKind, readonly string[]>> = {
  names: ['donor'],
  addresses: ['donor_address'],
  phones: ['donor_phone'],
  emails: ['donor_email'],
  gifts: ['gift'],
  mandates: ['mandate'],
  contacts: ['moment'],
  notes: ['attempt', 'follow_up'],
  corrections: ['correction', 'proposal'],
};

/** Kinds of which there is at least one row. */
export async function readHeldKinds(reader: Reader): Promise<readonly HeldKind[]> {
  const held: HeldKind[] = [];
  for (const kind of HELD_KINDS) {
    for (const table of TABLES[kind]) {
      const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} LIMIT 1`.execute(reader);
      if (rows.length > 0 && !held.includes(kind)) held.push(kind);
    }
  }
  return held;
}
