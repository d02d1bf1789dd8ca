/** Looks for many texts in bytes at once, in UTF-8 and in UTF-16 of both orders. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Finder = (bytes: Buffer) => readonly string[];

/** Texts shorter than this would be found by chance in what looks like noise. */
const SHORTEST = 5;

/**
 * One pass: at every place the first two bytes are held against those of all that is looked for, and then the first four.
 *
 * @param texts what is looked for, as it is and in lower case; too short ones are left out
 */
export function createFinder(texts: Iterable<string>): Finder {
  const wanted = new Map<number, { readonly text: string; readonly bytes: Buffer }[]>();
  const seen = new Set<string>();
  for (const text of texts) {
    if (text.length < SHORTEST) continue;
    for (const form of new Set([text, text.toLowerCase()])) {
      const little = Buffer.from(form, 'utf16le');
      for (const bytes of [Buffer.from(form, 'utf8'), little, Buffer.from(little).swap16()]) {
        const mark = bytes.toString('latin1');
        if (seen.has(mark)) continue;
        seen.add(mark);
        const key = bytes.readUInt32LE(0);
        const list = wanted.get(key);
        if (list === undefined) wanted.set(key, [{ text, bytes }]);
        else list.push({ text, bytes });
      }
    }
  }
  const begins = new Uint8Array(2 ** 16);
  for (const key of wanted.keys()) begins[key & 0xff_ff] = 1;
  return (bytes) => {
    const found = new Set<string>();
    let two = bytes[0] ?? 0;
    for (let at = 0; at + SHORTEST <= bytes.length; at += 1) {
      two = (at === 0 ? two : two >> 8) | ((bytes[at + 1] ?? 0) << 8);
      if (begins[two] === 0) continue;
      for (const each of wanted.get(bytes.readUInt32LE(at)) ?? []) {
        if (bytes.subarray(at, at + each.bytes.length).equals(each.bytes)) found.add(each.text);
      }
    }
    return [...found];
  };
}

export interface FoundInFile {
  readonly file: string;
  readonly text: string;
}

/** Every file under a folder, whatever it is called; its name is looked through too. */
export function findInFolder(folder: string, find: Finder): readonly FoundInFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = Buffer.concat([Buffer.from(`${path.slice(folder.length)}\n`), readFileSync(path)]);
      return find(bytes).map((text) => ({ file: path.slice(folder.length + 1), text }));
    });
}
