import { ApiError } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import type { Version } from '../metadata/field.ts';

type ParameterType = 'array' | 'bool' | 'int' | 'string';

interface Parameter {
  readonly name: string;
  readonly types: readonly ParameterType[];
  readonly required?: boolean;
}

function parameter(name: string, ...types: readonly ParameterType[]): Parameter {
  return { name, types };
}

function required(name: string, ...types: readonly ParameterType[]): Parameter {
  return { name, types, required: true };
}

const COMMON = [
  parameter('chain', 'array'),
  parameter('checkPermissions', 'bool'),
  parameter('debug', 'bool'),
  parameter('language', 'string'),
  parameter('version'),
];
const PAGE = [parameter('orderBy', 'array'), parameter('limit', 'int'), parameter('offset', 'int')];
const FILTER = [parameter('where', 'array'), ...PAGE];
const LISTING = [parameter('select', 'array'), ...FILTER];

/** `reload` with a list of fields came with version 6. */
function reload(version: Version): Parameter {
  return version === '5.77' ? parameter('reload', 'bool') : parameter('reload', 'array', 'bool');
}

const SPECIFIC: Readonly<Record<string, (version: Version) => readonly Parameter[]>> = {
  get: () => [
    ...LISTING,
    parameter('join', 'array'),
    parameter('groupBy', 'array'),
    parameter('having', 'array'),
    parameter('translationMode', 'string'),
  ],
  create: () => [parameter('values', 'array')],
  update: (version) => [required('values', 'array'), ...FILTER, reload(version)],
  save: (version) => [
    parameter('match', 'array'),
    required('records', 'array'),
    parameter('defaults', 'array'),
    reload(version),
  ],
  delete: () => [required('where', 'array'), ...PAGE],
  replace: (version) => [
    parameter('match', 'array'),
    required('records', 'array'),
    parameter('defaults', 'array'),
    reload(version),
    required('where', 'array'),
    ...PAGE,
  ],
  getFields: () => [
    ...LISTING,
    parameter('loadOptions', 'array', 'bool'),
    parameter('action', 'string'),
    parameter('values', 'array'),
    parameter('includeCustom', 'bool'),
  ],
  getActions: () => LISTING,
  checkAccess: () => [required('action', 'string'), required('values', 'array')],
  getMergedTo: () => [required('contactId', 'int'), parameter('isTest', 'bool')],
};

const OWN: Readonly<Record<string, Readonly<Record<string, readonly Parameter[]>>>> = {
  Contact: { delete: [parameter('useTrash', 'bool')] },
  Address: Object.fromEntries(
    ['create', 'save', 'update'].map((action) => [
      action,
      [parameter('streetParsing', 'bool'), parameter('skipGeocode', 'bool'), parameter('fixAddress', 'bool')],
    ]),
  ),
  GroupContact: Object.fromEntries(
    ['create', 'save', 'update'].map((action) => [
      action,
      [parameter('method', 'string'), parameter('tracking', 'string')],
    ]),
  ),
};

function parametersOf(entity: EntitySpec, action: string, version: Version): readonly Parameter[] {
  return [...(SPECIFIC[action]?.(version) ?? []), ...(OWN[entity.name]?.[action] ?? []), ...COMMON];
}

function fits(value: Json, type: ParameterType): boolean {
  switch (type) {
    case 'array':
      return typeof value === 'object' && value !== null;
    case 'bool':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string';
    case 'int':
      return Number.isInteger(value) || (typeof value === 'string' && /^-?\d+$/.test(value));
  }
}

/** Names are taken as the server's setters take them: `Select` is `select`. @throws ApiError for a name nobody knows. */
export function nameParameters(entity: EntitySpec, action: string, version: Version, given: JsonObject): JsonObject {
  const known = new Set(parametersOf(entity, action, version).map((known) => known.name));
  const named: Record<string, Json> = {};
  for (const [key, value] of Object.entries(given)) {
    const name = key.slice(0, 1).toLowerCase() + key.slice(1);
    if (!known.has(name)) {
      const setter = `set${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
      throw new ApiError(`Unknown api parameter: ${version === '5.77' ? setter : key}`);
    }
    if (name === 'version' && value !== 4 && value !== '4') throw new ApiError('Cannot modify api version');
    named[name] = value;
  }
  return named;
}

/** @throws ApiError for a parameter that is missing or of another type. */
export function checkParameters(entity: EntitySpec, action: string, version: Version, given: JsonObject): void {
  for (const { name, types, required: isRequired } of parametersOf(entity, action, version)) {
    const value = given[name] ?? null;
    const isMissing = value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
    if (isRequired === true && isMissing) throw new ApiError(`Parameter "${name}" is required.`);
    if (value !== null && types.length > 0 && !types.some((type) => fits(value, type))) {
      throw new ApiError(`Parameter "${name}" is not of the correct type. Expecting ${types.join(' or ')}.`);
    }
  }
}
