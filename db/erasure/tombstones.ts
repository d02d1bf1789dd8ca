/** Salted hashes of those who were erased. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { TombstoneKind } from '../erasure-tables.ts';
import { inTexts } from '../queries/many.ts';
import { readSetting, writeSetting, type Setting } from '../queries/settings.ts';
import type { Reader, Writer } from '../store.ts';
import { tombstoneHash } from './guard.ts';

const SALT_BYTES = 32;
/** The same for all, so that a search for one hash finds it; of this profile alone, so that no list made elsewhere fits. */
const SALT: Setting<string> = { key: 'erasure.salt', schema: z.string() };

export interface Remembered {
  readonly kind: TombstoneKind;
  readonly value: string | number;
}

export async function addTombstones(
  writer: Writer,
  erasureId: string,
  remembered: readonly Remembered[],
): Promise<void> {
  const { transaction } = writer;
  const kept = await readSetting(transaction, SALT);
  const salt = kept ?? randomBytes(SALT_BYTES).toString('base64');
  if (kept === null) await writeSetting(writer, SALT, salt);
  for (const { kind, value } of remembered) {
    await transaction
      .insertInto('tombstone')
      .values({ kind, hash: tombstoneHash(JSON.stringify(salt), kind, value), erasure_id: erasureId })
      .onConflict((conflict) => conflict.columns(['kind', 'hash']).doNothing())
      .execute();
  }
}

/** The erasures of these values, by value; whoever was never erased is left out. */
export async function findErased(
  reader: Reader,
  kind: TombstoneKind,
  values: readonly (string | number)[],
): Promise<ReadonlyMap<string | number, string>> {
  const salt = await readSetting(reader, SALT);
  if (salt === null || values.length === 0) return new Map();
  const byHash = new Map(values.map((value) => [tombstoneHash(JSON.stringify(salt), kind, value), value]));
  const rows = await reader
    .selectFrom('tombstone')
    .select(['hash', 'erasure_id'])
    .where('kind', '=', kind)
    .where('hash', 'in', inTexts([...byHash.keys()]))
    .execute();
  return new Map(
    rows.flatMap(({ hash, erasure_id: id }) => {
      const value = byHash.get(hash);
      return value === undefined ? [] : [[value, id] as const];
    }),
  );
}

/** By what the CRM and the charity call a donor. */
export async function isErased(
  reader: Reader,
  { crmId, externalId = null }: { readonly crmId: number | null; readonly externalId?: string | null },
): Promise<boolean> {
  const contact = await findErased(reader, 'contact', crmId === null ? [] : [crmId]);
  const number = await findErased(reader, 'number', externalId === null ? [] : [externalId]);
  return contact.size + number.size > 0;
}
