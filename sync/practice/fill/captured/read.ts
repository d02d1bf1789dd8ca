import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../../json.ts';
import { isObject, parseJson } from '../../json.ts';

/** A request with its answer, as they were captured from a real server. */
export interface CapturedAnswer {
  readonly file: string;
  readonly rows: readonly JsonObject[];
}

/** The captured answers of one charity. */
export interface Capture {
  readonly contacts: CapturedAnswer;
  readonly emails: CapturedAnswer;
  readonly phones: CapturedAnswer;
  readonly addresses: CapturedAnswer;
  readonly recurring: CapturedAnswer;
  readonly contributions: CapturedAnswer;
  readonly activities: CapturedAnswer;
  readonly options: readonly CapturedAnswer[];
}

/** A file of the capture cannot be used; the message names it and says what is wrong. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`The captured answers in ${file} cannot be loaded: ${problem}.`, options);
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CaptureError(file, 'the file cannot be read', { cause: error });
  }
}

async function readAnswer(directory: string, name: string): Promise<CapturedAnswer> {
  const file = join(directory, name);
  const content = parseJson(await readText(file));
  if (!isObject(content)) throw new CaptureError(file, 'it is not a JSON object');
  const { response } = content;
  const values = isObject(response) ? response['values'] : undefined;
  if (!Array.isArray(values)) throw new CaptureError(file, 'it has no list "response.values"');
  const rows = values.map((row, index) => {
    if (!isObject(row) || !Number.isInteger(row['id']))
      throw new CaptureError(file, `row ${index + 1} has no whole number "id"`);
    return row;
  });
  return { file, rows };
}

/** Reads a folder of captured answers. Other files in it are nobody's business. @throws CaptureError */
export async function readCapture(directory: string): Promise<Capture> {
  let names: readonly string[];
  try {
    names = await readdir(directory);
  } catch (error) {
    throw new CaptureError(directory, 'the folder cannot be read', { cause: error });
  }
  const optionFiles = names.filter((name) => /^options-.*\.json$/.test(name)).toSorted();
  return {
    contacts: await readAnswer(directory, 'contacts.json'),
    emails: await readAnswer(directory, 'emails.json'),
    phones: await readAnswer(directory, 'phones.json'),
    addresses: await readAnswer(directory, 'addresses.json'),
    recurring: await readAnswer(directory, 'recurring.json'),
    contributions: await readAnswer(directory, 'contributions.json'),
    activities: await readAnswer(directory, 'activities.json'),
    options: await Promise.all(optionFiles.map((name) => readAnswer(directory, name))),
  };
}
