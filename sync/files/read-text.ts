/**
 * Bytes of a file to text. Exports say nowhere how they are encoded: a byte order mark decides, else a file that is
 * valid UTF-8 is UTF-8 (no other encoding is by accident), and everything else is Windows' cp1252, which Excel and
 * most Dutch administrations write.
 */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Sentence } from '../../domain/language.ts';
import { looksBinary, refuseBinary, refuseOtherText } from './not-text.ts';
import { FileRefusal } from './refusal.ts';

/** More than a million gifts. A file is read as a whole and takes some twenty times its size in memory. */
export const LARGEST_FILE = 100 * 1024 * 1024;

export interface TextFile {
  /** Without its folder, as reports name it. */
  readonly name: string;
  /** The text as UTF-8, without byte order mark. */
  readonly text: Buffer;
}

/** @throws FileRefusal for a file that cannot be read or is no text */
export function readTextFile(path: string): TextFile {
  const name = basename(path);
  return { name, text: decodeText(name, readBytes(name, path)) };
}

function readBytes(name: string, path: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE) throw tooLarge(name, size);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw refuse(name, {
      nl: 'dit bestand kan niet worden gelezen. Controleer de naam en de rechten.',
      en: 'this file cannot be read. Check its name and its rights.',
    });
  }
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = [
  { mark: Buffer.from([0xff, 0xfe]), encoding: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), encoding: 'utf-16be' },
] as const;

/** @throws FileRefusal when the bytes are no text */
export function decodeText(name: string, bytes: Buffer): Buffer {
  const binary = refuseBinary(bytes.toString('latin1', 0, 16));
  if (binary !== null) throw refuse(name, binary);
  const text = toUtf8(name, bytes);
  const start = text.toString('utf8', 0, 64);
  if (start.trim() === '' && text.toString('utf8').trim() === '') {
    throw refuse(name, { nl: 'dit bestand is leeg.', en: 'this file is empty.' });
  }
  const other = refuseOtherText(start);
  if (other !== null) throw refuse(name, other);
  return text;
}

function toUtf8(name: string, bytes: Buffer): Buffer {
  const wide = UTF16_MARKS.find(({ mark }) => startsWith(bytes, mark));
  if (wide !== undefined) return decodeWide(name, bytes.subarray(wide.mark.length), wide.encoding);
  const isMarked = startsWith(bytes, UTF8_MARK);
  const body = isMarked ? bytes.subarray(UTF8_MARK.length) : bytes;
  if (looksBinary(body)) {
    throw refuse(name, { nl: 'dit is geen tekst, en dus geen CSV.', en: 'this is no text, and so no CSV.' });
  }
  if (isUtf8(body)) return body;
  if (isMarked || isBrokenUtf8(body)) throw damaged(name);
  return Buffer.from(new TextDecoder('windows-1252').decode(body), 'utf8');
}

function decodeWide(name: string, body: Buffer, encoding: 'utf-16le' | 'utf-16be'): Buffer {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(body), 'utf8');
  } catch {
    throw damaged(name);
  }
}

/**
 * UTF-8 that was cut in the middle of a character, or has a few bad bytes, must not be read as cp1252: every é would
 * become two odd characters without a word. In text of cp1252 an accented letter stands alone; in UTF-8 never.
 */
function isBrokenUtf8(body: Buffer): boolean {
  const latin = body.toString('latin1');
  const whole = latin.match(/[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}/g) ?? [];
  const high = latin.match(/[\x80-\xFF]/g) ?? [];
  const inWhole = whole.reduce((sum, { length }) => sum + length, 0);
  return inWhole > high.length - inWhole;
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}

function damaged(name: string): FileRefusal {
  return refuse(name, {
    nl: 'dit bestand is beschadigd of afgebroken: er staan halve tekens in. Maak de export opnieuw.',
    en: 'this file is damaged or was broken off: it has halves of characters. Make the export again.',
  });
}

function tooLarge(name: string, size: number): FileRefusal {
  const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
  return refuse(name, {
    nl: `dit bestand is ${megabytes(size)} MB, en meer dan ${megabytes(LARGEST_FILE)} MB gaat niet. Verdeel de export over meer bestanden.`,
    en: `this file is ${megabytes(size)} MB, and more than ${megabytes(LARGEST_FILE)} MB is not possible. Divide the export over more files.`,
  });
}

/** A refusal of one file: its name, and what is the matter. */
export function refuse(name: string, { nl, en }: Sentence): FileRefusal {
  return new FileRefusal({ nl: `${name}: ${nl}`, en: `${name}: ${en}` });
}
