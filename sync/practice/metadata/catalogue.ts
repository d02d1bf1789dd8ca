import type { SqliteDatabase } from '../../../db/sqlite.ts';
import { customFieldSpecs } from './custom-fields.ts';
import type { EntitySpec } from './entity.ts';
import { entitiesOf } from './entities/all.ts';
import type { FieldSpec, Version } from './field.ts';
import { OptionLists } from './option-lists.ts';

interface KnownEntity {
  readonly spec: EntitySpec;
  readonly core: ReadonlyMap<string, FieldSpec>;
  custom: ReadonlyMap<string, FieldSpec>;
}

/** What the server knows about itself: its entities, their fields with the custom ones, and the lists they choose from. */
export class Catalogue {
  readonly options: OptionLists;
  readonly #database: SqliteDatabase;
  readonly #entities: ReadonlyMap<string, KnownEntity>;

  constructor(database: SqliteDatabase, version: Version) {
    this.#database = database;
    this.options = new OptionLists(database);
    this.#entities = new Map(
      entitiesOf(version).map((spec) => [
        spec.name,
        { spec, core: new Map(spec.fields.map((field) => [field.name, field])), custom: new Map() },
      ]),
    );
    this.refresh();
  }

  /** Reads the custom fields and the option lists anew. */
  refresh(): void {
    this.options.forget();
    for (const known of this.#entities.values()) {
      const fields = customFieldSpecs(this.#database, known.spec.extendedAs ?? []);
      known.custom = new Map(fields.map((field) => [field.name, field]));
    }
  }

  get entities(): readonly EntitySpec[] {
    return [...this.#entities.values()].map((known) => known.spec);
  }

  entity(name: string): EntitySpec | undefined {
    return this.#entities.get(name)?.spec;
  }

  /** The entity of a name that stands in the metadata itself. */
  known(name: string): EntitySpec {
    const entity = this.entity(name);
    if (entity === undefined) throw new Error(`The metadata names the entity ${name}, which does not exist.`);
    return entity;
  }

  field(entity: EntitySpec, name: string): FieldSpec | undefined {
    const known = this.#entities.get(entity.name);
    return known?.core.get(name) ?? known?.custom.get(name);
  }

  /** Core fields in the order of the schema, then the custom ones. */
  fields(entity: EntitySpec): readonly FieldSpec[] {
    return [...entity.fields, ...(this.#entities.get(entity.name)?.custom.values() ?? [])];
  }
}
