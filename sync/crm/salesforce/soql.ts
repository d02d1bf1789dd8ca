/**
 * Questions in SOQL. What comes from outside only ever goes in as a value, and every value is written by its kind, so
 * that no text can end its quotes (salesforce.md §3). Names of fields and objects are checked to be names.
 */

const written = Symbol('soql');

/** A piece of SOQL that was written here. */
export interface Soql {
  readonly [written]: string;
}

/** An instant, unquoted. */
export interface SoqlInstant {
  readonly instant: string;
}
/** A calendar day, unquoted. */
export interface SoqlDay {
  readonly day: string;
}

export type SoqlValue = string | number | boolean | null | readonly string[] | Soql | SoqlInstant | SoqlDay;

/** soql`SELECT Id FROM Contact WHERE LastName = ${name}`: what stands between the words becomes a literal. */
export function soql(words: TemplateStringsArray, ...values: readonly SoqlValue[]): Soql {
  return { [written]: String.raw({ raw: words }, ...values.map(literal)) };
}

export function textOf(query: Soql): string {
  return query[written];
}

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,80}(?:\.[A-Za-z][A-Za-z0-9_]{0,80}){0,3}$/;

/** Names of fields, an object or a relationship, as the organisation's own description says them. @throws for what is none: a bug */
export function names(...given: readonly string[]): Soql {
  for (const name of given) if (!NAME.test(name)) throw new Error(`"${name}" is no name in SOQL`);
  return { [written]: given.join(', ') };
}

/** The names in a list of columns, before the first list of a child. */
export function columnNamesIn(columns: Soql): ReadonlySet<string> {
  const [plain = ''] = columns[written].split('(');
  return new Set(plain.split(',').map((name) => name.trim()));
}

/** Pieces one after the other, with a space between. */
export function joined(...pieces: readonly Soql[]): Soql {
  return { [written]: pieces.map(textOf).join(' ') };
}

function literal(value: SoqlValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return finite(value);
  if (typeof value === 'boolean') return String(value);
  if (isList(value)) return `(${value.map(quoted).join(', ')})`;
  if (written in value) return value[written];
  if ('instant' in value) return new Date(value.instant).toISOString();
  return dayLiteral(value.day);
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}

function finite(value: number): string {
  if (!Number.isFinite(value)) throw new Error('not a number');
  return String(value);
}

function dayLiteral(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error('not a day');
  return day;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\b': '\\b',
};

/** What ends a line for some reader of the question, and what is no sign at all. */
const RESERVED = /[\\'"]|\p{Cc}|[\u2028\u2029]/gu;

/** With the escape sequences of Salesforce's own list ("Quoted String Escape Sequences"); what has none of its own by its code. */
function quoted(text: string): string {
  return `'${text.replaceAll(RESERVED, (character) => ESCAPES[character] ?? byCode(character))}'`;
}

function byCode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** One of these, or several. @param conditions at least one */
export function either(conditions: readonly Soql[]): Soql {
  if (conditions.length === 0) throw new Error('no condition');
  return { [written]: `(${conditions.map(textOf).join(' OR ')})` };
}

/** The pattern of LIKE for digits in this order, whatever stands around and between them. @throws for what is no digit: a bug */
export function digitsIn(digits: string): Soql {
  if (!/^\d+$/.test(digits)) throw new Error('not digits');
  return { [written]: `'%${digits.replaceAll(/\B/g, '%')}%'` };
}

/** The pattern of LIKE for a text that ends with this. */
export function endingWith(text: string): Soql {
  return { [written]: `'%${patternOf(text)}'` };
}

/** The pattern of LIKE for a text anywhere in a field: whatever is in the text means itself. */
export function anywhere(text: string): Soql {
  return { [written]: `'%${patternOf(text)}%'` };
}

function patternOf(text: string): string {
  return quoted(text)
    .slice(1, -1)
    .replaceAll(/[%_]/g, (character) => `\\${character}`);
}
