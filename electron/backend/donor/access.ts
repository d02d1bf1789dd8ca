/**
 * Who may look at everything of a donor: a caller or director when she is on a list of theirs, when they have business
 * with her today, or when they said why (rules-nl.md P: no more is seen than the work asks for). A coordinator need not
 * say why, and it is in the trail all the same.
 */
import type { LookReason } from '../../../domain/audit/look-reasons.ts';
import { ofLane } from '../../../domain/call-list/call-list.ts';
import { CALLING_LANES } from '../../../domain/programmes/programme-id.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { hasBusinessToday } from '../../../db/queries/donor-page.ts';
import { readCallList } from '../calls/current-list.ts';
import type { AskContext } from '../context.ts';
import { Refusal } from '../refusal.ts';

/** @throws Refusal `needs-reason` */
export async function requireAccess(context: AskContext, donorId: number): Promise<void> {
  const { person, store, today } = context;
  if (await hasBusinessToday(store.reader, { donorId, personId: person.id, today })) return;
  const list = await readCallList(context);
  const lanes = CALLING_LANES.filter((lane) => person.roles.includes(lane));
  if (lanes.some((lane) => ofLane(list, lane).items.some((item) => item.donorId === donorId))) return;
  if (person.roles.includes('coordinator')) return recordLook(context, donorId, { why: 'coordinates', words: '' });
  throw new Refusal('needs-reason', {
    nl: 'Deze donateur staat niet op jouw lijst. Zeg waarom je kijkt; dat wordt bewaard.',
    en: 'This donor is not on your list. Say why you look; that is kept.',
  });
}

export interface Look {
  readonly why: LookReason;
  /** In the person's own words; empty for none. */
  readonly words: string;
}

/** Keeps why somebody looks; it holds for today. */
export async function recordLook(context: AskContext, donorId: number, { why, words }: Look): Promise<void> {
  const { store, person, now, today } = context;
  await store.write((writer) =>
    noteAudit(writer, {
      at: now(),
      personId: person.id,
      action: 'look',
      subject: String(donorId),
      donorId,
      detail: { why, day: today },
      words,
    }),
  );
}
