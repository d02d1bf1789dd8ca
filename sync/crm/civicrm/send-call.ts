/** A call as an activity "Phone Call". */
import { z } from 'zod';
import type { CallOperation } from '../../../domain/operation.ts';
import type { OperationAnswer, OutgoingOperation } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import { callColumn, writeCallFields, type CallField } from './call-fields.ts';
import { statusFor, type StatusUse } from './call-statuses.ts';
import { operationMark, writeCallSubject } from '../marks/call-subject.ts';
import { callLines } from '../marks/call-text.ts';
import { turnClaim } from './turn-claim.ts';
import { escapeHtml } from './html.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { idSchema, readRows } from './rows.ts';

/** What a site has for calls, asked once. */
export interface CallValues {
  readonly fields: ReadonlySet<CallField>;
  /** Names of the statuses of activities; null when the user of the key may not read them. */
  readonly statuses: ReadonlySet<string> | null;
}

/**
 * Activities have no key of their own (civicrm-api4.md §6 of ten facts), so an operation that was tried before is
 * looked up by its mark first. A half-written activity, one without the donor, is no answer: a failed create can
 * leave it (§7), it is put out of sight and the call is written again. The claim under which the donor was called
 * becomes the call; without one, or when somebody ended it, the call is an activity of its own.
 *
 * @throws CrmFailure
 */
export async function sendCall(
  site: CiviCrmSite,
  { id, donorCrmId, wasTried }: OutgoingOperation,
  call: CallOperation,
  values: CallValues,
): Promise<OperationAnswer> {
  const { fields } = values;
  const status = requireStatus(site, values, call.outcome);
  const known = wasTried ? await findActivities(site, id, fields) : [];
  const whole = known.find(({ targets }) => targets.includes(donorCrmId));
  if (whole !== undefined) return { kind: 'applied', reference: String(whole.id) };
  for (const half of known) await replaceActivity(site, half.id, id, values);
  const written = {
    'status_id:name': status,
    subject: writeCallSubject({ operationId: id, ...call }),
    details: writeDetails(call),
    activity_date_time: call.at,
    duration: Math.ceil(call.durationSeconds / 60),
    'medium_id:name': 'phone',
    ...(call.number === null ? {} : { phone_number: call.number }),
    ...writeCallFields(fields, id, call),
  };
  const { claimId } = call;
  if (claimId !== undefined) {
    const turned = await turnClaim(site, claimId, donorCrmId, written).catch((error: unknown) =>
      readBack(site, { id, donorCrmId, fields }, error),
    );
    if (turned !== null) return { kind: 'applied', reference: String(turned) };
  }
  const answer = await callApi(site, 'Activity', 'create', {
    values: {
      'activity_type_id:name': 'Phone Call',
      source_contact_id: 'user_contact_id',
      target_contact_id: [donorCrmId],
      ...written,
    },
  }).catch(async (error: unknown) => ({ values: [{ id: await readBack(site, { id, donorCrmId, fields }, error) }] }));
  const [created] = readRows(z.object({ id: z.int() }), answer.values).read;
  if (created !== undefined) return { kind: 'applied', reference: String(created.id) };
  // The answer has no id: believed only when the activity is really there.
  const [found] = await findActivities(site, id, fields);
  if (found !== undefined) return { kind: 'applied', reference: String(found.id) };
  throw new CrmFailure('busy', {
    nl: 'Het CRM bevestigde het gesprek niet. Alles staat hier veilig; het wordt vanzelf opnieuw geprobeerd.',
    en: 'The CRM did not confirm the call. Everything is safe here; it is tried again by itself.',
  });
}

/** An error 500 does not mean that nothing was written (§7): it is looked up at once. @throws the error when it is not there */
async function readBack(
  site: CiviCrmSite,
  { id, donorCrmId, fields }: Pick<OutgoingOperation, 'id' | 'donorCrmId'> & Pick<CallValues, 'fields'>,
  error: unknown,
): Promise<number> {
  if (!(error instanceof CrmFailure) || error.kind !== 'busy') throw error;
  const found = await findActivities(site, id, fields);
  const whole = found.find(({ targets }) => targets.includes(donorCrmId));
  if (whole === undefined) throw error;
  return whole.id;
}

