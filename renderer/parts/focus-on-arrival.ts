/** For use as a `ref`, on what somebody just asked for: once, when it appears. */

/** Brings the focus to it, and leaves everything where it is. */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

/** Scrolls its column just so far that all of it can be seen. */
export function showOnArrival(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
