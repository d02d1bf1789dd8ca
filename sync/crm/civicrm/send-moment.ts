/**
 * What was done for a donor outside a call, as an activity of the type that fits. Its mark `[Dankbel-moment WHAT ID]`
 * is looked up when it was tried before; it is no call, so no list counts it as one.
 */
import { z } from 'zod';
import type { MomentChannel, MomentOperation } from '../../../domain/operation.ts';
import type { OperationAnswer, OutgoingOperation } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import { operationMark } from '../marks/call-subject.ts';
import { escapeHtml } from './html.ts';
import { writeMomentSubject } from '../marks/moment-subject.ts';
import { momentLines } from '../marks/moment-text.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { idSchema, readRows } from './rows.ts';
import { requireStatus, type CallValues } from './send-call.ts';

const TYPES: Readonly<Record<MomentChannel, string>> = {
  email: 'Email',
  post: 'Print PDF Letter',
  // Not "Phone Call": that would count as a conversation of a programme.
  phone: 'Follow up',
  other: 'Follow up',
};
/** Every site has it; "Follow up" belongs to a component that may be off. */
const EVERYWHERE = 'Email';

/** What a site has for moments, asked once. @property types null when the user of the key may not read them */
export interface MomentValues extends CallValues {
  readonly types: ReadonlySet<string> | null;
}

/** Sending it again does nothing more. @throws CrmFailure */
export async function sendMoment(
  site: CiviCrmSite,
  { id, donorCrmId, wasTried }: OutgoingOperation,
  moment: MomentOperation,
  values: MomentValues,
): Promise<OperationAnswer> {
  const status = requireStatus(site, values, 'conversation');
  const known = wasTried ? await findMoments(site, id) : [];
  const whole = known.find(({ targets }) => targets.includes(donorCrmId));
  if (whole !== undefined) return { kind: 'applied', reference: String(whole.id) };
  // A failed create can leave an activity without its donor (civicrm-api4.md §7).
  for (const half of known) await cancel(site, half.id, id, values);
  const written = {
    'activity_type_id:name': typeOf(moment.channel, values.types),
    'status_id:name': status,
    source_contact_id: 'user_contact_id',
    target_contact_id: [donorCrmId],
    subject: writeMomentSubject(moment.subject, moment.what, id),
    details: writeText(moment),
    activity_date_time: moment.at,
  };
  const created = await callApi(site, 'Activity', 'create', { values: written }).then(
    ({ values: rows }) => readRows(z.object({ id: z.int() }), rows).read[0]?.id ?? null,
    (error: unknown) => {
      if (error instanceof CrmFailure && error.kind === 'busy') return null;
      throw error;
    },
  );
  if (created !== null) return { kind: 'applied', reference: String(created) };
  // An error does not mean that nothing was written (§7), nor does an answer without an id.
  const found = (await findMoments(site, id)).find(({ targets }) => targets.includes(donorCrmId));
  if (found !== undefined) return { kind: 'applied', reference: String(found.id) };
  throw new CrmFailure('busy', {
    nl: 'Het CRM bevestigde dit niet. Alles staat hier veilig; het wordt vanzelf opnieuw geprobeerd.',
    en: 'The CRM did not confirm this. Everything is safe here; it is tried again by itself.',
  });
}

/** It stays in the CRM, visibly cancelled. @throws CrmFailure */
export async function undoMoment(
  site: CiviCrmSite,
  { id, reference }: { readonly id: string; readonly reference: string | null },
  values: CallValues,
): Promise<void> {
  const found = await findMoments(site, id);
  const ids = found.length > 0 ? found.map((each) => each.id) : reference === null ? [] : [Number(reference)];
  for (const activityId of ids) await cancel(site, activityId, id, values);
}

/** All but the oldest `keeps` are ended: the network may have delivered one twice. @throws CrmFailure */
export async function endDoubledMoments(
  site: CiviCrmSite,
  operationId: string,
  keeps: 0 | 1,
  values: CallValues,
): Promise<void> {
  const standing = (await findMoments(site, operationId)).filter(({ targets }) => targets.length > 0);
  for (const { id } of standing.slice(keeps)) await cancel(site, id, operationId, values);
}

function typeOf(channel: MomentChannel, types: ReadonlySet<string> | null): string {
  const type = TYPES[channel];
  return types === null || types.has(type) ? type : EVERYWHERE;
}

function writeText(moment: MomentOperation): string {
  return momentLines(moment)
    .map((line) => `<p>${escapeHtml(line).replaceAll('\n', '<br />')}</p>`)
    .join('\n');
}

const activityRow = z.object({
  id: z.int(),
  target_contact_id: z.array(idSchema).nullish(),
});

async function findMoments(
  site: CiviCrmSite,
  operationId: string,
): Promise<readonly { readonly id: number; readonly targets: readonly number[] }[]> {
  const { values } = await callApi(site, 'Activity', 'get', {
    select: ['id', 'target_contact_id'],
    where: [['subject', 'LIKE', `%[Dankbel-moment %${operationMark(operationId)}`]],
    orderBy: { id: 'ASC' },
    limit: 10,
  });
  return readRows(activityRow, values).read.map((row) => ({ id: row.id, targets: row.target_contact_id ?? [] }));
}

async function cancel(site: CiviCrmSite, activityId: number, operationId: string, values: CallValues): Promise<void> {
  await callApi(site, 'Activity', 'update', {
    where: [['id', 'IN', [activityId]]],
    values: {
      'status_id:name': requireStatus(site, values, 'undone'),
      subject: `Teruggedraaid [Dankbel-undone${operationMark(operationId)}`,
    },
  });
}
