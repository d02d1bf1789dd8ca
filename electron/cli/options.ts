/** Options of the command line. A word that is not understood is refused, never guessed. */
import { parseArgs } from 'node:util';
import { instantAt, isCalendarDay, type CalendarDay, type Instant } from '../../domain/calendar/day.ts';

/** The request itself is wrong; told in one sentence, exit code 1. */
export class WrongRequest extends Error {
  override readonly name = 'WrongRequest';
}

const OPTIONS = {
  data: { type: 'string' },
  date: { type: 'string' },
  now: { type: 'string' },
  json: { type: 'boolean' },
  url: { type: 'string' },
  crm: { type: 'string' },
  'client-id': { type: 'string' },
  login: { type: 'string' },
  'api-key-file': { type: 'string' },
  'authority-file': { type: 'string' },
  'allow-http': { type: 'boolean' },
  'passphrase-file': { type: 'string' },
  person: { type: 'string' },
  'pin-file': { type: 'string' },
  lane: { type: 'string' },
  donor: { type: 'string' },
  donors: { type: 'string' },
  gifts: { type: 'string' },
  file: { type: 'string' },
  mapping: { type: 'string' },
  'save-mapping': { type: 'string' },
  place: { type: 'string' },
  kind: { type: 'string' },
  undo: { type: 'string' },
  try: { type: 'boolean' },
  help: { type: 'boolean' },
  load: { type: 'string' },
  seed: { type: 'string' },
  port: { type: 'string' },
  workstation: { type: 'string' },
  version: { type: 'string' },
  restore: { type: 'boolean' },
  safe: { type: 'boolean' },
  trace: { type: 'boolean' },
} as const;

export interface Options {
  readonly words: readonly string[];
  /** Options that were given, by name; those of the clock and the folder are read by the functions below. */
  readonly values: Readonly<Partial<Record<keyof typeof OPTIONS, string | boolean>>>;
}

/** @throws WrongRequest for an option that does not exist or lacks its value */
export function readOptions(argv: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
    return { words: positionals, values };
  } catch (error) {
    throw new WrongRequest(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error));
  }
}

export function text({ values }: Options, name: keyof typeof OPTIONS): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

/** @throws WrongRequest when it is missing */
export function requiredText(options: Options, name: keyof typeof OPTIONS): string {
  const value = text(options, name);
  if (value === null || value === '') throw new WrongRequest(`--${name} is missing.`);
  return value;
}

/** @throws WrongRequest when it is no whole number of zero or more */
export function wholeNumber(options: Options, name: keyof typeof OPTIONS): number | null {
  const value = text(options, name);
  if (value === null) return null;
  if (!/^\d{1,9}$/.test(value)) throw new WrongRequest(`--${name} must be a whole number, not "${value}".`);
  return Number(value);
}

/** The folder of the profile: `--data`, else `DANKBEL_DATA`. @throws WrongRequest when there is neither */
export function profileFolder(options: Options): string {
  const folder = text(options, 'data') ?? process.env['DANKBEL_DATA'] ?? null;
  if (folder === null || folder === '') throw new WrongRequest('--data DIR is missing: the folder of the profile.');
  return folder;
}

/** `--date`. @throws WrongRequest when it is no day that exists */
export function dateOption(options: Options): CalendarDay | null {
  const value = text(options, 'date');
  if (value === null) return null;
  if (!isCalendarDay(value)) throw new WrongRequest(`--date must be a day as YYYY-MM-DD, not "${value}".`);
  return value;
}

/** The clock: `--now`, else noon of `--date`, else the machine's own. With an option it stands still. */
export function clock(options: Options): () => Instant {
  const now = text(options, 'now');
  if (now !== null) {
    const milliseconds = Date.parse(now);
    if (Number.isNaN(milliseconds)) throw new WrongRequest(`--now must be a moment as ISO 8601, not "${now}".`);
    const fixed = new Date(milliseconds).toISOString();
    return () => fixed;
  }
  const date = dateOption(options);
  if (date !== null) {
    const noon = instantAt(date, '12:00');
    return () => noon;
  }
  return () => new Date().toISOString();
}
