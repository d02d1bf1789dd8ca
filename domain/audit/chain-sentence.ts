/** Whether the trail is whole, in words. */
import { wallClock, type Instant } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import { sentence, type Language, type Sentence } from '../language.ts';

export type ChainFinding =
  | { readonly isWhole: true; readonly rows: number }
  | { readonly isWhole: false; readonly kind: 'broken'; readonly at: Instant; readonly id: number }
  | { readonly isWhole: false; readonly kind: 'short'; readonly lastAt: Instant | null }
  | { readonly isWhole: false; readonly kind: 'other'; readonly notedAt: Instant };

/** A day long before: years are written out. */
const NO_YEAR = '0001-01-01';

export function writeInstant(instant: Instant, language: Language): string {
  const { day, time } = wallClock(instant);
  return `${writeDay(day, language, { today: NO_YEAR })} ${time}`;
}

export function writeChain(finding: ChainFinding): Sentence {
  return sentence((language) => {
    const nl = language === 'nl';
    if (finding.isWhole) {
      return nl
        ? `Het logboek is heel: ${finding.rows} regels, en elke regel past op de vorige.`
        : `The log is whole: ${finding.rows} lines, and each fits the one before.`;
    }
    switch (finding.kind) {
      case 'broken': {
        const at = writeInstant(finding.at, language);
        return nl
          ? `Het logboek klopt niet vanaf regel ${finding.id} (${at}): deze regel, of een regel ervoor, is veranderd, weggehaald of tussengevoegd. Bewaar de map van deze werkplek en vraag wie er de sleutel van heeft.`
          : `The log does not fit from line ${finding.id} (${at}): this line, or one before it, was changed, taken out or put in. Keep the folder of this workstation, and ask who has its key.`;
      }
      case 'short': {
        const at = finding.lastAt === null ? null : writeInstant(finding.lastAt, language);
        return nl
          ? `Aan het eind van het logboek klopt iets niet${at === null ? '' : ` (na ${at})`}: er zijn regels weg of bijgekomen. Bewaar de map van deze werkplek en vraag wie er de sleutel van heeft.`
          : `Something is wrong at the end of the log${at === null ? '' : ` (after ${at})`}: lines are gone or were added. Keep the folder of this workstation, and ask who has its key.`;
      }
      case 'other': {
        const at = writeInstant(finding.notedAt, language);
        return nl
          ? `Het logboek is niet meer hetzelfde als in de reservekopie van ${at}: het is opnieuw geschreven of ingekort. Bewaar de map van deze werkplek en vraag wie er de sleutel van heeft.`
          : `The log is no longer the same as in the snapshot of ${at}: it was written anew or cut short. Keep the folder of this workstation, and ask who has its key.`;
      }
    }
  });
}
