/**
 * Goes through a screen with the Tab key, as somebody without a mouse does: every stop has a name and a role, shows that
 * it has the focus, comes after the one before it, and nothing is left out.
 */
import type { CDPSession, Page } from '@playwright/test';
import { expect } from './app.ts';
import { installWalk, type Walk } from './walk-in-page.ts';

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

/** Pressed without asking in between where the focus is: the page notes that at every key. */
const KEYS_AT_ONCE = 25;
const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;

/** @returns every stop in the order of the Tab key */
export async function walkWithTab(page: Page): Promise<readonly NamedStop[]> {
  await page.evaluate(installWalk);
  const session = await page.context().newCDPSession(page);
  for (let pressed = 0; await page.evaluate(() => window.walk?.isOver() === false); pressed += KEYS_AT_ONCE) {
    expect(pressed, 'the Tab key never leaves this screen').toBeLessThan(MOST_STOPS);
    await pressTab(session, KEYS_AT_ONCE);
  }
  const { stops, troubles } = await page.evaluate(() => ({
    stops: window.walk?.stops ?? [],
    troubles: window.walk?.end() ?? ['nothing was installed'],
  }));
  const named = await namesOf(session, stops.length);
  await session.detach();
  for (const [index, { role, name }] of named.entries()) {
    const what = stops[index]?.what ?? '';
    if (name.trim() === '') troubles.push(`${what} has no name`);
    if (!ROLES.has(role)) troubles.push(`${what} is a ${role}`);
  }
  expect(troubles).toEqual([]);
  expect(stops.length).toBeGreaterThan(0);
  return named;
}

/** Each key when the page is done with the one before. */
async function pressTab(session: CDPSession, times: number): Promise<void> {
  for (let key = 0; key < times; key += 1) {
    await Promise.all([
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...TAB }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...TAB }),
    ]);
  }
}

/** As Chromium tells them to a screen reader. */
async function namesOf(session: CDPSession, count: number): Promise<readonly NamedStop[]> {
  const { result: list } = await session.send('Runtime.evaluate', { expression: 'window.walk.elements' });
  const { result: entries } = await session.send('Runtime.getProperties', {
    objectId: list.objectId ?? '',
    ownProperties: true,
  });
  const elements = entries.filter(({ name }) => /^\d+$/.test(name));
  expect(elements).toHaveLength(count);
  return Promise.all(elements.map(({ value }) => nameOf(session, value?.objectId ?? '')));
}

async function nameOf(session: CDPSession, objectId: string): Promise<NamedStop> {
  const answer = await session.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false });
  const [node] = answer.nodes as readonly AxNode[];
  return { role: node?.role?.value ?? '', name: node?.name?.value ?? '' };
}
