/** What a letter or card to a donor is about, gathered from what is known today. */
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { storyFor } from '../../../domain/charity/story-for.ts';
import type { Charity } from '../../../domain/charity/charity.ts';
import type { LetterFacts } from '../../../domain/paper/letter-values.ts';
import type { Donor } from '../../../db/queries/donor-details.ts';
import { readCharityName, readOwnCharity } from '../charity/read-own-charity.ts';
import type { AskContext } from '../context.ts';
import { occasionOf } from '../views/gift-view.ts';
import type { CallSubject } from '../views/seen-donors.ts';

const THANKS = { programme: 'thank-you-call', promisedIn: null } as const;

export interface LetterSource {
  readonly charity: Charity;
  readonly charityName: string;
  readonly factsOf: (donor: Donor, facts: DonorFacts, subject?: CallSubject) => LetterFacts;
}

/** Read once for all letters of a batch. */
export async function letterSource({ store, today, programmes }: AskContext): Promise<LetterSource> {
  const charity = await readOwnCharity(store.reader);
  const charityName = await readCharityName(store.reader);
  return {
    charity,
    charityName,
    factsOf: (donor, facts, subject = THANKS) => {
      const { gift, mandate } = occasionOf(facts, today, subject, programmes);
      return {
        name: donor.details.name,
        language: donor.language,
        gift,
        mandate,
        story: storyFor(charity, gift?.project ?? null),
        charityName,
        phone: charity.phone,
        today,
      };
    },
  };
}
