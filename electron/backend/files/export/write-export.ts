/** Writes a file of donors into a spool, some donors at a time. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExportWhat } from '../../../../contract/procedures/files.ts';
import type { Reader } from '../../../../db/store.ts';
import type { Language } from '../../../../domain/language.ts';
import type { Spool } from '../../../../sync/files/staged/spool.ts';
import { escapeText } from '../../../../sync/files/xlsx/cell-text.ts';
import { textCell, workbookCell } from './cell.ts';
import type { Choice } from './choose-donors.ts';
import { DONORS_LAYOUT } from './donors-layout.ts';
import { GIFTS_LAYOUT } from './gifts-layout.ts';
import { KAL_LAYOUT } from './kal-layout.ts';
import type { ExportRow, Layout } from './layout.ts';
import { MAIL_MERGE_LAYOUT } from './mail-merge-layout.ts';
import { RESPONSE_LAYOUT } from './response-layout.ts';

export const LAYOUTS: Readonly<Record<ExportWhat, Layout>> = {
  donors: DONORS_LAYOUT,
  gifts: GIFTS_LAYOUT,
  kal: KAL_LAYOUT,
  response: RESPONSE_LAYOUT,
  'mail-merge': MAIL_MERGE_LAYOUT,
};

export interface ExportOrder {
  readonly what: ExportWhat;
  readonly format: 'xlsx' | 'csv';
  readonly language: Language;
  readonly choice: Choice;
  readonly donorIds: readonly number[];
}

const DONORS_OF_A_PORTION = 1_000;
/** What a piece of the answer holds. */
const BYTES_OF_A_BLOCK = 512 * 1024;

/** @returns how many rows below the header */
export async function writeExport(reader: Reader, order: ExportOrder, spool: Spool): Promise<number> {
  const layout = LAYOUTS[order.what];
  let count = 0;
  const rows = async function* (): AsyncGenerator<ExportRow> {
    const { donorIds, language, choice } = order;
    for (let from = 0; from < donorIds.length; from += DONORS_OF_A_PORTION) {
      const portion = donorIds.slice(from, from + DONORS_OF_A_PORTION);
      for (const row of await layout.rows(reader, portion, language, choice)) {
        count += 1;
        yield row;
      }
      await nextTurn();
    }
  };
  const bytes = order.format === 'csv' ? csvBytes(layout, order, rows()) : workbookBytes(layout, order, rows());
  let block: Uint8Array[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const whole = Buffer.concat(block);
    block = [];
    size = 0;
    for (let at = 0; at < whole.length; at += BYTES_OF_A_BLOCK) {
      await spool.append(whole.subarray(at, at + BYTES_OF_A_BLOCK));
    }
  };
  for await (const piece of bytes) {
    block.push(piece);
    size += piece.length;
    if (size >= BYTES_OF_A_BLOCK) await flush();
  }
  await flush();
  return count;
}

/** A byte order mark, so that accents survive in Excel; CRLF between rows, as RFC 4180 has them. */
async function* csvBytes(
  { header }: Layout,
  { language }: ExportOrder,
  rows: AsyncGenerator<ExportRow>,
): AsyncGenerator<Uint8Array> {
  const line = (cells: ExportRow): string => `${cells.map(textCell).join(';')}\r\n`;
  yield Buffer.from(`\uFEFF${line(header(language))}`);
  for await (const row of rows) yield Buffer.from(line(row));
}

async function* workbookBytes(
  { name, header }: Layout,
  { language }: ExportOrder,
  rows: AsyncGenerator<ExportRow>,
): AsyncGenerator<Uint8Array> {
  const cells = async function* () {
    for await (const row of rows) yield row.map(workbookCell);
  };
  const title = name[language];
  // Loaded when the first workbook is asked for: no evening of calls needs it.
  const { writeXlsxStream } = await import('hucre/xlsx');
  const stream = writeXlsxStream(cells(), {
    name: `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`,
    columns: header(language).map((text) => ({ header: escapeText(text), width: Math.max(12, text.length + 2) })),
    freezePane: { rows: 1 },
  });
  for await (const chunk of stream) yield chunk;
}
