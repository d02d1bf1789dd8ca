/** Whether a donor is spoken to with "u" or "je": as she asked, else as the charity does. */
import type { AddressForm } from '../../../domain/script/words.ts';
import type { Reader } from '../../../db/store.ts';
import { readTalk } from '../talk/read-talk.ts';

export async function readAddressForm(reader: Reader, donorId: number): Promise<AddressForm> {
  const own = await reader
    .selectFrom('donor_address_form')
    .select('form')
    .where('donor_id', '=', donorId)
    .executeTakeFirst();
  return own?.form ?? (await readTalk(reader)).addressForm;
}
