/** A call as an activity "Phone Call". */
import { z } from 'zod';
import type { CallOperation, ObjectionAnswer } from '../../../domain/operation.ts';
import { OUTCOMES, type OutcomeId } from '../../../domain/outcome.ts';
import type { OperationAnswer, OutgoingOperation } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import { operationMark, writeCallSubject } from './call-subject.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { readRows } from './rows.ts';

/** The nearest status that every site has. The exact outcome stands in the subject and in the first line. */
const STATUS_OF_OUTCOME: Readonly<Record<OutcomeId, string>> = {
  conversation: 'Completed',
  refused: 'Completed',
  objection: 'Completed',
  deceased: 'Completed',
  callback: 'Unreachable',
  'no-answer': 'Unreachable',
  busy: 'Unreachable',
  'voicemail-left': 'Left Message',
  'voicemail-nothing': 'Unreachable',
  'wrong-number': 'Unreachable',
  'not-in-service': 'Unreachable',
  moved: 'Unreachable',
  'other-language': 'Unreachable',
  'other-person': 'Unreachable',
};

/**
 * Activities have no key of their own (civicrm-api4.md §6 of ten facts), so an operation that was tried before is
 * looked up by its mark first. A half-written activity, one without the donor, is no answer: a failed create can
 * leave it (§7), it is put out of sight and the call is written again.
 *
 * @throws CrmFailure
 */
export async function sendCall(
  site: CiviCrmSite,
  { id, donorCrmId, wasTried }: OutgoingOperation,
  call: CallOperation,
): Promise<OperationAnswer> {
  const known = wasTried ? await findActivities(site, id) : [];
  const whole = known.find(({ targets }) => targets.includes(donorCrmId));
  if (whole !== undefined) return { kind: 'applied', reference: String(whole.id) };
  for (const half of known) await cancelActivity(site, half.id, `Half geschreven, vervangen [Dankbel-rest ${id}]`);
  const { values } = await callApi(site, 'Activity', 'create', {
    values: {
      'activity_type_id:name': 'Phone Call',
      'status_id:name': STATUS_OF_OUTCOME[call.outcome],
      source_contact_id: 'user_contact_id',
      target_contact_id: [donorCrmId],
      subject: writeCallSubject({ operationId: id, ...call }),
      details: writeDetails(call),
      activity_date_time: call.at,
      duration: Math.ceil(call.durationSeconds / 60),
      'medium_id:name': 'phone',
      ...(call.number === null ? {} : { phone_number: call.number }),
    },
  });
  const [created] = readRows(z.object({ id: z.int() }), values).read;
  if (created !== undefined) return { kind: 'applied', reference: String(created.id) };
  // The answer has no id: believed only when the activity is really there.
  const [readBack] = await findActivities(site, id);
  if (readBack !== undefined) return { kind: 'applied', reference: String(readBack.id) };
  throw new CrmFailure('busy', {
    nl: 'Het CRM bevestigde het gesprek niet. Alles staat hier veilig; het wordt vanzelf opnieuw geprobeerd.',
    en: 'The CRM did not confirm the call. Everything is safe here; it is tried again by itself.',
  });
}

/** Takes a call back: it stays in the CRM, visibly cancelled, and counts no longer. @throws CrmFailure */
export async function undoCall(site: CiviCrmSite, operationId: string, reference: string | null): Promise<void> {
  const found = await findActivities(site, operationId);
  const ids = found.length > 0 ? found.map(({ id }) => id) : reference === null ? [] : [Number(reference)];
  for (const id of ids) await cancelActivity(site, id, `Teruggedraaid [Dankbel-undone ${operationId}]`);
}

const activityMarkRow = z.object({
  id: z.int(),
  target_contact_id: z.array(z.union([z.int(), z.string().transform(Number)])).nullish(),
});

async function findActivities(
  site: CiviCrmSite,
  operationId: string,
): Promise<readonly { readonly id: number; readonly targets: readonly number[] }[]> {
  const { values } = await callApi(site, 'Activity', 'get', {
    select: ['id', 'target_contact_id'],
    where: [
      ['activity_type_id:name', '=', 'Phone Call'],
      ['subject', 'LIKE', `%${operationMark(operationId)}`],
    ],
    orderBy: { id: 'ASC' },
    limit: 10,
  });
  return readRows(activityMarkRow, values).read.map((row) => ({ id: row.id, targets: row.target_contact_id ?? [] }));
}

/** Without contact fields: changing those on an existing activity needs "delete activities" (§7). */
async function cancelActivity(site: CiviCrmSite, id: number, subject: string): Promise<void> {
  await callApi(site, 'Activity', 'update', {
    where: [['id', 'IN', [id]]],
    values: { 'status_id:name': 'Cancelled', subject },
  });
}

const OBJECTION_LINES: Readonly<Record<ObjectionAnswer, string>> = {
  offered: 'Recht van verzet aangeboden, bellen mag.',
  used: 'Recht van verzet aangeboden en gebruikt: niet meer bellen.',
  'not-offered': 'Recht van verzet niet aangeboden.',
};
const FOLLOW_UP_WORDS = { question: 'Vraag', complaint: 'Klacht', idea: 'Idee', task: 'Taak' } as const;
const EMOTION_WORDS = {
  angry: 'boos',
  disappointed: 'teleurgesteld',
  neutral: 'neutraal',
  happy: 'blij',
  delighted: 'heel blij',
} as const;

/** The details of an activity are HTML: everything that was typed is escaped. The first line is the exact outcome. */
export function writeDetails(call: CallOperation): string {
  const lines = [
    OUTCOMES[call.outcome].name.nl,
    call.objectionAnswer === null ? null : OBJECTION_LINES[call.objectionAnswer],
    call.promisedAt === null ? null : `Terugbellen beloofd: ${call.promisedAt}`,
    call.emotion === null ? null : `Klonk ${EMOTION_WORDS[call.emotion]}.`,
    call.confirmedFields.length === 0 ? null : `Nagevraagd en juist: ${call.confirmedFields.join(', ')}.`,
    ...call.followUps.map(({ kind, text }) => `${FOLLOW_UP_WORDS[kind]}: ${text}`),
    call.notes === '' ? null : call.notes,
  ];
  return lines
    .filter((line) => line !== null)
    .map((line) => `<p>${escapeHtml(line).replaceAll('\n', '<br />')}</p>`)
    .join('\n');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
