/**
 * The custom fields of Dankbel, where a site has them: a call carries its operation's id and what came of it in columns
 * of their own, besides the subject (docs/decisions/0005). CiviCRM's custom groups extend one entity each, so there are
 * two. Everything works without them.
 */
import type { CallOperation } from '../../../domain/operation.ts';
import { callMarkOf, type CallMark } from '../marks/call-subject.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { readRows } from './rows.ts';
import { z } from 'zod';

export const CALL_GROUP = 'Dankbel';
export const CONTACT_GROUP = 'Dankbel_contact';

export const CALL_FIELDS = [
  'operation_id',
  'programme',
  'outcome',
  'objection_offered',
  'emotion',
  'thumb',
  'nps',
] as const;
export type CallField = (typeof CALL_FIELDS)[number];

export function callColumn(field: CallField): string {
  return `${CALL_GROUP}.${field}`;
}

/** The fields that exist and that the user of the key may see; an older site and a missing right look the same. @throws CrmFailure */
export async function readCallFields(site: CiviCrmSite): Promise<ReadonlySet<CallField>> {
  const { values } = await callApi(site, 'Activity', 'getFields', {
    select: ['name'],
    where: [['name', 'IN', CALL_FIELDS.map(callColumn)]],
  });
  const names = new Set(readRows(z.object({ name: z.string() }), values).read.map(({ name }) => name));
  return new Set(CALL_FIELDS.filter((field) => names.has(callColumn(field))));
}

/** What a call writes into the fields that are there. */
export function writeCallFields(
  fields: ReadonlySet<CallField>,
  operationId: string,
  call: CallOperation,
): Readonly<Record<string, string>> {
  const values: Readonly<Partial<Record<CallField, string | null>>> = {
    operation_id: operationId,
    programme: call.promisedIn === null ? call.programme : `${call.programme}/${call.promisedIn}`,
    outcome: call.outcome,
    objection_offered: call.objectionAnswer,
    emotion: call.emotion,
    thumb: call.thumb ?? null,
    nps: call.nps === undefined ? null : String(call.nps),
  };
  const written: Record<string, string> = {};
  for (const field of CALL_FIELDS) {
    const value = values[field] ?? null;
    if (fields.has(field) && value !== null) written[callColumn(field)] = value;
  }
  return written;
}

/** The columns of a mark, to be selected where they exist. */
export function markColumns(fields: ReadonlySet<CallField>): readonly string[] {
  return (['operation_id', 'programme', 'outcome'] as const).filter((field) => fields.has(field)).map(callColumn);
}

/** The mark of a row whose subject was changed by somebody; null when its fields say nothing. */
export function readCallFieldsOf(row: Readonly<Record<string, unknown>>): CallMark | null {
  const text = (field: CallField): string => {
    const value = row[callColumn(field)];
    return typeof value === 'string' ? value : '';
  };
  const [programme = '', promisedIn = ''] = text('programme').split('/');
  return callMarkOf({ programme, promisedIn, outcome: text('outcome'), operationId: text('operation_id') });
}
