/** Small print that sentences of the backend leave to the screen. */

const HARD_SPACE = '\u00a0';
const TITLE = /^(?:mevrouw|meneer|familie|ms|mr) /i;
const LONGEST_KEPT_TOGETHER = 16;

/** "€ 25" stays on one line. */
export function withHardSpaces(text: string): string {
  return text.replaceAll(/€ (?=[\d-])/g, `€${HARD_SPACE}`);
}

/** "Mevrouw" may stand on a line of its own, "Van der Knaap" stays together as long as it is short. */
export function keepSurnameTogether(name: string): string {
  const [title = ''] = TITLE.exec(name) ?? [];
  const rest = name.slice(title.length);
  return title === '' || rest.length > LONGEST_KEPT_TOGETHER ? name : title + rest.replaceAll(' ', HARD_SPACE);
}

/** The same for a surname in running text. */
export function keepNameTogether(text: string, name: string): string {
  const surname = withoutTitle(name);
  return surname === '' ? text : text.replaceAll(surname, withoutTitle(keepSurnameTogether(name)));
}

export interface Fragment {
  /** Which part of the text it is. */
  readonly index: number;
  readonly text: string;
  readonly isStrong: boolean;
}

/** Splits a script at its `**…**`. A mark without a partner is shown as it is. */
export function splitEmphasis(text: string): readonly Fragment[] {
  const parts = text.split('**');
  // Text and emphasis alternate; an even number of parts means that the last mark is alone.
  const lonely = parts.length % 2 === 0 ? parts.length - 1 : -1;
  return parts
    .map((part, index) =>
      index === lonely
        ? { index, text: `**${part}`, isStrong: false }
        : { index, text: part, isStrong: index % 2 === 1 },
    )
    .filter((part) => part.text !== '');
}

const WORDS = {
  nl: ['Nul', 'Eén', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes', 'Zeven', 'Acht', 'Negen', 'Tien', 'Elf', 'Twaalf'],
  en: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'],
} as const;

/** A small number as a word with a capital, as a heading begins; larger ones in digits. */
export function countWord(count: number, language: keyof typeof WORDS): string {
  return WORDS[language][count] ?? String(count);
}

/** "De Wit" of "Meneer De Wit", where there is little room. */
export function withoutTitle(name: string): string {
  return name.replace(TITLE, '');
}
