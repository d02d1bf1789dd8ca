/**
 * How far the trail had come in every snapshot: whoever writes the trail anew, with the key and with every hash right,
 * has to write the snapshots anew as well.
 */
import type { Anchor } from './audit-chain.ts';
import { unlock } from './open/connection.ts';
import { listSnapshots } from './snapshot.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * Heads of the snapshots of a profile. Left out are those that do not open, those of a version without a chain, and
 * those from before the trail began: a profile that was emptied begins another trail.
 */
export async function readAnchors(
  store: Store,
  snapshotFolder: string,
  began: string | null,
): Promise<readonly Anchor[]> {
  const anchors: Anchor[] = [];
  for (const { path, takenAt } of listSnapshots(snapshotFolder)) {
    if (began === null || takenAt < began) continue;
    const anchor = await store.withKey((key) => readAnchor(path, key)).catch(() => null);
    if (anchor !== null) anchors.push({ ...anchor, notedAt: takenAt });
  }
  return anchors;
}

async function readAnchor(path: string, key: Buffer): Promise<Omit<Anchor, 'notedAt'> | null> {
  const copy = await openSqlite(path, { readonly: true, fileMustExist: true });
  try {
    unlock(copy, key);
    const row = copy.prepare<[], Omit<Anchor, 'notedAt'>>('SELECT last_id AS id, hash FROM audit_head').get();
    return row ?? null;
  } finally {
    copy.close();
  }
}
