/** The sign beside the clock: how many promised calls are due, and "do not disturb". Never to whom. */
import type { Language } from '../../domain/language.ts';
import type { MenuEntry } from './menu.ts';

export interface TrayFacts {
  readonly language: Language;
  readonly due: number;
  readonly isQuiet: boolean;
}

export interface TrayActions {
  readonly open: () => void;
  readonly quiet: (choice: 'hour' | 'tomorrow' | null) => void;
  readonly quit: () => void;
}

const WORDS = {
  nl: {
    due: (count: number) => (count === 1 ? '1 terugbelafspraak' : `${count} terugbelafspraken`),
    quiet: 'niet storen',
    open: 'Dankbel openen',
    hour: 'Een uur niet storen',
    tomorrow: 'Niet storen tot morgen',
    again: 'Weer herinneren',
    quit: 'Dankbel afsluiten',
  },
  en: {
    due: (count: number) => (count === 1 ? '1 promised call' : `${count} promised calls`),
    quiet: 'do not disturb',
    open: 'Open Dankbel',
    hour: 'Do not disturb for an hour',
    tomorrow: 'Do not disturb until tomorrow',
    again: 'Remind me again',
    quit: 'Quit Dankbel',
  },
} as const satisfies Readonly<Record<Language, unknown>>;

export function trayText({ language, due, isQuiet }: TrayFacts): string {
  const words = WORDS[language];
  return ['Dankbel', ...(due === 0 ? [] : [words.due(due)]), ...(isQuiet ? [words.quiet] : [])].join(' · ');
}

export function trayMenu({ language, due, isQuiet }: TrayFacts, actions: TrayActions): MenuEntry[] {
  const words = WORDS[language];
  return [
    ...(due === 0 ? [] : [{ label: words.due(due), enabled: false }]),
    { label: words.open, click: actions.open },
    { type: 'separator' },
    ...(isQuiet
      ? [{ label: words.again, click: () => actions.quiet(null) }]
      : [
          { label: words.hour, click: () => actions.quiet('hour') },
          { label: words.tomorrow, click: () => actions.quiet('tomorrow') },
        ]),
    { type: 'separator' },
    { label: words.quit, click: actions.quit },
  ];
}
