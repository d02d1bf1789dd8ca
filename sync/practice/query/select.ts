import type { Json, Row } from '../json.ts';
import { ApiError } from '../errors.ts';
import type { FieldSpec } from '../metadata/field.ts';
import type { Compiled } from './compile.ts';
import { ForbiddenFieldError, compile } from './compile.ts';
import type { SelectItem } from './expression.ts';
import { parseSelectItem } from './expression.ts';
import type { Reader } from './output.ts';
import { readerFor } from './output.ts';
import type { Scope, SqlValue } from './scope.ts';

/** One selected column: its key in the rows, its SQL, how it is read. */
export interface OutputColumn {
  readonly key: string;
  readonly compiled: Compiled;
  readonly read: Reader;
}

/** What matters of a column for leaving it out of the rows of other contact types. */
interface TypedColumn {
  readonly type: string;
  /** Where in the row the contact's type stands. */
  readonly typeAt: number;
}

function isWild(item: string): boolean {
  return item.includes('*') && !item.includes('(') && !item.includes(' ');
}

function patternFor(item: string): RegExp {
  const escaped = item.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^.]*');
  return new RegExp(`^${escaped}$`);
}

function fieldsBehind(scope: Scope, prefix: string): readonly FieldSpec[] {
  const { catalogue } = scope.caller.site;
  if (prefix === '') return catalogue.fields(scope.base.entity);
  const column = scope.find(`${prefix}id`);
  return typeof column === 'object' ? catalogue.fields(column.source.entity) : [];
}

/** `*` stands for the core fields, `custom.*` for the custom ones, `do_not_*` and `address_primary.*` for their kin. */
function expand(scope: Scope, item: string): readonly string[] {
  if (!isWild(item)) return [item];
  const custom = item === 'custom.*';
  const prefix = custom ? '' : item.slice(0, item.lastIndexOf('.') + 1);
  const group = scope.caller.site.catalogue
    .fields(scope.base.entity)
    .some((field) => field.kind === 'Custom' && field.name.startsWith(prefix) && prefix !== '');
  const pattern = patternFor(item);
  return fieldsBehind(scope, group ? '' : prefix)
    .filter((field) => (custom || group ? field.kind === 'Custom' : field.kind === 'Field'))
    .map((field) => (group ? field.name : `${prefix}${field.name}`))
    .filter((name) => custom || pattern.test(name));
}

/** The items of `select` after the wildcards; without any, all core fields. */
export function expandSelect(scope: Scope, select: readonly Json[]): readonly SelectItem[] {
  const asked = select.filter((item) => typeof item === 'string').filter((item) => item !== 'row_count');
  const items = (asked.length === 0 ? ['*'] : asked).flatMap((item) => expand(scope, item));
  return [...new Set(items)].map(parseSelectItem);
}

/** An expression with a field that is unknown, or not for this user, is left out without a word. */
function compileItem(scope: Scope, item: SelectItem): OutputColumn | undefined {
  try {
    const compiled = compile(scope, item.expression);
    if (compiled.column?.field.kind === 'Filter') return undefined;
    const suffix = item.expression.kind === 'field' ? item.expression.suffix : undefined;
    return { key: item.key, compiled, read: readerFor(scope.caller.site, compiled, suffix) };
  } catch (error) {
    if (error instanceof ForbiddenFieldError) return undefined;
    if (error instanceof ApiError && error.message.startsWith('Invalid field')) return undefined;
    throw error;
  }
}

/** The columns to be selected; the id first, unless rows are gathered in groups. */
export function outputColumns(scope: Scope, items: readonly SelectItem[], withId: boolean): readonly OutputColumn[] {
  const all = withId ? [parseSelectItem('id'), ...items] : items;
  const columns = new Map<string, OutputColumn>();
  for (const item of all) {
    const column = columns.has(item.key) ? undefined : compileItem(scope, item);
    if (column !== undefined) columns.set(item.key, column);
  }
  return [...columns.values()];
}

function typedColumns(columns: readonly OutputColumn[]): readonly (TypedColumn | undefined)[] {
  const typeAt = new Map<string, number>();
  columns.forEach(({ compiled }, index) => {
    const { column } = compiled;
    if (column?.source.entity.name === 'Contact' && column.field.name === 'contact_type') {
      typeAt.set(column.prefix, index);
    }
  });
  return columns.map(({ compiled }) => {
    const { column } = compiled;
    const at = column === undefined ? undefined : typeAt.get(column.prefix);
    return at === undefined || column?.field.contactType === undefined
      ? undefined
      : { type: column.field.contactType, typeAt: at };
  });
}

/**
 * Makes rows of what the database answered. When the type of a contact is among the columns, the columns of the other
 * types are left out of its row altogether (civicrm-api4.md §0).
 */
export function rowReader(columns: readonly OutputColumn[]): (raw: readonly SqlValue[]) => Row {
  const typed = typedColumns(columns);
  return (raw) => {
    const row: Row = {};
    columns.forEach((column, index) => {
      const limit = typed[index];
      const type = limit === undefined ? undefined : raw[limit.typeAt];
      if (limit !== undefined && type !== null && type !== limit.type) return;
      row[column.key] = column.read(raw[index] ?? null);
    });
    return row;
  };
}
