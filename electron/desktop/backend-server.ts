/** The backend's own process: opens the profile with the key it is handed, serves the ports of the windows, closes well. */
import type { Topic } from '../../contract/event.ts';
import type { KeyStore } from '../../db/key.ts';
import type { Backend } from '../backend/backend.ts';
import { kindOfError, type HostLog } from '../launch/host-log.ts';
import { sentenceOf, toBackendSchema, type FromBackend, type ToBackend } from './backend-messages.ts';
import type { Port } from './port.ts';
import type { UpdateTold } from '../updates/messages.ts';
import { servePort } from './serve-port.ts';

/** Opens the backend on a profile. An error with a `sentence` is shown to the user as it is. */
export type OpenBackend = (options: {
  readonly profileDirectory: string;
  /** Null when a passphrase opens the profile. */
  readonly keyStore: KeyStore | null;
  readonly isSafe: boolean;
}) => Promise<Backend>;

type Opening = Extract<ToBackend, { kind: 'open' }>;

/** What of Electron's message event is used. */
interface ParentMessage {
  readonly data: unknown;
  readonly ports: readonly Port[];
}

export interface BackendServerOptions {
  /** `process.parentPort` of the utility process. */
  readonly port: {
    postMessage(message: unknown): void;
    on(event: 'message', listener: (message: ParentMessage) => void): unknown;
  };
  readonly openBackend: OpenBackend;
  readonly exit: (code: number) => void;
  readonly log: HostLog;
  /** Something came of an order about updates. */
  readonly hearUpdate?: (told: UpdateTold) => Promise<void>;
  /** Calls back now and then; returns a way to stop. The clock's own when absent. */
  readonly every?: (milliseconds: number, run: () => void) => () => void;
}

/** A promise is of somebody, and of a day: both change without an event. */
const LOOK_EVERY_MILLISECONDS = 60_000;

export function serveBackend(options: BackendServerOptions): void {
  const { port, openBackend, exit, log, every = byClock } = options;
  const opening = Promise.withResolvers<Backend>();
  let isOpening = false;
  let stopTelling = (): void => undefined;
  const post = (message: FromBackend): void => port.postMessage(message);

  async function open({ profileDirectory, key, isSafe }: Opening): Promise<void> {
    if (isOpening) return;
    isOpening = true;
    try {
      const keyStore = key === null ? null : handedKey(Buffer.from(key));
      const backend = await openBackend({ profileDirectory, keyStore, isSafe });
      opening.resolve(backend);
      post({ kind: 'opened' });
      stopTelling = tellPromises(backend, { post, every, log });
    } catch (error) {
      log.error(kindOfError(error), 'backend: not opened');
      // The main process shows the sentence and ends us.
      post({ kind: 'failed', sentence: sentenceOf(error) });
    } finally {
      key?.fill(0);
    }
  }

  async function connect(windowPort: Port): Promise<void> {
    servePort(windowPort, await opening.promise, log);
  }

  async function tell(what: 'lock' | 'wake'): Promise<void> {
    try {
      if (isOpening) await (await opening.promise)[what]();
    } catch (error) {
      log.error({ what, ...kindOfError(error) }, 'backend: not done');
    }
  }

  async function close(): Promise<void> {
    try {
      stopTelling();
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
        void open(message);
        return;
      case 'connect':
        if (windowPort !== undefined) void connect(windowPort);
        return;
      case 'lock':
      case 'wake':
        void tell(message.kind);
        return;
      case 'update':
        options.hearUpdate?.(message.told).catch((error: unknown) => log.error(kindOfError(error), 'backend: update'));
        return;
      case 'close':
        void close();
    }
  });
}

/** Posts the promises when the backend has changed, and only when they did. @returns stops it */
function tellPromises(
  backend: Backend,
  {
    post,
    every,
    log,
  }: Required<Pick<BackendServerOptions, 'every' | 'log'>> & { post: (message: FromBackend) => void },
): () => void {
  let posted = '[]';
  let isBusy = false;
  const look = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    try {
      const promised = [...(await backend.promised())];
      const text = JSON.stringify(promised);
      if (text !== posted) post({ kind: 'promised', promised });
      posted = text;
    } catch (error) {
      log.warn(kindOfError(error), 'backend: promises not read');
    } finally {
      isBusy = false;
    }
  };
  const stopListening = backend.listen(({ changed, practice }) => {
    if (practice !== true && changed.some((topic) => OF_PROMISES.has(topic))) void look();
  });
  const stopClock = every(LOOK_EVERY_MILLISECONDS, () => void look());
  void look();
  return () => {
    stopListening();
    stopClock();
  };
}

const OF_PROMISES: ReadonlySet<Topic> = new Set<Topic>(['today', 'call', 'session', 'people']);

function byClock(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

/** The key was taken from the system's key store by the main process; this process cannot reach that store. */
function handedKey(key: Buffer): KeyStore {
  return {
    load: async () => key,
    save: () => Promise.reject(new Error('the backend makes no keys')),
  };
}
