import { visibleRows } from '../access/visible-rows.ts';
import { holds, holdsOne } from '../access/user.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import type { FieldSpec } from '../metadata/field.ts';
import type { Caller } from '../site.ts';
import { quoted } from '../store/schema.ts';
import { deriveColumn } from './derived.ts';

export type SqlValue = number | string | null;

/** A table in the query: the base, an explicit join, or one that a dotted path brought in. */
export interface Source {
  readonly entity: EntitySpec;
  readonly alias: string;
}

/** A field found in the query. */
export interface Column {
  readonly field: FieldSpec;
  readonly sql: string;
  readonly source: Source;
  /** The path before the field's own name, with its dot: '' for the base entity. */
  readonly prefix: string;
}

/** The field exists, but not for this user: what is said about it is left out without a word. */
export const FORBIDDEN = Symbol('forbidden');

/**
 * The tables and values of one query. Paths like `contact_id.email_primary.email` join their tables when they are first
 * used; every value is bound, every identifier comes from the metadata.
 */
export class Scope {
  readonly caller: Caller;
  readonly base: Source;
  readonly joins: string[] = [];
  readonly values: Record<string, SqlValue> = {};
  readonly #explicit = new Map<string, Source>();
  readonly #implicit = new Map<string, Source>();
  #counter = 0;

  constructor(caller: Caller, entity: EntitySpec) {
    this.caller = caller;
    this.base = { entity, alias: 'a' };
  }

  /** Binds a value and answers its placeholder. */
  bind(value: SqlValue): string {
    this.#counter += 1;
    const name = `v${this.#counter}`;
    this.values[name] = value;
    return `@${name}`;
  }

  /** A table alias that nothing else uses. */
  newAlias(): string {
    this.#counter += 1;
    return `t${this.#counter}`;
  }

  /** Makes the fields of a joined entity known under `alias.`; answers the source to join. */
  addExplicit(name: string, entity: EntitySpec): Source {
    const source = { entity, alias: this.newAlias() };
    this.#explicit.set(name, source);
    return source;
  }

  explicitNames(): readonly string[] {
    return [...this.#explicit.keys()];
  }

  /** Finds the field of a path without suffix, joining what is needed. */
  find(path: string): Column | typeof FORBIDDEN | undefined {
    const [first = '', ...rest] = path.split('.');
    const explicit = this.#explicit.get(first);
    if (explicit !== undefined && rest.length > 0) return this.#walk(explicit, `${first}.`, rest.join('.'));
    return this.#walk(this.base, '', path);
  }

  mayRead(entity: EntitySpec): boolean {
    const { user, checkPermissions } = this.caller;
    return !checkPermissions || holds(user, entity.permissions.get ?? entity.permissions.default);
  }

  #walk(source: Source, prefix: string, path: string): Column | typeof FORBIDDEN | undefined {
    const field = this.caller.site.catalogue.field(source.entity, path);
    if (field !== undefined) return this.#column(source, prefix, field);
    const [first = '', ...rest] = path.split('.');
    const link = this.caller.site.catalogue.field(source.entity, first);
    if (rest.length === 0 || link?.references === undefined || link.dataType === 'Array') return undefined;
    const target = this.caller.site.catalogue.known(link.references);
    if (!this.mayRead(target)) return undefined;
    return this.#walk(this.#linked(source, prefix, link, target), `${prefix}${first}.`, rest.join('.'));
  }

  #column(source: Source, prefix: string, field: FieldSpec): Column | typeof FORBIDDEN | undefined {
    const { user, checkPermissions } = this.caller;
    if (checkPermissions) {
      if (field.kind === 'Custom' && !user.permissions.has('access all custom data')) return undefined;
      if (field.permission !== undefined && !holdsOne(user, field.permission)) return FORBIDDEN;
    }
    return { field, source, prefix, sql: this.#sqlOf(source, prefix, field) };
  }

  #sqlOf(source: Source, prefix: string, field: FieldSpec): string {
    if (field.customFieldId !== undefined) return `${this.#customValue(source, prefix, field)}.value`;
    if (field.derivation?.kind === 'row') {
      const target = this.caller.site.catalogue.known(field.derivation.entity);
      return `${this.#linked(source, prefix, field, target).alias}.id`;
    }
    if (field.derivation !== undefined) return deriveColumn(this, source, field.derivation);
    return `${source.alias}.${quoted(field.name)}`;
  }

  #linked(source: Source, prefix: string, link: FieldSpec, target: EntitySpec): Source {
    return this.#join(`${prefix}${link.name}`, target, (alias) => {
      if (link.derivation?.kind === 'row') {
        return [`${alias}.contact_id = ${source.alias}.id`, `${alias}.${quoted(link.derivation.flag)} = 1`];
      }
      const column = this.#column(source, prefix, link);
      return [`${alias}.id = ${typeof column === 'object' ? column.sql : 'NULL'}`];
    });
  }

  #join(path: string, entity: EntitySpec, on: (alias: string) => readonly string[]): Source {
    const known = this.#implicit.get(path);
    if (known !== undefined) return known;
    const source = { entity, alias: this.newAlias() };
    this.#implicit.set(path, source);
    const conditions = [...on(source.alias), ...visibleRows(this.caller, entity, source.alias)];
    this.joins.push(`LEFT JOIN ${quoted(entity.table)} ${source.alias} ON ${conditions.join(' AND ')}`);
    return source;
  }

  #customValue(source: Source, prefix: string, field: FieldSpec): string {
    const path = `${prefix}${field.name}`;
    const known = this.#implicit.get(path);
    if (known !== undefined) return known.alias;
    const alias = this.newAlias();
    this.#implicit.set(path, { entity: source.entity, alias });
    const id = this.bind(field.customFieldId ?? null);
    this.joins.push(
      `LEFT JOIN custom_value ${alias} ON ${alias}.field_id = ${id} AND ${alias}.entity_id = ${source.alias}.id`,
    );
    return alias;
  }
}
