/** The menus: the standard ones of the system, and everything that the palette of the page offers now. */
import type { DeskMenu } from '../../contract/desk.ts';
import type { Language } from '../../domain/language.ts';

const LABELS = {
  nl: {
    about: 'Over Dankbel',
    services: 'Voorzieningen',
    hide: 'Dankbel verbergen',
    hideOthers: 'Andere verbergen',
    unhide: 'Alles tonen',
    quit: 'Dankbel afsluiten',
    print: 'Afdrukken…',
    edit: 'Bewerken',
    undo: 'Ongedaan maken',
    redo: 'Opnieuw',
    cut: 'Knippen',
    copy: 'Kopiëren',
    paste: 'Plakken',
    selectAll: 'Alles selecteren',
    view: 'Beeld',
    zoomIn: 'Groter',
    zoomOut: 'Kleiner',
    resetZoom: 'Ware grootte',
    togglefullscreen: 'Volledig scherm',
    window: 'Venster',
    minimize: 'Minimaliseren',
    zoom: 'Venster vergroten',
    front: 'Alles naar voren',
    logs: 'Map met logboeken openen',
    help: 'Hulp',
    nothing: 'Hier is nu niets te kiezen',
  },
  en: {
    about: 'About Dankbel',
    services: 'Services',
    hide: 'Hide Dankbel',
    hideOthers: 'Hide others',
    unhide: 'Show all',
    quit: 'Quit Dankbel',
    print: 'Print…',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    resetZoom: 'Actual size',
    togglefullscreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimise',
    zoom: 'Enlarge the window',
    front: 'Bring all to front',
    logs: 'Open the folder of logs',
    help: 'Help',
    nothing: 'There is nothing to choose here now',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Of what can be done with a text. */
export const EDIT_LABELS = {
  nl: pick(LABELS.nl),
  en: pick(LABELS.en),
} as const;

function pick({ cut, copy, paste, selectAll }: Readonly<Record<'cut' | 'copy' | 'paste' | 'selectAll', string>>) {
  return { cut, copy, paste, selectAll };
}

const ROLES = [
  'about',
  'services',
  'hide',
  'hideOthers',
  'unhide',
  'quit',
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'selectAll',
  'zoomIn',
  'zoomOut',
  'resetZoom',
  'togglefullscreen',
  'minimize',
  'zoom',
  'front',
] as const;
type Role = (typeof ROLES)[number];

/** As Electron takes it. */
export interface MenuEntry {
  role?: Role | 'reload' | 'toggleDevTools' | 'editMenu' | 'windowMenu' | 'help';
  type?: 'separator' | 'checkbox';
  label?: string;
  checked?: boolean;
  enabled?: boolean;
  accelerator?: string;
  registerAccelerator?: boolean;
  click?: () => void;
  submenu?: MenuEntry[];
}

export interface MenuOptions {
  readonly language: Language;
  readonly platform: NodeJS.Platform;
  readonly isDevelopment: boolean;
  /** What the page offers; null before it came. */
  readonly page: DeskMenu | null;
  /** Of what else hangs on the desktop (extras.ts). */
  readonly extras: readonly { readonly label: string; readonly click: () => void }[];
  readonly actions: {
    /** Does what the page named. */
    readonly run: (id: string) => void;
    readonly print: () => void;
    readonly openLogs: () => void;
  };
}

const SEPARATOR: MenuEntry = { type: 'separator' };

export function menuTemplate(options: MenuOptions): MenuEntry[] {
  const { platform, isDevelopment, page, extras, actions } = options;
  const language = page?.language ?? options.language;
  const labels = LABELS[language];
  const item = (role: Role): MenuEntry => ({ role, label: labels[role] });
  const isMac = platform === 'darwin';
  const ofMac = [item('services'), SEPARATOR, item('hide'), item('hideOthers'), item('unhide'), SEPARATOR];
  const developer: MenuEntry[] = [SEPARATOR, { role: 'reload' }, { role: 'toggleDevTools' }];
  const more = extras.map(({ label, click }) => ({ label: plain(label), click }));
  const zoom = [item('zoomIn'), item('zoomOut'), item('resetZoom')];
  return [
    {
      label: 'Dankbel',
      submenu: [
        item('about'),
        ...more,
        SEPARATOR,
        { label: labels.print, click: actions.print },
        SEPARATOR,
        ...(isMac ? ofMac : []),
        item('quit'),
      ],
    },
    {
      label: labels.edit,
      submenu: [
        item('undo'),
        item('redo'),
        SEPARATOR,
        item('cut'),
        item('copy'),
        item('paste'),
        SEPARATOR,
        item('selectAll'),
      ],
    },
    ...(page?.groups ?? []).map(({ title, items }) => ({
      label: plain(title),
      submenu:
        items.length === 0
          ? [{ label: labels.nothing, enabled: false }]
          : items.map(({ id, label, key }) => ({
              label: plain(label),
              ...shownKey(key, platform),
              click: () => actions.run(id),
            })),
    })),
    {
      label: labels.view,
      submenu: [...zoom, SEPARATOR, item('togglefullscreen'), ...(isDevelopment ? developer : [])],
    },
    {
      label: labels.window,
      submenu: [item('minimize'), ...(isMac ? [item('zoom'), SEPARATOR, item('front')] : [])],
    },
    { role: 'help', label: labels.help, submenu: [{ label: labels.logs, click: actions.openLogs }] },
  ];
}

/** What the page calls its keys, in Electron's words. Anything else would be refused with an exception. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['Enter', 'Enter'],
  ['Escape', 'Esc'],
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ['/', '/'],
]);
const PLAIN_KEY = /^(?:[A-Z0-9]|F\d{1,2})$/;

/**
 * The key is shown and never taken: the page listens to it, and knows whether somebody is typing. A Mac cannot show a
 * key without taking it, so there it stands in the page alone.
 */
function shownKey(
  key: string | null,
  platform: NodeJS.Platform,
): Pick<MenuEntry, 'accelerator' | 'registerAccelerator'> {
  if (key === null || platform === 'darwin') return {};
  const parts = key.split('+');
  const last = parts.pop() ?? '';
  const name = NAMED.get(last) ?? (PLAIN_KEY.test(last) ? last : null);
  if (name === null || !parts.every((part) => part === 'Ctrl' || part === 'Shift')) return {};
  return { accelerator: [...parts, name].join('+'), registerAccelerator: false };
}

/** An ampersand would underline the letter behind it. */
function plain(label: string): string {
  return label.replaceAll('&', '&&');
}
