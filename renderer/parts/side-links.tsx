/** What stands in a list on the left, each a link to its own page; the one that is shown stays in view. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface SideLinksProps<Item> {
  readonly items: readonly Item[];
  /** Where it leads; also what tells one from another. */
  readonly toOf: (item: Item) => string;
  readonly isChosen: (item: Item) => boolean;
  readonly className?: string | undefined;
  readonly children: (item: Item) => ReactNode;
}

export function SideLinks<Item>({ items, toOf, isChosen, className, children }: SideLinksProps<Item>) {
  return (
    <ul className={className}>
      {items.map((item) => (
        <li key={toOf(item)}>
          <Link
            to={toOf(item)}
            replace
            aria-current={isChosen(item) ? 'true' : undefined}
            ref={isChosen(item) ? keepInView : undefined}
          >
            {children(item)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function keepInView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
