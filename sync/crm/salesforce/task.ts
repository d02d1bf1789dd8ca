/** Tasks of Dankbel: each has its own id in a unique field, so that writing one twice is writing it once. */
import { z } from 'zod';
import type { Purpose } from './budget.ts';
import { hasCode, isGone, isSchema, isUnsure, odd } from './failures.ts';
import { writable } from './object-info.ts';
import { ask } from './http.ts';
import type { Talk } from './org-session.ts';
import { taskRow, type TaskRow } from './rows.ts';
import { CLAIM_FIELD, hasClaimField, ID_FIELD, requireIdField } from './task-columns.ts';

const ownId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws for what is no id of ours: it would become a part of an address */
function pathOf(id: string): `/${string}` {
  if (!ownId.test(id)) throw new Error('not an id');
  return `/sobjects/Task/${ID_FIELD}/${id}`;
}

/** The task that has this id; null when there is none. @throws CrmFailure */
export async function findTask({ org, schema }: Talk, id: string, purpose: Purpose): Promise<TaskRow | null> {
  const fields = Object.keys(taskRow.shape).filter((name) => name === 'Id' || schema.task.fields.has(name));
  try {
    const { json } = await ask(org, { method: 'GET', path: `${pathOf(id)}?fields=${fields.join(',')}`, purpose });
    const row = taskRow.safeParse(json);
    if (!row.success) throw odd();
    return row.data;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

export interface NewTask {
  readonly id: string;
  /** With what can only be said once, such as its subtype. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly purpose: Purpose;
}

const upsertSchema = z.object({ id: z.string().regex(/^[A-Za-z0-9]{15,18}$/) });

/**
 * Makes the task, or makes it what it should be. An answer that does not say whether it was done is looked up at once.
 *
 * @returns Salesforce's id. @throws CrmFailure
 */
export async function writeTask(talk: Talk, { id, values, purpose }: NewTask): Promise<string> {
  const { org, schema } = talk;
  requireIdField(schema);
  try {
    const { json } = await ask(org, {
      method: 'PATCH',
      path: pathOf(id),
      body: writable(schema.task, values, 'createable'),
      purpose,
    });
    const answer = upsertSchema.safeParse(json);
    if (answer.success) return answer.data.id;
  } catch (error) {
    // A repeat is an update, and a subtype cannot be updated (salesforce.md §8); the rest may have been done or not.
    if (!isSchema(error) && (!isUnsure(error) || isGone(error))) throw error;
    const found = await findTask(talk, id, purpose);
    if (found === null) throw error;
    return found.Id;
  }
  const found = await findTask(talk, id, purpose);
  if (found === null) throw odd();
  return found.Id;
}

/** Changes the task that has this id, and makes none. @returns false when there is none. @throws CrmFailure */
export async function changeTask(
  { org, schema }: Talk,
  id: string,
  values: Readonly<Record<string, unknown>>,
  purpose: Purpose,
): Promise<boolean> {
  try {
    const body = writable(schema.task, values, 'updateable');
    await ask(org, { method: 'PATCH', path: `${pathOf(id)}?updateOnly=true`, body, purpose });
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

/** Gives a task another id of ours, or takes it out of a claim: only by Salesforce's own id. @throws CrmFailure */
export async function turnTask(
  { org, schema }: Talk,
  task: TaskRow,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  await ask(org, {
    method: 'PATCH',
    path: `/sobjects/Task/${task.Id}`,
    body: writable(schema.task, values, 'updateable'),
    headers:
      typeof task.LastModifiedDate === 'string'
        ? { 'If-Unmodified-Since': new Date(task.LastModifiedDate).toUTCString() }
        : {},
    purpose: 'now',
  });
}

/** What takes a task out of the claims, where the organisation has the field. */
export function withoutClaim({ schema }: Talk): Readonly<Record<string, null>> {
  return hasClaimField(schema) ? { [CLAIM_FIELD]: null } : {};
}

/** A description is plain text of at most 32,000 characters. */
export function describeIn(lines: readonly string[]): string {
  return lines.join('\n').slice(0, 32_000);
}

/** A subject has 255 characters, and its end is what Dankbel reads. */
export function subjectIn(subject: string): string {
  const at = subject.lastIndexOf(' [Dankbel');
  const mark = at === -1 || !subject.endsWith(']') ? '' : subject.slice(at);
  const words = subject.slice(0, subject.length - mark.length);
  return words.slice(0, 255 - mark.length) + mark;
}

export function isDuplicate(error: unknown): boolean {
  return hasCode(error, 'DUPLICATE_VALUE');
}
