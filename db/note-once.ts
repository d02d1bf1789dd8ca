/** Triggers of a connection that note whom a row is about, in a table of the connection and each once. */

/** Of whom a row is, as a trigger sees it: `OLD.donor_id` before and `NEW.donor_id` after, or one id for any row. */
export interface NotedIds {
  readonly old: string;
  readonly current: string;
}

/**
 * Most rows are about somebody who stands there already, so that is looked at first, by the condition: a body that
 * reads the table it writes to makes a table of its own for every row (measured: a third of the time of inserting
 * phones). Not `INSERT OR IGNORE`: the statement that fires a trigger decides about conflicts in it, and an upsert
 * decides to fail.
 *
 * @param name begins the names of the triggers
 * @param table that is written to, `main."donor"`
 * @param notes a table `(donor_id INTEGER NOT NULL PRIMARY KEY)`
 * @param columns that count when they are written anew; all of them when absent
 * @returns statements that create them
 */
export function noteOnce(
  name: string,
  table: string,
  notes: string,
  { old, current }: NotedIds,
  columns?: string,
): readonly string[] {
  const note = (what: string, event: string, id: string, condition: string): string =>
    `CREATE TEMP TRIGGER ${name}_${what} AFTER ${event} ON ${table}
       WHEN ${condition} AND NOT EXISTS (SELECT 1 FROM ${notes} WHERE donor_id = ${id})
     BEGIN INSERT INTO ${notes} (donor_id) VALUES (${id}); END`;
  const update = columns === undefined ? 'UPDATE' : `UPDATE OF ${columns}`;
  return [
    note('insert', 'INSERT', current, `${current} IS NOT NULL`),
    note('delete', 'DELETE', old, `${old} IS NOT NULL`),
    note('update', update, old, `${old} IS NOT NULL`),
    ...(old === current ? [] : [note('move', update, current, `${current} IS NOT NULL AND ${current} IS NOT ${old}`)]),
  ];
}
