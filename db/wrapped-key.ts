/**
 * The database key for machines without a key store: wrapped by a passphrase, and once more by the recovery code, in
 * one small file. The key itself stays the same when the passphrase changes, so nothing is encrypted anew.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { DatabaseFailure } from './database-failure.ts';
import { syncFolder, writeFileDurably } from './durable-file.ts';
import { KEY_BYTES, type KeyStore } from './key.ts';
import type { ProfilePaths } from './open/profile-folder.ts';
import { COSTS, derive, newSalt, type Costs, type ScryptCost } from './secret.ts';

const wrapSchema = z.object({
  kdf: z.literal('scrypt'),
  n: z.int().positive(),
  r: z.int().positive(),
  p: z.int().positive(),
  /** Base 64, as the others. */
  salt: z.string(),
  nonce: z.string(),
  tag: z.string(),
  wrapped: z.string(),
});
type Wrap = z.infer<typeof wrapSchema>;

const fileSchema = z.object({ version: z.literal(1), passphrase: wrapSchema, recovery: wrapSchema });

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
/** Binds what is wrapped to what it is for. */
const PURPOSE = Buffer.from('dankbel database key');

export type Opener = 'passphrase' | 'recovery';

/** True when the key of this profile is opened by a passphrase. */
export function isWrapped({ wrappedKey }: ProfilePaths): boolean {
  return existsSync(wrappedKey);
}

/** The key; null when the passphrase, or the recovery code, is another. @throws DatabaseFailure `wrong-key` for a file that is none */
export async function openWrappedKey(paths: ProfilePaths, opener: Opener, text: string): Promise<Buffer | null> {
  const key = await unwrap(readWrapped(paths)[opener], text);
  // A power cut may have come between the new file and the end of the old one.
  if (key !== null) dropOldKeys(paths);
  return key;
}

/** A new passphrase and a new recovery code. Only what was read back and opened takes the place of what was there. */
export async function wrapKey(
  paths: ProfilePaths,
  key: Buffer,
  secrets: Readonly<Record<Opener, string>>,
  costs = COSTS,
) {
  await writeWrapped(
    paths,
    key,
    {
      version: 1,
      passphrase: await wrap(key, secrets.passphrase, costs.passphrase),
      recovery: await wrap(key, secrets.recovery, costs.pin),
    },
    secrets,
  );
  dropOldKeys(paths);
}

/** A new passphrase or a new recovery code beside the other, which stays. */
export async function rewrapKey(
  paths: ProfilePaths,
  key: Buffer,
  opener: Opener,
  text: string,
  costs: Costs = COSTS,
): Promise<void> {
  const cost = opener === 'passphrase' ? costs.passphrase : costs.pin;
  const next = { ...readWrapped(paths), [opener]: await wrap(key, text, cost) };
  await writeWrapped(paths, key, next, { [opener]: text });
}

/** The key as it was opened, for the one who opens the store. It is wiped with the store. */
export function heldKey(key: Buffer): KeyStore {
  return {
    load: async () => key,
    save: () => Promise.reject(new Error('the key of this profile is wrapped')),
  };
}

async function writeWrapped(
  paths: ProfilePaths,
  key: Buffer,
  file: z.infer<typeof fileSchema>,
  secrets: Partial<Record<Opener, string>>,
): Promise<void> {
  const before = existsSync(paths.wrappedKey) ? readFileSync(paths.wrappedKey) : null;
  writeFileDurably(paths.wrappedKey, `${JSON.stringify(file)}\n`, 0o600);
  for (const opener of ['passphrase', 'recovery'] as const) {
    const text = secrets[opener];
    if (text === undefined) continue;
    const back = await unwrap(readWrapped(paths)[opener], text);
    const isSame = back?.equals(key) === true;
    back?.fill(0);
    if (isSame) continue;
    if (before === null) rmSync(paths.wrappedKey);
    else writeFileDurably(paths.wrappedKey, before, 0o600);
    throw new Error('the wrapped key does not open');
  }
}

function readWrapped({ wrappedKey }: ProfilePaths): z.infer<typeof fileSchema> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(wrappedKey, 'utf8')));
  } catch (error) {
    throw new DatabaseFailure('wrong-key', { cause: error });
  }
}

/** A key that lies unwrapped beside the wrapped one would make the passphrase worthless. */
function dropOldKeys({ folder, key, electronKey }: ProfilePaths): void {
  const old = [key, electronKey].filter((path) => existsSync(path));
  for (const path of old) rmSync(path);
  if (old.length > 0) syncFolder(folder);
}

async function wrap(key: Buffer, text: string, cost: ScryptCost): Promise<Wrap> {
  const [salt, nonce] = [newSalt(), randomBytes(NONCE_BYTES)];
  const opener = await derive(text, salt, cost);
  const cipher = createCipheriv(CIPHER, opener, nonce).setAAD(PURPOSE);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  opener.fill(0);
  return {
    kdf: 'scrypt',
    ...cost,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    wrapped: wrapped.toString('base64'),
  };
}

async function unwrap({ salt, nonce, tag, wrapped, n, r, p }: Wrap, text: string): Promise<Buffer | null> {
  const opener = await derive(text, Buffer.from(salt, 'base64'), { n, r, p });
  try {
    const decipher = createDecipheriv(CIPHER, opener, Buffer.from(nonce, 'base64')).setAAD(PURPOSE);
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    const key = decipher.update(Buffer.from(wrapped, 'base64'));
    decipher.final();
    return key.length === KEY_BYTES ? key : null;
  } catch {
    return null;
  } finally {
    opener.fill(0);
  }
}
