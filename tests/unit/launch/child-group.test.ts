import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { startChildGroup } from '../../../electron/launch/child-group.ts';
import { runQuietly } from '../../../electron/launch/run-quietly.ts';
import { isRunning, temporaryFolder } from './support.ts';

/** A parent with a child of its own that writes both numbers down, and does `onEnd` when it is asked to end. */
function family(folder: string, onEnd: string): string[] {
  const child = `${onEnd} setInterval(() => {}, 1000); process.send?.('up');`;
  return [
    '-e',
    `const { spawn } = require('node:child_process');
     ${onEnd}
     const child = spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
     child.once('message', () => require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'pids'))}, process.pid + ' ' + child.pid));
     setInterval(() => {}, 1000);`,
  ];
}

async function pidsIn(folder: string): Promise<number[]> {
  return await vi.waitFor(() => {
    const pids = readFileSync(join(folder, 'pids'), 'utf8').split(' ').map(Number);
    expect(pids).toHaveLength(2);
    return pids;
  });
}

describe('startChildGroup', () => {
  it('ends a program and what it started', async () => {
    const folder = temporaryFolder();
    const group = startChildGroup(process.execPath, family(folder, ''));
    const pids = await pidsIn(folder);
    expect(pids.map(isRunning)).toEqual([true, true]);
    await group.stop();
    expect(pids.map(isRunning)).toEqual([false, false]);
    expect(await group.ended).toEqual({ code: null, failure: null });
  });

  it('ends them also when they do not listen', async () => {
    const folder = temporaryFolder();
    const args = family(folder, "process.on('SIGTERM', () => {});");
    const group = startChildGroup(process.execPath, args, { patienceMilliseconds: 200 });
    const pids = await pidsIn(folder);
    await group.stop();
    await vi.waitFor(() => expect(pids.map(isRunning)).toEqual([false, false]));
  });

  it('ends what is left of them when the first has gone by itself', async () => {
    const folder = temporaryFolder();
    const group = startChildGroup(process.execPath, family(folder, ''));
    const [parent = 0, child = 0] = await pidsIn(folder);
    process.kill(parent, 'SIGKILL');
    await group.ended;
    expect(isRunning(child)).toBe(true);
    await group.stop();
    await vi.waitFor(() => expect(isRunning(child)).toBe(false));
  });

  it('ends them at once', async () => {
    const folder = temporaryFolder();
    const group = startChildGroup(process.execPath, family(folder, "process.on('SIGTERM', () => {});"));
    const pids = await pidsIn(folder);
    group.kill();
    await group.ended;
    await vi.waitFor(() => expect(pids.map(isRunning)).toEqual([false, false]));
  });

  it('says when a program could not be started, and has nothing to stop', async () => {
    const group = startChildGroup(join(temporaryFolder(), 'missing'), []);
    expect(await group.ended).toEqual({ code: null, failure: 'ENOENT' });
    await group.stop();
    group.kill();
  });

  it('hands an argument over as it is, not to a shell', async () => {
    const script = 'process.exit(process.argv[1] === "$(exit 3); echo \\"x\\" & exit 4" ? 0 : 1)';
    const group = startChildGroup(process.execPath, ['-e', script, '$(exit 3); echo "x" & exit 4']);
    expect(await group.ended).toEqual({ code: 0, failure: null });
  });
});

describe('runQuietly', () => {
  it('tells the exit code', async () => {
    expect(await runQuietly(process.execPath, ['-e', 'process.exit(7)'], { timeLimit: 10_000 })).toBe(7);
  });

  it('ends what takes too long, with everything it started', async () => {
    const folder = temporaryFolder();
    expect(await runQuietly(process.execPath, family(folder, ''), { timeLimit: 3_000 })).toBeNull();
    const pids = await pidsIn(folder);
    await vi.waitFor(() => expect(pids.map(isRunning)).toEqual([false, false]));
  });
});
