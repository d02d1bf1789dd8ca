/** What one object of an organisation has for this user. Fields that are hidden from a user are simply not there (salesforce.md §4). */
import { z } from 'zod';
import { hasCode, isGone, odd } from './failures.ts';
import { ask, type SalesforceOrg } from './http.ts';

const fieldSchema = z.object({
  name: z.string().max(200),
  length: z.int().optional(),
  createable: z.boolean().default(false),
  updateable: z.boolean().default(false),
  externalId: z.boolean().default(false),
  unique: z.boolean().default(false),
  relationshipName: z.string().max(200).nullish(),
  picklistValues: z.array(z.object({ active: z.boolean().default(true), value: z.string() })).default([]),
});
export type FieldInfo = z.infer<typeof fieldSchema>;

const objectSchema = z.object({
  createable: z.boolean().default(false),
  updateable: z.boolean().default(false),
  queryable: z.boolean().default(false),
  fields: z.array(fieldSchema),
  childRelationships: z
    .array(z.object({ relationshipName: z.string().nullish(), childSObject: z.string().max(200).optional() }))
    .default([]),
});

export interface ObjectInfo {
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly fields: ReadonlyMap<string, FieldInfo>;
  /** Names of the lists that belong to it, with the object that each is of. */
  readonly children: ReadonlyMap<string, string>;
}

/** Null when the object is not there for this user. @throws CrmFailure */
export async function describe(org: SalesforceOrg, object: string): Promise<ObjectInfo | null> {
  try {
    const { json } = await ask(org, { method: 'GET', path: `/sobjects/${object}/describe`, purpose: 'now' });
    const described = objectSchema.safeParse(json);
    if (!described.success) throw odd();
    const { fields, childRelationships, createable, updateable } = described.data;
    return {
      createable,
      updateable,
      fields: new Map(fields.map((field) => [field.name, field])),
      children: new Map(
        childRelationships.flatMap(({ relationshipName: name, childSObject }) =>
          typeof name === 'string' ? [[name, childSObject ?? ''] as const] : [],
        ),
      ),
    };
  } catch (error) {
    if (isGone(error) || hasCode(error, 'INVALID_TYPE', 'INSUFFICIENT_ACCESS')) return null;
    throw error;
  }
}

/** Those of these fields that the user can see. */
export function visible(info: ObjectInfo | null, wanted: readonly string[]): readonly string[] {
  return wanted.filter((name) => info?.fields.has(name) === true);
}

/** Of a record to be written, what the user may write; what the organisation does not have is left out. */
export function writable(
  info: ObjectInfo,
  values: Readonly<Record<string, unknown>>,
  how: 'createable' | 'updateable',
): object {
  return Object.fromEntries(Object.entries(values).filter(([name]) => info.fields.get(name)?.[how] === true));
}
