/** The placeholders of letters and cards. Each has a name in both languages, and either may stand in either letter. */
import type { Sentence } from '../language.ts';

export const PLACEHOLDERS = {
  salutation: { nl: 'aanhef', en: 'salutation' },
  name: { nl: 'naam', en: 'name' },
  /** "uw gift van € 25,00 op 10 november". */
  gift: { nl: 'gift', en: 'gift' },
  amount: { nl: 'bedrag', en: 'amount' },
  project: { nl: 'project', en: 'project' },
  /** What the gift does. */
  story: { nl: 'verhaal', en: 'story' },
  /** What is worked on now. */
  now: { nl: 'nu', en: 'now' },
  charity: { nl: 'organisatie', en: 'charity' },
  phone: { nl: 'telefoon', en: 'phone' },
  today: { nl: 'vandaag', en: 'today' },
} as const satisfies Record<string, Sentence>;

export type Placeholder = keyof typeof PLACEHOLDERS;

const PLACEHOLDER_IDS = Object.keys(PLACEHOLDERS) as Placeholder[];

const BY_NAME: ReadonlyMap<string, Placeholder> = new Map(
  PLACEHOLDER_IDS.flatMap((id) => [
    [PLACEHOLDERS[id].nl, id],
    [PLACEHOLDERS[id].en, id],
  ]),
);

const BRACED = /\{([^{}\n]*)\}/gu;

/** What stands between braces in a text and is no placeholder, as it was typed; a lone brace counts too. */
export function unknownPlaceholders(text: string): readonly string[] {
  const unknown = [...text.matchAll(BRACED)].filter(([, name = '']) => placeholderOf(name) === null);
  const rest = text.replaceAll(BRACED, '');
  const lone = /[{}]/u.exec(rest);
  return [...new Set([...unknown.map(([whole]) => whole), ...(lone === null ? [] : [lone[0]])])];
}

/** Puts the values in. @throws for a placeholder that does not exist: `unknownPlaceholders` comes first. */
export function fillPlaceholders(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replaceAll(BRACED, (whole, name: string) => {
    const id = placeholderOf(name);
    if (id === null) throw new Error(`no placeholder: ${whole}`);
    return values[id];
  });
}

function placeholderOf(name: string): Placeholder | null {
  return BY_NAME.get(name.trim().toLocaleLowerCase('nl')) ?? null;
}
