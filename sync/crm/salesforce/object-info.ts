/** What one object of an organisation has for this user. Fields that are hidden from a user are simply not there (salesforce.md §4). */
import { keptOf, objectSchema, type FieldInfo, type KeptDescription } from './descriptions.ts';
import { hasCode, isGone, odd } from './failures.ts';
import { ask, type SalesforceOrg } from './http.ts';

export interface ObjectInfo {
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly fields: ReadonlyMap<string, FieldInfo>;
  /** Names of the lists that belong to it, with the object that each is of. */
  readonly children: ReadonlyMap<string, string>;
}

/** Null when the object is not there for this user. @throws CrmFailure */
export async function describe(org: SalesforceOrg, object: string): Promise<ObjectInfo | null> {
  const { descriptions, version = '', now = Date.now } = org;
  try {
    const whose = `${descriptions?.whose} ${(await org.tokens.read()).instanceUrl} ${version}`;
    const kept = descriptions === undefined ? null : await keptOf(descriptions, object, whose, now());
    const { status, json, headers } = await ask(org, {
      method: 'GET',
      path: `/sobjects/${object}/describe`,
      headers: kept === null ? {} : { 'If-Modified-Since': kept.lastModified },
      purpose: 'now',
    });
    if (status === 304 && kept !== null) return infoOf(kept.described);
    const described = objectSchema.safeParse(json);
    if (!described.success) throw odd();
    const lastModified = headers.get('last-modified');
    if (lastModified !== null) {
      await descriptions?.keep(object, { whose, lastModified, at: now(), described: described.data });
    }
    return infoOf(described.data);
  } catch (error) {
    if (isGone(error) || hasCode(error, 'INVALID_TYPE', 'INSUFFICIENT_ACCESS')) return null;
    throw error;
  }
}

function infoOf({ createable, updateable, fields, childRelationships }: KeptDescription['described']): ObjectInfo {
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
