/**
 * Secrets that people type, kept as scrypt hashes. The cost stands beside each hash, so that it can be raised later
 * without making the older ones worthless.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

export interface ScryptCost {
  /** Iterations and memory: 128 · n · r bytes. */
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MiB, some 50 ms: asked for on every sign-in. A PIN has few possibilities; what slows guessing down is the wait. */
const PIN_COST: ScryptCost = { n: 2 ** 15, r: 8, p: 1 };
/** 128 MiB, some 300 ms: for a passphrase, which somebody with the file may try on a machine of their own (OWASP 2023). */
const PASSPHRASE_COST: ScryptCost = { n: 2 ** 17, r: 8, p: 1 };

/** What a new hash costs. What is kept already says itself what it cost. */
export interface Costs {
  readonly pin: ScryptCost;
  readonly passphrase: ScryptCost;
}
export const COSTS: Costs = { pin: PIN_COST, passphrase: PASSPHRASE_COST };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** What a hash may ask of the memory, whatever a damaged row says. */
const MOST_MEMORY_BYTES = 300 * 1024 * 1024;

export const secretSchema = z.object({
  kdf: z.literal('scrypt'),
  n: z.int().positive(),
  r: z.int().positive(),
  p: z.int().positive(),
  /** Base 64, as the hash. */
  salt: z.string(),
  hash: z.string(),
});
export type KeptSecret = z.infer<typeof secretSchema>;

export function newSalt(): Buffer {
  return randomBytes(SALT_BYTES);
}

/** 32 bytes that follow from the text, the salt and the cost alone. */
export function derive(text: string, salt: Buffer, { n, r, p }: ScryptCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same letters typed on another keyboard may be composed otherwise.
    scrypt(text.normalize('NFKC'), salt, HASH_BYTES, { N: n, r, p, maxmem: MOST_MEMORY_BYTES }, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });
}

export async function keepSecret(text: string, cost: ScryptCost): Promise<KeptSecret> {
  const salt = newSalt();
  const hash = await derive(text, salt, cost);
  return { kdf: 'scrypt', ...cost, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

export async function isSecret(text: string, { salt, hash, n, r, p }: KeptSecret): Promise<boolean> {
  const found = await derive(text, Buffer.from(salt, 'base64'), { n, r, p });
  const kept = Buffer.from(hash, 'base64');
  return kept.length === found.length && timingSafeEqual(kept, found);
}
