/** Builds what `npm start` shows. Quick enough to do every time, so what runs is never older than the source. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export class BuildFailure extends Error {
  override readonly name = 'BuildFailure';
}

/** @param config a configuration of Vite's; absent for the screens. @throws BuildFailure with what the build said */
export async function build(root: string, config?: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const parameters = config === undefined ? [] : ['--app', '--config', config];
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', ...parameters], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new BuildFailure(`The app could not be built.\n${said.join('')}`);
}
