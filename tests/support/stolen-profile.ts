/**
 * What a thief would look for in the files of a profile, without its key: names, numbers, addresses and notes of the
 * donors (issue 6, Shows 3), in UTF-8 and in UTF-16. The log of the program is looked through like any other file.
 */
import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { createLog, type Log } from '../../electron/backend/log.ts';
import type { Reader } from '../../db/store.ts';
import { findInFolder, type Finder } from './find-texts.ts';
import { capturedRows } from './captured-rows.ts';

let captured: readonly string[] | null = null;

/** What is personal in the captured CRM. */
export function capturedTexts(): readonly string[] {
  captured ??= textsAmong([
    ...capturedRows('contacts').flatMap((row) => [row['display_name'], row['last_name']]),
    ...capturedRows('phones').flatMap((row) => [row['phone'], row['phone_numeric']]),
    ...capturedRows('emails').map((row) => row['email']),
    ...capturedRows('addresses').map((row) => row['street_address']),
  ]);
  return captured;
}

/** What is personal in a profile that is open: of its donors, and what was written about them. */
export async function personalTexts(reader: Reader): Promise<readonly string[]> {
  const donors = await reader.selectFrom('donor').select(['surname', 'display_name']).execute();
  const phones = await reader.selectFrom('donor_phone').select(['raw', 'number']).execute();
  const emails = await reader.selectFrom('donor_email').select('email').execute();
  const addresses = await reader.selectFrom('donor_address').select('street').execute();
  const notes = await reader.selectFrom('attempt').select('notes').execute();
  const typing = await reader.selectFrom('call_item').select('notes').execute();
  const tasks = await reader.selectFrom('follow_up').select('text').execute();
  return textsAmong(
    [...donors, ...phones, ...emails, ...addresses, ...notes, ...typing, ...tasks].flatMap((row) => Object.values(row)),
  );
}

/** Short ones are words that may stand anywhere, and "Familie" in a name of a file is nobody. */
const SHORTEST = 7;

function textsAmong(values: readonly unknown[]): readonly string[] {
  return [...new Set(values.filter((value) => typeof value === 'string'))].filter((text) => text.length >= SHORTEST);
}

/** What looks like a person whoever it is: an e-mail address, a Dutch phone number, an account number, a postcode. */
const PERSONAL = /[\w.+-]+@[\w-]+\.\w+|(?:\+31|\b0)[1-9]\d{8}\b|\bNL\d{2}[A-Z]{4}\d{10}\b|\b[1-9]\d{3} ?[A-Z]{2}\b/;

/** The real log, with everything that it ever writes, into a file. */
export function logInto(path: string): Log {
  return createLog(pino.destination({ dest: path, sync: true }), 'trace');
}

/** The CRM of the practice evening: its donors are invented, and it is no part of what is protected. */
const INVENTED = /^practice[\\/]practice-crm[\\/]/;

/** @returns where something personal can be read, in words; the texts themselves are invented, so they may be shown */
export function readableIn(folder: string, find: Finder, logFile: string): readonly string[] {
  const found = findInFolder(folder, find)
    .filter(({ file }) => !INVENTED.test(file))
    .map(({ file, text }) => `${file}: ${text}`);
  const [inLog] = PERSONAL.exec(readFileSync(logFile, 'utf8')) ?? [];
  return inLog === undefined ? found : [...found, `the log: ${inLog}`];
}
