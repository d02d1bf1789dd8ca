/**
 * Keeps the app running until somebody stops it, and then ends everything that was started, the last first. A second
 * Ctrl-C ends it at once. Nothing that was handed over here outlives the process, not even when it crashes.
 */
export interface Part {
  readonly name: string;
  stop(): Promise<void>;
  /** Ends it at once, without waiting; for what would outlive us. */
  kill?(): void;
}

export type StopReason = 'interrupt' | 'window-closed';

export interface Stopped {
  readonly reason: StopReason;
  /** Parts that could not be ended in an orderly way. */
  readonly failed: readonly string[];
}

export interface Running {
  /** Hands over something that must be ended. After the stop has begun it is ended at once. */
  add(part: Part): void;
  /** The window of the app is gone: stop. */
  windowClosed(): void;
  /** Aborted when the stop begins, for work that has not come so far as to be a part. */
  readonly stopping: AbortSignal;
  /** Resolves when everything has been ended. */
  untilStopped(): Promise<Stopped>;
}

type Signals = Pick<NodeJS.EventEmitter, 'on' | 'off'>;

export interface RunningOptions {
  /** The process; a plain emitter in tests. */
  readonly signals?: Signals;
  /** Milliseconds that never jump. */
  readonly now: () => number;
  readonly exit?: (code: number) => void;
  /** How long one part may take. */
  readonly partMilliseconds?: number;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm passes on the Ctrl-C that the terminal has sent to us as well: the same one, not a second. */
const SAME_SIGNAL_MILLISECONDS = 500;
const INTERRUPTED = 130;

/** Call it first of all, so that a Ctrl-C during the start is orderly too. */
export function startRunning(options: RunningOptions): Running {
  const { signals = process, now, exit = exitProcess, partMilliseconds = 10_000 } = options;
  const parts: Part[] = [];
  const stopping = new AbortController();
  const stopped = Promise.withResolvers<Stopped>();
  let firstSignalAt: number | null = null;

  const killAll = (): void => {
    for (const part of parts.toReversed()) part.kill?.();
  };
  const onSignal = (): void => {
    if (firstSignalAt === null) {
      firstSignalAt = now();
      begin('interrupt');
    } else if (now() - firstSignalAt >= SAME_SIGNAL_MILLISECONDS) {
      killAll();
      exit(INTERRUPTED);
    }
  };
  const begin = (reason: StopReason): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    void finish(reason);
  };
  const finish = async (reason: StopReason): Promise<void> => {
    const failed = await stopAll(parts, partMilliseconds);
    for (const name of SIGNALS) signals.off(name, onSignal);
    signals.off('exit', killAll);
    stopped.resolve({ reason, failed });
  };

  for (const name of SIGNALS) signals.on(name, onSignal);
  signals.on('exit', killAll);
  return {
    stopping: stopping.signal,
    add(part) {
      parts.push(part);
      if (stopping.signal.aborted) void stopPart(part, partMilliseconds);
    },
    windowClosed: () => begin('window-closed'),
    untilStopped: () => stopped.promise,
  };
}

function exitProcess(code: number): void {
  process.exit(code);
}

/** One after the other: what was started later may need what was started before it to end well. */
async function stopAll(parts: readonly Part[], milliseconds: number): Promise<string[]> {
  const failed: string[] = [];
  for (const part of parts.toReversed()) {
    if (!(await stopPart(part, milliseconds))) failed.push(part.name);
  }
  return failed;
}

async function stopPart(part: Part, milliseconds: number): Promise<boolean> {
  const tooLong = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => tooLong.resolve(false), milliseconds);
  const isOrderly = await Promise.race([
    part.stop().then(
      () => true,
      () => false,
    ),
    tooLong.promise,
  ]);
  clearTimeout(timer);
  if (!isOrderly) part.kill?.();
  return isOrderly;
}
