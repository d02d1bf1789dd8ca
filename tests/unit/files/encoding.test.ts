/** Whatever a file is encoded in, and whatever it turns out not to be. */
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_PIECE_BYTES, MOST_FILE_PIECES } from '../../../domain/file-pieces.ts';
import { createSpool } from '../../../sync/files/staged/spool.ts';
import { stagePath } from '../../../sync/files/staged/stage-path.ts';
import { findEncoding, textOfSpool } from '../../../sync/files/staged/text-of-spool.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { cp1252, refusalOf } from './support.ts';

const TEXT = 'Naam;Status\nZoë d’Ancona;Geïnd\n';

async function decoded(bytes: Buffer, name = 'a.csv'): Promise<string> {
  const spool = await createSpool(temporaryFolder());
  await spool.append(bytes);
  try {
    let text = '';
    for await (const piece of textOfSpool(spool, await findEncoding(name, spool))) text += piece;
    return text;
  } finally {
    await spool.remove();
  }
}

/** The sentence, in Dutch, with which work ends. */
async function refusedBy(work: Promise<unknown>): Promise<string> {
  const outcome = await work.catch((error: unknown) => error);
  return refusalOf(() => {
    throw outcome;
  }).nl;
}

describe('the encoding', () => {
  it('is UTF-8, with or without its mark', async () => {
    expect(await decoded(Buffer.from(TEXT))).toBe(TEXT);
    expect(await decoded(Buffer.from(`\uFEFF${TEXT}`))).toBe(TEXT);
  });

  it('is UTF-16 when its mark says so', async () => {
    const little = Buffer.from(`\uFEFF${TEXT}`, 'utf16le');
    expect(await decoded(little)).toBe(TEXT);
    expect(await decoded(Buffer.from(little).swap16())).toBe(TEXT);
  });

  it('is cp1252 when it is no UTF-8', async () => {
    expect(await decoded(cp1252('Naam;Bedrag\nZoë;€ 25,00\n'))).toBe('Naam;Bedrag\nZoë;€ 25,00\n');
    expect(await decoded(cp1252('CAFÉ®;Özdemir;Loïs'))).toBe('CAFÉ®;Özdemir;Loïs');
    expect(await decoded(cp1252('ï'))).toBe('ï');
  });

  it('is found for every text of letters', async () => {
    const letters = fc.stringMatching(/^[a-zA-Z ;,\n]{0,40}[éëïöüçñÉÖ]?[a-zA-Z ;,\n]{0,40}$/);
    await fc.assert(
      fc.asyncProperty(letters, async (text) => {
        fc.pre(text.trim() !== '');
        expect(await decoded(Buffer.from(text))).toBe(text);
        expect(await decoded(Buffer.from(`\uFEFF${text}`))).toBe(text);
        expect(await decoded(cp1252(text))).toBe(text);
      }),
    );
  });
});

describe('a file that is not what it says', () => {
  const refused = (bytes: Buffer): Promise<string> => refusedBy(decoded(bytes, 'giften.csv'));

  it.each([
    ['an Excel file', Buffer.from('PK\x03\x04\x14\0\x06\0'), 'een Excelbestand'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'een oud Excelbestand'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'een pdf'],
    ['a web page', Buffer.from('\n<!DOCTYPE html><html>'), 'een webpagina'],
    ['a table of a web page', Buffer.from('<TABLE><tr>'), 'een webpagina'],
    ['XML', Buffer.from('<?xml version="1.0"?>'), 'een XML-bestand'],
    ['JSON', Buffer.from('{"a":1}'), 'een JSON-bestand'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'geen tekst'],
    ['control characters', Buffer.from('a\x01\x02\x03\x04b'), 'geen tekst'],
    ['nothing', Buffer.alloc(0), 'leeg'],
    ['white space', Buffer.from(`\uFEFF${' \r\n'.repeat(50)}`), 'leeg'],
    ['a mark of UTF-16 and nothing more', Buffer.from('\uFEFF', 'utf16le'), 'leeg'],
    ['UTF-8 that was cut in a letter', Buffer.from('Naam\nZoë;Loïs\nZoë').subarray(0, -1), 'beschadigd'],
    ['marked UTF-8 with cp1252 in it', Buffer.concat([Buffer.from('\uFEFFNaam\n'), cp1252('Zoë')]), 'beschadigd'],
    ['half of UTF-16', Buffer.from('\uFEFFNaam', 'utf16le').subarray(0, -1), 'beschadigd'],
  ])('%s is told', async (_what, bytes, words) => {
    const sentence = await refused(bytes);
    expect(sentence).toContain(words);
    expect(sentence.startsWith('giften.csv: ')).toBe(true);
  });

  it('is told when it cannot be read, is a folder or is too large', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'map.csv'));
    const large = join(folder, 'groot.csv');
    writeFileSync(large, '');
    truncateSync(large, FILE_PIECE_BYTES * MOST_FILE_PIECES + 1);
    const staged = (name: string): Promise<string> => refusedBy(stagePath(join(folder, name), folder));
    expect(await staged('weg.csv')).toContain('weg.csv: dit bestand kan niet');
    expect(await staged('map.csv')).toContain('kan niet worden gelezen');
    expect(await staged('groot.csv')).toContain('200 MB');
  });
});
