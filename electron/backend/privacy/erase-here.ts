/** Erases a donor from this workstation. It is asked for twice: the donor's number is typed to confirm it. */
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Sentence } from '../../../domain/language.ts';
import { eraseDonor } from '../../../db/erasure/erase-donors.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { readDonors, type Donor } from '../../../db/queries/donor-details.ts';
import type { Reader } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';
import { finishErasures } from './finish-erasures.ts';

/** What a coordinator types to confirm: the number in the CRM, or the charity's own. */
export function numberOf({ crmId, externalId, donorId }: Donor): string {
  return crmId === null ? (externalId ?? String(donorId)) : String(crmId);
}

/** @returns the id of the erasure. @throws Refusal */
export async function eraseHere(
  { store, person, now, newId, sync, at }: AskContext,
  { donorId, ground, number }: ParsedInputOf<'erasure.erase'>,
): Promise<string> {
  const id = newId();
  await store.write(async (writer) => {
    const donor = (await readDonors(writer.transaction, [donorId])).get(donorId);
    if (donor === undefined) throw notFound();
    const blocked = await whyNotNow(writer.transaction, donor);
    if (blocked !== null) throw new Refusal('refused', blocked);
    if (number !== numberOf(donor)) throw new Refusal('refused', OTHER_NUMBER);
    await eraseDonor(writer, { id, at: now(), personId: person.id, ground, donorId });
    await noteAudit(writer, {
      at: now(),
      personId: person.id,
      action: 'erasure',
      subject: id,
      detail: { ground },
    });
  });
  at('erasure-committed');
  await finishErasures(store, now(), at);
  sync.changed();
  return id;
}

/** Null when it can be done now. */
export async function whyNotNow(reader: Reader, { donorId }: Donor): Promise<Sentence | null> {
  const row = await reader.selectFrom('donor').select('merged_into').where('id', '=', donorId).executeTakeFirst();
  if ((row?.merged_into ?? null) !== null) return MERGED;
  const call = await reader
    .selectFrom('call_item')
    .select('id')
    .where('donor_id', '=', donorId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (call !== undefined) return IN_A_CALL;
  const refused = await reader
    .selectFrom('operation')
    .select('id')
    .where('donor_id', '=', donorId)
    .where('kind', '=', 'objection')
    .where('state', '=', 'rejected')
    .executeTakeFirst();
  return refused === undefined ? null : OBJECTION_REFUSED;
}

const MERGED: Sentence = {
  nl: 'Deze donateur is in het CRM samengevoegd met een andere. Wis die; dan gaat deze mee.',
  en: 'This donor was merged with another in the CRM. Erase that one; then this one goes along.',
};
const IN_A_CALL: Sentence = {
  nl: 'Er is hier een gesprek met deze donateur open. Rond dat eerst af.',
  en: 'A call with this donor is open here. Finish that first.',
};
const OBJECTION_REFUSED: Sentence = {
  nl: 'Het verzet van deze donateur is door het CRM geweigerd. Los dat eerst op bij Aandacht, anders wordt er van elders toch gebeld.',
  en: 'The objection of this donor was refused by the CRM. Settle that in Attention first, or somebody elsewhere will call all the same.',
};
const OTHER_NUMBER: Sentence = {
  nl: 'Dit nummer hoort niet bij deze donateur. Er is niets gewist. Kijk het nog eens na.',
  en: 'This number is not of this donor. Nothing was erased. Look again.',
};
