/** The menu: what a text field and a window need, and nothing that leads out of the app. */
import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../domain/language.ts';

const LABELS = {
  nl: {
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
    quit: 'Dankbel afsluiten',
    hide: 'Dankbel verbergen',
  },
  en: {
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
    quit: 'Quit Dankbel',
    hide: 'Hide Dankbel',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

export interface MenuOptions {
  readonly language: Language;
  readonly platform: NodeJS.Platform;
  readonly isDevelopment: boolean;
}

export function menuTemplate({ language, platform, isDevelopment }: MenuOptions): MenuItemConstructorOptions[] {
  const labels = LABELS[language];
  const item = (role: Exclude<keyof typeof labels, 'edit' | 'view'>): MenuItemConstructorOptions => ({
    role,
    label: labels[role],
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const developer: MenuItemConstructorOptions[] = [separator, { role: 'reload' }, { role: 'toggleDevTools' }];
  const appItems = platform === 'darwin' ? [item('hide'), separator, item('quit')] : [item('quit')];
  const history = [item('undo'), item('redo')];
  const clipboard = [item('cut'), item('copy'), item('paste')];
  const zoom = [item('zoomIn'), item('zoomOut'), item('resetZoom')];
  return [
    { label: 'Dankbel', submenu: appItems },
    { label: labels.edit, submenu: [...history, separator, ...clipboard, separator, item('selectAll')] },
    {
      label: labels.view,
      submenu: [...zoom, separator, item('togglefullscreen'), ...(isDevelopment ? developer : [])],
    },
  ];
}
