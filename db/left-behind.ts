/**
 * What the backend leaves for its next start, sealed with the key of the profile: only what could be read from the
 * database again, so that losing it costs time and nothing else. It is taken away before the database is used, and
 * holds for a database that nobody touched since (`open/closed-well.ts`).
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';

const CIPHER = 'aes-256-gcm';
const SALT_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = SALT_BYTES + NONCE_BYTES + TAG_BYTES;

/** Takes what was left off the disk. @returns null when nothing whole was left for this key */
export function takeLeftBehind(path: string, databaseKey: Buffer): string | null {
  const bytes = readAndForget(path);
  if (bytes === null || bytes.length < HEAD_BYTES) return null;
  const salt = bytes.subarray(0, SALT_BYTES);
  const nonce = bytes.subarray(SALT_BYTES, SALT_BYTES + NONCE_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, keyFor(databaseKey, salt), nonce);
    decipher.setAuthTag(bytes.subarray(SALT_BYTES + NONCE_BYTES, HEAD_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** Not forced to the disk: a power cut may take it. On a full disk nothing is left. */
export function leaveBehind(path: string, databaseKey: Buffer, text: string): void {
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor(databaseKey, salt), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  try {
    writeFileSync(path, Buffer.concat([salt, nonce, cipher.getAuthTag(), sealed]), { mode: 0o600 });
  } catch {
    rmSync(path, { force: true });
  }
}

/** Without its head the rest is noise also for whoever has the key: so little need be written over before it goes. */
function readAndForget(path: string): Buffer | null {
  try {
    const bytes = readFileSync(path);
    const file = openSync(path, 'r+');
    try {
      writeSync(file, randomBytes(HEAD_BYTES), 0, HEAD_BYTES, 0);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    rmSync(path, { force: true });
    return bytes;
  } catch {
    rmSync(path, { force: true });
    return null;
  }
}

function keyFor(databaseKey: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', databaseKey, salt, 'dankbel left behind', 32));
}
