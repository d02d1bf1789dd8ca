/** The session, for everything inside the frame: it is there before any screen is. */
import { createContext, useContext } from 'react';
import type { OutputOf } from '../../contract/index.ts';

export type Session = OutputOf<'session.get'>;

interface SessionInfo {
  readonly session: Session;
  /** How far the backend's clock is ahead of this one's, in milliseconds. */
  readonly clockOffset: number;
}

const SessionContext = createContext<SessionInfo | null>(null);

export const SessionProvider = SessionContext.Provider;

export function useSessionInfo(): SessionInfo {
  const info = useContext(SessionContext);
  if (info === null) throw new Error('no SessionProvider above this component');
  return info;
}

export function useSession(): Session {
  return useSessionInfo().session;
}
