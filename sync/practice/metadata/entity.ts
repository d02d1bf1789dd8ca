import type { Permission } from '../access/permission.ts';
import type { FieldSpec, Version } from './field.ts';

/** What the gatekeeper asks for, all of it; `default` covers the actions that are not named. */
export interface EntityPermissions {
  readonly get?: readonly Permission[];
  readonly create?: readonly Permission[];
  readonly update?: readonly Permission[];
  readonly delete?: readonly Permission[];
  readonly default: readonly Permission[];
}

export interface EntitySpec {
  readonly name: string;
  readonly table: string;
  readonly fields: readonly FieldSpec[];
  /** Unique indices besides the primary key. Text in them is compared as everywhere: without case and accents. */
  readonly unique?: readonly (readonly string[])[];
  /** Further columns that are searched often enough to be indexed. */
  readonly indexed?: readonly (readonly string[])[];
  readonly permissions: EntityPermissions;
  /** The column that says whose row this is: the row is as visible as that contact. */
  readonly owner?: 'contact_id';
  /** The field that an empty value of which, given through the contact, deletes the row. */
  readonly label?: string;
  /** `delete` answers the id as text for most entities. */
  readonly deletesWithNumber?: boolean;
  /** Values of `extends` by which custom groups attach themselves to this entity. */
  readonly extendedAs?: readonly string[];
}

export type EntityBuilder = (version: Version) => EntitySpec;
