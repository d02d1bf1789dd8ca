/**
 * Puts the shell together: one instance, one locked session, one window, one backend. Takes Electron as an argument,
 * so that a stand-in can show in plain Node what is registered, denied and handed out. What is decided on the way stands
 * in electron/desktop.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sentenceOf } from '../desktop/backend-messages.ts';
import { createCrashNotes } from '../desktop/crash-notes.ts';
import { isDebugged } from '../desktop/debug-switches.ts';
import { linkAmong } from '../desktop/links.ts';
import { SAFE_SWITCH } from '../desktop/safe-mode.ts';
import type { ShellOptions } from '../desktop/shell-options.ts';
import { beginDesktop } from '../desktop/start-state.ts';
import { createTelephoneOpener } from '../desktop/telephone-link.ts';
import { kindOfError } from '../launch/host-log.ts';
import { registerAppScheme } from './app-protocol.ts';
import { guardAllContents } from '../desktop/guard-contents.ts';
import { openApp } from './open-app.ts';
import { giveUp, type Prepared, type UsedElectron } from './used-electron.ts';

/**
 * Never rejects. Everything up to `whenReady` happens in the same turn as the call, because Electron takes these
 * settings only before it is ready. The caller must not wait for it at the top level of its module: Electron waits for
 * that module before it becomes ready (electron/electron#40719).
 */
export async function startApp(electron: UsedElectron, options: ShellOptions): Promise<void> {
  try {
    const prepared = prepare(electron, options);
    if (prepared === null) return;
    await electron.app.whenReady();
    await openApp(electron, options, prepared);
  } catch (error) {
    options.log.error(kindOfError(error), 'shell: not started');
    giveUp(electron, sentenceOf(error));
  }
}

/** Null when this process must not go on. */
function prepare({ app, protocol, shell }: UsedElectron, options: ShellOptions): Prepared | null {
  const { profileDirectory, program, log, wallClock } = options;
  if (isDebugged({ isPackaged: app.isPackaged, hasSwitch: (name) => app.commandLine.hasSwitch(name) })) {
    app.exit(1);
    return null;
  }
  // The lock on a second instance belongs to this folder, so each profile has its own.
  const ownFolder = join(profileDirectory, 'electron');
  mkdirSync(ownFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', ownFolder);
  const link = linkAmong(program.parameters);
  // The first instance gets the link as it was understood here: Chromium may change the order of the arguments.
  if (!app.requestSingleInstanceLock({ link })) {
    app.quit();
    return null;
  }
  app.enableSandbox();
  const isAsked = app.commandLine.hasSwitch(SAFE_SWITCH);
  const state = beginDesktop(ownFolder, { now: wallClock(), isAsked, log });
  if (state.safe !== null) app.disableHardwareAcceleration();
  registerAppScheme(protocol);
  guardAllContents(app, createTelephoneOpener(shell, log));
  const links: Prepared['links'] = { current: link, open: (crmId) => (links.current = crmId) };
  app.on('open-url', (event, address) => {
    event.preventDefault();
    const crmId = linkAmong([address]);
    if (crmId !== null) links.open(crmId);
  });
  const note = createCrashNotes(options);
  process.on('uncaughtExceptionMonitor', (error) => note('program', error.name));
  return { state, links };
}
