/** Draws the hold-out group before anything is shown: see domain/hold-out.ts. */
import type { CallList } from '../../../domain/call-list/call-list.ts';
import { drawHoldOut, shareHeldOut } from '../../../domain/hold-out.ts';
import { readDrawn, saveDraws, type Draw } from '../../../db/queries/hold-out.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import type { AskContext } from '../context.ts';
import { CONNECTION } from '../profile-settings.ts';

/**
 * Lists of which everybody is drawn. A kept list is read again and again and hardly ever changes; one that changes is
 * another list.
 */
const drawnWhole = new WeakSet<CallList>();

/**
 * Draws and stores who was never drawn for the programme that won her. Whom a caller has tried already is not held
 * out: what was begun is finished.
 *
 * @returns whether anybody was drawn, so that the list must be read again
 */
export async function drawMissing(context: AskContext, list: CallList): Promise<boolean> {
  if (drawnWhole.has(list)) return false;
  const { store, programmes, now } = context;
  const due = [...list.items, ...list.suppressed].flatMap((candidate) => {
    const { programme, lane } = candidate.match;
    const percent = shareHeldOut(programmes, programme, lane);
    return percent === 0 ? [] : [{ candidate, programme, percent }];
  });
  const drawn = await readDrawn(
    store.reader,
    due.map(({ candidate }) => candidate.donorId),
  );
  const open = due.filter(({ candidate, programme }) => !(drawn.get(candidate.donorId) ?? []).includes(programme));
  if (open.length === 0) {
    drawnWhole.add(list);
    return false;
  }
  // The same on every workstation of a charity, so that all of them draw alike.
  const seed = (await readSetting(store.reader, CONNECTION))?.address ?? 'files';
  const draws = open.map(({ candidate, programme, percent }): Draw => {
    const isHeld = candidate.attempts === 0 && drawHoldOut(seed, programme, String(candidate.tieBreaker), percent);
    return { donorId: candidate.donorId, programme, isHeld, percent };
  });
  await store.write((writer) => saveDraws(writer, draws, now()));
  return true;
}
