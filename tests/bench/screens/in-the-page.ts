/** What is measured inside a page, by its own clock. */
import type { CDPSession, Page } from '@playwright/test';

/** Whoever stands at the door. */
export async function nameAtTheDoor(page: Page): Promise<string> {
  const heading = page.getByRole('article').getByRole('heading', { level: 2 });
  await heading.waitFor();
  return (await heading.textContent()) ?? '';
}

/** Milliseconds from the key that ends a call until somebody else stands painted at the door. */
export async function timeToNextDonor(page: Page, key: string, called: string): Promise<number> {
  await page.evaluate((name) => {
    const painted = new Promise<number>((resolve) => {
      const whenPainted = (begin: number): void => {
        requestAnimationFrame(() => {
          // A message comes after the frame that was just asked for.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now() - begin));
          port1.start();
          port2.postMessage(null);
        });
      };
      const isThere = (): boolean => {
        const next = document.querySelector('article h2')?.textContent ?? '';
        return next !== '' && next !== name;
      };
      const watch = (event: KeyboardEvent): void => {
        const observer = new MutationObserver(() => {
          if (!isThere()) return;
          observer.disconnect();
          whenPainted(event.timeStamp);
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      };
      window.addEventListener('keydown', watch, { capture: true, once: true });
    });
    Object.assign(window, { painted });
  }, called);
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
}

/** Milliseconds of script for one key, until the page has nothing more to do for it. */
export async function scriptOfKey(page: Page, session: CDPSession, key: string): Promise<number> {
  const before = await scriptSeconds(session);
  await page.keyboard.press(key);
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
  return ((await scriptSeconds(session)) - before) * 1_000;
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
}
