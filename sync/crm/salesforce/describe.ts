/**
 * What this user may see and change in this organisation. Fields that are hidden from a user are simply not there, and
 * asking for one fails the whole question: every SELECT is made from this (salesforce.md §4).
 */
import { z } from 'zod';
import type { Dialect } from './dialects/dialect.ts';
import { NONPROFIT_CLOUD } from './dialects/nonprofit-cloud.ts';
import { NPSP } from './dialects/npsp.ts';
import { describedAsPerson } from './dialects/person.ts';
import { hasCode, isGone, isSchema, odd } from './failures.ts';
import { describe, type ObjectInfo } from './object-info.ts';
import { ask, OLDEST_VERSION, TESTED_VERSION, type SalesforceOrg } from './http.ts';
import { query } from './query.ts';
import { soql } from './soql.ts';

export interface TaskStatuses {
  /** For what is over. */
  readonly closed: string;
  /** For what is still to be done. */
  readonly open: string;
}

/** Everything that the connector asks of an organisation, asked once, and before anything can be sent. Null: not there, or not for this user. */
export interface Schema {
  /** What the organisation calls a person, a gift and a mandate. */
  readonly dialect: Dialect;
  /** A person, by our names of her fields. */
  readonly contact: ObjectInfo;
  readonly task: ObjectInfo;
  readonly gift: ObjectInfo | null;
  readonly mandate: ObjectInfo | null;
  readonly statuses: TaskStatuses | null;
}

/** NPSP where its objects are; else Nonprofit Cloud where those are. @throws CrmFailure */
export async function readSchema(org: SalesforceOrg): Promise<Schema> {
  const [task, recurring] = await Promise.all([describe(org, 'Task'), describe(org, NPSP.mandate.object)]);
  const transaction = recurring === null ? await describe(org, NONPROFIT_CLOUD.gift.object) : null;
  const dialect = transaction === null ? NPSP : NONPROFIT_CLOUD;
  const [person, gift, mandate] = await Promise.all([
    describe(org, dialect.person.object),
    transaction ?? describe(org, dialect.gift.object),
    recurring ?? (transaction === null ? null : describe(org, dialect.mandate.object)),
  ]);
  const none: ObjectInfo = { createable: false, updateable: false, fields: new Map(), children: new Map() };
  return {
    dialect,
    contact: describedAsPerson(dialect.person, person ?? none),
    task: task ?? none,
    gift,
    mandate,
    statuses: await readStatuses(org, task),
  };
}

const statusSchema = z.object({
  ApiName: z.string().max(255),
  IsClosed: z.boolean(),
  IsDefault: z.boolean().nullish(),
});

/** The names are the organisation's own, in its own language: which one is closed is asked, never guessed (§4). */
async function readStatuses(org: SalesforceOrg, task: ObjectInfo | null): Promise<TaskStatuses | null> {
  try {
    const rows = await query(org, soql`SELECT ApiName, IsClosed, IsDefault FROM TaskStatus`, { purpose: 'now' });
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
  const { json } = await ask(org, { method: 'GET', path: '/services/data/', purpose: 'now' });
  const versions = versionsSchema.safeParse(json);
  if (!versions.success) throw odd();
  const newest = Math.max(...versions.data.map(({ version }) => Number(version)));
  return newest < OLDEST_VERSION ? null : `${Math.min(newest, TESTED_VERSION)}.0`;
}
