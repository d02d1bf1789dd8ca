/** Whether a donor is spoken to with "u" or "je": as she asked, else as the charity does. */
import { z } from 'zod';
import { ADDRESS_FORMS, type AddressForm } from '../../../domain/script/words.ts';
import { readSetting, type Setting } from '../../../db/queries/settings.ts';
import type { Reader } from '../../../db/store.ts';

export const ADDRESS_FORM: Setting<AddressForm> = { key: 'call.addressForm', schema: z.enum(ADDRESS_FORMS) };

export async function readAddressForm(reader: Reader, donorId: number): Promise<AddressForm> {
  const own = await reader
    .selectFrom('donor_address_form')
    .select('form')
    .where('donor_id', '=', donorId)
    .executeTakeFirst();
  return own?.form ?? (await readSetting(reader, ADDRESS_FORM)) ?? 'formal';
}
