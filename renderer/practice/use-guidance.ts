/** What the guide says now, from what was really done and what the screen shows. */
import { useLocation } from 'react-router';
import { memoryOf } from '../data/call-memory.ts';
import { useLane } from '../data/chosen-lane.ts';
import { useStore } from '../data/store.ts';
import { useAnswer } from '../data/use-answer.ts';
import { guide, type Guidance } from './guide.ts';

/** No call has this number. */
const NO_CALL = 0;

export function useGuidance(): Guidance | null {
  const { pathname } = useLocation();
  const callItemId = Number(/^\/call\/(\d+)$/.exec(pathname)?.[1] ?? NO_CALL);
  const { stepsSeen } = useStore(memoryOf(callItemId));
  const lane = useLane() ?? 'caller';
  const { data: progress } = useAnswer('practice.progress', {});
  const { data: today } = useAnswer('today.get', { lane });
  if (progress === undefined) return null;
  return guide(progress.situations, {
    callItemId: callItemId === NO_CALL ? null : callItemId,
    isToday: pathname === '/',
    atDoor: today === undefined ? undefined : (today.next?.donorId ?? null),
    stepsSeen,
  });
}
