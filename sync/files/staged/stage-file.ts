/** Reads a file that came in, whatever it is, into rows; or says in words what it is instead. */
import type { Sentence } from '../../../domain/language.ts';
import { refuse } from '../refusal.ts';
import type { Spool } from './spool.ts';
import { stageCsv } from './stage-csv.ts';
import { stageXlsx } from './stage-xlsx.ts';
import type { StagedTable } from './staged-table.ts';

export interface StageOptions {
  /** Name of the file, without its folder. */
  readonly file: string;
  readonly spool: Spool;
  /** Where rows wait. */
  readonly folder: string;
  /** Of a workbook; null: Dankbel chooses. */
  readonly sheet: number | null;
}

/** @throws FileRefusal */
export async function stageFile({ file, spool, folder, sheet }: StageOptions): Promise<StagedTable> {
  await checkStart(file, spool);
  const start = (await spool.read(0, 4)).toString('latin1');
  if (start === 'PK\x03\x04') return stageXlsx(file, spool, folder, sheet);
  return stageCsv(file, spool, folder);
}

const COMPOUND_FILE = '\xD0\xCF\x11\xE0';
/** In a compound file it stands near the beginning or the end, as UTF-16. */
const LOCKED_MARK = Buffer.from('EncryptedPackage', 'utf16le').toString('latin1');
const SEARCHED = 1024 * 1024;

/** What can be said of a file by its first bytes. @throws FileRefusal */
export async function checkStart(file: string, spool: Spool): Promise<void> {
  if (spool.size === 0) throw refuse(file, EMPTY);
  const start = (await spool.read(0, 16)).toString('latin1');
  if (!start.startsWith(COMPOUND_FILE)) return;
  const ends = [await spool.read(0, SEARCHED), await spool.read(Math.max(0, spool.size - SEARCHED), SEARCHED)];
  throw refuse(file, ends.some((end) => end.toString('latin1').includes(LOCKED_MARK)) ? LOCKED : OLD);
}

const EMPTY: Sentence = { nl: 'dit bestand is leeg.', en: 'this file is empty.' };
const OLD: Sentence = {
  nl: 'dit is een oud Excelbestand (.xls). Open het in Excel, bewaar het als Excelmap (.xlsx) of CSV, en kies dat.',
  en: 'this is an old Excel file (.xls). Open it in Excel, save it as a workbook (.xlsx) or CSV, and choose that.',
};
const LOCKED: Sentence = {
  nl: 'op dit bestand zit een wachtwoord. Haal het er in Excel af (Bestand, Info, Werkmap beveiligen), en kies het opnieuw.',
  en: 'this file has a password. Take it off in Excel (File, Info, Protect workbook), and choose it again.',
};
