import { createContext, useContext } from 'react';
import type { NotesOfCalls } from './notes-of-calls.ts';

const NotesContext = createContext<NotesOfCalls | null>(null);

export const NotesProvider = NotesContext.Provider;

export function useNotesOfCalls(): NotesOfCalls {
  const notes = useContext(NotesContext);
  if (notes === null) throw new Error('no NotesProvider above this component');
  return notes;
}
