/** Whatever a file is encoded in, and whatever it turns out not to be. */
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, LARGEST_FILE, readTextFile } from '../../../sync/files/read-text.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { cp1252, refusalOf } from './support.ts';

const TEXT = 'Naam;Status\r\nZoë d’Ancona;Geïnd\r\n';
const decoded = (bytes: Buffer): string => decodeText('a.csv', bytes).toString('utf8');

describe('the encoding', () => {
  it('is UTF-8, with or without its mark', () => {
    expect(decoded(Buffer.from(TEXT))).toBe(TEXT);
    expect(decoded(Buffer.from(`\uFEFF${TEXT}`))).toBe(TEXT);
  });

  it('is UTF-16 when its mark says so', () => {
    const little = Buffer.from(`\uFEFF${TEXT}`, 'utf16le');
    expect(decoded(little)).toBe(TEXT);
    expect(decoded(Buffer.from(little).swap16())).toBe(TEXT);
  });

  it('is cp1252 when it is no UTF-8', () => {
    expect(decoded(cp1252('Naam;Bedrag\nZoë;€ 25,00\n'))).toBe('Naam;Bedrag\nZoë;€ 25,00\n');
    expect(decoded(cp1252('CAFÉ®;Özdemir;Loïs'))).toBe('CAFÉ®;Özdemir;Loïs');
  });

  it('is found for every text of letters', () => {
    const letters = fc.stringMatching(/^[a-zA-Z ;,\n]{0,40}[éëïöüçñÉÖ]?[a-zA-Z ;,\n]{0,40}$/);
    fc.assert(
      fc.property(letters, (text) => {
        fc.pre(text.trim() !== '');
        expect(decoded(Buffer.from(text))).toBe(text);
        expect(decoded(Buffer.from(`\uFEFF${text}`))).toBe(text);
        expect(decoded(cp1252(text))).toBe(text);
      }),
    );
  });
});

describe('a file that is not what it says', () => {
  const refused = (bytes: Buffer): string => refusalOf(() => decodeText('giften.csv', bytes)).nl;

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
    ['UTF-8 that was cut in a letter', Buffer.from('Naam\nZoë;Loïs\nZoë').subarray(0, -1), 'beschadigd'],
    ['marked UTF-8 with cp1252 in it', Buffer.concat([Buffer.from('\uFEFFNaam\n'), cp1252('Zoë')]), 'beschadigd'],
    ['half of UTF-16', Buffer.from('\uFEFFNaam', 'utf16le').subarray(0, -1), 'beschadigd'],
  ])('%s is told', (_what, bytes, words) => {
    const sentence = refused(bytes);
    expect(sentence).toContain(words);
    expect(sentence.startsWith('giften.csv: ')).toBe(true);
  });

  it('is told when it cannot be read, is a folder or is too large', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'map.csv'));
    const large = join(folder, 'groot.csv');
    writeFileSync(large, '');
    truncateSync(large, LARGEST_FILE + 1);
    expect(refusalOf(() => readTextFile(join(folder, 'weg.csv'))).nl).toContain('weg.csv: dit bestand kan niet');
    expect(refusalOf(() => readTextFile(join(folder, 'map.csv'))).nl).toContain('kan niet worden gelezen');
    expect(refusalOf(() => readTextFile(large)).nl).toContain('100 MB');
  });
});
