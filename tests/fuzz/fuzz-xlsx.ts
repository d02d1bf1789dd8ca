/**
 * Workbooks, spoiled, on the way that the screen and the command line take: whatever the bytes are, rows of a bounded size
 * or a refusal in both languages; soon, and in a bounded memory.
 */
import { rmSync } from 'node:fs';
import { createSpool } from '../../sync/files/staged/spool.ts';
import { stageFile } from '../../sync/files/staged/stage-file.ts';
import { completeMapping, stillMissing } from '../../sync/files/mapping.ts';
import { FileRefusal } from '../../sync/files/refusal.ts';
import { KINDS } from '../../sync/files/take/kinds.ts';
import { columnsOf, createPageReader } from '../../sync/files/take/page-reader.ts';
import { previewTable } from '../../sync/files/take/preview.ts';
import { surveyTable } from '../../sync/files/take/survey.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { createDice } from './dice.ts';
import { takesTooLong, type FuzzOptions, type FuzzReport } from './report.ts';
import { strangeWorkbook } from './strange-workbook.ts';

/** For one workbook, with what was not yet cleared away; the promise of a whole import is 300 MB. */
const MOST_BYTES_MORE = 250 * 1024 * 1024;
const LONGEST_CELL = 2_000_000;

export async function fuzzXlsx({ seed, goesOn }: FuzzOptions): Promise<FuzzReport> {
  const folder = temporaryFolder();
  const violations: string[] = [];
  let [inputs, refused, rows, largest] = [0, 0, 0, 0];
  for (let round = 0; goesOn(round) && violations.length < 20; round += 1) {
    const dice = createDice(seed + round);
    const wrong = (what: string): void => void violations.push(`seed ${seed + round}: ${what}`);
    const bytes = strangeWorkbook(dice);
    inputs += 1;
    const before = process.memoryUsage.rss();
    const isSlow = await takesTooLong(async () => {
      try {
        rows += await readAll(bytes, folder, wrong);
      } catch (error) {
        if (!(error instanceof FileRefusal)) return wrong(error instanceof Error ? String(error.stack) : 'thrown');
        refused += 1;
        const { nl, en } = error.sentence;
        if (nl.trim() === '' || en.trim() === '') wrong('refused without a sentence in both languages');
        if (nl.length > 5_000) wrong(`a sentence of ${nl.length} characters`);
      }
    });
    if (isSlow) wrong('worked on it for more than a second');
    const more = process.memoryUsage.rss() - before;
    largest = Math.max(largest, more);
    if (more > MOST_BYTES_MORE) wrong(`${Math.round(more / 1024 / 1024)} MB more than before`);
  }
  rmSync(folder, { recursive: true, force: true });
  return {
    name: 'xlsx',
    inputs,
    refused,
    figures: { rows, megabytesMore: Math.round(largest / 1024 / 1024) },
    violations,
  };
}

async function readAll(bytes: Buffer, folder: string, wrong: (what: string) => void): Promise<number> {
  const spool = await createSpool(folder);
  try {
    await spool.append(bytes);
    const table = await stageFile({ file: 'a.xlsx', spool, folder, sheet: null });
    try {
      let count = 0;
      for await (const page of table.pages()) {
        for (const { cells } of page) {
          count += 1;
          if (cells.length !== table.header.length) wrong(`a row of ${cells.length} of ${table.header.length} cells`);
          if (cells.some((cell) => typeof cell !== 'string' || cell.length > LONGEST_CELL))
            wrong('a cell without bounds');
        }
      }
      const set = KINDS.people;
      if (stillMissing(set, table, {}).length > 0) return count;
      const mapping = completeMapping(set, table, {});
      const survey = await surveyTable(table, 'people', columnsOf(table, 'people', mapping).at, () =>
        Promise.resolve(),
      );
      await previewTable(table, 'people', mapping, survey, 'nl');
      const reader = createPageReader(table, 'people', mapping, survey, true);
      for await (const page of table.pages()) {
        const { people, refusals } = reader.read(page);
        if (people.length + refusals.length !== page.length) wrong('a row that is neither taken nor refused');
      }
      return count;
    } finally {
      await table.remove();
    }
  } finally {
    await spool.remove();
  }
}
