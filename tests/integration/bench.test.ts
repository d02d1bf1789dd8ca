/** Every bench runs, at a small size. Its numbers are no business of a test. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('npm run bench', () => {
  it.each(['sync', 'list', 'screens', 'trust'])(
    '-- %s',
    async (name) => {
      const parameters = ['electron/run.js', 'tests/bench/main.ts', name, '--quick', '--json'];
      const child = spawn(process.execPath, parameters, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
      let out = '';
      let problem = '';
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (problem += chunk.toString()));
      await once(child, 'close');
      if (child.exitCode !== 0) throw new Error(problem);
      const { bench, lines } = JSON.parse(out) as { bench: string; lines: readonly { ours: { median: number } }[] };
      expect(bench).toBe(name);
      expect(lines.length).toBeGreaterThan(0);
      // An app that is left alone may use none of a processor that is counted in hundredths of a second.
      for (const { ours } of lines) expect(ours.median).toBeGreaterThanOrEqual(0);
    },
    180_000,
  );

  it('says which benches there are to whoever asks for another', async () => {
    const child = spawn(process.execPath, ['electron/run.js', 'tests/bench/main.ts', 'nothing'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let problem = '';
    child.stderr.on('data', (chunk: Buffer) => (problem += chunk.toString()));
    await once(child, 'close');
    expect(child.exitCode).toBe(1);
    expect(problem).toContain('sync');
  });
});
