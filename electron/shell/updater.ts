/** electron-updater. It is made when it is first needed: where somebody else brings newer versions, never. */
import electronUpdater from 'electron-updater';
import type { AutoUpdater } from '../updates/driver.ts';

export function autoUpdater(): AutoUpdater {
  return electronUpdater.autoUpdater as unknown as AutoUpdater;
}
