/**
 * The texts of a workbook, which its cells refer to by number. A list of donors has a million of them: they are kept as
 * bytes, one after the other, and made into a text when a cell asks for it (docs/decisions/0048: 15 bytes for each
 * instead of 60, and none of them for the garbage collector).
 */
import type { Archive } from './archive.ts';
import { bomb } from './archive.ts';
import { parseXml } from './parse-xml.ts';
import { unescapeText } from './cell-text.ts';

export interface SharedStrings {
  readonly count: number;
  readonly at: (index: number) => string;
}

const MOST_BYTES = 160 * 1024 * 1024;
const FIRST_BYTES = 1024 * 1024;
const FIRST_COUNT = 64 * 1024;

export const NO_STRINGS: SharedStrings = { count: 0, at: () => '' };

export async function readSharedStrings(file: string, archive: Archive, path: string): Promise<SharedStrings> {
  let bytes = Buffer.allocUnsafe(FIRST_BYTES);
  let ends = new Uint32Array(FIRST_COUNT);
  let count = 0;
  let used = 0;
  let text = '';
  let isText = false;
  /** Within what tells how a Japanese name is read aloud. */
  let phonetic = 0;
  const keep = (): void => {
    const needed = used + text.length * 3;
    if (needed > bytes.length) {
      if (needed > MOST_BYTES) throw bomb(file);
      bytes = Buffer.concat([bytes], Math.min(MOST_BYTES, Math.max(needed, Math.ceil(bytes.length * 1.5))));
    }
    used += bytes.write(unescapeText(text), used);
    if (count >= ends.length) {
      const more = new Uint32Array(Math.ceil(ends.length * 1.5));
      more.set(ends);
      ends = more;
    }
    ends[count] = used;
    count += 1;
  };
  await parseXml(file, archive.pieces(path), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') isText = phonetic === 0;
      else if (name === 'rPh') phonetic += 1;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') keep();
    },
  });
  return {
    count,
    at: (index) => (index < 0 || index >= count ? '' : bytes.toString('utf8', ends[index - 1] ?? 0, ends[index])),
  };
}
