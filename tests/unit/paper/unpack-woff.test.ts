/** Our fonts come out of their files as they were packed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allFontFiles } from '../../../electron/paper/font-files.ts';
import { unpackWoff } from '../../../electron/paper/unpack-woff.ts';

interface Table {
  readonly name: string;
  readonly checksum: number;
  readonly bytes: Buffer;
}

/** As the OpenType specification describes the file. */
function tablesOf(font: Buffer): readonly Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + index * 16;
    const offset = font.readUInt32BE(at + 8);
    expect(offset % 4).toBe(0);
    return {
      name: font.toString('latin1', at, at + 4),
      checksum: font.readUInt32BE(at + 4),
      bytes: font.subarray(offset, offset + font.readUInt32BE(at + 12)),
    };
  });
}

/** The sum of its numbers of 32 bits; in `head` the field with the sum of the file counts as nothing. */
function checksumOf({ name, bytes }: Table): number {
  const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
  if (name === 'head') padded.writeUInt32BE(0, 8);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

describe('a font', () => {
  it.each(allFontFiles())('$name has every table as its checksum says', ({ path }) => {
    const woff = readFileSync(path);
    const font = unpackWoff(woff);
    // What the WOFF says that it was.
    expect(font.length).toBe(woff.readUInt32BE(16));
    const tables = tablesOf(font);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca']));
    for (const table of tables) expect([table.name, checksumOf(table)]).toEqual([table.name, table.checksum]);
  });

  it('that is none, or of which a part is missing, is refused', () => {
    expect(() => unpackWoff(Buffer.alloc(100))).toThrow('no WOFF');
    const [first] = allFontFiles();
    const woff = readFileSync(first?.path ?? '');
    expect(() => unpackWoff(woff.subarray(0, woff.length - 5_000))).toThrow('unexpected end');
  });
});
