/** Looks a whole file through once, for what a single cell does not tell: which sign is the decimal one, which number the day. */
import type { ImportKind } from '../../../db/import-tables.ts';
import type { StagedTable } from '../staged/staged-table.ts';
import { decimalSignOf, type DecimalSign } from '../values/amount.ts';
import { dayOrderOf, type DayOrder } from '../values/day.ts';

export interface Survey {
  readonly decimalSign: DecimalSign | null;
  readonly dayOrder: DayOrder;
}

export const DAY_FIELDS: Readonly<Record<ImportKind, readonly string[]>> = {
  donors: ['mandateStart', 'mandateEnd'],
  gifts: ['day'],
  kal: ['consentDay', 'addressChangedOn'],
  people: ['day', 'birthDate'],
};
const AMOUNT_FIELDS: Readonly<Record<ImportKind, readonly string[]>> = {
  donors: ['mandateAmount'],
  gifts: ['amount'],
  kal: [],
  people: ['amount'],
};

/** Enough to tell; a column of a million different amounts is not kept as a whole. */
const MOST_TEXTS = 100_000;

export async function surveyTable(
  table: StagedTable,
  kind: ImportKind,
  at: ReadonlyMap<string, number>,
  between: () => Promise<void>,
): Promise<Survey> {
  const days = new Set<string>();
  const amounts = new Set<string>();
  const indexes = (fields: readonly string[]): readonly number[] => fields.flatMap((field) => at.get(field) ?? []);
  const dayColumns = indexes(DAY_FIELDS[kind]);
  const amountColumns = indexes(AMOUNT_FIELDS[kind]);
  if (dayColumns.length + amountColumns.length > 0) {
    for await (const page of table.pages()) {
      for (const { cells } of page) {
        if (days.size < MOST_TEXTS) for (const index of dayColumns) days.add(cells[index] ?? '');
        if (amounts.size < MOST_TEXTS) for (const index of amountColumns) amounts.add(cells[index] ?? '');
      }
      await between();
    }
  }
  return { decimalSign: decimalSignOf(amounts), dayOrder: dayOrderOf(days) };
}
