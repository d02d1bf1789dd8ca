/** Draws the hold-out group before anything is shown: see domain/hold-out.ts. */
import type { Candidate } from '../../../domain/call-list/evaluate.ts';
import { drawHoldOut, shareHeldOut } from '../../../domain/hold-out.ts';
import { readDrawn, saveDraws, type Draw } from '../../../db/queries/hold-out.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import type { AskContext } from '../context.ts';
import { CONNECTION } from '../profile-settings.ts';

/**
 * Draws and stores who was never drawn for the programme that won her. Whom a caller has tried already is not held
 * out: what was begun is finished.
 *
 * @returns whether anybody was drawn, so that the list must be read again
 */
export async function drawMissing(context: AskContext, candidates: readonly Candidate[]): Promise<boolean> {
  const { store, programmes, now } = context;
  const due = candidates.flatMap((candidate) => {
    const { programme, lane } = candidate.match;
    const percent = shareHeldOut(programmes, programme, lane);
    return percent === 0 ? [] : [{ candidate, programme, percent }];
  });
  if (due.length === 0) return false;
  const drawn = await readDrawn(
    store.reader,
    due.map(({ candidate }) => candidate.donorId),
  );
  const open = due.filter(({ candidate, programme }) => !(drawn.get(candidate.donorId) ?? []).includes(programme));
  if (open.length === 0) return false;
  // The same on every workstation of a charity, so that all of them draw alike.
  const seed = (await readSetting(store.reader, CONNECTION))?.address ?? 'files';
  const draws = open.map(({ candidate, programme, percent }): Draw => {
    const isHeld = candidate.attempts === 0 && drawHoldOut(seed, programme, String(candidate.tieBreaker), percent);
    return { donorId: candidate.donorId, programme, isHeld, percent };
  });
  await store.write((writer) => saveDraws(writer, draws, now()));
  return true;
}
