/**
 * The program of an installed loopback host: `dankbel` opens the app in a window of Chromium, `dankbel COMMAND` is the
 * command line. What it needs lies beside it; nothing is built, and nothing is looked for on the network.
 */
import { join } from 'node:path';
import { LINK_SCHEME } from '../../domain/donor-link.ts';
import { assertSuitableNode } from '../../db/sqlite.ts';
import { main as runCommand } from '../cli/main.ts';
import { readOptions } from '../cli/options.ts';
import { ownLanguage, printLine, printProblem } from '../cli/output.ts';
import { chooseHost } from '../launch/choose-host.ts';
import { hasDisplay } from '../launch/display.ts';
import { findChromium } from '../launch/find-chromium.ts';
import { showMessage } from '../launch/message-window.ts';
import { startRunning } from '../launch/until-stopped.ts';
import { VERSION } from '../launch/version.ts';
import { readStart } from './read-start.ts';
import { showInLoopback } from './show-in-loopback.ts';
import { whyNotStarted } from './why-not-started.ts';

const USAGE = `Usage: dankbel [--data FOLDER] [--safe] [dankbel://donor/NUMBER]
       dankbel COMMAND [OPTION]...

Without a command the app opens. The commands, and where the data is: man dankbel.`;

export async function main(argv: readonly string[]): Promise<number> {
  assertSuitableNode();
  const [first = ''] = argv;
  if (argv.length === 1 && first === '--version') return say(`dankbel ${VERSION}`);
  if (argv.length === 1 && first === '--help') return say(USAGE);
  // A link that was clicked in the CRM opens the app, as no word at all does.
  const isCommand = first !== '' && !first.startsWith('-') && !first.startsWith(`${LINK_SCHEME}:`);
  return isCommand ? runCommand(argv) : open(argv);
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
    const start = readStart(options, running, join(import.meta.dirname, '..', 'renderer'));
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
