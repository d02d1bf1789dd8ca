/**
 * Values that a zod schema takes, made from what the schema says of itself. Only the kinds of schema that the contract
 * asks questions with; another kind throws, so that none is forgotten when it is first used.
 */
import type { z } from 'zod';
import type { Dice } from './dice.ts';
import type { Harvest } from './harvest.ts';
import { HOSTILE_TEXTS, hostileText, hostileValue } from './hostile.ts';

interface Check {
  readonly check: string;
  readonly maximum?: number;
  readonly minimum?: number;
  readonly length?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
}

/** The part of zod's own description of a schema that is read here. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
  readonly options?: readonly Schema[];
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly in?: Schema;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
}

interface Schema {
  readonly _zod: { readonly def: Definition };
}

export interface Making {
  readonly dice: Dice;
  readonly harvest: Harvest;
}

export function makeValid(schema: z.ZodType, making: Making, name = ''): unknown {
  return valueOf(schema, making, name);
}

/** Fits but for one or two places: there, something hostile stands, is missing, or is one too many. */
export function makeNearlyValid(schema: z.ZodType, making: Making): unknown {
  const { dice } = making;
  let value = makeValid(schema, making);
  for (let time = 0; time <= dice.number(2); time += 1) value = spoil(value, dice);
  return value;
}

function spoil(value: unknown, dice: Dice): unknown {
  if (Array.isArray(value) && value.length > 0 && !dice.onceIn(4)) {
    return value.map((each, index) => (index === 0 ? spoil(each, dice) : (each as unknown)));
  }
  if (typeof value === 'object' && value !== null && !dice.onceIn(8)) {
    const copy: Record<string, unknown> = { ...value };
    const names = Object.keys(copy);
    if (names.length === 0 || dice.onceIn(5)) return { ...copy, [hostileText(dice).slice(0, 40)]: hostileValue(dice) };
    const name = dice.pick(names);
    if (dice.onceIn(5)) delete copy[name];
    else copy[name] = spoil(copy[name], dice);
    return copy;
  }
  return typeof value === 'string' && !dice.onceIn(3) ? hostileText(dice) : hostileValue(dice);
}

function valueOf(schema: Schema, making: Making, name: string): unknown {
  const { dice } = making;
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).flatMap(([key, inner]) => {
          const value = valueOf(inner, making, key);
          return value === undefined ? [] : [[key, value]];
        }),
      );
    case 'string':
      return textOf(def, making, name);
    case 'number':
      return numberOf(def, making, name);
    case 'boolean':
      return dice.onceIn(2);
    case 'enum':
      return dice.pick(Object.values(def.entries ?? {}));
    case 'literal':
      return dice.pick(def.values ?? []);
    case 'nullable':
      return dice.onceIn(3) ? null : valueOf(known(def.innerType), making, name);
    case 'optional':
    case 'default':
      return dice.onceIn(3) ? undefined : valueOf(known(def.innerType), making, name);
    case 'readonly':
      return valueOf(known(def.innerType), making, name);
    case 'pipe':
      return valueOf(known(def.in), making, name);
    case 'union':
      return valueOf(dice.pick(def.options ?? []), making, name);
    case 'array':
      return Array.from({ length: sizeOf(def, dice, 4) }, () => valueOf(known(def.element), making, name));
    case 'record':
      return recordOf(def, making, name);
    case 'custom':
      // The contract has one kind of these: a calendar day.
      return making.harvest.take(dice, 'day', 'string') ?? '2026-11-21';
    case 'unknown':
      return dice.pick([1, 0, true, 'caller', [], 30, null, ...HOSTILE_TEXTS.slice(0, 3)]);
    default:
      throw new Error(`no values are made yet for a schema of the kind ${def.type}`);
  }
}

function known(schema: Schema | undefined): Schema {
  if (schema === undefined) throw new Error('a schema without its inside');
  return schema;
}

function recordOf(def: Definition, making: Making, name: string): unknown {
  const keys = known(def.keyType);
  const entries = Array.from({ length: 1 + making.dice.number(3) }, () => [
    String(making.harvest.take(making.dice, 'id', 'string') ?? valueOf(keys, making, 'id')),
    valueOf(known(def.valueType), making, name),
  ]);
  return Object.fromEntries(entries) as unknown;
}

function checksOf({ checks = [] }: Definition): readonly Check[] {
  return checks.map(({ _zod }) => _zod.def);
}

function sizeOf(def: Definition, dice: Dice, usual: number): number {
  let minimum = 0;
  let maximum = Infinity;
  for (const { check, ...limit } of checksOf(def)) {
    if (check === 'length_equals') return limit.length ?? 0;
    if (check === 'min_length') minimum = limit.minimum ?? minimum;
    if (check === 'max_length') maximum = limit.maximum ?? maximum;
  }
  // Now and then exactly as much as may be.
  if (maximum < 2_000 && dice.onceIn(12)) return maximum;
  return Math.min(maximum, minimum + dice.number(usual));
}

/** Ways to write what the contract asks for as a text; each fits some field. */
const TEXTS: readonly string[] = [
  'Hanneke',
  'van der',
  'Knaap-de Jong',
  'hanneke@voorbeeld.nl',
  '0612345678',
  '1234 AB',
  '18:30',
  '2026-11-28',
  'NL91ABNA0417164300',
  '7413',
  'paard batterij nietje correct',
  'Zij vertelde over haar kleinzoon.',
  'Dorpsstraat 1',
];

function textOf(def: Definition, { dice, harvest }: Making, name: string): string {
  if (def.format === 'uuid')
    return String(harvest.take(dice, name, 'string') ?? '0192f5a0-0000-7000-8000-000000000000');
  if (def.format === 'base64')
    return Buffer.from('postcode;straat;plaats\n1234AB;Dorpsstraat;Ergens\n').toString('base64');
  const kept = dice.onceIn(3) ? undefined : harvest.take(dice, name, 'string');
  const text = String(kept ?? (dice.onceIn(3) ? hostileText(dice) : dice.pick(TEXTS)));
  const longest = checksOf(def).find(({ check }) => check === 'max_length')?.maximum ?? Infinity;
  return text.slice(0, longest);
}

function numberOf(def: Definition, { dice, harvest }: Making, name: string): number {
  let lowest = -Infinity;
  let highest = Infinity;
  for (const { check, value = 0 } of checksOf(def)) {
    if (check === 'greater_than') lowest = value;
    if (check === 'less_than') highest = value;
  }
  const kept = dice.onceIn(5) ? undefined : harvest.take(dice, name, 'number');
  if (typeof kept === 'number' && kept >= lowest && kept <= highest) return kept;
  if (highest === Infinity) return Math.max(lowest, dice.number(3_000));
  return Math.max(lowest, 0) + dice.number(highest - Math.max(lowest, 0) + 1);
}
