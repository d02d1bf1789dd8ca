/** Shows what desktop/reminders.ts decides: a notification of the system, and the sign beside the clock. */
import type { BrowserWindow } from 'electron';
import type { Language } from '../../domain/language.ts';
import { watchReminders, type ReminderWatch } from '../desktop/reminder-watch.ts';
import type { ShellOptions } from '../desktop/shell-options.ts';
import { TRAY_ICON } from '../desktop/tray-icon.ts';
import { kindOfError } from '../launch/host-log.ts';
import type { UsedElectron } from './used-electron.ts';

interface RemindOptions extends Pick<ShellOptions, 'wallClock' | 'every' | 'log'> {
  readonly language: () => Language;
  readonly window: BrowserWindow;
  readonly show: () => void;
  readonly isSafe: boolean;
}

export function remind(electron: UsedElectron, options: RemindOptions): ReminderWatch {
  const { app, Menu, Notification, nativeImage } = electron;
  const { window, language, log } = options;
  const tray = options.isSafe ? null : trayOf();

  function trayOf(): InstanceType<typeof electron.Tray> | null {
    try {
      const tray = new electron.Tray(nativeImage.createFromDataURL(TRAY_ICON));
      tray.on('click', options.show);
      return tray;
    } catch (error) {
      // Not every desktop has a place for it.
      log.warn(kindOfError(error), 'shell: no tray');
      return null;
    }
  }

  return watchReminders({
    now: options.wallClock,
    language,
    isLookedAt: () => !window.isDestroyed() && window.isFocused(),
    notify(words) {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ ...words, silent: true });
      notification.on('click', options.show);
      notification.show();
    },
    show({ text, menu }) {
      tray?.setToolTip(text);
      tray?.setContextMenu(Menu.buildFromTemplate(menu));
    },
    actions: { open: options.show, quit: () => app.quit() },
    every: options.every,
  });
}
