/**
 * Runs a command in a mount and PID namespace of its own: what it mounts, and whatever it starts, ends with it, and it
 * ends with us, even when we are killed.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const ALONE = ['--pdeathsig', 'KILL', 'unshare', '--mount', '--pid', '--fork', '--kill-child'] as const;

export interface Said {
  readonly code: number | null;
  readonly lines: string;
}

export interface InNamespace {
  readonly child: ChildProcess;
  /** When all of it has ended. */
  readonly ended: Promise<Said>;
}

const running = new Set<ChildProcess>();

export function startAlone(command: readonly string[], environment: NodeJS.ProcessEnv = process.env): InNamespace {
  const child = spawn('setpriv', [...ALONE, '--', ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
  });
  running.add(child);
  let lines = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => void (lines += chunk.toString()));
  }
  const failed = once(child, 'error').then(([error]) => void (lines += String(error)));
  const ended = Promise.race([once(child, 'close'), failed]).then(() => {
    running.delete(child);
    return { code: child.exitCode, lines };
  });
  return { child, ended };
}

/** @throws what it said, when it fails or takes too long */
export async function runAlone(command: readonly string[], seconds: number): Promise<string> {
  const { child, ended } = startAlone(command);
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1_000);
  const { code, lines } = await ended;
  clearTimeout(timer);
  if (code !== 0)
    throw new Error(`${command.join(' ')} ended with ${code}:\n${lines.split('\n').slice(-25).join('\n')}`);
  return lines;
}

/** Ends whatever still runs. */
export async function endAll(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    }),
  );
}
