/** Which column holds what: guessed from the headers, said by the user, saved to be used again. */
import { z } from 'zod';
import type { Sentence } from '../../domain/language.ts';
import {
  DONOR_FIELDS,
  GIFT_FIELDS,
  KAL_FIELDS,
  PEOPLE_FIELDS,
  type DonorField,
  type FieldSet,
  type GiftField,
  type KalField,
  type PeopleField,
} from './fields.ts';
import type { Headed } from './staged/staged-table.ts';
import { plainWord } from './values/plain-word.ts';
import { refuse, cutValue, listNames, type FileRefusal } from './refusal.ts';

/** The header of the column for each field; null for "this file does not have it". Fields left out are guessed. */
export type FieldMapping<Field extends string> = { readonly [Each in Field]?: string | null };

/** As it is kept in a file. */
export interface Mapping {
  readonly donors?: FieldMapping<DonorField> | undefined;
  readonly gifts?: FieldMapping<GiftField> | undefined;
  /** Of a place beside a CRM. */
  readonly people?: FieldMapping<PeopleField> | undefined;
  readonly kal?: FieldMapping<KalField> | undefined;
}

/** Where the fields of one table are: the index of the column. */
export interface Columns<Field extends string> {
  readonly table: Headed;
  readonly at: ReadonlyMap<Field, number>;
}

const mappingSchema = z.strictObject({
  donors: fieldSchema(DONOR_FIELDS).optional(),
  gifts: fieldSchema(GIFT_FIELDS).optional(),
  people: fieldSchema(PEOPLE_FIELDS).optional(),
  kal: fieldSchema(KAL_FIELDS).optional(),
});

function fieldSchema<Field extends string>({ fields }: FieldSet<Field>): z.ZodType<FieldMapping<Field>> {
  return z.partialRecord(z.enum(fields), z.string().nullable());
}

/** @param file the name of the mapping, for the sentence. @throws FileRefusal when it is no mapping */
export function parseMapping(file: string, text: string): Mapping {
  const parsed = mappingSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0];
  const path = [...(where?.path ?? []), ...(where?.code === 'unrecognized_keys' ? where.keys : [])].join('.');
  throw refuse(file, {
    nl: `dit is geen mapping${path === '' ? '' : ` (bij "${path}")`}. Maak er een met --save-mapping en pas die aan.`,
    en: `this is no mapping${path === '' ? '' : ` (at "${path}")`}. Make one with --save-mapping and change it.`,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** What a mapping says about one table, completed by what its headers tell: every field, null where nothing was found. */
export function completeMapping<Field extends string>(
  { fields, wordsOf }: FieldSet<Field>,
  { header }: Headed,
  said: FieldMapping<Field>,
): Readonly<Record<Field, string | null>> {
  const saidFor = new Set(fields.flatMap((field) => said[field] ?? []).map(plainWord));
  // A column that was said to hold one field is not guessed to hold another.
  const free = header.filter((name) => name !== '' && !saidFor.has(plainWord(name)));
  return Object.fromEntries(
    fields.map((field) => {
      const given = said[field];
      if (given !== undefined) return [field, given];
      const found = wordsOf(field).flatMap((word) => free.find((name) => plainWord(name) === word) ?? []);
      return [field, found[0] ?? null];
    }),
  ) as Record<Field, string | null>;
}

/** @throws FileRefusal when a column is not there or is there twice, or a field that is needed has no column */
export function findColumns<Field extends string>(
  fieldSet: FieldSet<Field>,
  table: Headed,
  mapping: Readonly<Record<Field, string | null>>,
): Columns<Field> {
  const at = new Map<Field, number>();
  for (const field of fieldSet.fields) {
    const name = mapping[field];
    if (name === null) continue;
    const indexes = indexesOf(table.header, name);
    const [index] = indexes;
    if (index === undefined) throw missingColumn(table, field, name);
    if (indexes.length > 1) throw doubleColumn(table, name);
    at.set(field, index);
  }
  const [missing] = missingFields(fieldSet, at);
  if (missing !== undefined) throw missingField(table, fieldSet, missing);
  return { table, at };
}

/** The columns with a header: as it is written, else as the same words. */
function indexesOf(header: readonly string[], name: string): readonly number[] {
  const matching = (isMatch: (each: string) => boolean): readonly number[] =>
    header.flatMap((each, index) => (isMatch(each) ? [index] : []));
  const word = plainWord(name);
  const exact = matching((each) => each === name.trim());
  return exact.length > 0 || word === '' ? exact : matching((each) => plainWord(each) === word);
}

/** The first field of every group that is needed and has no column. */
function missingFields<Field extends string>(
  { required, together: [first, ...others] }: FieldSet<Field>,
  at: ReadonlyMap<Field, number>,
): readonly Field[] {
  const needed = first !== undefined && at.has(first) ? [...required, ...others.map((field) => [field])] : required;
  return needed.filter((group) => !group.some((field) => at.has(field))).flatMap(([field]) => field ?? []);
}

/** What is needed and has no column yet, by what was said and what the headers tell. */
export function stillMissing<Field extends string>(
  fieldSet: FieldSet<Field>,
  table: Headed,
  said: FieldMapping<Field>,
): readonly Field[] {
  const mapping = completeMapping(fieldSet, table, said);
  const at = new Map(
    fieldSet.fields.flatMap((field) => {
      const name = mapping[field];
      return name !== null && indexesOf(table.header, name).length > 0 ? [[field, 0] as const] : [];
    }),
  );
  return missingFields(fieldSet, at);
}

/** True for a table that has everything that is needed, by its headers alone. */
export function hasAllNeeded<Field extends string>(fieldSet: FieldSet<Field>, table: Headed): boolean {
  const guessed = completeMapping(fieldSet, table, {});
  const found = fieldSet.fields.filter((field) => guessed[field] !== null);
  return missingFields(fieldSet, new Map(found.map((field, index) => [field, index]))).length === 0;
}

/** Headers of columns that are not read, as they are written. */
export function unreadHeaders({ table, at }: Columns<string>): readonly string[] {
  const read = new Set(at.values());
  return table.header.filter((name, index) => name !== '' && !read.has(index));
}

function missingField<Field extends string>(table: Headed, { labelOf }: FieldSet<Field>, field: Field): FileRefusal {
  const label = labelOf(field);
  const found = foundColumns(table);
  return refuse(table.file, {
    nl: `er is geen kolom voor "${label.nl}" (${field}). ${found.nl} Noem de kolom in een mapping: maak die met --save-mapping en geef die mee met --mapping.`,
    en: `there is no column for "${label.en}" (${field}). ${found.en} Name the column in a mapping: make it with --save-mapping and give it with --mapping.`,
  });
}

function missingColumn(table: Headed, field: string, name: string): FileRefusal {
  const found = foundColumns(table);
  return refuse(table.file, {
    nl: `de mapping noemt voor ${field} de kolom "${cutValue(name)}", en die is er niet. ${found.nl}`,
    en: `the mapping names for ${field} the column "${cutValue(name)}", and it is not there. ${found.en}`,
  });
}

function doubleColumn({ file }: Headed, name: string): FileRefusal {
  return refuse(file, {
    nl: `de kolom "${cutValue(name)}" is er meer dan één keer. Geef elke kolom een eigen naam.`,
    en: `the column "${cutValue(name)}" is there more than once. Give each column a name of its own.`,
  });
}

function foundColumns({ header }: Headed): Sentence {
  const names = listNames(header.filter((name) => name !== ''));
  return { nl: `Gevonden kolommen: ${names}.`, en: `Columns found: ${names}.` };
}
