/**
 * A stand-in for Electron in plain Node: it records what is registered and answers as Electron would, with real message
 * channels underneath. What it cannot show is Chromium itself; tests/e2e/electron does, where there is a binary.
 */
import { EventEmitter } from 'node:events';
import type { MenuEntry } from '../../../electron/desktop/menu.ts';
import type { Rectangle } from '../../../electron/desktop/window-state.ts';
import type { UsedElectron } from '../../../electron/shell/used-electron.ts';
import {
  type Handler,
  Recorder,
  type StandInChild,
  standInChild,
  type StandInFrame,
  standInFrame,
  StandInMessageChannel,
} from './stand-in-parts.ts';

export interface StandIn {
  readonly electron: UsedElectron;
  /** What was called, in order: `app.enableSandbox`, `app.whenReady` … */
  readonly calls: string[];
  readonly app: Recorder;
  readonly ipcMain: EventEmitter;
  readonly powerMonitor: EventEmitter;
  readonly sessions: { readonly own: Recorder; readonly default: Recorder; readonly partitions: unknown[][] };
  readonly schemes: unknown[];
  readonly windows: StandInWindow[];
  readonly children: StandInChild[];
  readonly opened: string[];
  readonly errorBoxes: string[][];
  readonly exits: number[];
  readonly paths: string[][];
  readonly menus: unknown[];
  readonly questions: unknown[];
  readonly notifications: StandInNotification[];
  readonly trays: StandInTray[];
  readonly clients: unknown[][];
  readonly popups: MenuEntry[][];
}

export interface StandInNotification extends EventEmitter {
  readonly words: { readonly title: string; readonly body: string };
  wasShown: boolean;
}

export interface StandInTray extends EventEmitter {
  text: string;
  menu: MenuEntry[];
}

export interface StandInWindow extends EventEmitter {
  readonly options: { webPreferences: Record<string, unknown> } & Record<string, unknown>;
  readonly webContents: Recorder & {
    mainFrame: StandInFrame;
    reloads: number;
    zoom: number;
    prints: number;
    replaced: string[];
  };
  bounds: Rectangle;
  isMaximised: boolean;
  hasFocus: boolean;
  readonly loaded: string[];
  readonly did: string[];
}

export interface StandInOptions {
  readonly isPackaged?: boolean;
  readonly switches?: readonly string[];
  readonly hasLock?: boolean;
  readonly locale?: string;
  readonly storageBackend?: string;
  /** What the user answers when asked. */
  readonly choice?: number;
  /** Work areas of the screens, the main one first. */
  readonly screens?: readonly Rectangle[];
  readonly hasTray?: boolean;
  readonly newChild?: () => StandInChild;
}

export function standIn(options: StandInOptions = {}): StandIn {
  const calls: string[] = [];
  const record = (name: string): void => void calls.push(name);
  const [app, ipcMain, powerMonitor] = [new Recorder(), new EventEmitter(), new EventEmitter()];
  const sessions = { own: standInSession(), default: standInSession(), partitions: [] as unknown[][] };
  const lists = {
    schemes: [] as unknown[],
    opened: [] as string[],
    errorBoxes: [] as string[][],
    menus: [] as unknown[],
    questions: [] as unknown[],
    notifications: [] as StandInNotification[],
    trays: [] as StandInTray[],
    clients: [] as unknown[][],
    popups: [] as MenuEntry[][],
  };
  const [exits, paths] = [[] as number[], [] as string[][]];
  const windows: StandInWindow[] = [];
  const children: StandInChild[] = [];
  const areas = options.screens ?? [{ x: 0, y: 0, width: 1920, height: 1040 }];
  const screens = areas.map((workArea, id) => ({ id, workArea }));

  const electron = {
    app: Object.assign(app, {
      isPackaged: options.isPackaged ?? false,
      commandLine: { hasSwitch: (name: string) => (options.switches ?? []).includes(name) },
      setPath: (name: string, path: string) => void paths.push([name, path]),
      requestSingleInstanceLock: (handedOver: unknown) => {
        record(`app.requestSingleInstanceLock ${JSON.stringify(handedOver)}`);
        return options.hasLock ?? true;
      },
      enableSandbox: () => record('app.enableSandbox'),
      disableHardwareAcceleration: () => record('app.disableHardwareAcceleration'),
      setAsDefaultProtocolClient: (...args: unknown[]) => void lists.clients.push(args),
      whenReady: async () => record('app.whenReady'),
      getLocale: () => options.locale ?? 'nl',
      quit: () => record('app.quit'),
      exit: (code: number) => void exits.push(code),
    }),
    BrowserWindow: function BrowserWindow(windowOptions: StandInWindow['options']) {
      const window = standInWindow(windowOptions);
      windows.push(window);
      app.emit('web-contents-created', {}, window.webContents);
      return window;
    },
    // Nothing of ours may start it: what it writes down is a piece of memory.
    crashReporter: { start: () => record('crashReporter.start') },
    dialog: {
      showErrorBox: (...words: string[]) => void lists.errorBoxes.push(words),
      showMessageBoxSync: (_window: unknown, question: unknown) => {
        lists.questions.push(question);
        return options.choice ?? 0;
      },
    },
    ipcMain,
    Menu: {
      buildFromTemplate: (template: MenuEntry[]) =>
        Object.assign(template, { popup: () => void lists.popups.push(template) }),
      setApplicationMenu: (menu: unknown) => void lists.menus.push(menu),
    },
    MessageChannelMain: StandInMessageChannel,
    nativeImage: { createFromDataURL: (address: string) => address },
    Notification: Object.assign(
      function Notification(words: StandInNotification['words']) {
        const notification = Object.assign(new EventEmitter(), {
          words,
          wasShown: false,
          show: () => void (notification.wasShown = true),
        });
        lists.notifications.push(notification);
        return notification;
      },
      { isSupported: () => true },
    ),
    screen: {
      getAllDisplays: () => screens,
      getPrimaryDisplay: () => screens[0],
    },
    Tray: function Tray() {
      if (options.hasTray === false) throw new Error('no tray');
      const tray: StandInTray = Object.assign(new EventEmitter(), {
        text: '',
        menu: [] as MenuEntry[],
        setToolTip: (text: string) => void (tray.text = text),
        setContextMenu: (menu: MenuEntry[]) => void (tray.menu = menu),
      });
      lists.trays.push(tray);
      return tray;
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => {
        record('protocol.registerSchemesAsPrivileged');
        lists.schemes.push(...schemes);
      },
    },
    safeStorage: standInSafeStorage({ storageBackend: options.storageBackend ?? 'gnome_libsecret' }),
    powerMonitor,
    session: {
      defaultSession: sessions.default,
      fromPartition: (...args: unknown[]) => {
        sessions.partitions.push(args);
        return sessions.own;
      },
    },
    shell: {
      openExternal: async (address: string) => void lists.opened.push(address),
      openPath: async (path: string) => void lists.opened.push(path),
    },
    utilityProcess: {
      fork: (...args: unknown[]) => {
        const child = (options.newChild ?? standInChild)();
        record(`utilityProcess.fork ${JSON.stringify(args)}`);
        children.push(child);
        return child;
      },
    },
  };
  const all = { calls, app, ipcMain, powerMonitor, sessions, windows, children, exits, paths, ...lists };
  return { ...all, electron: electron as unknown as UsedElectron };
}

