/** Compares an answer with a recorded one: names in braces are matchers, and lists are sets unless they were ordered. */
import type { Json, JsonObject } from '../../sync/practice/json.ts';
import { isObject } from '../../sync/practice/json.ts';
import type { Memory } from './memory.ts';
import { cutAtNames, wholeName } from './memory.ts';

export interface Comparison {
  readonly memory: Memory;
  /** The moments that a time stamp of this replay may show. */
  readonly period: { readonly from: number; readonly to: number };
  /** Whether the list at this path has to be in the recorded order. */
  isOrdered(path: string): boolean;
  /** Whether the object at this path may have no keys but the recorded ones. */
  isExact(path: string): boolean;
}

const ERROR_ID = '[\\w-]{4,}';
const QUARTER = 15 * 60_000;
const FURTHEST_ZONE = 14 * 60 * 60_000;
const TOLERANCE = 2 * 60_000;
const INSIDE_TEXT: Readonly<Record<string, string>> = {
  any: '[\\s\\S]*',
  int: '-?\\d+',
  error: ERROR_ID,
  ts: '[\\d :-]+',
};

function short(value: Json | undefined): string {
  const text = value === undefined ? '(absent)' : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** Whether the text shows a moment of the replay, on a clock of any zone. */
function isStamp(text: string, { from, to }: Comparison['period']): boolean {
  const digits = text.replace(/\D/g, '');
  if (!/^[\d :T-]+$/.test(text) || digits.length !== 14) return false;
  const [date, time] = [digits.slice(0, 8), digits.slice(8)];
  const iso = `${date.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`;
  const shown = Date.parse(iso);
  for (let offset = -FURTHEST_ZONE; offset <= FURTHEST_ZONE; offset += QUARTER) {
    if (shown - offset >= from - TOLERANCE && shown - offset <= to + TOLERANCE) return true;
  }
  return false;
}

function matchesName(name: string, actual: Json | undefined, { memory, period }: Comparison): boolean {
  switch (name) {
    case 'any':
      return true;
    case 'int':
      return Number.isInteger(actual);
    case 'int>0':
      return typeof actual === 'number' && Number.isInteger(actual) && actual > 0;
    case 'int|s':
      return typeof actual === 'string' && /^-?\d+$/.test(actual);
    case 'ts':
      return typeof actual === 'string' && isStamp(actual, period);
    case 'error':
      return typeof actual === 'string' && new RegExp(`^${ERROR_ID}$`).test(actual);
    default:
      return matchesValue(name, actual, memory);
  }
}

function matchesValue(name: string, actual: Json | undefined, memory: Memory): boolean {
  if (!name.startsWith('>')) return actual === memory.recall(name);
  const least = memory.recall(name.slice(1));
  if (typeof least === 'string') return typeof actual === 'string' && actual > least;
  return typeof actual === 'number' && actual > Number(least);
}

function matchesText(expected: string, actual: Json | undefined, comparison: Comparison): boolean {
  const name = wholeName(expected);
  if (name !== undefined) return matchesName(name, actual, comparison);
  if (typeof actual !== 'string') return false;
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = cutAtNames(expected).map((part, index) =>
    index % 2 === 0 ? literal(part) : (INSIDE_TEXT[part] ?? literal(comparison.memory.recallText(part))),
  );
  return new RegExp(`^${pattern.join('')}$`).test(actual);
}

/** Gives each expected item an actual one of its own, as many as possible. `partners[i]` is the place of the actual one. */
function pairUp(fits: readonly (readonly boolean[])[]): readonly (number | undefined)[] {
  const takers = new Map<number, number>();
  const partners: (number | undefined)[] = fits.map(() => undefined);
  const seek = (item: number, tried: Set<number>): boolean =>
    (fits[item] ?? []).some((isFit, place) => {
      if (!isFit || tried.has(place)) return false;
      tried.add(place);
      const taker = takers.get(place);
      if (taker !== undefined && !seek(taker, tried)) return false;
      takers.set(place, item);
      partners[item] = place;
      return true;
    });
  fits.forEach((_, item) => seek(item, new Set()));
  return partners;
}

function compareLists(
  expected: readonly Json[],
  actual: readonly Json[],
  path: string,
  comparison: Comparison,
): readonly string[] {
  if (expected.length !== actual.length) {
    return [`${path}: ${expected.length} items expected, got ${actual.length}: ${short(actual)}`];
  }
  const at = (index: number): string => (path === '' ? String(index) : `${path}.${index}`);
  if (expected.length < 2 || comparison.isOrdered(path)) {
    return expected.flatMap((item, index) => differences(item, actual[index], at(index), comparison));
  }
  const fits = expected.map((item, index) =>
    actual.map((candidate) => differences(item, candidate, at(index), comparison).length === 0),
  );
  const partners = pairUp(fits);
  const left = actual.filter((_, place) => !partners.includes(place));
  const lost = expected.flatMap((item, index) => (partners[index] === undefined ? [{ item, index }] : []));
  return lost.flatMap(({ item, index }, place) => differences(item, left[place], at(index), comparison));
}

function compareObjects(
  expected: JsonObject,
  actual: JsonObject,
  path: string,
  comparison: Comparison,
): readonly string[] {
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const wanted = new Map(Object.entries(expected).map(([key, value]) => [comparison.memory.fillText(key), value]));
  const found = [...wanted].flatMap(([key, value]) =>
    key in actual
      ? differences(value, actual[key], at(key), comparison)
      : [`${at(key)}: ${short(value)} expected, but it is absent`],
  );
  if (!comparison.isExact(path)) return found;
  const extra = Object.keys(actual).filter((key) => !wanted.has(key));
  return [...found, ...extra.map((key) => `${at(key)}: nothing expected, got ${short(actual[key])}`)];
}

/** What is different, in words; nothing when the answer matches. */
export function differences(
  expected: Json,
  actual: Json | undefined,
  path: string,
  comparison: Comparison,
): readonly string[] {
  if (Array.isArray(expected) && Array.isArray(actual)) return compareLists(expected, actual, path, comparison);
  if (isObject(expected) && isObject(actual)) return compareObjects(expected, actual, path, comparison);
  const isTemplate = typeof expected === 'string' && expected.includes('{{');
  const isMatch = isTemplate ? matchesText(expected, actual, comparison) : expected === actual;
  return isMatch ? [] : [`${path === '' ? 'body' : path}: ${short(expected)} expected, got ${short(actual)}`];
}
