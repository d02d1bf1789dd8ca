/** Consent in the donor's own words, with its day (rules-nl.md L3); it is the only way to undo an objection (L8). */
import { dayOfInstant } from '../../../domain/calendar/day.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { readObjecting } from '../../../db/queries/overlay-facts.ts';
import type { Writer } from '../../../db/store.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';
import { undoOperation } from './record.ts';

type Input = ParsedInputOf<'donor.recordConsent'>;

/** Both events stay: the objection with the moment at which it was undone, and the consent by which. */
export async function recordConsent(
  context: AskContext,
  { donorId, day, words, source }: Input,
): Promise<OutputOf<'donor.recordConsent'>> {
  const { store, person, now, today } = context;
  if (day > today) throw inTheFuture();
  return store.write(async (writer) => {
    const { transaction } = writer;
    const donor = await transaction.selectFrom('donor').select('id').where('id', '=', donorId).executeTakeFirst();
    if (donor === undefined) throw notFound();
    const standing = await transaction
      .selectFrom('objection')
      .select(['id', 'at'])
      .where('donor_id', '=', donorId)
      .where('undone_at', 'is', null)
      .execute();
    if (standing.some(({ at }) => dayOfInstant(at) > day)) throw olderThanObjection();
    await transaction
      .insertInto('consent')
      .values({ donor_id: donorId, person_id: person.id, day, at: now(), words, source })
      .execute();
    await noteAudit(writer, { at: now(), personId: person.id, action: 'consent', subject: day, donorId });
    for (const { id } of standing) {
      await transaction.updateTable('objection').set({ undone_at: now() }).where('id', '=', id).execute();
      await undoOperation(context, writer, id, { byConsent: true });
    }
    const isObjecting = (await readObjecting(transaction, [donorId])).has(donorId);
    // The CRM's own flag says nothing of when it was set: somebody must look, and take it away there.
    if (isObjecting) await askToClearFlag(context, writer, donorId);
    return { mayBeCalled: !isObjecting };
  });
}

async function askToClearFlag({ person, now }: AskContext, { transaction }: Writer, donorId: number): Promise<void> {
  await transaction
    .insertInto('follow_up')
    .values({
      donor_id: donorId,
      call_item_id: null,
      attempt_id: null,
      person_id: person.id,
      kind: 'task',
      text: 'Nieuwe toestemming om te bellen is vastgelegd, maar in het CRM staat nog verzet. Haal het daar weg.',
      at: now(),
      closed_at: null,
    })
    .execute();
}

function inTheFuture(): Refusal {
  return new Refusal('refused', {
    nl: 'De dag van de toestemming ligt in de toekomst. Kies vandaag of eerder.',
    en: 'The day of the consent lies in the future. Choose today or earlier.',
  });
}

function olderThanObjection(): Refusal {
  return new Refusal('refused', {
    nl: 'Deze toestemming is ouder dan het verzet. Verzet wordt alleen ongedaan gemaakt door nieuwe toestemming.',
    en: 'This consent is older than the objection. Only new consent undoes an objection.',
  });
}