function standInSession(): Recorder {
  const session = new Recorder();
  return Object.assign(session, {
    ...session.remembering(
      'setBluetoothPairingHandler',
      'setDevicePermissionHandler',
      'setDisplayMediaRequestHandler',
      'setPermissionCheckHandler',
      'setPermissionRequestHandler',
      'setSpellCheckerEnabled',
    ),
    webRequest: session.remembering('onBeforeRequest'),
    protocol: {
      handle: (scheme: string, handler: Handler) => void session.handlers.set(`protocol ${scheme}`, handler),
    },
  });
}

function standInWindow(options: StandInWindow['options']): StandInWindow {
  const contents = new Recorder();
  const webContents = Object.assign(contents, {
    ...contents.remembering('setWindowOpenHandler'),
    mainFrame: standInFrame(),
    isDestroyed: () => false,
    zoom: 1,
    setZoomFactor: (factor: number) => void (webContents.zoom = factor),
    getZoomFactor: () => webContents.zoom,
    replaced: [] as string[],
    replaceMisspelling: (word: string) => void webContents.replaced.push(word),
    prints: 0,
    print: () => void (webContents.prints += 1),
    reloads: 0,
    reload: () => void (webContents.reloads += 1),
  });
  const did: string[] = [];
  const loaded: string[] = [];
  const doing = (name: string) => () => void did.push(name);
  const window = Object.assign(new EventEmitter(), {
    options,
    webContents,
    loaded,
    did,
    loadURL: async (address: string) => void loaded.push(address),
    isDestroyed: () => false,
    isMinimized: () => true,
    bounds: { x: 10, y: 20, width: 1280, height: 860 },
    isMaximised: false,
    hasFocus: false,
    getNormalBounds: () => window.bounds,
    isMaximized: () => window.isMaximised,
    isFocused: () => window.hasFocus,
    maximize: doing('maximize'),
    show: doing('show'),
    restore: doing('restore'),
    focus: doing('focus'),
  });
  return window;
}

export interface StandInSafeStorage {
  storageBackend: string;
  isAvailable?: boolean;
  /** The lock of the key store: what one has wrapped no other opens. */
  secret?: number;
  shouldReEncrypt?: boolean;
  encrypted?: number;
}

/** Wraps by adding a number to every byte, which is enough to tell wrapped from plain and one lock from another. */
export function standInSafeStorage(state: StandInSafeStorage): UsedElectron['safeStorage'] {
  const shift = (bytes: Buffer, by: number): Buffer => Buffer.from(bytes.map((byte) => byte + by));
  const mark = (): Buffer => Buffer.from([200 + (state.secret ?? 1)]);
  const storage = {
    getSelectedStorageBackend: () => state.storageBackend,
    isAsyncEncryptionAvailable: async () => state.isAvailable ?? true,
    encryptStringAsync: async (text: string) => {
      state.encrypted = (state.encrypted ?? 0) + 1;
      return Buffer.concat([mark(), shift(Buffer.from(text), state.secret ?? 1)]);
    },
    decryptStringAsync: async (wrapped: Buffer) => {
      if (!wrapped.subarray(0, 1).equals(mark())) throw new Error('wrapped by another key');
      return {
        result: shift(wrapped.subarray(1), -(state.secret ?? 1)).toString(),
        shouldReEncrypt: state.shouldReEncrypt ?? false,
      };
    },
  };
  return storage as unknown as UsedElectron['safeStorage'];
}
