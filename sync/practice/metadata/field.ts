import type { Permission } from '../access/permission.ts';

/** The server version whose dialect is spoken. */
export type Version = '5.77' | '6.17';

/** The type as the API names it, which decides how a value is read from a request and written into an answer. */
export type DataType = 'Array' | 'Boolean' | 'Date' | 'Float' | 'Integer' | 'Money' | 'String' | 'Text' | 'Timestamp';

/** How the column keeps it: `datetime` as local text, `timestamp` as seconds since 1970 (see time/site-time.ts). */
export type Storage = 'date' | 'datetime' | 'integer' | 'real' | 'text' | 'timestamp';

/** A list a field chooses from; `:name` and `:label` translate through it. */
export type OptionSource =
  | { readonly kind: 'group'; readonly group: string; readonly key?: 'name' | 'value' }
  | { readonly kind: 'groupId'; readonly groupId: number }
  | { readonly kind: 'table'; readonly table: string; readonly name: string; readonly label: string }
  | { readonly kind: 'fixed'; readonly options: readonly FixedOption[] };

export interface FixedOption {
  readonly id: number | string;
  readonly name: string;
  readonly label: string;
}

/** A column that is worked out by the query instead of being stored (see query/derived.ts). */
export type Derivation =
  | { readonly kind: 'activityContact'; readonly recordType: number }
  | { readonly kind: 'age' }
  | { readonly kind: 'groups' }
  | { readonly kind: 'row'; readonly entity: string; readonly flag: string };

export interface FieldSpec {
  readonly name: string;
  readonly title: string;
  /** `*` selects the kind Field only; a Filter can be asked for but not selected. */
  readonly kind: 'Custom' | 'Extra' | 'Field' | 'Filter';
  readonly dataType: DataType;
  readonly storage: Storage;
  readonly maximumLength?: number;
  /** A create without it is refused. */
  readonly required?: boolean;
  readonly notNull?: boolean;
  /** What the database fills in. */
  readonly initial?: number | string;
  /** What the API fills in before a create; such a field is echoed in the answer. */
  readonly supplied?: number | string;
  readonly options?: OptionSource;
  /** The entity whose id this is. */
  readonly references?: string;
  readonly onDelete?: 'CASCADE' | 'SET NULL';
  readonly serialize?: 'bookend' | 'comma';
  /** Left out of the rows of other contact types. */
  readonly contactType?: string;
  /** One of these is needed; without it the field does not exist for the user. */
  readonly permission?: readonly Permission[];
  readonly readOnly?: boolean;
  /** `get` adds `= false` for it, unless it is asked for: the bin, tests and templates stay out of sight. */
  readonly hidden?: boolean;
  readonly operators?: readonly string[];
  readonly derivation?: Derivation;
  readonly customFieldId?: number;
  /** Markup is kept as it is; elsewhere `<` and `>` count as four characters each. */
  readonly markup?: boolean;
  /** Digits or a key: compared character by character, so that a plain index serves. */
  readonly exact?: boolean;
}

type Details = Partial<Omit<FieldSpec, 'dataType' | 'name' | 'storage'>>;

/** `contact_id` is called "Contact ID" in the metadata. */
export function titleOf(name: string): string {
  const words = name.split('_').map((word) => (word === 'id' ? 'ID' : word.slice(0, 1).toUpperCase() + word.slice(1)));
  return words.join(' ');
}

function field(name: string, dataType: DataType, storage: Storage, details: Details): FieldSpec {
  return { title: titleOf(name), kind: 'Field', ...details, name, dataType, storage };
}

/** A text column of limited length. */
export function text(name: string, maximumLength: number, details: Details = {}): FieldSpec {
  return field(name, 'String', 'text', { maximumLength, ...details });
}

/** A text column without a limit. */
export function longText(name: string, details: Details = {}): FieldSpec {
  return field(name, 'Text', 'text', details);
}

/** A whole number. */
export function integer(name: string, details: Details = {}): FieldSpec {
  return field(name, 'Integer', 'integer', details);
}

/** Yes or no, kept as 1 or 0; new rows say no. */
export function flag(name: string, details: Details = {}): FieldSpec {
  return field(name, 'Boolean', 'integer', { notNull: true, initial: 0, ...details });
}

/** An amount. */
export function money(name: string, details: Details = {}): FieldSpec {
  return field(name, 'Money', 'real', details);
}

/** A number with a fraction. */
export function float(name: string, details: Details = {}): FieldSpec {
  return field(name, 'Float', 'real', details);
}

/** A day without a time. */
export function date(name: string, details: Details = {}): FieldSpec {
  return field(name, 'Date', 'date', details);
}

/** DATETIME: local text that never shifts. */
export function dateTime(name: string, details: Details = {}): FieldSpec {
  return field(name, 'Timestamp', 'datetime', details);
}

/** TIMESTAMP: a moment, shown with today's offset. */
export function timestamp(name: string, details: Details = {}): FieldSpec {
  return field(name, 'Timestamp', 'timestamp', details);
}

/** The primary key. */
export function identity(): FieldSpec {
  return integer('id', { notNull: true });
}

/** A reference that the database guards. */
export function reference(name: string, references: string, details: Details = {}): FieldSpec {
  return integer(name, { references, onDelete: 'SET NULL', ...details });
}

/** A number chosen from an option group. */
export function choice(name: string, group: string, details: Details = {}): FieldSpec {
  return integer(name, { options: { kind: 'group', group }, ...details });
}
