/** The backend's own process: opens the profile with the key it is handed, serves the ports of the windows, closes well. */
import type { ParentPort } from 'electron';
import type { KeyStore } from '../../db/key.ts';
import type { Backend } from '../backend/backend.ts';
import { kindOfError, type HostLog } from '../launch/host-log.ts';
import { sentenceOf, toBackendSchema, type FromBackend } from './backend-messages.ts';
import { servePort, type ServablePort } from './serve-port.ts';

/** Opens the backend on a profile. An error with a `sentence` is shown to the user as it is. */
export type OpenBackend = (options: {
  readonly profileDirectory: string;
  /** Null when a passphrase opens the profile. */
  readonly keyStore: KeyStore | null;
}) => Promise<Backend>;

/** What of Electron's message event is used. */
interface ParentMessage {
  readonly data: unknown;
  readonly ports: readonly ServablePort[];
}

export interface BackendServerOptions {
  /** `process.parentPort` of the utility process. */
  readonly port: Pick<ParentPort, 'postMessage'> & {
    on(event: 'message', listener: (message: ParentMessage) => void): unknown;
  };
  readonly openBackend: OpenBackend;
  readonly exit: (code: number) => void;
  readonly log: HostLog;
}

export function serveBackend({ port, openBackend, exit, log }: BackendServerOptions): void {
  const opening = Promise.withResolvers<Backend>();
  let isOpening = false;
  const post = (message: FromBackend): void => port.postMessage(message);

  async function open(profileDirectory: string, key: Uint8Array | null): Promise<void> {
    if (isOpening) return;
    isOpening = true;
    try {
      const keyStore = key === null ? null : handedKey(Buffer.from(key));
      opening.resolve(await openBackend({ profileDirectory, keyStore }));
      post({ kind: 'opened' });
    } catch (error) {
      log.error(kindOfError(error), 'backend: not opened');
      // The main process shows the sentence and ends us.
      post({ kind: 'failed', sentence: sentenceOf(error) });
    } finally {
      key?.fill(0);
    }
  }

  async function connect(windowPort: ServablePort): Promise<void> {
    servePort(windowPort, await opening.promise, log);
  }

  async function lock(): Promise<void> {
    try {
      if (isOpening) await (await opening.promise).lock();
    } catch (error) {
      log.error(kindOfError(error), 'backend: not locked');
    }
  }

  async function close(): Promise<void> {
    try {
      if (isOpening) await (await opening.promise).close();
      exit(0);
    } catch (error) {
      log.error(kindOfError(error), 'backend: not closed well');
      exit(1);
    }
  }

  port.on('message', ({ data, ports }) => {
    const message = toBackendSchema.parse(data);
    const [windowPort] = ports;
    switch (message.kind) {
      case 'open':
        void open(message.profileDirectory, message.key);
        return;
      case 'connect':
        if (windowPort !== undefined) void connect(windowPort);
        return;
      case 'lock':
        void lock();
        return;
      case 'close':
        void close();
    }
  });
}

/** The key was taken from the system's key store by the main process; this process cannot reach that store. */
function handedKey(key: Buffer): KeyStore {
  return {
    load: async () => key,
    save: () => Promise.reject(new Error('the backend makes no keys')),
  };
}
