/**
 * The text of a file, piece by piece, with LF between its lines, without ever holding it as a whole. Exports say nowhere
 * how they are encoded: a byte order mark decides, else a file that is valid UTF-8 is UTF-8 (no other encoding is by
 * accident), and everything else is Windows' cp1252, which Excel and most Dutch administrations write.
 */
import { isAscii } from 'node:buffer';
import type { Sentence } from '../../../domain/language.ts';
import { looksBinary, refuseBinary, refuseOtherText } from '../not-text.ts';
import { refuse } from '../refusal.ts';
import type { Spool } from './spool.ts';

const UTF8_MARK = '\xEF\xBB\xBF';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** @throws FileRefusal when it is no text, or damaged */
export async function findEncoding(name: string, spool: Spool): Promise<Encoding> {
  const first = await spool.read(0, 64 * 1024);
  const binary = refuseBinary(first.toString('latin1', 0, 16));
  if (binary !== null) throw refuse(name, binary);
  const mark = first.toString('latin1', 0, 3);
  const wide = mark.startsWith('\xFF\xFE') ? 'utf-16le' : mark.startsWith('\xFE\xFF') ? 'utf-16be' : null;
  const utf8 = new TextDecoder(wide ?? 'utf-8', { fatal: true });
  let isValid = true;
  let high = 0;
  let inWhole = 0;
  let isEmpty = true;
  // Bytes of the mark are no text; the same bytes without the whole mark are letters of cp1252.
  let marked = wide !== null ? 2 : mark === UTF8_MARK ? 3 : 0;
  for await (const block of spool.blocks()) {
    if (wide === null && looksBinary(block)) throw refuse(name, NO_TEXT);
    if (isEmpty) isEmpty = block.subarray(marked).every((byte) => byte <= 0x20);
    marked = 0;
    if (isValid) isValid = canDecode(utf8, block, false);
    if (wide !== null || isAscii(block)) continue;
    const latin = block.toString('latin1');
    high += latin.match(/[\x80-\xFF]/g)?.length ?? 0;
    const whole = latin.match(/[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}/g) ?? [];
    inWhole += whole.reduce((sum, { length }) => sum + length, 0);
  }
  if (isEmpty) throw refuse(name, EMPTY);
  isValid &&= canDecode(utf8, new Uint8Array(), true);
  const start = new TextDecoder(wide ?? (isValid ? 'utf-8' : 'windows-1252')).decode(first.subarray(0, 128));
  const other = refuseOtherText(start);
  if (other !== null) throw refuse(name, other);
  if (isValid) return wide ?? 'utf-8';
  // UTF-8 that was cut within a character, or has a few bad bytes, is never read as cp1252 without a word: every é would
  // become two odd characters. In text of cp1252 an accented letter stands alone; in UTF-8 never.
  if (wide !== null || mark === UTF8_MARK || inWhole > high - inWhole) throw refuse(name, DAMAGED);
  return 'windows-1252';
}

function canDecode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, isLast: boolean): boolean {
  try {
    decoder.decode(bytes, { stream: !isLast });
    return true;
  } catch {
    return false;
  }
}

/** Without byte order mark; every break of a line is one LF. */
export async function* textOfSpool(spool: Spool, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const block of spool.blocks()) {
    const text = held + decoder.decode(block, { stream: true });
    // The CR at the end may be half of a CR LF.
    held = text.endsWith('\r') ? '\r' : '';
    yield withLineFeeds(held === '' ? text : text.slice(0, -1));
  }
  yield withLineFeeds(held + decoder.decode());
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

const NO_TEXT: Sentence = { nl: 'dit is geen tekst, en dus geen CSV.', en: 'this is no text, and so no CSV.' };
const EMPTY: Sentence = { nl: 'dit bestand is leeg.', en: 'this file is empty.' };
const DAMAGED: Sentence = {
  nl: 'dit bestand is beschadigd of afgebroken: er staan halve tekens in. Maak de export opnieuw.',
  en: 'this file is damaged or was broken off: it has halves of characters. Make the export again.',
};
