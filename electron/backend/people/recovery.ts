/** The recovery code: made by the backend, shown once, kept as a hash. */
import { randomBytes } from 'node:crypto';
import { readRecoveryCode, RECOVERY_BYTES, recoveryCode } from '../../../domain/people/recovery-code.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import { isSecret, keepSecret, type KeptSecret } from '../../../db/secret.ts';
import type { Reader, Writer } from '../../../db/store.ts';
import { RECOVERY } from './settings.ts';

export interface NewCode {
  /** For the paper. */
  readonly code: string;
  readonly secret: KeptSecret;
}

/** Made before the write that keeps it, because making the hash takes a moment. */
export async function makeCode(): Promise<NewCode> {
  const code = recoveryCode(randomBytes(RECOVERY_BYTES));
  return { code, secret: await keepSecret(readRecoveryCode(code) ?? '') };
}

export function keepCode(writer: Writer, { secret }: NewCode): Promise<void> {
  return writeSetting(writer, RECOVERY, secret);
}

export async function hasCode(reader: Reader): Promise<boolean> {
  return (await readSetting(reader, RECOVERY)) !== null;
}

export async function isCode(reader: Reader, typed: string): Promise<boolean> {
  const kept = await readSetting(reader, RECOVERY);
  const code = readRecoveryCode(typed);
  return kept !== null && code !== null && isSecret(code, kept);
}
