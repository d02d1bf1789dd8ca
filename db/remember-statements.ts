/** Statements that are asked again and again are prepared once: preparing costs more than running most of them. */
import type { SqliteDatabase } from './sqlite.ts';

/** More than this many different ones are not kept. */
const MOST_STATEMENTS = 400;

/**
 * From here on `prepare` hands out the same statement for the same text. A mode that somebody sets on one (`raw`,
 * `pluck`) stays set, so a text is to be used in one mode only.
 */
export function rememberStatements(database: SqliteDatabase): void {
  type Statement = ReturnType<typeof prepare>;
  const prepare = database.prepare.bind(database);
  const statements = new Map<string, Statement>();
  const remembering = (text: string): Statement => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const statement = prepare(text);
    if (statements.size >= MOST_STATEMENTS) statements.clear();
    statements.set(text, statement);
    return statement;
  };
  database.prepare = remembering as typeof database.prepare;
}
