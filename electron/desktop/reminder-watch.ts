/** Looks now and then whether a promised call is due, and hands out what reminders.ts decides. */
import type { Language } from '../../domain/language.ts';
import type { MenuEntry } from './menu.ts';
import { countDue, dueReminders, quietUntil, writeReminder, type Promised } from './reminders.ts';
import { trayMenu, trayText } from './tray.ts';

export interface ReminderOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly language: () => Language;
  /** The window is there and has the keyboard. */
  readonly isLookedAt: () => boolean;
  /** Shows a notification of the system, which brings the window forward when it is clicked. */
  readonly notify: (words: { readonly title: string; readonly body: string }) => void;
  /** The sign beside the clock. */
  readonly show: (sign: { readonly text: string; readonly menu: MenuEntry[] }) => void;
  readonly actions: { readonly open: () => void; readonly quit: () => void };
  readonly every: (milliseconds: number, run: () => void) => () => void;
}

export interface ReminderWatch {
  setPromised(promised: readonly Promised[]): void;
  setInCall(isInCall: boolean): void;
  setScreenLocked(isLocked: boolean): void;
  stop(): void;
}

const LOOK_EVERY_MILLISECONDS = 20_000;

export function watchReminders(options: ReminderOptions): ReminderWatch {
  const told = new Set<number>();
  let promised: readonly Promised[] = [];
  let isInCall = false;
  let isScreenLocked = false;
  let quiet: number | null = null;

  function look(): void {
    const now = options.now();
    if (quiet !== null && now >= quiet) quiet = null;
    const isLookedAt = options.isLookedAt();
    const due = dueReminders({ now, promised, told, quietUntil: quiet, isInCall, isScreenLocked, isLookedAt });
    for (const { id } of due) told.add(id);
    if (due.length > 0) options.notify(writeReminder(due, options.language()));
    const facts = { language: options.language(), due: countDue({ now, promised }), isQuiet: quiet !== null };
    options.show({ text: trayText(facts), menu: trayMenu(facts, { ...options.actions, quiet: setQuiet }) });
  }

  function setQuiet(choice: 'hour' | 'tomorrow' | null): void {
    quiet = choice === null ? null : quietUntil(choice, new Date(options.now()));
    look();
  }

  const stop = options.every(LOOK_EVERY_MILLISECONDS, look);
  look();
  return {
    setPromised(next) {
      promised = next;
      look();
    },
    setInCall(isOn) {
      isInCall = isOn;
    },
    setScreenLocked(isLocked) {
      isScreenLocked = isLocked;
    },
    stop,
  };
}
