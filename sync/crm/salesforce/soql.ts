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

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\'"\n\r\t\f\b]/g, (character) => ESCAPES[character] ?? '')}'`;
}

/** The pattern of LIKE for a text anywhere in a field: whatever is in the text means itself. */
export function anywhere(text: string): Soql {
  const inner = quoted(text)
    .slice(1, -1)
    .replaceAll(/[%_]/g, (character) => `\\${character}`);
  return { [written]: `'%${inner}%'` };
}
