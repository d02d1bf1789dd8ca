/** House numbers in a street line: "Wilgenhof 41 B" is a street, 41, and "B". */

export interface StreetLine {
  /** Empty when only a number was typed. */
  readonly street: string;
  readonly number: number;
  /** "B", "-2", "bis"; empty for none. */
  readonly addition: string;
}

const ENDS_WITH_NUMBER = /^(.*?)\s*(?<![\d.])(\d{1,5})(?:\s*([A-Za-z]{1,4}|[-/]\s*\w{1,6}|\s\w{1,6}))?$/u;

/** No street is longer; what is longer is not searched for a number. */
const LONGEST_LINE = 200;

/** Null when no house number stands at the end: nothing can be looked up then. */
export function readStreetLine(text: string): StreetLine | null {
  if (text.length > LONGEST_LINE) return null;
  const [, street = '', number = '', addition = ''] = ENDS_WITH_NUMBER.exec(text.trim()) ?? [];
  return number === '' ? null : { street: street.trim(), number: Number(number), addition: addition.trim() };
}

export function writeStreetLine({ street, number, addition }: StreetLine): string {
  return [street, `${number}${/^[-/]/.test(addition) || addition === '' ? addition : ` ${addition}`}`]
    .filter((part) => part !== '')
    .join(' ');
}

/** A street of a postcode, as the register has it. */
export interface RegisteredStreet {
  readonly street: string;
  readonly town: string;
  /** The house numbers of the postcode lie around this one. */
  readonly hasNumber: boolean;
}

/**
 * What the register makes of a typed address; null when there is nothing to propose: it is the same, the postcode is not
 * known, or several streets are as likely.
 */
export function proposeAddress(
  typed: { readonly street: string; readonly town: string },
  streets: readonly RegisteredStreet[],
): { readonly street: string; readonly town: string } | null {
  const line = readStreetLine(typed.street);
  if (line === null) return null;
  const around = streets.filter(({ hasNumber }) => hasNumber);
  const [match, ...others] = around.length > 0 ? around : streets;
  if (match === undefined || others.length > 0) return null;
  const proposed = { street: writeStreetLine({ ...line, street: match.street }), town: match.town };
  return proposed.street === typed.street.trim() && proposed.town === typed.town.trim() ? null : proposed;
}
