/** The part of the walk with the Tab key that runs inside the page. */

export interface Stop {
  /** As a developer recognises it: `button.chip "Klopt"`. */
  readonly what: string;
}

export interface Walk {
  readonly elements: readonly Element[];
  readonly stops: readonly Stop[];
  /** The focus has left the page, or is where it began: the Tab key does nothing from then on. */
  isOver(): boolean;
  /** The Tab key is the page's again. @returns what is wrong with the stops together */
  end(): string[];
}

/** Puts `window.walk` there, which looks after every Tab key, and the focus before everything. Carried into the page as text: it uses nothing from outside. */
export function installWalk(): void {
  const elements: Element[] = [];
  const stops: Stop[] = [];
  const troubles: string[] = [];
  let focused: { readonly element: Element; readonly marks: string } | null = null;

  const describe = (element: Element): string => {
    const text = (element.getAttribute('aria-label') ?? element.textContent)
      .trim()
      .replaceAll(/\s+/g, ' ')
      .slice(0, 40);
    const classes = [...element.classList].slice(0, 2).map((name) => `.${name}`);
    return `${element.tagName.toLowerCase()}${classes.join('')} "${text}"`;
  };
  /** All by which a focus can be seen, of the element, of what it holds and of what is drawn around it. */
  const marksOf = (element: Element): string => {
    const drawn: Element[] = [...element.children];
    for (
      let each: Element | null = element;
      each !== null && drawn.length < 4 + element.children.length;
      each = each.parentElement
    )
      drawn.push(each);
    return drawn
      .map((each) => {
        const { outlineStyle, outlineColor, outlineWidth, boxShadow, backgroundColor, borderColor } =
          getComputedStyle(each);
        const outline = outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`;
        return [outline, boxShadow, backgroundColor, borderColor].join(' ');
      })
      .join('\n');
  };
  const leave = (): void => {
    if (focused === null || !focused.element.isConnected) return;
    if (marksOf(focused.element) === focused.marks)
      troubles.push(`${describe(focused.element)} does not show the focus`);
  };
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert], [aria-hidden="true"]') === null;
  const checkOrder = (before: Element, element: Element): void => {
    const [was, is] = [before.getBoundingClientRect(), element.getBoundingClientRect()];
    const isBefore = (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    // A dialog keeps the focus: after its last stop comes its first, wherever somebody began.
    const [first] = elements;
    const isDialog = element.closest('[role="dialog"]') !== null;
    const isRound =
      isDialog && first !== undefined && first.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_PRECEDING;
    if (isRound) return;
    if (isBefore) troubles.push(`${describe(element)} comes after ${describe(before)}, and stands before it`);
    // To the right one may go up, to the next column; to the left only down.
    const isOnScreen = was.top >= 0 && was.bottom <= window.innerHeight;
    if (isOnScreen && is.bottom <= was.top + 1 && is.right <= was.right) {
      troubles.push(`from ${describe(before)} the focus goes back up to ${describe(element)}`);
    }
  };

  const look = (): boolean => {
    const element = document.activeElement;
    leave();
    if (element === null || element === document.body || elements.includes(element)) return false;
    const before = elements.at(-1);
    if (before !== undefined) checkOrder(before, element);
    elements.push(element);
    stops.push({ what: describe(element) });
    focused = { element, marks: marksOf(element) };
    return true;
  };
  let isOver = false;
  const listening = new AbortController();
  const { signal } = listening;
  // By the time that the key comes up it has moved the focus, and the page has shown that. A list that is searched is
  // told of every key once more by the box that searches it: only a real key counts.
  window.addEventListener('keyup', ({ isTrusted }) => void (isOver ||= isTrusted && !look()), {
    capture: true,
    signal,
  });
  // Where the walk ended the focus stays, also when more keys were on their way.
  window.addEventListener(
    'keydown',
    (event) => {
      if (!isOver) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );

  const walk: Walk = {
    elements,
    stops,
    isOver: () => isOver,
    end() {
      listening.abort();
      const reached = new Set(elements);
      // Within these the arrows go on from the one that Tab reaches.
      const groups = '[role="radiogroup"], [role="toolbar"], [role="tablist"], [role="listbox"], [role="menu"]';
      const reachedGroups = new Set(elements.map((each) => each.closest(groups)));
      const scope = document.querySelector('[role="dialog"]') ?? document;
      for (const each of scope.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, [tabindex]')) {
        if (!isSeen(each) || each.matches(':disabled')) continue;
        const group = each.closest(groups);
        if (reached.has(each) || (group !== null && reachedGroups.has(group))) continue;
        if (each.tabIndex >= 0) troubles.push(`${describe(each)} is not reached`);
        // The list of a box to type in opens with an arrow from that box.
        else if (each.matches('a, button:not([aria-haspopup="listbox"])'))
          troubles.push(`${describe(each)} is no stop`);
      }
      return troubles;
    },
  };
  window.walk = walk;
  // Where the next Tab goes on from is the beginning of the page again.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
}
