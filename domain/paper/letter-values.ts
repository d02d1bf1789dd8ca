/** What stands in the place of each placeholder, in the language of the donor. None is ever empty in a sentence. */
import type { CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { Placeholder } from '../charity/placeholders.ts';
import type { GiftStory } from '../charity/story-for.ts';
import type { Gift } from '../gift.ts';
import type { Language } from '../language.ts';
import type { Mandate } from '../mandate.ts';
import { writeMoney } from '../money.ts';
import { fullName, salutation, type PersonName } from '../person-name.ts';
import { writeFrequency } from '../programmes/thank-you-call.ts';

export interface LetterFacts {
  readonly name: PersonName;
  readonly language: Language;
  readonly gift: Gift | null;
  readonly mandate: Mandate | null;
  readonly story: GiftStory | null;
  readonly charityName: string;
  readonly phone: string;
  readonly today: CalendarDay;
}

export function letterValues(facts: LetterFacts): Readonly<Record<Placeholder, string>> {
  const { name, language, story, charityName, today } = facts;
  const isDutch = language === 'nl';
  return {
    salutation: salutation(name, language),
    name: fullName(name),
    gift: writeGift(facts),
    amount: writeAmount(facts) ?? (isDutch ? 'uw steun' : 'your support'),
    project: story?.project ?? facts.gift?.project ?? (isDutch ? 'ons werk' : 'our work'),
    story: story?.does[language] ?? '',
    now: story?.now[language] ?? '',
    charity: charityName,
    phone: facts.phone,
    today: writeLetterDay(today, language),
  };
}

function writeAmount({ gift, mandate, language }: LetterFacts): string | null {
  if (mandate !== null) return `${writeMoney(mandate.amount, language)} ${writeFrequency(mandate, language)}`;
  return gift === null ? null : writeMoney(gift.amount, language);
}

/** "uw gift van € 25 op 10 november", "uw machtiging van € 10 per maand"; without either "uw steun". */
function writeGift(facts: LetterFacts): string {
  const { gift, mandate, language, today } = facts;
  const amount = writeAmount(facts);
  if (amount === null) return language === 'nl' ? 'uw steun' : 'your support';
  if (mandate !== null || gift === null) {
    return language === 'nl' ? `uw machtiging van ${amount}` : `your mandate of ${amount}`;
  }
  const on = writeDay(gift.day, language, { today });
  return language === 'nl' ? `uw gift van ${amount} op ${on}` : `your gift of ${amount} on ${on}`;
}

/** "21 november 2026": a letter is read long after the year is over. */
export function writeLetterDay(day: CalendarDay, language: Language): string {
  return `${writeDay(day, language, { today: day })} ${day.slice(0, 4)}`;
}
