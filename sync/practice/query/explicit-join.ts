import { ApiError } from '../errors.ts';
import type { Json } from '../json.ts';
import { listOf } from '../json.ts';
import { visibleRows } from '../access/visible-rows.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import { isEmpty, textOf } from '../php.ts';
import { quoted } from '../store/schema.ts';
import type { Scope, Source } from './scope.ts';
import { writeCondition } from './where.ts';

/** Entities that stand between two others: `["Group AS g", "INNER", "GroupContact", …]`. */
const BRIDGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GroupContact: { Group: 'group_id', Contact: 'contact_id' },
  ActivityContact: { Activity: 'activity_id', Contact: 'contact_id' },
};

interface JoinRequest {
  readonly entity: EntitySpec;
  readonly alias: string;
  readonly side: 'EXCLUDE' | 'INNER' | 'LEFT';
  readonly bridge: string | undefined;
  readonly conditions: readonly Json[];
}

function sideOf(value: Json | undefined): 'EXCLUDE' | 'INNER' | 'LEFT' {
  if (typeof value !== 'string') return isEmpty(value) ? 'LEFT' : 'INNER';
  if (value === 'LEFT' || value === 'INNER' || value === 'EXCLUDE') return value;
  throw new ApiError(`Illegal value for join side: '${value}'.`);
}

/** Reads one join; `undefined` for an entity that does not exist or may not be read: it is left out without a word. */
function readJoin(scope: Scope, join: Json): JoinRequest | undefined {
  const [first, side, ...rest] = listOf(join);
  const [name = '', alias = name.toLowerCase()] = textOf(first).split(' AS ');
  const entity = scope.caller.site.catalogue.entity(name);
  if (entity === undefined || !scope.mayRead(entity)) return undefined;
  if (alias === scope.base.alias || !/^[-\w]{1,256}$/.test(alias)) throw new ApiError(`Illegal join alias: "${alias}"`);
  const bridge = typeof rest[0] === 'string' ? rest[0] : undefined;
  const conditions = bridge === undefined ? rest : rest.slice(1);
  return { entity, alias, side: sideOf(side), bridge, conditions: conditions.filter((item) => !isEmpty(item)) };
}

/** The one reference between the base and the joined entity, when no condition says how they belong together. */
function defaultLink(scope: Scope, source: Source): readonly string[] {
  const { base } = scope;
  const links = [
    ...base.entity.fields
      .filter((field) => field.references === source.entity.name && field.derivation === undefined)
      .map((field) => `${base.alias}.${quoted(field.name)} = ${source.alias}.id`),
    ...source.entity.fields
      .filter((field) => field.references === base.entity.name && field.derivation === undefined)
      .map((field) => `${source.alias}.${quoted(field.name)} = ${base.alias}.id`),
  ];
  return links.length === 1 ? links : [];
}

function mentions(condition: Json, alias: string): boolean {
  const [left, operator, right] = listOf(condition);
  if (operator !== '=' || typeof left !== 'string' || typeof right !== 'string') return false;
  const isField = (text: string): boolean => /^[\w.]+$/.test(text);
  return isField(left) && isField(right) && [left, right].some((side) => side.startsWith(`${alias}.`));
}

function throughBridge(scope: Scope, join: JoinRequest, source: Source, name: string): readonly string[] {
  const [entity, columns] = [scope.caller.site.catalogue.entity(name), BRIDGES[name]];
  const toJoined = columns?.[join.entity.name];
  const toBase = columns?.[scope.base.entity.name];
  if (entity === undefined || toJoined === undefined || toBase === undefined) {
    throw new ApiError(`Unable to join ${name} to ${join.entity.name}`);
  }
  const bridge = scope.newAlias();
  const { alias } = scope.base;
  scope.joins.push(
    `${join.side === 'INNER' ? 'INNER' : 'LEFT'} JOIN ${quoted(entity.table)} ${bridge} ` +
      `ON ${bridge}.${quoted(toBase)} = ${alias}.id${bridgeConditions(scope, join, bridge, entity)}`,
  );
  return [`${source.alias}.id = ${bridge}.${quoted(toJoined)}`];
}

/** Conditions on a column of the bridge (`g.status`) belong to the bridge. */
function bridgeConditions(scope: Scope, join: JoinRequest, bridge: string, entity: EntitySpec): string {
  const parts: string[] = [];
  for (const condition of join.conditions) {
    const [left = null, operator = null, right = null] = listOf(condition);
    const field = entity.fields.find((candidate) => `${join.alias}.${candidate.name}` === textOf(left).split(':')[0]);
    if (field === undefined || operator !== '=' || typeof right !== 'string') continue;
    const value = right.replace(/^(["'])(.*)\1$/s, '$2');
    const options = field.options === undefined ? [] : scope.caller.site.catalogue.options.of(field.options);
    const option = options.find((candidate) => candidate.name === value)?.id ?? value;
    parts.push(
      ` AND ${bridge}.${quoted(field.name)} = ${scope.bind(field.storage === 'text' ? option : Number(option))}`,
    );
  }
  return parts.join('');
}

function belongsToBridge(scope: Scope, join: JoinRequest, condition: Json): boolean {
  const entity = join.bridge === undefined ? undefined : scope.caller.site.catalogue.entity(join.bridge);
  const name = textOf(listOf(condition)[0]).split(':')[0];
  return entity?.fields.some((field) => field.name !== 'id' && `${join.alias}.${field.name}` === name) ?? false;
}

/** Adds one explicit join, and answers the conditions it adds to WHERE. */
function addJoin(scope: Scope, join: JoinRequest): readonly Json[] {
  const source = scope.addExplicit(join.alias, join.entity);
  const own = join.conditions.filter((condition) => !belongsToBridge(scope, join, condition));
  const linked = join.bridge !== undefined || own.some((condition) => mentions(condition, join.alias));
  const conditions = [
    ...(join.bridge === undefined ? [] : throughBridge(scope, join, source, join.bridge)),
    ...(linked ? [] : defaultLink(scope, source)),
    ...own.map((condition) => writeCondition(scope, condition, 'ON')).filter((part) => part !== ''),
    ...visibleRows(scope.caller, join.entity, source.alias),
  ];
  const side = join.side === 'INNER' ? 'INNER' : 'LEFT';
  const on = conditions.length === 0 ? '1' : conditions.join(' AND ');
  scope.joins.push(`${side} JOIN ${quoted(join.entity.table)} ${source.alias} ON ${on}`);
  return join.side === 'EXCLUDE' ? [[`${join.alias}.id`, 'IS NULL']] : [];
}

/** Adds the joins of a request, and answers the conditions they add to WHERE. */
export function addExplicitJoins(scope: Scope, joins: Json): readonly Json[] {
  return listOf(joins).flatMap((item) => {
    const join = readJoin(scope, item);
    return join === undefined ? [] : addJoin(scope, join);
  });
}
