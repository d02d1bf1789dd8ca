/**
 * Names of donors, the Dutch way (rules-nl.md, Names): the prefix (tussenvoegsel) is a field of its own; lower case
 * after a first name, its first word with a capital when nothing of the name stands before it.
 */
import type { Language } from './language.ts';

export type Gender = 'female' | 'male' | 'other';

export interface PersonName {
  readonly kind: 'individual' | 'organization' | 'household';
  readonly firstName: string;
  /** "van der", "'t", "in ’t"; empty for none, and for Belgian names, which are kept as registered. */
  readonly prefix: string;
  readonly surname: string;
  /** The whole name as the CRM shows it; the name of an organisation or household. */
  readonly displayName: string;
  readonly gender: Gender | null;
}

/** "Hanneke van der Knaap"; the registered name of an organisation or household. */
export function fullName(name: PersonName): string {
  if (name.kind !== 'individual') return name.displayName;
  return join(name.firstName, name.prefix, name.surname) || name.displayName;
}

/** How somebody is spoken to and of: "mevrouw Van der Knaap". Without a known gender the whole name. */
export function spokenName(name: PersonName, language: Language): string {
  const title = titleOf(name, language);
  if (title === null || name.surname === '') return fullName(name);
  return `${title} ${surnameAfterTitle(name)}`;
}

/** The same as a heading or at the start of a sentence: "Mevrouw Van der Knaap". */
export function headingName(name: PersonName, language: Language): string {
  return capitalised(spokenName(name, language));
}

/** First line of the envelope: "Mevrouw H. van der Knaap". */
export function envelopeName(name: PersonName, language: Language): string {
  if (name.kind !== 'individual') return name.displayName;
  const title = titleOf(name, language);
  return join(title === null ? '' : capitalised(title), initials(name.firstName), name.prefix, name.surname);
}

/** "Geachte mevrouw Van der Knaap"; unknown gender: "Geachte heer of mevrouw Van der Aa". */
export function salutation(name: PersonName, language: Language): string {
  const dear = language === 'nl' ? 'Geachte' : 'Dear';
  if (name.kind !== 'individual' || name.surname === '') return `${dear} ${fullName(name)}`;
  const title = titleOf(name, language) ?? (language === 'nl' ? 'heer of mevrouw' : 'Mr or Ms');
  const written = language === 'nl' && title === 'meneer' ? 'heer' : title;
  return `${dear} ${written} ${surnameAfterTitle(name)}`;
}

/** "H." of "Hanneke", "J.P." of "J.P.", "Z.L." of "Zoë-Loïs". Empty when nothing in it is a letter. */
export function initials(firstName: string): string {
  const parts = firstName.split(/[\s.-]+/u).filter((part) => /^\p{L}/u.test(part));
  return parts.map((part) => `${firstLetter(part).toLocaleUpperCase('nl')}.`).join('');
}

/** A prefix that a CRM keeps in the surname is still the first word after the title; Belgian ones have their capital. */
function surnameAfterTitle({ prefix, surname }: PersonName): string {
  if (prefix.trim() !== '') return join(capitalisedPrefix(prefix), surname);
  return PREFIX_IN_SURNAME.test(surname.trim()) ? capitalisedPrefix(surname.trim()) : surname;
}

/** "van der Meer", and not the partner name of "van Dam-de Wit" alone: words in lower case before a name. */
const PREFIX_IN_SURNAME = /^\p{Ll}[\p{Ll}’']*\s+\S/u;

/** `'t` and `d'` stay lower case wherever they stand; everything else gets its capital. */
function capitalisedPrefix(prefix: string): string {
  return /^(?:['’]|d['’])/iu.test(prefix) ? prefix : capitalised(prefix);
}

function titleOf({ kind, gender }: PersonName, language: Language): string | null {
  if (kind !== 'individual') return null;
  if (gender === 'female') return language === 'nl' ? 'mevrouw' : 'Ms';
  if (gender === 'male') return language === 'nl' ? 'meneer' : 'Mr';
  return null;
}

function firstLetter(text: string): string {
  const codePoint = text.codePointAt(0);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

function capitalised(text: string): string {
  const first = firstLetter(text);
  return first.toLocaleUpperCase('nl') + text.slice(first.length);
}

function join(...parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ')
    .replace(/(?<=^|\s)(d['’]) /giu, '$1');
}
