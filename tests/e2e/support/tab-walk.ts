/**
 * Goes through a screen with the Tab key, as somebody without a mouse does: every stop has a name and a role, shows that
 * it has the focus, comes after the one before it, and nothing is left out.
 */
import type { CDPSession, Page } from '@playwright/test';
import { expect } from './app.ts';
import { installWalk, type Stop, type Walk } from './walk-in-page.ts';

/** What a Tab stop may be; the last ones are columns that can be scrolled. */
const ROLES = new Set(
  `button link textbox searchbox radio checkbox switch tab combobox spinbutton menuitem option listbox
   region tabpanel navigation main complementary group list figure image DisclosureTriangle`.split(/\s+/),
);
/** More than any screen has: somebody who comes here is caught. */
const MOST_STOPS = 400;

interface AxNode {
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
}

declare global {
  interface Window {
    walk?: Walk;
  }
}

export interface NamedStop {
  readonly role: string;
  readonly name: string;
}

/** @returns every stop in the order of the Tab key */
export async function walkWithTab(page: Page): Promise<readonly NamedStop[]> {
  await page.evaluate(installWalk);
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => window.walk?.look() ?? null);
    if (stop === null) break;
    stops.push(stop);
    expect(stops.length, 'the Tab key never leaves this screen').toBeLessThan(MOST_STOPS);
  }
  const troubles = await page.evaluate(() => window.walk?.troubles() ?? ['nothing was installed']);
  const session = await page.context().newCDPSession(page);
  const named: NamedStop[] = [];
  for (const [index, { what }] of stops.entries()) {
    const { role, name } = await nameOf(session, index);
    named.push({ role, name });
    if (name.trim() === '') troubles.push(`${what} has no name`);
    if (!ROLES.has(role)) troubles.push(`${what} is a ${role}`);
  }
  await session.detach();
  expect(troubles).toEqual([]);
  expect(stops.length).toBeGreaterThan(0);
  return named;
}

/** As Chromium tells it to a screen reader. */
async function nameOf(session: CDPSession, index: number): Promise<NamedStop> {
  const { result } = await session.send('Runtime.evaluate', { expression: `window.walk.elements[${index}]` });
  const answer = await session.send('Accessibility.getPartialAXTree', {
    ...(result.objectId === undefined ? {} : { objectId: result.objectId }),
    fetchRelatives: false,
  });
  const [node] = answer.nodes as readonly AxNode[];
  return { role: node?.role?.value ?? '', name: node?.name?.value ?? '' };
}
