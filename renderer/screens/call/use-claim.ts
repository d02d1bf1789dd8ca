/** Keeps the donor claimed while her call is on the screen, and gives her up when it is left without an outcome. */
import { useCallback, useEffect } from 'react';
import { useClient } from '../../data/client-context.ts';

/** Often enough that a claim of half an hour never ends in a call. */
const EVERY_MILLISECONDS = 5 * 60_000;

/** @param hasMarkedNumber the call goes on with another number, and so under another claim */
export function useClaim(callItemId: number, hasMarkedNumber: boolean): void {
  const client = useClient();
  const keep = useCallback(
    (isEntered: boolean) => void client.ask('claims.keep', { callItemId, isEntered }).catch(() => undefined),
    [client, callItemId],
  );
  useEffect(() => {
    keep(true);
    const timer = setInterval(() => keep(false), EVERY_MILLISECONDS);
    return () => clearInterval(timer);
  }, [keep]);
  useEffect(() => {
    if (hasMarkedNumber) keep(false);
  }, [keep, hasMarkedNumber]);
  useEffect(() => () => void client.ask('claims.leave', { callItemId }).catch(() => undefined), [client, callItemId]);
}
