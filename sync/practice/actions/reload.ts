import type { Json, Row } from '../json.ts';
import { listOf } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { isEmpty, numberOf } from '../php.ts';
import { getRows } from '../query/get.ts';
import type { Caller } from '../site.ts';

/** The fields that `reload` asks for: all of them for `true`. */
export function reloadedFields(reload: Json | undefined): readonly Json[] {
  return typeof reload === 'object' && reload !== null ? listOf(reload) : ['*'];
}

/** Answers the written rows as they now are, when the request asks for that. Before 6 the passed-along keys stay. */
export function reloadRows(
  caller: Caller,
  entity: EntitySpec,
  written: readonly Row[],
  reload: Json | undefined,
): readonly Row[] {
  if (isEmpty(reload)) return written;
  const ids = written.map((row) => row['id'] ?? null);
  const select = reloadedFields(reload);
  const found = getRows(caller, entity, { select, where: [['id', 'IN', ids]] }).rows;
  const byId = new Map(found.map((row) => [numberOf(row['id']), row]));
  const rows = ids.map((id) => byId.get(numberOf(id))).filter((row) => row !== undefined);
  return caller.site.version === '5.77' ? rows.map((row) => ({ ...row, custom: null, check_permissions: null })) : rows;
}
