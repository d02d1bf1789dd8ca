/** Where a key belongs to what has the focus, and not to a command. */
import { isSingleCharacter } from './keys.ts';

const TEXT =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="spinbutton"], ' +
  'input:not([type="radio"], [type="checkbox"], [type="button"], [type="submit"])';
/** Something floats over the screen and has all keys. */
const OVERLAY = '[role="menu"], [role="listbox"], [role="dialog"]';
/** Letters look for an item there. */
const SEARCHED_BY_LETTERS = '[aria-haspopup="listbox"]';
const MOVED_BY_ARROWS = '[role="tablist"], [role="radiogroup"], [role="toolbar"], input, [aria-haspopup]';
const PRESSED_BY_ENTER = 'button, a[href], summary, [role="button"], [role="tab"], [role="link"]';

/** As much of an element as is used here. */
export interface FocusedPlace {
  closest(selectors: string): unknown;
}

export function isTyping(place: FocusedPlace): boolean {
  return Boolean(place.closest(TEXT));
}

/** A choice among commands: none of them is given by its key meanwhile. */
export function keepsAllKeys(place: FocusedPlace): boolean {
  return Boolean(place.closest('[data-keeps-keys]'));
}

/** The place that has the focus has its own use for this key. */
export function keepsKey(place: FocusedPlace, key: string): boolean {
  if (place.closest(OVERLAY)) return true;
  if (isSingleCharacter(key) && place.closest(SEARCHED_BY_LETTERS)) return true;
  if (key.startsWith('Arrow')) return Boolean(place.closest(MOVED_BY_ARROWS));
  if (key === 'Enter') return Boolean(place.closest(PRESSED_BY_ENTER));
  return false;
}
