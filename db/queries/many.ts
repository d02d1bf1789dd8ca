/** Asking about many donors at once, and writing many rows with one statement. */
import { sql, type RawBuilder } from 'kysely';

/** `column IN (…)` for any number of ids, with one parameter and so one prepared statement. */
export function inList(ids: readonly number[]): RawBuilder<number> {
  return sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** The same for texts. */
export function inTexts(texts: readonly string[]): RawBuilder<string> {
  return sql<string>`(SELECT value FROM json_each(${JSON.stringify(texts)}))`;
}

/**
 * Rows for one statement of any size, prepared once: `INSERT … SELECT value ->> 'name' FROM ${eachOf(rows)}`. As JSONB,
 * because a row that is text would be read anew for every one of its columns (measured: three times as long).
 */
export function eachOf(rows: readonly unknown[]): RawBuilder<unknown> {
  return sql`jsonb_each(${JSON.stringify(rows)})`;
}

/** Rows by their donor, each turned into what the caller needs; rows keep their order. */
export function groupByDonor<Row extends { readonly donor_id: number }, Value>(
  rows: readonly Row[],
  toValue: (row: Row) => Value,
): ReadonlyMap<number, readonly Value[]> {
  const groups = new Map<number, Value[]>();
  for (const row of rows) {
    const group = groups.get(row.donor_id);
    if (group === undefined) groups.set(row.donor_id, [toValue(row)]);
    else group.push(toValue(row));
  }
  return groups;
}
