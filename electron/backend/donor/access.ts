/**
 * Who may look at everything of a donor: a coordinator always; a caller or director when she is on a list of theirs, when
 * they have business with her today, or when they said why (rules-nl.md P: no more is seen than the work asks for).
 */
import { ofLane } from '../../../domain/call-list/call-list.ts';
import { CALLING_LANES } from '../../../domain/programmes/programme-id.ts';
import { hasBusinessToday } from '../../../db/queries/donor-page.ts';
import { readCallList } from '../calls/current-list.ts';
import type { AskContext } from '../context.ts';
import { Refusal } from '../refusal.ts';

/** @throws Refusal `needs-reason` */
export async function requireAccess(context: AskContext, donorId: number): Promise<void> {
  const { person, store, today } = context;
  if (person.roles.includes('coordinator')) return;
  if (await hasBusinessToday(store.reader, { donorId, personId: person.id, today })) return;
  const list = await readCallList(context);
  const lanes = CALLING_LANES.filter((lane) => person.roles.includes(lane));
  if (lanes.some((lane) => ofLane(list, lane).items.some((item) => item.donorId === donorId))) return;
  throw new Refusal('needs-reason', {
    nl: 'Deze donateur staat niet op jouw lijst. Zeg waarom je kijkt; dat wordt bewaard.',
    en: 'This donor is not on your list. Say why you look; that is kept.',
  });
}

/** Keeps why somebody looks; it holds for today. */
export async function recordLook(context: AskContext, donorId: number, reason: string): Promise<void> {
  const { store, person, now, today } = context;
  await store.write(async ({ transaction }) => {
    await transaction
      .insertInto('audit')
      .values({
        at: now(),
        person_id: person.id,
        action: 'look',
        subject: String(donorId),
        detail: JSON.stringify({ reason, day: today }),
      })
      .execute();
  });
}
