/** Everything the screen of one call knows and can do. */
import { useEffect, useRef, useState } from 'react';
import type { CallView } from '../../../contract/procedures/call.ts';
import { memoryOf } from '../../data/call-memory.ts';
import { useNotesOfCalls } from '../../data/notes-context.ts';
import { useStore } from '../../data/store.ts';
import type { Call } from './call-context.ts';
import { NOTHING_OPEN, type CallMode } from './call-mode.ts';
import { useCallChanges } from './use-call-changes.ts';
import { useFinishing } from './use-finishing.ts';

export function useCallState(view: CallView): Call {
  const notes = useNotesOfCalls().of(view);
  const memory = useStore(memoryOf(view.callItemId));
  const [mode, setMode] = useState<CallMode>(NOTHING_OPEN);
  const changes = useCallChanges(view);
  const finishing = useFinishing(view, notes);
  const objection = useRef<HTMLElement>(null);
  // Leaving the screen in any way keeps what was typed.
  useEffect(() => () => void notes.flush().catch(() => undefined), [notes]);
  return { view, memory, notes, mode, setMode, changes, finishing, objection };
}
