/** The time of the backend's clock, as often as a screen needs it. */
import { useEffect, useState } from 'react';
import { useSessionInfo } from './session-context.ts';

export function useNow(everyMilliseconds: number): Date {
  const { clockOffset } = useSessionInfo();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return new Date(now + clockOffset);
}
