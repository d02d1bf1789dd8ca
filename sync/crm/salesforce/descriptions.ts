/**
 * Descriptions of objects as an organisation last gave them, so that it need not give them again while nothing changed
 * (`If-Modified-Since`, salesforce.md §4; docs/decisions/0056). One is of a user: another one sees other fields.
 */
import { z } from 'zod';

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

export const objectSchema = z.object({
  createable: z.boolean().default(false),
  updateable: z.boolean().default(false),
  queryable: z.boolean().default(false),
  fields: z.array(fieldSchema),
  childRelationships: z
    .array(z.object({ relationshipName: z.string().nullish(), childSObject: z.string().max(200).optional() }))
    .default([]),
});

export const keptDescriptionSchema = z.object({
  /** The organisation, its user, its address and the version of the API. Of any other it says nothing. */
  whose: z.string(),
  /** As the organisation wrote it. */
  lastModified: z.string(),
  /** When it came, in milliseconds since 1970 by our own clock. */
  at: z.number(),
  described: objectSchema,
});
export type KeptDescription = z.infer<typeof keptDescriptionSchema>;

export interface Descriptions {
  /** The organisation and its user. */
  readonly whose: string;
  read(object: string): Promise<KeptDescription | null>;
  keep(object: string, kept: KeptDescription): Promise<void>;
}

/** What is as old is asked for whole: should an answer that nothing changed ever hide something, then for so long. */
const OLD_AFTER_MILLISECONDS = 7 * 24 * 3_600_000;

/** Null when there is none of this user, address and version, or none that is to be relied upon any more. */
export async function keptOf(
  descriptions: Descriptions,
  object: string,
  whose: string,
  now: number,
): Promise<KeptDescription | null> {
  const kept = await descriptions.read(object);
  const isUsable = kept?.whose === whose && Math.abs(now - kept.at) <= OLD_AFTER_MILLISECONDS;
  return isUsable ? kept : null;
}

/** Reads nothing and keeps what comes: after a field turned out to be gone that was described as there, and for a check. */
export function askedAnew(descriptions: Descriptions | undefined): Descriptions | undefined {
  return descriptions === undefined ? undefined : { ...descriptions, read: () => Promise.resolve(null) };
}
