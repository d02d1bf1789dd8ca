/**
 * PHP's loose conversions. The real server is written in PHP and validates next to nothing: what a value becomes is
 * decided by these rules (civicrm-api4.md §7, "values are coerced, not validated").
 */
import type { Json } from './json.ts';

const NUMERIC = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i;
const NUMERIC_PREFIX = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?/i;
const INTEGER_PREFIX = /^\s*[+-]?\d+/;

/** `empty($value)`. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === false || value === 0 || value === '' || value === '0') {
    return true;
  }
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** `is_numeric($value)`. */
export function isNumeric(value: Json | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && NUMERIC.test(value));
}

/** `(float) $value`, which is also how MySQL reads a text that it compares with a number. */
export function numberOf(value: Json | undefined): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return Number(NUMERIC_PREFIX.exec(value)?.[0] ?? 0);
  return isEmpty(value) ? 0 : 1;
}

/** What an integer column keeps: a numeric text is rounded, any other text is cut to the digits it starts with. */
export function integerOf(value: Json | undefined): number {
  if (isNumeric(value)) return Math.round(numberOf(value));
  if (typeof value === 'string') return Number(INTEGER_PREFIX.exec(value)?.[0] ?? 0);
  return numberOf(value);
}

/** `(string) $value`. */
export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null || value === false) return '';
  if (value === true) return '1';
  return typeof value === 'object' ? 'Array' : String(value);
}

/** Characters as the database counts them: an emoji is one. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(text);
}

/** `$a == $b` for scalars, as `array_search` compares. */
export function looselyEqual(a: Json, b: Json): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return !isEmpty(a) === !isEmpty(b);
  if (isNumeric(a) && isNumeric(b)) return numberOf(a) === numberOf(b);
  return textOf(a) === textOf(b);
}
