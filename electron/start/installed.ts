/**
 * The program of an installed loopback host: `dankbel` opens the app in a window of Chromium, `dankbel COMMAND` is the
 * command line. What it needs lies beside it; nothing is built, and nothing is looked for on the network.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { assertSuitableNode } from '../../db/sqlite.ts';
import { createLog } from '../backend/log.ts';
import { main as runCommand } from '../cli/main.ts';
import { clock, readOptions, text } from '../cli/options.ts';
import { ownLanguage, printLine, printProblem } from '../cli/output.ts';
import { chooseHost } from '../launch/choose-host.ts';
import { hasDisplay } from '../launch/display.ts';
import { findChromium } from '../launch/find-chromium.ts';
import { showMessage } from '../launch/message-window.ts';
import { profileDirectory } from '../launch/profile-directory.ts';
import { startRunning } from '../launch/until-stopped.ts';
import { VERSION } from '../launch/version.ts';
import { runningClock, showInLoopback } from './show-in-loopback.ts';
import { whyNotStarted } from './why-not-started.ts';

const USAGE = `Usage: dankbel [--data FOLDER]
       dankbel COMMAND [OPTION]...

Without a command the app opens. The commands, and where the data is: man dankbel.`;

export async function main(argv: readonly string[]): Promise<number> {
  assertSuitableNode();
  const [first = ''] = argv;
  if (argv.length === 1 && first === '--version') return say(`dankbel ${VERSION}`);
  if (argv.length === 1 && first === '--help') return say(USAGE);
  return first !== '' && !first.startsWith('-') ? runCommand(argv) : open(argv);
}

function say(lines: string): number {
  printLine(lines);
  return 0;
}

async function open(argv: readonly string[]): Promise<number> {
  const running = startRunning({ now: () => performance.now() });
  try {
    const options = readOptions(argv);
    const host = chooseHost({
      hasDisplay: hasDisplay(),
      electron: { reason: 'it was installed that way' },
      chromium: findChromium(),
    });
    if (host.host === 'electron') throw new Error('an installed loopback host has no Electron');
    printLine(host.line);
    const start = {
      folder: text(options, 'data') ?? profileDirectory(process.env, process.platform, homedir()),
      now: runningClock(clock(options)),
      log: createLog(),
      running,
      rendererDirectory: join(import.meta.dirname, '..', 'renderer'),
    };
    await showInLoopback(start, host);
    await running.untilStopped();
    return 0;
  } catch (error) {
    running.windowClosed();
    await running.untilStopped();
    const sentence = whyNotStarted(error);
    if (sentence === null) throw error;
    await tell(sentence);
    return 1;
  }
}

/** In the terminal, and in a window when nobody reads a terminal. */
async function tell(sentence: string): Promise<void> {
  printProblem(sentence);
  const chromium = process.stderr.isTTY || !hasDisplay() ? null : findChromium();
  if (chromium !== null) await showMessage({ chromium, sentence, language: ownLanguage() });
}
