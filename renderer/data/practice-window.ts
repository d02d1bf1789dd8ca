/**
 * Whether somebody practises in this window. It is settled when the page is loaded: going in or out loads it anew, so
 * that nothing that a page remembers of real donors is ever beside invented ones, or the other way round.
 */
const KEPT_AS = 'dankbel.practice';

/** Asks for the practice evening with every question, and hears only of that. */
export function isPracticeWindow(): boolean {
  try {
    return window.sessionStorage.getItem(KEPT_AS) === 'on';
  } catch {
    return false;
  }
}

/** Loads the page anew, on its first screen, to practise or to work. */
export function reopenWindow(toPractise: boolean): void {
  try {
    if (toPractise) window.sessionStorage.setItem(KEPT_AS, 'on');
    else window.sessionStorage.removeItem(KEPT_AS);
  } catch {
    // Nothing may be kept here, so that nobody can practise: the window stays what it was.
  }
  window.location.hash = '#/';
  window.location.reload();
}
