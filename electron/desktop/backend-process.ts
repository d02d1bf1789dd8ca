/** Keeps the backend's process running: starts it, hands it the key and the ports, brings it back after a crash. */
import type { Sentence } from '../../domain/language.ts';
import { kindOfError, type HostLog } from '../launch/host-log.ts';
import { fromBackendSchema, sentenceOf, type ToBackend } from './backend-messages.ts';
import type { Child, ClosablePort, Forks } from './port.ts';
import type { UpdateOrder, UpdateTold } from '../updates/messages.ts';
import type { Promised } from './reminders.ts';

export interface BackendProcessOptions {
  readonly utilityProcess: Forks;
  /** The built backend-entry. */
  readonly backendPath: string;
  readonly profileDirectory: string;
  /** Asked at every start, so that the key need not be kept here. What it returns is wiped after use; null when a passphrase opens the profile. */
  readonly loadKey: () => Promise<Buffer | null>;
  readonly isSafe: boolean;
  /** Milliseconds that never jump. */
  readonly now: () => number;
  readonly log: HostLog;
  /** Promised calls that are open, whenever they change. */
  readonly onPromised: (promised: readonly Promised[]) => void;
  /** It decides about updates; absent: nobody carries it out. */
  readonly onUpdate?: (order: UpdateOrder) => void;
  /** Somebody is to sign in at this address; absent: nobody opens it. */
  readonly onSignIn?: (address: string) => void;
  /** It ended by itself, and is started anew: whoever works is told. */
  readonly onCrash: (code: number) => void;
  /** It does not come up, or not again. */
  readonly onFailure: (sentence: Sentence, cause: 'refused' | 'crashed') => void;
  readonly closeMilliseconds?: number;
}

export interface BackendProcess {
  /** Hands the backend its end of a window's channel. */
  connect(port: ClosablePort): void;
  /** Asks the backend to lock. */
  lock(): void;
  /** Asks the backend to fetch what others did. */
  wake(): void;
  /** What came of an order about updates. */
  tellUpdate(told: UpdateTold): void;
  /** Asks the backend to finish and end, and ends it when that takes too long. */
  close(): Promise<void>;
}

const CRASHES = 3;
const WITHIN_MILLISECONDS = 60_000;

const GAVE_UP: Sentence = {
  nl: 'Dankbel viel een paar keer achter elkaar uit en is nu gestopt. Wat bewaard was, is veilig. Start Dankbel opnieuw.',
  en: 'Dankbel failed a few times in a row and has stopped now. What was saved is safe. Start Dankbel again.',
};

export function startBackendProcess(options: BackendProcessOptions): BackendProcess {
  const { now, log, onFailure } = options;
  const crashes: number[] = [];
  let isClosing = false;
  let isOver = false;
  let child: Child | null = null;
  let ports: ClosablePort[] = [];
  start();

  function start(): void {
    const started = options.utilityProcess.fork(options.backendPath, [], {
      serviceName: 'Dankbel backend',
      stdio: 'inherit',
    });
    child = started;
    started.on('message', onMessage);
    started.once('exit', onExit);
    void handOver(started);
  }

  async function handOver(started: Child): Promise<void> {
    try {
      const key = await options.loadKey();
      send(started, { kind: 'open', profileDirectory: options.profileDirectory, key, isSafe: options.isSafe });
      key?.fill(0);
    } catch (error) {
      log.error(kindOfError(error), 'shell: no key');
      fail(sentenceOf(error));
    }
  }

  function onMessage(data: unknown): void {
    const message = fromBackendSchema.parse(data);
    switch (message.kind) {
      case 'opened':
        log.info({}, 'shell: backend opened');
        return;
      case 'promised':
        options.onPromised(message.promised);
        return;
      case 'update':
        options.onUpdate?.(message.order);
        return;
      case 'sign-in':
        options.onSignIn?.(message.address);
        return;
      case 'failed':
        fail(message.sentence);
    }
  }

  function onExit(code: number): void {
    if (isClosing || isOver) return;
    log.error({ code }, 'shell: backend ended');
    options.onPromised([]);
    options.onCrash(code);
    crashes.push(now());
    if (crashes.filter((at) => now() - at < WITHIN_MILLISECONDS).length > CRASHES) {
      fail(GAVE_UP, 'crashed');
      return;
    }
    start();
    // A port that did not reach the old process would stay open, and its window would wait for ever.
    const lost = ports;
    ports = [];
    for (const port of lost) port.close();
  }

  function fail(sentence: Sentence, cause: 'refused' | 'crashed' = 'refused'): void {
    if (isOver || isClosing) return;
    isOver = true;
    child?.kill();
    onFailure(sentence, cause);
  }

  function tell(kind: 'lock' | 'wake'): void {
    if (child !== null && !isClosing && !isOver) send(child, { kind });
  }

  return {
    connect(port) {
      if (child === null) return;
      ports.push(port);
      send(child, { kind: 'connect' }, [port]);
    },
    lock: () => tell('lock'),
    wake: () => tell('wake'),
    tellUpdate(told) {
      if (child !== null && !isClosing && !isOver) send(child, { kind: 'update', told });
    },
    async close() {
      const closing = child;
      if (isOver || isClosing || closing === null) return;
      isClosing = true;
      const ended = new Promise<void>((resolve) => {
        closing.once('exit', () => resolve());
      });
      send(closing, { kind: 'close' });
      const timer = setTimeout(() => closing.kill(), options.closeMilliseconds ?? 10_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

function send(child: Child, message: ToBackend, ports: ClosablePort[] = []): void {
  child.postMessage(message, ports);
}
