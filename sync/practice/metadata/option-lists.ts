import type { SqliteDatabase } from '../../../db/sqlite.ts';
import type { OptionSource } from './field.ts';
import { quoted } from '../store/schema.ts';

/** One choice of a list. `id` is what the column keeps, as text. */
export interface Option {
  readonly id: string;
  readonly name: string | null;
  readonly label: string | null;
  readonly active: boolean;
}

interface OptionRow {
  readonly id: number | string | null;
  readonly name: string | null;
  readonly label: string | null;
  readonly active: number | null;
}

/** The lists that fields choose from, read from their tables once and again after a change. */
export class OptionLists {
  readonly #database: SqliteDatabase;
  readonly #lists = new Map<string, readonly Option[]>();

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /** To be called when a table that carries options was written. */
  forget(): void {
    this.#lists.clear();
  }

  /** Every option, the switched-off ones too. */
  of(source: OptionSource): readonly Option[] {
    if (source.kind === 'fixed') {
      return source.options.map((option) => ({ ...option, id: String(option.id), active: true }));
    }
    const key = JSON.stringify(source);
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const list = this.#read(source).map((row) => ({
      id: String(row.id),
      name: row.name,
      label: row.label,
      active: row.active !== 0,
    }));
    this.#lists.set(key, list);
    return list;
  }

  /** Translates what a column keeps into the name or the label of the option. */
  translation(source: OptionSource, suffix: 'label' | 'name'): ReadonlyMap<string, string | null> {
    return new Map(this.of(source).map((option) => [option.id, option[suffix]]));
  }

  #read(source: Exclude<OptionSource, { readonly kind: 'fixed' }>): readonly OptionRow[] {
    if (source.kind === 'table') {
      const active = ['location_type', 'financial_type', 'country', 'group', 'campaign'].includes(source.table);
      return this.#database
        .prepare<[], OptionRow>(
          `SELECT id, ${quoted(source.name)} AS name, ${quoted(source.label)} AS label, ` +
            `${active ? 'is_active' : '1'} AS active FROM ${quoted(source.table)} ORDER BY id`,
        )
        .all();
    }
    const id = source.kind === 'group' && source.key === 'name' ? 'v.name' : 'v.value';
    const where = source.kind === 'group' ? 'g.name = ?' : 'g.id = ?';
    return this.#database
      .prepare<[number | string], OptionRow>(
        `SELECT ${id} AS id, v.name, v.label, v.is_active AS active FROM option_value v ` +
          `JOIN option_group g ON g.id = v.option_group_id WHERE ${where} ORDER BY v.weight, v.id`,
      )
      .all(source.kind === 'group' ? source.group : source.groupId);
  }
}
