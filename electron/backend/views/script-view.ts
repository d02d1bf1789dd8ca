/** The script for a donor and an occasion. */
import { partOfDay } from '../../../domain/calling-hours/part-of-day.ts';
import { spokenName } from '../../../domain/person-name.ts';
import { writeScript, type ScriptStep } from '../../../domain/script/script.ts';
import type { AddressForm } from '../../../domain/script/words.ts';
import { findAnsweredComplaint } from '../../../db/queries/complaints.ts';
import type { Donor } from '../../../db/queries/donor-details.ts';
import { readCharityName, readStory } from '../charity/read-own-charity.ts';
import type { AskContext } from '../context.ts';
import type { Occasion } from './gift-view.ts';
import { readAddressForm } from './address-form.ts';

/** What is said is in the donor's own language, with the story of the project that was given to. */
export async function scriptFor(
  { store: { reader }, person, now, today }: AskContext,
  donor: Donor,
  occasion: Occasion,
): Promise<readonly ScriptStep[]> {
  const addressForm = await readAddressForm(reader, donor.donorId);
  return writeScript(
    {
      ...occasion,
      callerName: person.name,
      charityName: await readCharityName(reader),
      donorName: nameFor(donor, addressForm),
      addressForm,
      partOfDay: partOfDay(now()),
      today,
      story: await readStory(reader, occasion.gift?.project ?? null),
      answeredComplaint: await findAnsweredComplaint(reader, donor.donorId, today),
    },
    donor.language,
  );
}

/** "mevrouw Van der Knaap", or "Hanneke" for who is spoken to by the first name. */
function nameFor({ details: { name }, language }: Donor, form: AddressForm): string {
  const isByFirstName = form === 'informal' && name.kind === 'individual' && name.firstName !== '';
  return isByFirstName ? name.firstName : spokenName(name, language);
}
