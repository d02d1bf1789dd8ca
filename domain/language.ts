/** The two languages of the screens; Dutch is the default. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One sentence for a person, in both languages. Amounts and dates are written as that language writes them. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** Builds a sentence by writing it once per language. */
export function sentence(write: (language: Language) => string): Sentence {
  return { nl: write('nl'), en: write('en') };
}
