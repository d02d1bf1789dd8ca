/** What Z takes back in a call: the last thing done here, or else a correction that an earlier window made. */
import type { CallView } from '../../../contract/procedures/call.ts';
import type { CallMemory, Undoable } from '../../data/call-memory.ts';

export function lastUndoable(view: CallView, memory: CallMemory): Undoable | null {
  const last = memory.undoable.at(-1);
  if (last !== undefined) return last;
  const corrected = view.details.findLast(({ state }) => state === 'corrected');
  return corrected === undefined ? null : { kind: 'correction', key: corrected.key };
}
