/** The lane somebody works in, for people who have more than one; kept while the window is open. */
import type { CallingLane } from '../../domain/programmes/programme-id.ts';
import { useSession } from './session-context.ts';
import { createStore, useStore } from './store.ts';

export const chosenLane = createStore<CallingLane | null>(null);

/** Null for somebody without a list of their own. */
export function useLane(): CallingLane | null {
  const { lanes } = useSession();
  const chosen = useStore(chosenLane);
  return chosen !== null && lanes.includes(chosen) ? chosen : (lanes[0] ?? null);
}