/** All but the oldest `keeps` activities of a call are put out of sight. @throws CrmFailure */
export async function endDoubles(
  site: CiviCrmSite,
  operationId: string,
  keeps: 0 | 1,
  values: CallValues,
): Promise<void> {
  const found = await findActivities(site, operationId, values.fields);
  const standing = found.filter(({ isEnded, targets }) => !isEnded && targets.length > 0);
  for (const { id } of standing.slice(keeps)) await replaceActivity(site, id, operationId, values);
}

/** Takes a call back: it stays in the CRM, visibly cancelled, and counts no longer. @throws CrmFailure */
export async function undoCall(
  site: CiviCrmSite,
  { id: operationId, reference }: { readonly id: string; readonly reference: string | null },
  values: CallValues,
): Promise<void> {
  const status = requireStatus(site, values, 'undone');
  const found = await findActivities(site, operationId, values.fields);
  const ids = found.length > 0 ? found.map(({ id }) => id) : reference === null ? [] : [Number(reference)];
  for (const id of ids) await cancelActivity(site, id, status, `Teruggedraaid [Dankbel-undone ${operationId}]`);
}

const activityMarkRow = z.object({
  id: z.int(),
  target_contact_id: z.array(idSchema).nullish(),
  subject: z.string().nullish(),
});

interface FoundActivity {
  readonly id: number;
  readonly targets: readonly number[];
  /** Its subject says that it was taken back or replaced. */
  readonly isEnded: boolean;
}

/** By the custom field where there is one, which is exact and has an index; else by the mark in the subject. */
async function findActivities(
  site: CiviCrmSite,
  operationId: string,
  fields: ReadonlySet<CallField>,
): Promise<readonly FoundActivity[]> {
  const byField = fields.has('operation_id')
    ? await findWhere(site, [callColumn('operation_id'), '=', operationId]).catch(withoutField)
    : [];
  return byField.length > 0 ? byField : findWhere(site, ['subject', 'LIKE', `%${operationMark(operationId)}`]);
}

/** The field was taken away in the CRM since we asked for it. */
function withoutField(error: unknown): readonly FoundActivity[] {
  if (error instanceof CrmFailure && error.kind === 'busy') return [];
  throw error;
}

async function findWhere(site: CiviCrmSite, condition: readonly unknown[]): Promise<readonly FoundActivity[]> {
  const { values } = await callApi(site, 'Activity', 'get', {
    select: ['id', 'target_contact_id', 'subject'],
    where: [['activity_type_id:name', '=', 'Phone Call'], condition],
    orderBy: { id: 'ASC' },
    limit: 10,
  });
  return readRows(activityMarkRow, values).read.map((row) => ({
    id: row.id,
    targets: row.target_contact_id ?? [],
    isEnded: row.subject?.includes('[Dankbel-') ?? false,
  }));
}

/**
 * A name that the site does not know would silently become another status (§7): it does not leave here.
 *
 * @throws CrmFailure
 */
export function requireStatus(site: CiviCrmSite, { statuses }: CallValues, use: StatusUse): string {
  const status = statusFor(use, site.statuses);
  if (statuses?.has(status) !== false) return status;
  throw new CrmFailure('forbidden', {
    nl: `Het CRM kent de status "${status}" niet. Een coördinator kan bij Koppelen kiezen welke status bedoeld is; verstuur daarna opnieuw.`,
    en: `The CRM does not know the status "${status}". A coordinator can choose at Connect which status is meant; then send again.`,
  });
}

/** Half-written, or there twice: what stands in its place is another activity of the same operation. */
async function replaceActivity(
  site: CiviCrmSite,
  activityId: number,
  operationId: string,
  values: CallValues,
): Promise<void> {
  const status = requireStatus(site, values, 'undone');
  await cancelActivity(site, activityId, status, `Vervangen [Dankbel-rest ${operationId}]`);
}

/** Without contact fields: changing those on an existing activity needs "delete activities" (§7). */
async function cancelActivity(site: CiviCrmSite, id: number, status: string, subject: string): Promise<void> {
  await callApi(site, 'Activity', 'update', {
    where: [['id', 'IN', [id]]],
    values: { 'status_id:name': status, subject },
  });
}

/** The details of an activity are HTML: everything that was typed is escaped. The first line is the exact outcome. */
export function writeDetails(call: CallOperation): string {
  return callLines(call)
    .map((line) => `<p>${escapeHtml(line).replaceAll('\n', '<br />')}</p>`)
    .join('\n');
}
