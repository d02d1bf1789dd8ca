/** Tells the backend that somebody is there, so that it locks only when nobody is. */
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useClient } from './client-context.ts';

const AT_MOST_EVERY_MILLISECONDS = 20_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

export function useSignOfLife(): void {
  const client = useClient();
  const isInCall = useLocation().pathname.startsWith('/call/');
  useEffect(() => {
    let saidAt = Number.NEGATIVE_INFINITY;
    const say = (): void => {
      const now = performance.now();
      if (now - saidAt < AT_MOST_EVERY_MILLISECONDS) return;
      saidAt = now;
      client.ask('session.touch', { isInCall }).catch(() => undefined);
    };
    // Coming to a screen is one too: a call begins.
    say();
    for (const sign of SIGNS) window.addEventListener(sign, say, { passive: true, capture: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, say, { capture: true });
    };
  }, [client, isInCall]);
}
