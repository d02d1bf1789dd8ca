/** One call, for everything on its screen. */
import { createContext, useContext, type RefObject } from 'react';
import type { CallView } from '../../../contract/procedures/call.ts';
import type { CallMemory } from '../../data/call-memory.ts';
import type { NotesAutosave } from '../../data/notes-autosave.ts';
import type { CallMode } from './call-mode.ts';
import type { CallChanges } from './use-call-changes.ts';
import type { Finishing } from './use-finishing.ts';

export interface Call {
  readonly view: CallView;
  readonly memory: CallMemory;
  readonly notes: NotesAutosave;
  readonly mode: CallMode;
  readonly setMode: (mode: CallMode) => void;
  readonly changes: CallChanges;
  readonly finishing: Finishing;
  /** The question whether the right to object was offered: where the focus goes when its answer is missing. */
  readonly objection: RefObject<HTMLElement | null>;
}

const CallContext = createContext<Call | null>(null);

export const CallProvider = CallContext.Provider;

export function useCall(): Call {
  const call = useContext(CallContext);
  if (call === null) throw new Error('no CallProvider above this component');
  return call;
}
