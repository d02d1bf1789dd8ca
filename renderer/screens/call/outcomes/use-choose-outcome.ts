/** Chooses an outcome: saves it, or first asks what is still needed for it. */
import { atStep, memoryOf, remember } from '../../../data/call-memory.ts';
import { useCall } from '../call-context.ts';
import { NOTHING_OPEN } from '../call-mode.ts';
import type { OfferedOutcome } from './outcome-keys.ts';

export function useChooseOutcome(): (outcome: OfferedOutcome) => void {
  const { view, memory, setMode, finishing, objection } = useCall();
  return (outcome) => {
    // Two keys in one breath: the answer is on its way, and goes before the outcome.
    const answer = view.objectionAnswer ?? memoryOf(view.callItemId).get().answered;
    if (outcome.needsObjectionAnswer && answer === null) {
      // The sentence that should have been said stands in the last step.
      remember(view.callItemId, { wanted: outcome.id, ...atStep(memory, 'closing') });
      setMode(NOTHING_OPEN);
      objection.current?.querySelector('button')?.focus();
      return;
    }
    if (outcome.id === 'callback') {
      setMode({ kind: 'appointment' });
      return;
    }
    setMode(NOTHING_OPEN);
    finishing.finish(outcome.id);
  };
}
