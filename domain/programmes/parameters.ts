/**
 * The numbers and switches of a programme that a coordinator may change, each with its name, its bounds and the
 * default of call-list-rules.md. A field says everything that a schema, a refusal in words and a screen need.
 */
import { z } from 'zod';
import type { Sentence } from '../language.ts';

/** What a number counts; `rank` is a priority, of which the lowest comes first. */
export type Unit = 'days' | 'hours' | 'cents' | 'times' | 'percent' | 'rank' | 'years' | 'months';

export interface NumberField {
  readonly kind: 'number';
  readonly unit: Unit;
  readonly minimum: number;
  readonly maximum: number;
  readonly standard: number;
  readonly name: Sentence;
}

/** A number that may be left out: null is "no limit". */
export interface OptionalNumberField {
  readonly kind: 'optional-number';
  readonly unit: Unit;
  readonly minimum: number;
  readonly maximum: number;
  readonly standard: number | null;
  readonly name: Sentence;
}

export interface SwitchField {
  readonly kind: 'switch';
  readonly standard: boolean;
  readonly name: Sentence;
}

export interface ChoiceField<Option extends string = string> {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  readonly standard: Option;
  readonly name: Sentence;
}

export interface SeveralField<Option extends string = string> {
  readonly kind: 'several';
  readonly options: readonly Option[];
  readonly standard: readonly Option[];
  readonly name: Sentence;
}

export type Field = NumberField | OptionalNumberField | SwitchField | ChoiceField | SeveralField;
export type Fields = Readonly<Record<string, Field>>;

type ValueOf<Each extends Field> = Each extends NumberField
  ? number
  : Each extends OptionalNumberField
    ? number | null
    : Each extends SwitchField
      ? boolean
      : Each extends ChoiceField<infer Option>
        ? Option
        : Each extends SeveralField<infer Option>
          ? readonly Option[]
          : never;

/** The values that fit the fields. */
export type ValuesOf<Own extends Fields> = { readonly [Key in keyof Own]: ValueOf<Own[Key]> };

export function numberField(
  unit: Unit,
  bounds: readonly [minimum: number, standard: number, maximum: number],
  name: Sentence,
): NumberField {
  const [minimum, standard, maximum] = bounds;
  return { kind: 'number', unit, minimum, maximum, standard, name };
}

/** A limit that is off until somebody sets it. */
export function optionalNumberField(
  unit: Unit,
  bounds: readonly [minimum: number, maximum: number],
  name: Sentence,
): OptionalNumberField {
  const [minimum, maximum] = bounds;
  return { kind: 'optional-number', unit, minimum, maximum, standard: null, name };
}

export function switchField(standard: boolean, name: Sentence): SwitchField {
  return { kind: 'switch', standard, name };
}

export function choiceField<Option extends string>(
  options: readonly Option[],
  standard: Option,
  name: Sentence,
): ChoiceField<Option> {
  return { kind: 'choice', options, standard, name };
}

export function severalField<Option extends string>(
  options: readonly Option[],
  standard: readonly Option[],
  name: Sentence,
): SeveralField<Option> {
  return { kind: 'several', options, standard, name };
}

/** The values of a section before anybody changed them. */
export function standardValues<Own extends Fields>(fields: Own): ValuesOf<Own> {
  return Object.fromEntries(Object.entries(fields).map(([key, { standard }]) => [key, standard])) as ValuesOf<Own>;
}

/** The schema of one field; numbers have bounds, so that no setting can stop the machine or call a donor every day. */
export function schemaOfField(field: Field): z.ZodType {
  switch (field.kind) {
    case 'number':
      return z.int().min(field.minimum).max(field.maximum);
    case 'optional-number':
      return z.int().min(field.minimum).max(field.maximum).nullable();
    case 'switch':
      return z.boolean();
    case 'choice':
      return z.enum(field.options as [string, ...string[]]);
    case 'several':
      return z.array(z.enum(field.options as [string, ...string[]])).min(1);
  }
}

/**
 * The schema of a section. A field that is missing gets its default, so that settings which were saved before a field
 * existed can still be read; a field that does not exist is refused.
 */
export function schemaOf<Own extends Fields>(fields: Own): z.ZodType<ValuesOf<Own>> {
  const shape = Object.entries(fields).map(([key, field]) => [key, schemaOfField(field).default(field.standard)]);
  return z.strictObject(Object.fromEntries(shape) as Record<string, z.ZodType>) as unknown as z.ZodType<ValuesOf<Own>>;
}
