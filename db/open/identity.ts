/**
 * What a profile knows of itself outside its database: by which key it opens, and that there was a database. Without
 * the second a file that vanished, or of which nothing is left, would silently become a new and empty one.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { DatabaseFailure } from '../database-failure.ts';
import { writeFileDurably } from '../durable-file.ts';
import type { ProfilePaths } from './profile-folder.ts';

const identitySchema = z.object({ keyFingerprint: z.string(), hasDatabase: z.boolean().optional() });
type Identity = z.infer<typeof identitySchema>;
/** An older Dankbel wrote none. */
const fileSchema = identitySchema.extend({ check: z.string().optional() });

/** A bit that turned in this small file would keep everybody out. */
function checkOf({ keyFingerprint, hasDatabase }: Identity): string {
  return createHash('sha256')
    .update(JSON.stringify([keyFingerprint, hasDatabase === true]))
    .digest('hex');
}

/** Null for none, or one that cannot be read: that is no reason to keep anyone out, the key itself is tried. */
export function readIdentity(path: string): Identity | null {
  if (!existsSync(path)) return null;
  try {
    const { check, ...identity } = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return check === undefined || check === checkOf(identity) ? identity : null;
  } catch {
    return null;
  }
}

function writeIdentity(path: string, identity: Identity): void {
  writeFileDurably(path, `${JSON.stringify({ ...identity, check: checkOf(identity) })}\n`);
}

/** SQLite takes a file without a whole header for a new one. */
const HEADER_BYTES = 100;

/** @throws DatabaseFailure `damaged` when there was a database, and nothing of it is left */
export function refuseVanished({ identity, database }: ProfilePaths): void {
  if (readIdentity(identity)?.hasDatabase !== true) return;
  const size = statSync(database, { throwIfNoEntry: false })?.size ?? 0;
  if (size < HEADER_BYTES) throw new DatabaseFailure('damaged');
}

/** Once the database has its shape, by whoever holds it alone. */
export function noteDatabase({ identity }: ProfilePaths, keyFingerprint: string): void {
  const known = readIdentity(identity);
  if (known?.hasDatabase !== true) writeIdentity(identity, { keyFingerprint, hasDatabase: true });
}

/** Whoever restores and finds no whole snapshot begins anew. */
export function forgetDatabase({ identity }: ProfilePaths): void {
  const known = readIdentity(identity);
  if (known !== null) writeIdentity(identity, { keyFingerprint: known.keyFingerprint });
}
