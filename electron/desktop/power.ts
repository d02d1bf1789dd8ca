/** A laptop that is closed, or a screen that is locked, locks Dankbel as well: whoever opens it may be somebody else. */

type Effect = 'lock' | 'wake' | 'hide' | 'show';

/** Events of Electron's `powerMonitor`, where the system has them, and what each brings about. */
export const POWER_EVENTS = {
  suspend: ['lock'],
  'lock-screen': ['lock', 'hide'],
  'user-did-resign-active': ['lock', 'hide'],
  // The screen may still be locked: only unlocking it shows anything again.
  resume: ['wake'],
  'unlock-screen': ['wake', 'show'],
  'user-did-become-active': ['wake', 'show'],
} as const satisfies Readonly<Record<string, readonly Effect[]>>;

export interface PowerActions {
  readonly lock: () => void;
  /** Fetches what others did meanwhile. */
  readonly wake: () => void;
  readonly setScreenLocked: (isLocked: boolean) => void;
}

export function followPower(
  on: (event: keyof typeof POWER_EVENTS, listener: () => void) => unknown,
  { lock, wake, setScreenLocked }: PowerActions,
): void {
  const effects: Readonly<Record<Effect, () => void>> = {
    lock,
    wake,
    hide: () => setScreenLocked(true),
    show: () => setScreenLocked(false),
  };
  for (const [event, names] of Object.entries(POWER_EVENTS)) {
    on(event as keyof typeof POWER_EVENTS, () => names.forEach((name) => effects[name]()));
  }
}
