/**
 * A window around the page, as Electron's would be: the page gets its ports over `window.dankbel`, and what it asks the
 * backend goes on over HTTP. What the page says to the window is kept, and the window can say something to the page.
 */
import type { Page } from '@playwright/test';
import type { FromPage, ToPage } from '../../../contract/desk.ts';

interface DeskWindow {
  readonly deskSaid: FromPage[];
  deskPort: MessagePort | undefined;
  readonly dankbel: { connect(): Promise<undefined> };
}

export async function installDesk(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const token = new URLSearchParams(window.location.hash.slice(1)).get('token');
    if (token !== null) window.history.replaceState(null, '', '#/');
    const post = (path: string, body: unknown): Promise<Response> =>
      fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const session = token === null ? Promise.resolve() : post('/api/session', { token });
    const here = window as unknown as { -readonly [Key in keyof DeskWindow]: DeskWindow[Key] };
    here.deskSaid = [];
    here.dankbel = {
      connect: async () => {
        await session;
        const [backend, desk] = [new MessageChannel(), new MessageChannel()];
        backend.port1.addEventListener('message', ({ data }: MessageEvent<{ id: number }>) => {
          const { id, ...question } = data;
          void post('/api/call', question)
            .then((response) => response.json())
            .then((answer: unknown) => backend.port1.postMessage({ id, answer }));
        });
        backend.port1.start();
        new EventSource('/api/events').addEventListener('message', ({ data }: MessageEvent<string>) => {
          backend.port1.postMessage({ event: JSON.parse(data) as unknown });
        });
        desk.port1.addEventListener('message', ({ data }: MessageEvent<FromPage>) => void here.deskSaid.push(data));
        desk.port1.start();
        here.deskPort = desk.port1;
        window.postMessage('dankbel:port', window.location.origin, [backend.port2, desk.port2]);
        return undefined;
      },
    };
  });
}

export async function tellPage(page: Page, message: ToPage): Promise<void> {
  await page.evaluate((told) => {
    const { deskPort: port } = window as unknown as DeskWindow;
    port?.postMessage(told);
  }, message);
}

/** What the page said last of this kind. */
export async function lastSaid<Kind extends FromPage['kind']>(
  page: Page,
  kind: Kind,
): Promise<Extract<FromPage, { kind: Kind }> | null> {
  const said = await page.evaluate(() => (window as unknown as DeskWindow).deskSaid);
  return (said.findLast((message) => message.kind === kind) ?? null) as Extract<FromPage, { kind: Kind }> | null;
}
