/** Starts the shell on the stand-in, with a page and a backend where a test wants them. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessagePort as NodePort } from 'node:worker_threads';
import { expect, onTestFinished } from 'vitest';
import type { Transport } from '../../../contract/client.ts';
import { serveBackend } from '../../../electron/desktop/backend-server.ts';
import { createBridge } from '../../../electron/desktop/bridge.ts';
import { createSpellProvider, type SpellProvider } from '../../../electron/desktop/spell-provider.ts';
import type { ShellOptions } from '../../../electron/desktop/shell-options.ts';
import { startApp } from '../../../electron/shell/start-app.ts';
import { createDesk, type Desk } from '../../../renderer/desk/desk.ts';
import { createPortTransport } from '../../../renderer/transport/port-transport.ts';
import { connectThrough } from '../../../renderer/transport/shell-bridge.ts';
import { standIn, type StandIn, type StandInOptions, type StandInWindow } from './stand-in.ts';
import { recordingLog, standInBackend, standInChild, temporaryFolder, type RecordingLog } from './stand-in-parts.ts';

export interface Started extends StandIn {
  readonly profile: string;
  readonly log: RecordingLog;
  readonly window: () => StandInWindow;
  /** Lets time pass for everything that looks now and then. */
  readonly pass: (milliseconds: number) => void;
}

/** Friday 20 November 2026, half past six in the evening in Zwolle. */
export const EVENING = Date.parse('2026-11-20T17:30:00Z');

export function shellOptions(profile: string, log: RecordingLog): ShellOptions {
  const renderer = join(temporaryFolder(), 'renderer');
  mkdirSync(renderer);
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Dankbel</title>');
  return {
    profileDirectory: profile,
    rendererDirectory: renderer,
    preloadPath: '/built/preload.cjs',
    backendPath: '/built/backend.js',
    spellingPath: '/built/spelling.js',
    platform: 'linux',
    program: { path: '/opt/dankbel', entry: '/app', parameters: [] },
    random: randomBytes,
    now: () => performance.now(),
    wallClock: () => EVENING,
    every: () => () => undefined,
    version: '0.1.0',
    system: 'linux x64, Electron 45.4.1',
    extras: [],
    log,
  };
}

export async function start(
  options: StandInOptions = {},
  profile = temporaryFolder(),
  change: Partial<ShellOptions> = {},
): Promise<Started> {
  const electron = standIn(options);
  const log = recordingLog();
  let time = EVENING;
  const looks = new Set<() => void>();
  const every: ShellOptions['every'] = (_milliseconds, run) => {
    looks.add(run);
    return () => void looks.delete(run);
  };
  // Node keeps them for the whole process; each start of a test would add one more.
  const heard = process.listeners('uncaughtExceptionMonitor');
  onTestFinished(() => {
    for (const listener of process.listeners('uncaughtExceptionMonitor')) {
      if (!heard.includes(listener)) process.off('uncaughtExceptionMonitor', listener);
    }
  });
  await startApp(electron.electron, { ...shellOptions(profile, log), wallClock: () => time, every, ...change });
  const pass = (milliseconds: number): void => {
    time += milliseconds;
    for (const look of looks) look();
  };
  return { ...electron, profile, log, pass, window: () => electron.windows[0]! };
}

/** The page: the renderer's own transport behind our preload, connected to what the main process sends to this frame. */
export function openPage(
  { ipcMain, window }: StandIn & Pick<Started, 'window'>,
  desk: Desk = createDesk(),
  spelling: SpellProvider = createSpellProvider(),
): Transport & { readonly desk: Desk } {
  const { mainFrame } = window().webContents;
  const page = Object.assign(new EventTarget(), {
    location: { origin: 'app://dankbel' },
    postMessage: (data: unknown, _origin: string, ports: readonly NodePort[]) =>
      page.dispatchEvent(Object.assign(new Event('message'), { data, ports, source: page })),
  });
  let deliver: (event: { ports: readonly NodePort[] }) => void = () => {};
  mainFrame.received.push = (...items) => {
    for (const { ports } of items) deliver({ ports });
    return items.length;
  };
  const ipc = {
    on: (_channel: string, listener: typeof deliver) => {
      deliver = listener;
    },
    send: (channel: string) => void ipcMain.emit(channel, { senderFrame: mainFrame }),
  };
  const bridge = createBridge(
    ipc as unknown as Parameters<typeof createBridge>[0],
    page as unknown as Parameters<typeof createBridge>[1],
    spelling,
  );
  const connect = (): ReturnType<typeof connectThrough> =>
    connectThrough(bridge, page as unknown as Window, (port) => desk.attach(port));
  return { ...createPortTransport(connect), desk };
}

export function withBackend(): {
  options: StandInOptions;
  backends: ReturnType<typeof standInBackend>[];
  exits: number[];
} {
  const backends: ReturnType<typeof standInBackend>[] = [];
  const exits: number[] = [];
  const newChild = (): ReturnType<typeof standInChild> => {
    const child = standInChild((port) => {
      serveBackend({
        port,
        openBackend: async ({ keyStore }) => {
          expect(await keyStore?.load()).toHaveLength(32);
          const backend = standInBackend();
          backends.push(backend);
          return backend;
        },
        exit: (code) => {
          exits.push(code);
          child.emit('exit', code);
        },
        log: recordingLog(),
      });
    });
    return child;
  };
  return { options: { newChild }, backends, exits };
}
