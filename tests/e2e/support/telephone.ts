/** What a browser has in the place of a telephone. */
import type { BrowserContext } from '@playwright/test';

/**
 * A telephone that notes what it is asked to dial. Without it Chromium asks whether it may open another program, and
 * that question has the keyboard until somebody answers.
 */
export async function installTelephone(context: BrowserContext): Promise<string[]> {
  const dialled: string[] = [];
  await context.exposeFunction('telephone', (link: string) => void dialled.push(link));
  await context.addInitScript(() => {
    // eslint-disable-next-line typescript/unbound-method -- called on its own anchor below
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function followOrDial(): void {
      if (!this.href.startsWith('tel:')) click.call(this);
      else void (window as unknown as { telephone: (link: string) => Promise<void> }).telephone(this.href);
    };
  });
  return dialled;
}
