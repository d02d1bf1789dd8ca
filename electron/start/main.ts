/**
 * `npm start`: builds the app, opens the profile, starts the practice CRM when the profile needs it, syncs, and shows
 * the app in the best host that this machine has. Ctrl-C, or closing the window, ends all of it.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions } from '../cli/options.ts';
import { printLine } from '../cli/output.ts';
import { openElectron } from '../launch/app-window.ts';
import { linkTo } from '../desktop/links.ts';
import { chooseHost } from '../launch/choose-host.ts';
import { lookForHosts } from '../launch/look-for-hosts.ts';
import { startRunning } from '../launch/until-stopped.ts';
import { build, BuildFailure } from './build.ts';
import { readStart } from './read-start.ts';
import { whyNotStarted } from './why-not-started.ts';
import { openProfile, showInLoopback, type Start } from './show-in-loopback.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RENDERER = join(ROOT, 'dist', 'renderer');

export async function main(argv: readonly string[]): Promise<number> {
  const running = startRunning({ now: () => performance.now() });
  try {
    const start = readStart(readOptions(argv), running, RENDERER);
    const [host] = await Promise.all([
      lookForHosts({ packageDirectory: join(ROOT, 'node_modules', 'electron') }).then(chooseHost),
      build(ROOT),
    ]);
    printLine(host.line);
    await (host.host === 'electron' ? showInElectron(start, host.electron) : showInLoopback(start, host));
    await running.untilStopped();
    return 0;
  } catch (error) {
    running.windowClosed();
    await running.untilStopped();
    return explainProblem(error);
  }
}

/** Electron runs a backend of its own on the profile, so ours only prepares it. */
async function showInElectron(start: Start, electron: string): Promise<void> {
  const { folder, running } = start;
  await build(ROOT, 'vite.electron.config.ts');
  const backend = await openProfile(start);
  await backend.close();
  const { isSafe, crmId } = start;
  const window = openElectron({
    electron,
    appDirectory: ROOT,
    profileDirectory: folder,
    parameters: [...(isSafe ? ['--safe'] : []), ...(crmId === null ? [] : ['--', linkTo(crmId)])],
    now: () => performance.now(),
  });
  running.add({ name: 'Electron', stop: () => window.stop(), kill: () => window.kill() });
  void window.ended.then(() => running.windowClosed());
}

function explainProblem(error: unknown): number {
  const sentence = error instanceof BuildFailure ? error.message : whyNotStarted(error);
  if (sentence === null) throw error;
  process.stderr.write(`${sentence}\n`);
  return 1;
}
