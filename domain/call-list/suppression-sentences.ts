/** What a volunteer reads when she asks why a donor is not on the list. */
import { addDays, wallClock, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import { sentence, type Language, type Sentence } from '../language.ts';
import type { ProgrammeSettings } from '../programmes/settings.ts';
import type { Suppression, SuppressionId } from './suppression.ts';

interface Wording {
  /** The day of the cause, written out; empty for a suppression without a day. */
  readonly since: string;
  /** The last day of the cool-down after it, written out. */
  readonly coolDownEnds: string;
  /** Who claimed, empty when nobody knows; and until when, on the clock on the wall. */
  readonly holder: string;
  readonly until: string;
}

const WORDINGS: Readonly<Record<SuppressionId, Readonly<Record<Language, (wording: Wording) => string>>>> = {
  deceased: {
    nl: () => 'Deze donateur is overleden.',
    en: () => 'This donor has died.',
  },
  removed: {
    nl: () => 'Deze donateur is in het CRM weggegooid of samengevoegd met een ander.',
    en: () => 'This donor was binned in the CRM or merged into another.',
  },
  objection: {
    nl: () => 'Deze donateur wil niet gebeld worden.',
    en: () => 'This donor does not want to be called.',
  },
  'cannot-decide': {
    nl: () => 'Deze donateur kan niet zelf over een gesprek beslissen. De coördinator bepaalt hoe het verder gaat.',
    en: () => 'This donor cannot decide alone about a call. The coordinator says how we go on.',
  },
  'no-phone': {
    nl: () => 'Er is geen telefoonnummer bekend.',
    en: () => 'No phone number is known.',
  },
  'bad-phone': {
    nl: () => 'Er is geen geldig telefoonnummer bekend.',
    en: () => 'No valid phone number is known.',
  },
  'no-legal-basis': {
    nl: () => 'Er is geen grond om te bellen: geen gift, machtiging of toestemming.',
    en: () => 'There is no basis for a call: no gift, mandate or consent.',
  },
  'relation-ended': {
    nl: ({ since }) => `De laatste gift kwam op ${since}, te lang geleden om nog te bellen.`,
    en: ({ since }) => `The last gift came on ${since}, too long ago for a call.`,
  },
  complaint: {
    nl: () => 'Er loopt een klacht; die wordt eerst opgelost.',
    en: () => 'A complaint is open; it is settled first.',
  },
  reversed: {
    nl: ({ since }) => `De gift van ${since} is niet doorgegaan; daar bedanken we niet voor.`,
    en: ({ since }) => `The gift of ${since} did not go through; we do not thank for it.`,
  },
  'cool-down': {
    nl: ({ since, coolDownEnds }) =>
      `Op ${since} was er een gesprek; tot en met ${coolDownEnds} bellen we niet opnieuw.`,
    en: ({ since, coolDownEnds }) =>
      `There was a conversation on ${since}; we do not call again up to ${coolDownEnds}.`,
  },
  'contact-pressure': {
    nl: () => 'Deze donateur hoorde de laatste tijd al vaak genoeg van ons.',
    en: () => 'This donor heard from us often enough lately.',
  },
  'attempt-today': {
    nl: () => 'Vandaag is al gebeld.',
    en: () => 'A call was made today already.',
  },
  'attempt-pause': {
    nl: ({ since }) => `Op ${since} is gebeld; daarna laten we even rust.`,
    en: ({ since }) => `A call was made on ${since}; we leave a pause after it.`,
  },
  'household-pause': {
    nl: ({ since }) => `Op ${since} is een huisgenoot op hetzelfde nummer gebeld; daarna laten we even rust.`,
    en: ({ since }) =>
      `Somebody of the household was called on the same number on ${since}; we leave a pause after it.`,
  },
  'attempts-used': {
    nl: ({ since }) => `Sinds ${since} is vaak genoeg geprobeerd; nu volgt een kaart of brief.`,
    en: ({ since }) => `It was tried often enough since ${since}; a card or letter comes instead.`,
  },
  promised: {
    nl: ({ since }) => `Er is beloofd terug te bellen op ${since}.`,
    en: ({ since }) => `A call was promised for ${since}.`,
  },
  scheduled: {
    nl: ({ since }) => `In het CRM staat voor ${since} al een belafspraak van iemand anders.`,
    en: ({ since }) => `The CRM has a call by somebody else in its calendar for ${since}.`,
  },
  claimed: {
    nl: ({ holder, until }) => `${holder === '' ? 'Een collega' : holder} is met deze donateur bezig, tot ${until}.`,
    en: ({ holder, until }) => `${holder === '' ? 'A colleague' : holder} is on this donor until ${until}.`,
  },
  'same-number': {
    nl: () => 'Een andere donateur met hetzelfde telefoonnummer is eerst aan de beurt.',
    en: () => 'Another donor with the same phone number comes first.',
  },
  'held-out': {
    nl: () => 'Deze donateur zit in de vergelijkingsgroep van dit programma en wordt niet gebeld.',
    en: () => 'This donor is in the hold-out group of this programme and is not called.',
  },
  'daily-maximum': {
    nl: () => 'De lijst van vandaag is vol; deze donateur komt aan de beurt als er weer plaats is.',
    en: () => 'Today’s list is full; this donor’s turn comes when there is room again.',
  },
};

/** The sentence for one suppression on a day. */
export function writeSuppression(
  { id, since, claim }: Suppression,
  { today, settings }: { readonly today: CalendarDay; readonly settings: ProgrammeSettings },
): Sentence {
  return sentence((language) =>
    WORDINGS[id][language]({
      since: since === null ? '' : writeDay(since, language, { today }),
      coolDownEnds:
        since === null ? '' : writeDay(addDays(since, settings.limits.coolDownDays - 1), language, { today }),
      holder: claim?.holder ?? '',
      until: claim === undefined ? '' : wallClock(claim.endsAt).time,
    }),
  );
}
