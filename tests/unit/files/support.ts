/** Files for tests of the import. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDonor, FileGift } from '../../../db/mirror/records-from-files.ts';
import type { ImportRemark } from '../../../sync/files/report.ts';
import { stagePath } from '../../../sync/files/staged/stage-path.ts';
import type { StagedRow } from '../../../sync/files/staged/staged-table.ts';
import { lookThrough } from '../../../sync/files/take/look-through.ts';
import { columnsOf, createPageReader, type ReadPage } from '../../../sync/files/take/page-reader.ts';
import { surveyTable } from '../../../sync/files/take/survey.ts';
import type { RowRefusal } from '../../../sync/files/refusal.ts';
import type { TakenRow } from '../../../sync/files/take/page-reader.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { FileRefusal } from '../../../sync/files/refusal.ts';

/** A file as the screen and the command line read it: whole, as it is small. @throws FileRefusal */
export async function stage(content: string | Buffer, name = 'bestand.csv'): Promise<Staged> {
  const folder = temporaryFolder();
  const path = join(folder, name);
  writeFileSync(path, content);
  const table = await stagePath(path, folder);
  const rows: StagedRow[] = [];
  for await (const page of table.pages()) rows.push(...page);
  await table.remove();
  return { header: table.header, rows, misfits: table.misfits };
}

interface Staged {
  readonly header: readonly string[];
  readonly rows: readonly StagedRow[];
  readonly misfits: readonly RowRefusal[];
}

/** The sentence with which a file is refused. */
export async function refusalOfFile(content: string | Buffer, name?: string): Promise<FileRefusal['sentence']> {
  const read = await stage(content, name).catch((error: unknown) => error);
  return refusalOf(() => {
    throw read;
  });
}

/** The sentence with which something is refused. */
export function refusalOf(work: () => unknown): FileRefusal['sentence'] {
  try {
    work();
  } catch (error) {
    if (error instanceof FileRefusal) return error.sentence;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Text as Windows writes it: as Latin-1, but for the euro sign and curly quotes. */
export function cp1252(text: string): Buffer {
  const bytes: Readonly<Record<string, number>> = { '€': 0x80, '‘': 0x91, '’': 0x92 };
  return Buffer.from(Array.from(text, (character) => bytes[character] ?? character.charCodeAt(0)));
}

interface Read<Value> {
  readonly taken: readonly TakenRow<Value>[];
  readonly refusals: readonly RowRefusal[];
  readonly remarks: readonly ImportRemark[];
  readonly refusedMandates: number;
}

/** A file as the command line and the screen read it. */
async function readAll<Value>(
  kind: 'donors' | 'gifts',
  text: string,
  takenIn: (page: ReadPage) => readonly TakenRow<Value>[],
): Promise<Read<Value>> {
  const folder = temporaryFolder();
  const path = join(folder, kind === 'donors' ? 'donateurs.csv' : 'giften.csv');
  writeFileSync(path, text);
  const table = await stagePath(path, folder);
  const survey = await surveyTable(table, kind, columnsOf(table, kind, {}).at, () => Promise.resolve());
  const { remarks, refusedMandates } = await lookThrough(table, kind, {}, survey, '2026-11-21');
  const reader = createPageReader(table, kind, {}, survey, false);
  const taken: TakenRow<Value>[] = [];
  const refusals: RowRefusal[] = [...table.misfits];
  for await (const page of table.pages()) {
    const read = reader.read(page);
    taken.push(...takenIn(read));
    refusals.push(...read.refusals);
  }
  await table.remove();
  return { taken, refusals: refusals.toSorted((a, b) => a.line - b.line), remarks, refusedMandates };
}

export const readDonors = (text: string): Promise<Read<FileDonor>> => readAll('donors', text, ({ donors }) => donors);
export const readGifts = (text: string): Promise<Read<FileGift>> => readAll('gifts', text, ({ gifts }) => gifts);
