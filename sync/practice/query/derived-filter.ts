import type { Json } from '../json.ts';
import { listOf } from '../json.ts';
import { numberOf } from '../php.ts';
import type { Operand } from './input.ts';
import type { Column, Scope } from './scope.ts';

/**
 * The real server compares the contacts of an activity as one text, "10,12". So `=` and IN find an activity with exactly
 * one such contact, and CONTAINS one of several. Written with the index on the contact, it is the same question.
 */
function onlyContact(scope: Scope, column: Column, recordType: number, wanted: readonly Json[]): string {
  const { alias } = column.source;
  const ids = scope.bind(JSON.stringify(wanted.map(numberOf)));
  return (
    `(${alias}.id IN (SELECT activity_id FROM activity_contact WHERE record_type_id = ${recordType} ` +
    `AND contact_id IN (SELECT value FROM json_each(${ids}))) AND (SELECT count(*) FROM activity_contact ` +
    `WHERE activity_id = ${alias}.id AND record_type_id = ${recordType}) = 1)`
  );
}

function inGroups(scope: Scope, column: Column, operator: string, groups: readonly Json[]): string {
  const ids = scope.bind(JSON.stringify(groups.map(numberOf)));
  return (
    `${column.sql} ${operator} (SELECT contact_id FROM group_contact WHERE status = 'Added' ` +
    `AND group_id IN (SELECT value FROM json_each(${ids})))`
  );
}

/** The conditions that a column which is not stored writes itself; `undefined` when the ordinary comparison will do. */
export function filterDerived(scope: Scope, column: Column, operand: Operand): string | undefined {
  const { derivation } = column.field;
  const values = typeof operand.value === 'object' && operand.value !== null ? listOf(operand.value) : [operand.value];
  if (derivation?.kind === 'groups') return inGroups(scope, column, operand.operator, values);
  const isList = operand.operator === 'IN' || operand.operator === '=';
  if (derivation?.kind === 'activityContact' && isList && column.field.dataType === 'Array') {
    return onlyContact(scope, column, derivation.recordType, values);
  }
  if (derivation?.kind === 'activityContact' && isList) return bySource(scope, column, derivation.recordType, values);
  return undefined;
}

/** An activity has one source, so the index on the contact answers alone. */
function bySource(scope: Scope, column: Column, recordType: number, wanted: readonly Json[]): string {
  const ids = scope.bind(JSON.stringify(wanted.map(numberOf)));
  return (
    `${column.source.alias}.id IN (SELECT activity_id FROM activity_contact WHERE record_type_id = ${recordType} ` +
    `AND contact_id IN (SELECT value FROM json_each(${ids})))`
  );
}
