/** Has the backend ask who is on whom, now and every minute, while somebody looks at the list. */
import { useEffect } from 'react';
import { useClient } from './client-context.ts';

const EVERY_MILLISECONDS = 60_000;

/** What comes of it reaches the screen as an event; without an answer everything stays as it is. */
export function useFreshClaims(): void {
  const client = useClient();
  useEffect(() => {
    const refresh = (): void => void client.ask('claims.refresh', {}).catch(() => undefined);
    refresh();
    const timer = setInterval(refresh, EVERY_MILLISECONDS);
    return () => clearInterval(timer);
  }, [client]);
}
