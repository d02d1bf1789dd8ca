/**
 * A program that we start together with everything it starts itself, so that ending it leaves nothing behind: a
 * browser is a dozen processes. On POSIX the child leads a process group of its own (which also keeps a terminal's
 * Ctrl-C away from it: we end it in our own order); Windows follows the tree of parents.
 */
import { spawn, type SpawnOptions } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Environment } from './find-executable.ts';
import { isGroupRunning, signalGroup } from './process-group.ts';

export interface Ended {
  /** Null when it was ended by a signal, or never started. */
  readonly code: number | null;
  /** Set when it could not be started at all, such as ENOENT. */
  readonly failure: string | null;
}

export interface ChildGroup {
  readonly ended: Promise<Ended>;
  /** Asks the whole group to end, and after a while makes it. Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
  /** Ends the whole group at once, without waiting; for the last moment of our own process. */
  kill(): void;
}

export interface ChildGroupOptions {
  readonly environment?: Environment;
  readonly directory?: string;
  /** Default `ignore`. */
  readonly output?: 'ignore' | 'inherit';
  /** How long the group may take to end by itself when asked. */
  readonly patienceMilliseconds?: number;
}

const LOOK_AGAIN_MILLISECONDS = 25;

/** Starts a program; never through a shell, so an argument is only ever an argument. */
export function startChildGroup(command: string, args: readonly string[], options: ChildGroupOptions = {}): ChildGroup {
  const { environment = process.env, directory, output = 'ignore', patienceMilliseconds = 3_000 } = options;
  const spawnOptions: SpawnOptions = {
    env: { ...environment },
    stdio: ['ignore', output, output],
    detached: process.platform !== 'win32',
    shell: false,
    windowsHide: true,
    ...(directory === undefined ? {} : { cwd: directory }),
  };
  const child = spawn(command, [...args], spawnOptions);
  const group = child.pid;
  // Once it was seen to be gone, its number may be another's: it is never signalled again.
  let isGone = group === undefined;
  const signal = (name: 'SIGTERM' | 'SIGKILL'): void => {
    if (!isGone && group !== undefined) isGone = !signalGroup(group, name);
  };
  const isRunning = (): boolean => {
    if (!isGone && group !== undefined) isGone = !isGroupRunning(group);
    return !isGone;
  };
  const ended = new Promise<Ended>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => resolve({ code: null, failure: error.code ?? error.name }));
    child.once('exit', (code) => {
      isRunning();
      resolve({ code, failure: null });
    });
  });
  const waitUntilGone = async (milliseconds: number): Promise<void> => {
    for (let left = milliseconds; left > 0 && isRunning(); left -= LOOK_AGAIN_MILLISECONDS) {
      await wait(LOOK_AGAIN_MILLISECONDS);
    }
  };

  return {
    ended,
    async stop() {
      signal('SIGTERM');
      await waitUntilGone(patienceMilliseconds);
      signal('SIGKILL');
      await waitUntilGone(patienceMilliseconds);
    },
    kill: () => signal('SIGKILL'),
  };
}
