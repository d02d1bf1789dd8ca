/** Whether a letter or digit alone is a command: people who speak to their computer can turn it off (WCAG 2.1.4). */
import { createStore, useStore } from '../data/store.ts';

const KEPT_AS = 'dankbel.single-keys';

function readKept(): boolean {
  try {
    return window.localStorage.getItem(KEPT_AS) !== 'off';
  } catch {
    return true;
  }
}

export const singleKeys = createStore(readKept());

singleKeys.subscribe(() => {
  try {
    window.localStorage.setItem(KEPT_AS, singleKeys.get() ? 'on' : 'off');
  } catch {
    // Nothing may be kept here: it holds until the window closes.
  }
});

export function useSingleKeys(): boolean {
  return useStore(singleKeys);
}
