/**
 * What stands between braces in the question to a telephone system, and how it is filled in: a number can only ever be
 * digits there, whatever the CRM said it was.
 */

/** E.164 of a donor's number: the country and eight digits at least, so never a service number. */
const E164 = /^\+[1-9]\d{7,14}$/;
/** A device of the telephone system: an extension or an account. */
const DEVICE = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/;
const NETHERLANDS = '+31';

export const PLACEHOLDERS = ['number', 'digits', 'national', 'device', 'secret', 'token', 'line'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

export interface DialWords {
  /** E.164. */
  readonly number: string;
  /** Of the caller: what rings first. */
  readonly device: string;
  readonly secret: string;
  /** What the system gave for the secret; empty without that step. */
  readonly token: string;
  /** The system's own name of the call, to ask how it goes. */
  readonly line: string;
}

/** How a text is written where it is put. */
export type Escape = (text: string) => string;

/** A lone surrogate cannot be in an address: what stands for it is sent. */
export const inAddress: Escape = (text) => encodeURIComponent(text.toWellFormed());
export const inJson: Escape = (text) => JSON.stringify(text).slice(1, -1);
/** A header cannot hold the end of a line: more could follow it. */
export const inHeader: Escape = (text) => text.replaceAll(/[^\x20-\x7e]/g, '');
export const asItIs: Escape = (text) => text;

export function isDialable(number: string): boolean {
  return E164.test(number);
}

export function isDevice(device: string): boolean {
  return DEVICE.test(device);
}

/**
 * @param template text with `{number}` (+31612345678), `{digits}` (31612345678), `{national}` (0612345678),
 * `{device}`, `{secret}`, `{token}`, `{line}`; other braces stay as they are
 * @throws RangeError for a number or device that cannot be one: a bug of whoever asks
 */
export function fillIn(template: string, words: DialWords, escape: Escape): string {
  if (!isDialable(words.number)) throw new RangeError('not a number that can be dialled');
  if (words.device !== '' && !isDevice(words.device)) throw new RangeError('not a device of a telephone system');
  const values: Readonly<Record<Placeholder, string>> = {
    ...words,
    digits: words.number.slice(1),
    national: words.number.startsWith(NETHERLANDS)
      ? `0${words.number.slice(NETHERLANDS.length)}`
      : `00${words.number.slice(1)}`,
  };
  return template.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) =>
    isPlaceholder(name) ? escape(values[name]) : whole,
  );
}

/** Words in braces that nothing is known for: a mistake of whoever wrote them. */
export function unknownPlaceholders(template: string): readonly string[] {
  return [...template.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name ?? '').filter((name) => !isPlaceholder(name));
}

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}
