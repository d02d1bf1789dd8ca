/** The recovery code: made by the backend, shown once, kept as a hash. */
import { randomBytes } from 'node:crypto';
import { readRecoveryCode, RECOVERY_BYTES, recoveryCode } from '../../../domain/people/recovery-code.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import { isSecret, keepSecret, type KeptSecret } from '../../../db/secret.ts';
import type { Reader, Writer } from '../../../db/store.ts';
import { isWrapped, rewrapKey } from '../../../db/wrapped-key.ts';
import type { BackendContext } from '../context.ts';
import { RECOVERY } from './settings.ts';

export interface NewCode {
  /** For the paper. */
  readonly code: string;
  readonly secret: KeptSecret;
}

/** Made before the write that keeps it, because making the hash takes a moment. */
export async function makeCode({ costs }: BackendContext): Promise<NewCode> {
  const code = recoveryCode(randomBytes(RECOVERY_BYTES));
  return { code, secret: await keepSecret(readRecoveryCode(code) ?? '', costs.pin) };
}

export function keepCode(writer: Writer, { secret }: NewCode): Promise<void> {
  return writeSetting(writer, RECOVERY, secret);
}

/** Where the key is wrapped, the new code opens it from now on, and the old one no longer. */
export async function wrapForCode({ store, paths, costs }: BackendContext, { code }: NewCode): Promise<void> {
  if (isWrapped(paths))
    await store.withKey((key) => rewrapKey(paths, key, 'recovery', readRecoveryCode(code) ?? '', costs));
}

export async function hasCode(reader: Reader): Promise<boolean> {
  return (await readSetting(reader, RECOVERY)) !== null;
}

export async function isCode(reader: Reader, typed: string): Promise<boolean> {
  const kept = await readSetting(reader, RECOVERY);
  const code = readRecoveryCode(typed);
  return kept !== null && code !== null && isSecret(code, kept);
}
