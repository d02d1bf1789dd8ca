/**
 * What this user may see and change in this organisation. Fields that are hidden from a user are simply not there, and
 * asking for one fails the whole question: every SELECT is made from this (salesforce.md §4).
 */
import { z } from 'zod';
import { hasCode, isGone, isSchema, odd } from './failures.ts';
import { ask, OLDEST_VERSION, TESTED_VERSION, type SalesforceOrg } from './http.ts';
import { query } from './query.ts';
import { soql } from './soql.ts';

const fieldSchema = z.object({
  name: z.string().max(200),
  length: z.int().optional(),
  createable: z.boolean().default(false),
  updateable: z.boolean().default(false),
  externalId: z.boolean().default(false),
  unique: z.boolean().default(false),
  picklistValues: z.array(z.object({ active: z.boolean().default(true), value: z.string() })).default([]),
});
export type FieldInfo = z.infer<typeof fieldSchema>;

const objectSchema = z.object({
  createable: z.boolean().default(false),
  updateable: z.boolean().default(false),
  queryable: z.boolean().default(false),
  fields: z.array(fieldSchema),
  childRelationships: z.array(z.object({ relationshipName: z.string().nullish() })).default([]),
});

export interface ObjectInfo {
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly fields: ReadonlyMap<string, FieldInfo>;
  readonly children: ReadonlySet<string>;
}

export interface TaskStatuses {
  /** For what is over. */
  readonly closed: string;
  /** For what is still to be done. */
  readonly open: string;
}

/** Everything that the connector asks of an organisation, asked once, and before anything can be sent. Null: not there, or not for this user. */
export interface Schema {
  readonly contact: ObjectInfo;
  readonly task: ObjectInfo;
  readonly gift: ObjectInfo | null;
  readonly mandate: ObjectInfo | null;
  /** The objects of Nonprofit Cloud stand in the place of NPSP's. */
  readonly hasNonprofitCloud: boolean;
  readonly statuses: TaskStatuses | null;
}

export const OPPORTUNITY = 'Opportunity';
export const RECURRING = 'npe03__Recurring_Donation__c';

/** @throws CrmFailure */
export async function readSchema(org: SalesforceOrg): Promise<Schema> {
  const [contact, task, gift, mandate] = await Promise.all([
    describe(org, 'Contact'),
    describe(org, 'Task'),
    describe(org, OPPORTUNITY),
    describe(org, RECURRING),
  ]);
  const hasNonprofitCloud = mandate === null && (await describe(org, 'GiftTransaction')) !== null;
  const none: ObjectInfo = { createable: false, updateable: false, fields: new Map(), children: new Set() };
  return {
    contact: contact ?? none,
    task: task ?? none,
    gift,
    mandate,
    hasNonprofitCloud,
    statuses: await readStatuses(org, task),
  };
}

/** Null when the object is not there for this user. @throws CrmFailure */
export async function describe(org: SalesforceOrg, object: string): Promise<ObjectInfo | null> {
  try {
    const { json } = await ask(org, { method: 'GET', path: `/sobjects/${object}/describe`, purpose: 'objection' });
    const described = objectSchema.safeParse(json);
    if (!described.success) throw odd();
    const { fields, childRelationships, createable, updateable } = described.data;
    return {
      createable,
      updateable,
      fields: new Map(fields.map((field) => [field.name, field])),
      children: new Set(childRelationships.flatMap(({ relationshipName: name }) => name ?? [])),
    };
  } catch (error) {
    if (isGone(error) || hasCode(error, 'INVALID_TYPE', 'INSUFFICIENT_ACCESS')) return null;
    throw error;
  }
}

const statusSchema = z.object({
  ApiName: z.string().max(255),
  IsClosed: z.boolean(),
  IsDefault: z.boolean().nullish(),
});

/** The names are the organisation's own, in its own language: which one is closed is asked, never guessed (§4). */
async function readStatuses(org: SalesforceOrg, task: ObjectInfo | null): Promise<TaskStatuses | null> {
  try {
    const rows = await query(org, soql`SELECT ApiName, IsClosed, IsDefault FROM TaskStatus`, { purpose: 'objection' });
    const read = rows.flatMap((row) => statusSchema.safeParse(row).data ?? []);
    const pick = (isClosed: boolean): string | undefined => {
      const fitting = read.filter((status) => status.IsClosed === isClosed);
      return (fitting.find(({ IsDefault }) => IsDefault === true) ?? fitting[0])?.ApiName;
    };
    const [closed, open] = [pick(true), pick(false)];
    return closed === undefined || open === undefined ? null : { closed, open };
  } catch (error) {
    if (!isSchema(error) && !isGone(error) && !hasCode(error, 'INSUFFICIENT_ACCESS')) throw error;
    const values = new Set(task?.fields.get('Status')?.picklistValues.map(({ value }) => value));
    return values.has('Completed') && values.has('Not Started') ? { closed: 'Completed', open: 'Not Started' } : null;
  }
}

const versionsSchema = z.array(z.object({ version: z.string().regex(/^\d{2,3}\.\d$/) })).min(1);

/** The newest version that both know; null when the organisation is older than we can talk to. @throws CrmFailure */
export async function readVersion(org: SalesforceOrg): Promise<string | null> {
  const { json } = await ask(org, { method: 'GET', path: '/services/data/', purpose: 'objection' });
  const versions = versionsSchema.safeParse(json);
  if (!versions.success) throw odd();
  const newest = Math.max(...versions.data.map(({ version }) => Number(version)));
  return newest < OLDEST_VERSION ? null : `${Math.min(newest, TESTED_VERSION)}.0`;
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
