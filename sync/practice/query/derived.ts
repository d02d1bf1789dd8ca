import type { Derivation } from '../metadata/field.ts';
import { SOURCE } from '../metadata/entities/activity.ts';
import type { Scope, Source } from './scope.ts';

/** The contacts of an activity in one role, as a list separated by commas. */
function activityContacts(source: Source, recordType: number): string {
  const rows = `FROM activity_contact WHERE activity_id = ${source.alias}.id AND record_type_id = ${recordType}`;
  return recordType === SOURCE
    ? `(SELECT contact_id ${rows} ORDER BY id LIMIT 1)`
    : `(SELECT group_concat(contact_id, ',' ORDER BY id) ${rows})`;
}

function age(scope: Scope, source: Source): string {
  const today = scope.bind(scope.caller.site.time.localNow().slice(0, 10));
  const born = `${source.alias}.birth_date`;
  return (
    `(CAST(substr(${today}, 1, 4) AS INTEGER) - CAST(substr(${born}, 1, 4) AS INTEGER) - ` +
    `(substr(${today}, 6) < substr(${born}, 6)))`
  );
}

/** The expression of a column that is not stored. */
export function deriveColumn(scope: Scope, source: Source, derivation: Derivation): string {
  switch (derivation.kind) {
    case 'activityContact':
      return activityContacts(source, derivation.recordType);
    case 'age':
      return age(scope, source);
    case 'groups':
    case 'row':
      return `${source.alias}.id`;
  }
}
