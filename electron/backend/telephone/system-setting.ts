/** The telephone system of this workstation, as a coordinator set it, and the device of each person. */
import { z } from 'zod';
import { isDevice } from '../../../domain/telephone/placeholders.ts';
import { readSetting, type Setting } from '../../../db/queries/settings.ts';
import type { Reader } from '../../../db/store.ts';
import { systemSchema } from '../../../contract/procedures/telephone.ts';

/** The secret lies beside it in the encrypted database, as the key of the CRM does (docs/decisions/0006). */
export const TELEPHONE = {
  key: 'telephone.system',
  schema: z.object({ system: systemSchema, secret: z.string() }),
} satisfies Setting<unknown>;

export type TelephoneSetting = z.output<typeof TELEPHONE.schema>;

export const NO_SYSTEM: TelephoneSetting = { system: { kind: 'link' }, secret: '' };

/** By the id of the person. */
export const DEVICES: Setting<Record<string, string>> = {
  key: 'telephone.devices',
  schema: z.record(z.string(), z.string().refine(isDevice)),
};

export async function readTelephone(reader: Reader): Promise<TelephoneSetting> {
  return (await readSetting(reader, TELEPHONE)) ?? NO_SYSTEM;
}

/** Empty when this person has none yet. */
export async function readDevice(reader: Reader, personId: number): Promise<string> {
  return (await readSetting(reader, DEVICES))?.[String(personId)] ?? '';
}
