/** Tables: separators, quotes, line numbers, and rows that do not fit. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutGuard } from '../../../domain/results/csv.ts';
import { LONGEST_CELL } from '../../../sync/files/row-cells.ts';
import { findSeparator } from '../../../sync/files/separator.ts';
import { stagePath } from '../../../sync/files/staged/stage-path.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { refusalOfFile, stage } from './support.ts';

const rowsOf = async (text: string): Promise<readonly (readonly [number, ...string[]])[]> =>
  (await stage(text)).rows.map(({ line, cells }) => [line, ...cells]);

describe('the separator', () => {
  it('is the one that the header has most of, outside quotes', () => {
    expect(findSeparator('a;b;c\n')?.separator).toBe(';');
    expect(findSeparator('a,b,c\n1;2;3;4;5')?.separator).toBe(',');
    expect(findSeparator('a\tb\tc, d\n')?.separator).toBe('\t');
    expect(findSeparator('"Naam, voorletters, titel";Plaats\n')?.separator).toBe(';');
    expect(findSeparator('"a\n,,,";b')?.separator).toBe(';');
    expect(findSeparator('Naam\nPiet;Jan\n')).toBeNull();
  });

  it('is the one that Excel names', async () => {
    expect(await rowsOf('sep=,\r\na,b\r\n1,2\r\n')).toEqual([[3, '1', '2']]);
    expect(await rowsOf('sep=;\na,b;c\n1,2;3\n')).toEqual([[3, '1,2', '3']]);
  });
});

describe('rows', () => {
  it('know their line as an editor counts it, after quoted line breaks and empty lines too', async () => {
    expect(await rowsOf('\r\na;b\r\n1;"x\r\ny"\r\n\r\n2;z\r\n"3\n\n";q\r\n4;r')).toEqual([
      [3, '1', 'x\ny'],
      [6, '2', 'z'],
      [7, '3\n\n', 'q'],
      [10, '4', 'r'],
    ]);
    expect(await rowsOf('a;b\r1;2\r3;4')).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
    ]);
  });

  it('keep what stands in them: formulas, quotes, markup, spaces', async () => {
    const [row] = (await stage('a;b;c;d\n=1+1;@x;"zegt ""ja""";  <b> \n')).rows;
    expect(row?.cells).toEqual(['=1+1', '@x', 'zegt "ja"', '  <b> ']);
  });

  it('stand in whole pages but for the last, however they were read', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'donateurs.csv');
    // Two pieces of the disk, which no page ends with.
    const count = 40_007;
    writeFileSync(
      path,
      `nummer;naam\n${Array.from({ length: count }, (_, index) => `${index};Noor van der Berg`).join('\n')}\n`,
    );
    const table = await stagePath(path, folder);
    const sizes: number[] = [];
    const numbers: string[] = [];
    for await (const page of table.pages()) {
      sizes.push(page.length);
      numbers.push(...page.map(({ cells }) => cells[0] ?? ''));
    }
    await table.remove();
    expect(sizes).toEqual([...Array.from({ length: 40 }, () => 1_000), 7]);
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => String(index)));
  });

  it('with a stray quote are read as they stand', async () => {
    expect(await rowsOf('a;b\n12" plaat;2\n"Jan" Smit;3\n')).toEqual([
      [2, '12" plaat', '2'],
      [3, '"Jan" Smit', '3'],
    ]);
  });

  it('keep of a whole story in a cell no more than it takes to refuse it', async () => {
    const longest = 'x'.repeat(LONGEST_CELL);
    expect(await rowsOf(`a;b\n${longest};1\n${longest.repeat(40)};2\n`)).toEqual([
      [2, longest, '1'],
      [3, `${longest}x`, '2'],
    ]);
  });

  it('of nothing but separators are none', async () => {
    expect(await rowsOf('a;b\n;\n1;2\n ; \n;\n')).toEqual([[3, '1', '2']]);
  });

  it('with another number of fields are refused, by their line', async () => {
    const { rows, misfits } = await stage('a;b\n1;2\n3\n4;5\n6;7;8\n9;0\n');
    expect(rows.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(misfits).toEqual([
      {
        file: 'bestand.csv',
        line: 3,
        column: null,
        value: null,
        reason: {
          nl: 'Deze rij heeft 1 veld, en de eerste regel 2.',
          en: 'This row has 1 field, and the first line 2.',
        },
      },
      expect.objectContaining({ line: 5 }),
    ]);
  });
});

describe('a file that is no sound table', () => {
  it.each([
    ['has no columns', 'een brief\naan niemand\n', 'geen kolommen'],
    ['has only a header', 'a;b\n', 'geen rijen'],
    ['has only a header and empty lines', 'a;b\r\n\r\n;\r\n', 'geen rijen'],
    ['was broken off in a quoted text', 'a;b\n1;2\n3;"vier\n5;6\n', 'op regel 3'],
    ['has a quote that swallows rows', 'a;b;c\n1;"Huize;2\n3;4"x;5\n6;7;8\n', 'op regel 2'],
    ['mostly has other fields than its header', 'a;b\n1\n2\n3;4\n', 'van de 3 rijen hebben er 2'],
  ])('%s', async (_what, text, words) => {
    expect((await refusalOfFile(text)).nl).toContain(words);
  });
});

describe('every table', () => {
  const cell = fc.oneof(fc.string(), fc.stringMatching(/^[a;,"\r\n\t ]{0,8}$/));
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  /** With LF between its lines, and without the apostrophe that guards our own exports. */
  const asRead = (text: string): string => withoutGuard(text.toWellFormed().replaceAll(/\r\n?/g, '\n'));

  it('that is quoted properly comes back whole, with the right lines', async () => {
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(';', ',', '\t'),
        fc.constantFrom('\n', '\r\n'),
        async (cells, separator, lineBreak) => {
          fc.pre(cells.every((row) => row.some((text) => text.trim() !== '') && !row.join('').includes('\0')));
          const lines = [['x', 'y', 'z'], ...cells].map((row) => row.map(quote).join(separator));
          const text = lines.join(lineBreak);
          const read = (await stage(Buffer.from(`\uFEFF${text}`))).rows;
          expect(read.map((row) => row.cells)).toEqual(cells.map((row) => row.map(asRead)));
          const lineOf = (index: number): number =>
            lines
              .slice(0, index + 1)
              .join(lineBreak)
              .split(/\r\n|\n|\r/).length + 1;
          expect(read.map((row) => row.line)).toEqual(cells.map((_row, index) => lineOf(index)));
        },
      ),
    );
  });
});
