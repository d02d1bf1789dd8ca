/** A shell with a backend and a page that has come, and what can be asked of it. */
import { expect, vi } from 'vitest';
import type { DeskMenu } from '../../../contract/desk.ts';
import type { MenuEntry } from '../../../electron/desktop/menu.ts';
import { openPage, start, withBackend, type Started } from './started.ts';

export const MINUTE = 60_000;
export const LINK = 'dankbel://donor/4711';

export const MENU: DeskMenu = {
  kind: 'menu',
  language: 'en',
  groups: [
    {
      title: 'Now',
      items: [
        { id: 'call.dial', label: 'Dial the number', key: 'B' },
        { id: 'palette.open', label: 'Find & do', key: 'Ctrl+K' },
        { id: 'help.open', label: 'All keys', key: '?' },
      ],
    },
    { title: 'Go to', items: [{ id: '/donors', label: 'Donors', key: null }] },
  ],
};

export function program(...parameters: readonly string[]) {
  return { program: { path: '/opt/dankbel', entry: '/app', parameters } };
}

/** A shell with a backend and a page that has come. */
export async function opened(...args: Parameters<typeof start>) {
  const made = withBackend();
  const [options, ...rest] = args;
  const started = await start({ ...made.options, ...options }, ...rest);
  const page = openPage(started);
  // As the screens do: so it connects again by itself.
  page.listen(() => undefined);
  await page.ask('session.get', {});
  return { ...started, page, backends: made.backends };
}

/** Everything that the page has said has been heard. */
export async function heard({
  page,
  menus,
}: Pick<Started, 'menus'> & { page: ReturnType<typeof openPage> }): Promise<void> {
  const before = menus.length;
  page.desk.tell({ kind: 'menu', language: 'nl', groups: [] });
  await vi.waitFor(() => expect(menus.length).toBeGreaterThan(before));
}

/** What the backend was opened with. */
export function opening({ children }: Pick<Started, 'children'>): unknown {
  return children[0]?.posted.find(({ message }) => message.kind === 'open')?.message;
}

export function lastMenu({ menus }: Pick<Started, 'menus'>): MenuEntry[] {
  return menus.at(-1) as MenuEntry[];
}

export function submenu(started: Pick<Started, 'menus'>, label: string): MenuEntry[] {
  return lastMenu(started).find((entry) => entry.label === label)?.submenu ?? [];
}
