/**
 * Who may look at everything of a donor: a caller or director when she is on a list of theirs, when they have business
 * with her today, or when they said why (rules-nl.md P: no more is seen than the work asks for). A coordinator need not
 * say why, and it is in the trail all the same.
 */
import type { LookReason } from '../../../domain/audit/look-reasons.ts';
import { ofLane } from '../../../domain/call-list/call-list.ts';
import { CALLING_LANES, type CallingLane } from '../../../domain/programmes/programme-id.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { withBusinessToday } from '../../../db/queries/donor-page.ts';
import { readCallList } from '../calls/current-list.ts';
import type { AskContext } from '../context.ts';
import { Refusal } from '../refusal.ts';

/** @throws Refusal `needs-reason` */
export async function requireAccess(context: AskContext, donorId: number): Promise<void> {
  if ((await withAccess(context, [donorId])).has(donorId)) return;
  if (isCoordinator(context)) return recordLook(context, donorId, { why: 'coordinates', words: '' });
  throw new Refusal('needs-reason', {
    nl: 'Deze donateur staat niet op jouw lijst. Zeg waarom je kijkt; dat wordt bewaard.',
    en: 'This donor is not on your list. Say why you look; that is kept.',
  });
}

/**
 * A list is for whoever works in its lane, and for a coordinator.
 *
 * @throws Refusal `not-allowed`
 */
export function requireLane({ person }: Pick<AskContext, 'person'>, lane: CallingLane): void {
  if (person.roles.includes(lane) || person.roles.includes('coordinator')) return;
  throw new Refusal('not-allowed', {
    nl: 'Deze lijst hoort niet bij jouw taak. Vraag het de coördinator.',
    en: 'This list does not belong to your task. Ask the coordinator.',
  });
}

/** Which of these may be shown as a whole to whoever asks. To a coordinator everybody; looking at one is in the trail. */
export async function mayBeShown(context: AskContext, donorIds: readonly number[]): Promise<ReadonlySet<number>> {
  return isCoordinator(context) ? new Set(donorIds) : withAccess(context, donorIds);
}

function isCoordinator({ person }: AskContext): boolean {
  return person.roles.includes('coordinator');
}

/** Those with whom whoever asks has business today, or who are on a list of theirs. */
async function withAccess(context: AskContext, donorIds: readonly number[]): Promise<ReadonlySet<number>> {
  const { person, store, today } = context;
  const known = await withBusinessToday(store.reader, { donorIds, personId: person.id, today });
  if (donorIds.every((donorId) => known.has(donorId))) return known;
  const lanes = CALLING_LANES.filter((lane) => person.roles.includes(lane));
  if (lanes.length === 0) return known;
  const list = await readCallList(context);
  const asked = new Set(donorIds);
  const listed = lanes.flatMap((lane) => ofLane(list, lane).items.map(({ donorId }) => donorId));
  return new Set([...known, ...listed.filter((donorId) => asked.has(donorId))]);
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
