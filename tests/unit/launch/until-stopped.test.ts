import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { startRunning, type Part, type Running } from '../../../electron/launch/until-stopped.ts';
import { isRunning, temporaryFolder, writeFileAt } from './support.ts';

interface Bench {
  readonly running: Running;
  readonly signals: EventEmitter;
  readonly exits: number[];
  readonly done: string[];
  readonly pass: (milliseconds: number) => void;
  readonly part: (name: string, stop?: () => Promise<void>) => Part;
}

function bench(partMilliseconds = 10_000): Bench {
  const signals = new EventEmitter();
  const exits: number[] = [];
  const done: string[] = [];
  let time = 0;
  const running = startRunning({ signals, now: () => time, exit: (code) => void exits.push(code), partMilliseconds });
  const part = (name: string, stop = async (): Promise<void> => {}): Part => ({
    name,
    stop: async () => {
      await stop();
      done.push(`stop ${name}`);
    },
    kill: () => void done.push(`kill ${name}`),
  });
  return { running, signals, exits, done, pass: (milliseconds) => void (time += milliseconds), part };
}

describe('startRunning', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('stops what was started, the last first, on %s', async (signal) => {
    const { running, signals, exits, done, part } = bench();
    for (const name of ['database', 'host', 'window']) running.add(part(name));
    signals.emit(signal);
    expect(running.stopping.aborted).toBe(true);
    expect(await running.untilStopped()).toEqual({ reason: 'interrupt', failed: [] });
    expect(done).toEqual(['stop window', 'stop host', 'stop database']);
    expect(exits).toEqual([]);
    expect(signals.eventNames()).toEqual([]);
  });

  it('stops when the window is closed', async () => {
    const { running, done, part } = bench();
    running.add(part('host'));
    running.windowClosed();
    expect(await running.untilStopped()).toEqual({ reason: 'window-closed', failed: [] });
    expect(done).toEqual(['stop host']);
  });

  it('waits for one part before it stops the next', async () => {
    const { running, signals, done, part } = bench();
    const slow = Promise.withResolvers<void>();
    running.add(part('database'));
    running.add(part('host', () => slow.promise));
    signals.emit('SIGINT');
    await Promise.resolve();
    expect(done).toEqual([]);
    slow.resolve();
    await running.untilStopped();
    expect(done).toEqual(['stop host', 'stop database']);
  });

  it('goes on when a part cannot be stopped or takes too long, and names it', async () => {
    const { running, signals, done, part } = bench(20);
    running.add(part('database'));
    running.add(part('broken', () => Promise.reject(new Error('no'))));
    running.add(part('stuck', () => new Promise(() => {})));
    signals.emit('SIGTERM');
    expect((await running.untilStopped()).failed).toEqual(['stuck', 'broken']);
    expect(done).toEqual(['kill stuck', 'kill broken', 'stop database']);
  });

  it('takes the Ctrl-C that npm passes on for the same one', async () => {
    const { running, signals, exits, pass, part } = bench();
    running.add(part('host'));
    signals.emit('SIGINT');
    pass(499);
    signals.emit('SIGINT');
    await running.untilStopped();
    expect(exits).toEqual([]);
  });

  it('ends at once on a second Ctrl-C', () => {
    const { running, signals, exits, done, pass, part } = bench();
    running.add(part('host', () => new Promise(() => {})));
    signals.emit('SIGINT');
    pass(500);
    signals.emit('SIGINT');
    expect(exits).toEqual([130]);
    expect(done).toEqual(['kill host']);
  });

  it('stops a part that was started too late to be kept', async () => {
    const { running, signals, done, part } = bench();
    signals.emit('SIGINT');
    await running.untilStopped();
    running.add(part('late'));
    await vi.waitFor(() => expect(done).toEqual(['stop late']));
  });

  it('leaves nothing behind when the process crashes', () => {
    const { running, signals, done, part } = bench();
    running.add(part('window'));
    running.add({ name: 'without a kill', stop: async () => {} });
    signals.emit('exit', 1);
    expect(done).toEqual(['kill window']);
  });
});

describe('a real process', () => {
  const launch = join(import.meta.dirname, '../../../electron/launch');
  /** Starts a child that would run for ever, and says its number. */
  const script = (end: string): string => `
    import { startChildGroup } from ${JSON.stringify(join(launch, 'child-group.ts'))};
    import { startRunning } from ${JSON.stringify(join(launch, 'until-stopped.ts'))};
    const running = startRunning({ now: () => performance.now() });
    const group = startChildGroup(process.execPath, ['-e', 'console.log(process.pid); setInterval(() => {}, 1000)'], { output: 'inherit' });
    running.add({ name: 'child', stop: () => group.stop(), kill: () => group.kill() });
    ${end}
    const stopped = await running.untilStopped();
    console.log(stopped.reason);`;

  function run(end: string): { child: ReturnType<typeof spawn>; pid: Promise<number>; output: Promise<string> } {
    const path = writeFileAt(join(temporaryFolder(), 'start.ts'), script(end));
    const child = spawn(process.execPath, [path], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    const pid = Promise.withResolvers<number>();
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) pid.resolve(Number(text.split('\n')[0]));
    });
    const output = new Promise<string>((resolve) => {
      child.once('close', () => resolve(text));
    });
    return { child, pid: pid.promise, output };
  }

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves nothing running after %s', async (signal) => {
    const { child, pid, output } = run('');
    const grandchild = await pid;
    child.kill(signal);
    expect(await output).toMatch(/\ninterrupt\n$/);
    await vi.waitFor(() => expect(isRunning(grandchild)).toBe(false));
  });

  it('leaves nothing running after a crash', async () => {
    const { child, pid, output } = run(`process.once('SIGUSR2', () => { throw new Error('a bug'); });`);
    const grandchild = await pid;
    child.kill('SIGUSR2');
    await output;
    expect(child.exitCode).not.toBe(0);
    await vi.waitFor(() => expect(isRunning(grandchild)).toBe(false));
  });
});
