/**
 * Amounts in euros as people and programs write them: "25", "12,5", "€ 1.234,56", "1,234.56", "25,-", "-10.00 EUR".
 * One notation has two meanings: "1.234" is twelve hundred euros for the one and one euro for the other. It is read
 * only when the other amounts of its column tell which sign is the decimal one.
 */
import type { Cents } from '../../../domain/money.ts';
import { notUnderstood, understood, type Reading } from './reading.ts';

export type DecimalSign = ',' | '.';

/** Sign, currency and number; "25,-" and "25,--" are whole euros. At most one sign is allowed, checked below. */
const SHAPE =
  /^(?<before>[-−+]?)\s*(?:€|eur(?:o)?(?![a-z]))?\s*(?<inside>[-−+]?)\s*(?<number>\d(?:[\d.,'’\s]*\d)?)(?:[.,](?:--?|=))?\s*(?:€|eur(?:o)?)?\s*(?<after>[-−]?)$/iu;
const WHOLE = /^\d+$/;
const WITH_DECIMALS = /^(?<euros>\d+)(?<sign>[.,])(?<decimals>\d+)$/;
const GROUPED =
  /^(?<euros>[1-9]\d{0,2}(?<group>[.,'’\s])\d{3}(?:\k<group>\d{3})*)(?:(?<sign>[.,])(?<decimals>\d{1,2}))?$/u;

/** No amount is longer; a story in this column is not searched for one. */
const LONGEST_AMOUNT = 40;

interface Parts {
  readonly isNegative: boolean;
  readonly number: string;
}

/** @param decimalSign what the column shows to be its decimal sign, from `decimalSignOf`; null when it shows none */
export function readAmount(text: string, decimalSign: DecimalSign | null): Reading<Cents> {
  const parts = takeApart(text);
  if (parts === null) return NO_AMOUNT;
  const written = readNumber(parts.number);
  if (written === null) return NO_AMOUNT;
  if (written.couldBe !== null && (decimalSign === null || decimalSign === written.couldBe)) return TWO_MEANINGS;
  const cents = Number(`${written.euros}${written.decimals.padEnd(2, '0')}`);
  if (!Number.isSafeInteger(cents)) return NO_AMOUNT;
  return understood(parts.isNegative && cents !== 0 ? -cents : cents);
}

/** The decimal sign that a column of amounts uses; null when it shows none, or both. */
export function decimalSignOf(texts: Iterable<string>): DecimalSign | null {
  const seen = new Set<DecimalSign>();
  for (const text of texts) {
    const written = readNumber(takeApart(text)?.number ?? '');
    if (written?.shows !== undefined && written.shows !== null) seen.add(written.shows);
  }
  const [sign = null] = seen;
  return seen.size === 1 ? sign : null;
}

function takeApart(text: string): Parts | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_AMOUNT) return null;
  const { before = '', inside = '', number = '', after = '' } = SHAPE.exec(trimmed)?.groups ?? {};
  const signs = `${before}${inside}${after}`;
  return number === '' || signs.length > 1 ? null : { number, isNegative: signs !== '' && signs !== '+' };
}

interface WrittenNumber {
  /** Digits of the whole euros. */
  readonly euros: string;
  /** Digits of the cents, up to two. */
  readonly decimals: string;
  /** The decimal sign that this notation gives away. */
  readonly shows: DecimalSign | null;
  /** The sign that groups thousands here, unless it is the decimal sign after all; null when there is no doubt. */
  readonly couldBe: DecimalSign | null;
}

function readNumber(number: string): WrittenNumber | null {
  if (WHOLE.test(number)) return { euros: number, decimals: '', shows: null, couldBe: null };
  return readGrouped(number) ?? readDecimals(number);
}

function readGrouped(number: string): WrittenNumber | null {
  const groups = GROUPED.exec(number)?.groups;
  if (groups === undefined) return null;
  const { euros = '', group = '', sign, decimals = '' } = groups;
  if (sign === group) return null;
  const digits = euros.replaceAll(/\D/g, '');
  const groupSign = asDecimalSign(group);
  const isSingle = digits.length <= 6 && sign === undefined;
  const shown = asDecimalSign(sign ?? '') ?? (isSingle || groupSign === null ? null : other(groupSign));
  return { euros: digits, decimals, shows: shown, couldBe: isSingle ? groupSign : null };
}

/** Databases write four or more decimals; those beyond the cents must be zero. */
function readDecimals(number: string): WrittenNumber | null {
  const { euros = '', sign = '', decimals = '' } = WITH_DECIMALS.exec(number)?.groups ?? {};
  if (euros === '' || !/^\d{1,2}0*$/.test(decimals)) return null;
  return { euros, decimals: decimals.slice(0, 2), shows: asDecimalSign(sign), couldBe: null };
}

function asDecimalSign(sign: string): DecimalSign | null {
  return sign === ',' || sign === '.' ? sign : null;
}

function other(sign: DecimalSign): DecimalSign {
  return sign === ',' ? '.' : ',';
}

const NO_AMOUNT = notUnderstood({
  nl: 'Dit is geen bedrag. Schrijf het als 25,00.',
  en: 'This is no amount. Write it as 25.00.',
});

const TWO_MEANINGS = notUnderstood({
  nl: 'Dit bedrag kan twee dingen betekenen: duizenden, of euro’s met drie decimalen. Schrijf het met twee decimalen.',
  en: 'This amount can mean two things: thousands, or euros with three decimals. Write it with two decimals.',
});
