/** Donors as several views of one answer need them, read once. */
import { sentence, type Sentence } from '../../../domain/language.ts';
import { spokenName } from '../../../domain/person-name.ts';
import { readDonors, type Donor } from '../../../db/queries/donor-details.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import type { AskContext } from '../context.ts';
import { occasionOf, type Occasion } from './gift-view.ts';

export type CallSubject = Pick<Occasion, 'programme' | 'promisedIn'>;

export interface SeenDonors {
  readonly donor: (donorId: number) => Donor | null;
  /** What a call with the donor is about. */
  readonly occasion: (donorId: number, subject: CallSubject) => Occasion | null;
}

export async function seeDonors(context: AskContext, donorIds: readonly number[]): Promise<SeenDonors> {
  const { store, today, programmes } = context;
  const ids = [...new Set(donorIds)];
  const donors = await readDonors(store.reader, ids);
  const facts = new Map((await readFacts(store.reader, ids)).map((donor) => [donor.donorId, donor]));
  return {
    donor: (donorId) => donors.get(donorId) ?? null,
    occasion: (donorId, subject) => {
      const donor = facts.get(donorId);
      return donor === undefined ? null : occasionOf(donor, today, subject, programmes);
    },
  };
}

/** "mevrouw Van der Knaap", as in running text. */
export function runningName(donor: Donor): Sentence {
  return sentence((language) => spokenName(donor.details.name, language));
}

export function townOf({ details }: Donor): string {
  return (details.addresses.find(({ isPrimary }) => isPrimary) ?? details.addresses[0])?.value.town ?? '';
}
