/** The door of the Vandaag screen: the one donor whose turn it is. */
import { sentence, type Sentence } from '../../../domain/language.ts';
import { fullName, headingName } from '../../../domain/person-name.ts';
import { writeNumber, type E164 } from '../../../domain/phone-number.ts';
import type { OutputOf } from '../../../contract/index.ts';
import type { AskContext } from '../context.ts';
import { viewGift } from './gift-view.ts';
import { asSentence, readPast } from './past-view.ts';
import { scriptFor } from './script-view.ts';
import { townOf, type CallSubject, type SeenDonors } from './seen-donors.ts';

export type Door = NonNullable<OutputOf<'today.get'>['next']>;

export interface DoorQuestion {
  readonly donorId: number;
  readonly subject: CallSubject;
  readonly reason: Sentence;
  readonly number: E164 | null;
  readonly callItemId: number | null;
}

/** How much of the past fits on the door. */
const PAST_LINES = 3;

export async function viewDoor(context: AskContext, seen: SeenDonors, question: DoorQuestion): Promise<Door | null> {
  const { store, today, programmes } = context;
  const { donorId, subject, reason, number, callItemId } = question;
  const donor = seen.donor(donorId);
  const occasion = seen.occasion(donorId, subject);
  if (donor === null || occasion === null) return null;
  const past = (await readPast(store.reader, [donorId], today)).get(donorId) ?? [];
  const [opening] = await scriptFor(context, donor, occasion);
  return {
    donorId,
    name: sentence((language) => headingName(donor.details.name, language)),
    fullName: fullName(donor.details.name),
    town: townOf(donor),
    programme: subject.programme,
    reason,
    ...viewGift(occasion, donor.details.name.gender, today, programmes),
    past: past.slice(-PAST_LINES).map((moment) => asSentence(moment, today)),
    firstWords: opening?.text ?? '',
    firstWordsLanguage: donor.language,
    number: number === null ? '' : writeNumber(number),
    callItemId,
  };
}
