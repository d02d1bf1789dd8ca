/** Looks a whole file through once before it is taken: what is odd about its rows, and which cannot be read. */
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import { donorRemarks, giftRemarks, isIban } from '../remarks.ts';
import type { ImportRemark } from '../report.ts';
import { cutValue } from '../refusal.ts';
import type { StagedTable } from '../staged/staged-table.ts';
import { readGender } from '../values/gender.ts';
import { remembered } from '../values/remembered.ts';
import { createPageReader, type SaidMapping } from './page-reader.ts';
import type { Survey } from './survey.ts';

export interface LookedThrough {
  readonly remarks: readonly ImportRemark[];
  /** Of donors, or of gifts, by the charity's own administration. */
  readonly numbers: ReadonlySet<string>;
  /** Numbers of donors whose row was refused, as a report writes them, with its line. */
  readonly refusedLines: ReadonlyMap<string, number>;
  readonly refusedMandates: number;
}

/** @throws FileRefusal for a mapping that does not fit */
export async function lookThrough(
  table: StagedTable,
  kind: 'donors' | 'gifts',
  mapping: SaidMapping,
  survey: Survey,
  today: CalendarDay,
): Promise<LookedThrough> {
  const reader = createPageReader(table, kind, mapping, survey, false);
  const { at } = reader.columns;
  const cellsOf = (field: string): ((cells: readonly string[]) => string) => {
    const index = at.get(field) ?? -1;
    return (cells) => cells[index] ?? '';
  };
  const [numberOf, ibanOf, genderOf, mandateOf] = [
    cellsOf(kind === 'donors' ? 'donorNumber' : 'giftNumber'),
    cellsOf('iban'),
    cellsOf('gender'),
    cellsOf('mandateAmount'),
  ];
  const isOdd = remembered((gender) => at.has('gender') && readGender(gender) === undefined);
  const seen = { rows: table.rowCount, wrongIbans: 0, oddGenders: 0, running: 0, notAbove: 0, inFuture: 0 };
  const numbers = new Set<string>();
  const refusedLines = new Map<string, number>();
  let refusedMandates = 0;
  for await (const page of table.pages()) {
    const { donors, gifts, refusals } = reader.read(page);
    const refused = new Set(refusals.map(({ line }) => line));
    for (const { line, cells } of page) {
      const number = numberOf(cells).trim();
      numbers.add(number);
      if (refused.has(line) && !refusedLines.has(cutValue(number))) refusedLines.set(cutValue(number), line);
      if (refused.has(line) && /[1-9]/.test(mandateOf(cells))) refusedMandates += 1;
      if (ibanOf(cells).trim() !== '' && !isIban(ibanOf(cells))) seen.wrongIbans += 1;
      if (isOdd(genderOf(cells))) seen.oddGenders += 1;
    }
    seen.running += donors.filter(({ value }) => value.mandate?.status === 'running').length;
    seen.notAbove += gifts.filter(({ value }) => value.amount <= 0).length;
    seen.inFuture += gifts.filter(({ value }) => value.day > today).length;
  }
  const columns = { ...reader.columns, table: { ...reader.columns.table, header: table.header } };
  const remarks = kind === 'donors' ? donorRemarks(columns, seen) : giftRemarks(columns, seen);
  return { remarks, numbers, refusedLines, refusedMandates };
}
