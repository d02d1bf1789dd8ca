/** A laptop that is closed, or a screen that is locked, locks Dankbel as well: whoever opens it may be somebody else. */
import type { PowerMonitor } from 'electron';

const MOMENTS = ['suspend', 'lock-screen', 'user-did-resign-active'] as const;

export function lockOnSuspend(powerMonitor: Pick<PowerMonitor, 'on'>, lock: () => void): void {
  // Each of the three is an event of its own type; they exist where the system has them.
  const on = powerMonitor.on.bind(powerMonitor) as (moment: string, listener: () => void) => unknown;
  for (const moment of MOMENTS) on(moment, lock);
}
