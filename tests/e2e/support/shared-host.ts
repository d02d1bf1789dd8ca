/**
 * One loopback host for all tests of a worker: the real one, with a backend behind it that each test brings along. Its
 * address stays the same, so that Chromium has the program at hand, compiled, from the second test on.
 */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Backend } from '../../../electron/backend/backend.ts';
import type { Log } from '../../../electron/backend/log.ts';
import { startLoopbackHost, type LoopbackHost } from '../../../electron/loopback/loopback-host.ts';

type Behind = Pick<Backend, 'ask' | 'listen'>;
type Listener = Parameters<Backend['listen']>[0];

const RENDERER = fileURLToPath(new URL('../../../dist/renderer', import.meta.url));

/** A host for one backend and nothing else. */
export function startOwnHost(backend: Behind, log: Log): Promise<LoopbackHost> {
  return startLoopbackHost({
    backend,
    rendererDirectory: RENDERER,
    random: randomBytes,
    log,
    now: () => performance.now(),
  });
}

export interface SharedHost {
  readonly origin: string;
  /** From now on it answers for this backend, until what is returned is stopped; then for nobody. */
  lend(backend: Behind, log: Log): LoopbackHost;
  stop(): Promise<void>;
}

export async function startSharedHost(): Promise<SharedHost> {
  let behind: { readonly backend: Behind; readonly log: Log } | null = null;
  const listeners = new Set<Listener>();
  const current = (): Behind => {
    if (behind === null) throw new Error('asked between two tests');
    return behind.backend;
  };
  const host = await startLoopbackHost({
    backend: {
      ask: (...question) => current().ask(...question),
      listen: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    rendererDirectory: RENDERER,
    random: randomBytes,
    log: {
      info: (...line) => behind?.log.info(...line),
      warn: (...line) => behind?.log.warn(...line),
      error: (...line) => behind?.log.error(...line),
    },
    now: () => performance.now(),
  });
  return {
    origin: host.origin,
    lend: (backend, log) => {
      if (behind !== null) throw new Error('the host still answers for another test');
      behind = { backend, log };
      const stopListening = backend.listen((event) => listeners.forEach((tell) => tell(event)));
      return {
        ...host,
        stop: async () => {
          stopListening();
          behind = null;
        },
      };
    },
    stop: () => host.stop(),
  };
}
