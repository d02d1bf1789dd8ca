/** What can be the matter with the key store of the operating system, each with a sentence that says what to do. */
import type { Sentence } from '../../domain/language.ts';

export const KEY_STORE_FAILURES = {
  'plain-text': {
    nl: 'Deze computer heeft geen sleutelbos waarin de sleutel van de gegevens veilig kan liggen. Er is niets geopend. Installeer gnome-keyring of KWallet, meld je opnieuw aan en start Dankbel nog eens.',
    en: 'This computer has no key ring in which the key of the data can lie safely. Nothing was opened. Install gnome-keyring or KWallet, log in again and start Dankbel once more.',
  },
  unavailable: {
    nl: 'De sleutelbos van deze computer is niet bereikbaar. Er is niets veranderd. Ontgrendel de sleutelbos en start Dankbel opnieuw.',
    en: 'The key store of this computer cannot be reached. Nothing was changed. Unlock it and start Dankbel again.',
  },
  unreadable: {
    nl: 'De sleutelbos van deze computer geeft de sleutel van deze werkplek niet terug. De gegevens zijn er nog, maar gaan zonder sleutel niet open. Meld je aan als de gebruiker die Dankbel het laatst gebruikte.',
    en: 'The key store of this computer does not give back the key of this workstation. The data is still there, but does not open without it. Log in as the user who used Dankbel last.',
  },
  'other-keeper': {
    nl: 'De sleutel van deze werkplek ligt in een andere sleutelbos dan die van nu. Er is niets veranderd. Kies bij het aanmelden dezelfde werkomgeving als de vorige keer.',
    en: 'The key of this workstation lies in another key store than the present one. Nothing was changed. Choose the same desktop as last time when you log in.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type KeyStoreFailureCode = keyof typeof KEY_STORE_FAILURES;

export class KeyStoreFailure extends Error {
  override readonly name = 'KeyStoreFailure';
  readonly code: KeyStoreFailureCode;
  readonly sentence: Sentence;
  constructor(code: KeyStoreFailureCode, options: ErrorOptions = {}) {
    super(KEY_STORE_FAILURES[code].en, options);
    this.code = code;
    this.sentence = KEY_STORE_FAILURES[code];
  }
}
