/**
 * The token in the address of the window. It is worth one session, once, for a short while: by the time somebody reads
 * it in a browser's history or a list of processes it is worth nothing.
 */
import { createHash, timingSafeEqual } from 'node:crypto';

/** `bytes` random bytes that nobody can guess; `crypto.randomBytes` outside tests. */
export type Random = (bytes: number) => Buffer;

export interface OneTimeToken {
  /** A new token. The one before it, used or not, is no longer valid. */
  issue(): string;
  /** True once for the token that was issued last, while it is valid. */
  redeem(candidate: string): boolean;
}

const TOKEN_BYTES = 32;

/** `now` counts milliseconds; only differences are looked at, so it should never jump. */
export function createOneTimeToken(options: { random: Random; now: () => number; lifetime: number }): OneTimeToken {
  let live: { readonly digest: Buffer; readonly validUntil: number } | null = null;
  return {
    issue() {
      const token = options.random(TOKEN_BYTES).toString('base64url');
      live = { digest: digestOf(token), validUntil: options.now() + options.lifetime };
      return token;
    },
    redeem(candidate) {
      if (live === null || !isSameDigest(live.digest, digestOf(candidate))) return false;
      const isInTime = options.now() < live.validUntil;
      live = null;
      return isInTime;
    },
  };
}

/** Secrets are kept and compared as digests: equal length for any input, and a comparison that tells nothing by its time. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export function isSameDigest(left: Buffer, right: Buffer): boolean {
  return timingSafeEqual(left, right);
}
