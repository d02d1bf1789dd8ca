import { ApiError } from '../errors.ts';
import type { Json } from '../json.ts';
import { entriesOf } from '../json.ts';
import { textOf } from '../php.ts';
import type { Compiled } from './compile.ts';
import { ForbiddenFieldError, compile } from './compile.ts';
import { parseExpression } from './expression.ts';
import type { Scope } from './scope.ts';
import type { OutputColumn } from './select.ts';

/** Text sorts without case and accents, like everything that is compared. */
export function sortable(compiled: Compiled): string {
  return compiled.storage === 'text' ? `fold(${compiled.sql})` : compiled.sql;
}

/** Sorting by `gender_id:label` follows the labels of the options. */
function byOption(scope: Scope, compiled: Compiled, suffix: string): string {
  const source = compiled.column?.field.options;
  if (source === undefined || (suffix !== 'name' && suffix !== 'label')) return sortable(compiled);
  const options = scope.caller.site.catalogue.options.of(source);
  const sorted = options.toSorted((a, b) => ((a[suffix] ?? '') < (b[suffix] ?? '') ? -1 : 1));
  const places = JSON.stringify(Object.fromEntries(sorted.map((option, place) => [option.id, place + 1])));
  return `coalesce(json_extract(${scope.bind(places)}, '$."' || ${compiled.sql} || '"'), 0)`;
}

function orderItem(scope: Scope, item: string, columns: readonly OutputColumn[]): string | undefined {
  try {
    const expression = parseExpression(item);
    const compiled = compile(scope, expression);
    const suffix = expression.kind === 'field' ? expression.suffix : undefined;
    return suffix === undefined ? sortable(compiled) : byOption(scope, compiled, suffix);
  } catch (error) {
    if (error instanceof ForbiddenFieldError) return undefined;
    const aliased = columns.find((column) => column.key === item);
    if (aliased !== undefined) return sortable(aliased.compiled);
    if (error instanceof ApiError) throw new ApiError(`Invalid field '${item}'`);
    throw error;
  }
}

/** The ORDER BY clause; '' when nothing is asked. */
export function writeOrder(scope: Scope, orderBy: Json, columns: readonly OutputColumn[]): string {
  const parts: string[] = [];
  for (const [item, direction] of entriesOf(orderBy)) {
    if (direction !== 'ASC' && direction !== 'DESC') {
      throw new ApiError(`Invalid sort direction. Cannot order by ${item} ${textOf(direction)}`);
    }
    const sql = orderItem(scope, item, columns);
    if (sql !== undefined) parts.push(`${sql} ${direction}`);
  }
  return parts.length === 0 ? '' : ` ORDER BY ${parts.join(', ')}`;
}
