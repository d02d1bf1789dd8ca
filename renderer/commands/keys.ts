/** Keys as they are pressed, compared with keys as they stand on a keycap. */

/** As much of a KeyboardEvent as is used here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The written form of what was pressed: "B" for b and for B with caps lock, "Shift+B" with shift, "Ctrl+Enter" for Ctrl
 * and Cmd alike. Signs such as "?" are what they are, whichever shift it took. Null for what is never a command.
 */
export function writtenKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string | null {
  // Right Alt types signs on many keyboards and arrives as Ctrl+Alt.
  if (altKey) return null;
  const isLetter = /^[a-z]$/i.test(key);
  const base = isLetter ? key.toUpperCase() : key;
  const shift = shiftKey && (isLetter || key.length > 1) ? 'Shift+' : '';
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${shift}${base}`;
}

/** A letter, digit or sign on its own: what WCAG 2.1.4 lets people turn off. */
export function isSingleCharacter(key: string): boolean {
  return key.length === 1;
}
