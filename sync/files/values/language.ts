/** The language in which a donor is spoken to. */
import type { Language } from '../../../domain/language.ts';
import { plainWord } from './plain-word.ts';

/** English for everything that says so; Dutch for everything else, an empty cell included. */
export function readLanguage(text: string): Language {
  return /^(?:en|engels|english)(?:us|gb|uk)?$/.test(plainWord(text)) ? 'en' : 'nl';
}
