/** Changes that wait for a coordinator: proposed by a verifier, decided once, and after a yes on their way to the CRM. */
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { OperationBody } from '../../../domain/operation.ts';
import { refuseProposal, writeIban, type ProposalKind } from '../../../domain/verify/proposal.ts';
import { recordOperation } from '../../../db/queries/operations.ts';
import type { Writer } from '../../../db/store.ts';
import { writeAudit } from '../attention/end.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';
import { requireVerifiable } from './view-donor.ts';

/** @throws Refusal `refused` for what cannot be right, or what waits already */
export async function propose(
  context: AskContext,
  { donorId, kind, value, reason }: ParsedInputOf<'verify.propose'>,
): Promise<void> {
  const { store, person, now } = context;
  await requireVerifiable(context, donorId);
  const refusal = refuseProposal(kind, value);
  if (refusal !== null) throw new Refusal('refused', refusal);
  await store.write(async ({ transaction }) => {
    const waiting = await transaction
      .selectFrom('proposal')
      .select('id')
      .where('donor_id', '=', donorId)
      .where('kind', '=', kind)
      .where('decision', 'is', null)
      .executeTakeFirst();
    if (waiting !== undefined) throw new Refusal('refused', WAITS_ALREADY);
    await transaction
      .insertInto('proposal')
      .values({
        donor_id: donorId,
        person_id: person.id,
        kind,
        value: kind === 'iban' ? writeIban(value) : '',
        reason,
        at: now(),
        decision: null,
        decided_at: null,
        decided_by: null,
        operation_id: null,
      })
      .execute();
  });
}

const WAITS_ALREADY = {
  nl: 'Dit wacht al op een coördinator.',
  en: 'This waits for a coordinator already.',
};

/** @throws Refusal `out-of-date` when it was decided already */
export async function decide(
  context: AskContext,
  { proposalId, isYes }: ParsedInputOf<'verify.decide'>,
): Promise<void> {
  const { store, person, now } = context;
  await store.write(async (writer) => {
    const { transaction } = writer;
    const row = await transaction.selectFrom('proposal').selectAll().where('id', '=', proposalId).executeTakeFirst();
    if (row === undefined) throw notFound();
    if (row.decision !== null) throw new Refusal('out-of-date', DECIDED);
    const operationId = isYes ? await send(context, writer, row.donor_id, row) : null;
    await transaction
      .updateTable('proposal')
      .set({ decision: isYes ? 'yes' : 'no', decided_at: now(), decided_by: person.id, operation_id: operationId })
      .where('id', '=', proposalId)
      .execute();
    await writeAudit(context, writer, isYes ? 'proposal-yes' : 'proposal-no', String(proposalId), {
      donorId: row.donor_id,
      detail: { kind: row.kind },
    });
  });
}

const DECIDED = {
  nl: 'Hierover is al beslist. Ga verder met het volgende.',
  en: 'This was decided already. Go on with the next.',
};

interface Proposed {
  readonly kind: ProposalKind;
  readonly value: string;
  readonly reason: string;
}

async function send(context: AskContext, writer: Writer, donorId: number, proposed: Proposed): Promise<string> {
  const { person, now, newId } = context;
  const id = newId();
  const donor = await writer.transaction
    .selectFrom('donor')
    .select(['is_deceased', 'does_not_want_email'])
    .where('id', '=', donorId)
    .executeTakeFirstOrThrow();
  const body = bodyOf(proposed, now(), {
    isDeceased: donor.is_deceased === 1,
    noEmail: donor.does_not_want_email === 1,
  });
  await recordOperation(writer, { id, donorId, personId: person.id, body, recordedAt: now() });
  return id;
}

function bodyOf(
  { kind, value, reason }: Proposed,
  at: string,
  before: { readonly isDeceased: boolean; readonly noEmail: boolean },
): OperationBody {
  switch (kind) {
    case 'deceased':
      return { kind: 'flag', at, flag: 'is_deceased', value: true, wasBefore: before.isDeceased };
    case 'no-email':
      return { kind: 'flag', at, flag: 'do_not_email', value: true, wasBefore: before.noEmail };
    case 'email-consent':
      return { kind: 'flag', at, flag: 'do_not_email', value: false, wasBefore: before.noEmail };
    // CiviCRM itself keeps no account number: whoever runs the mandates reads it, and changes it there.
    case 'iban':
      return {
        kind: 'moment',
        at,
        what: 'note',
        channel: 'other',
        subject: 'Nieuw rekeningnummer doorgegeven',
        text: `${value}\n${reason}`,
      };
  }
}
