/** The window around the page, for whatever speaks to it; null in a browser. */
import { createContext, useContext } from 'react';
import type { Desk } from './desk.ts';

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk | null {
  return useContext(DeskContext);
}
