/** A colleague who called the same donor, and who is with another one now, for the pictures. */
import { expect, type Page } from '@playwright/test';
import { createClient } from '../../../contract/client.ts';
import { openCall, type App } from './app.ts';

/** Without a network both call the first donor of the list; then the colleague claims the next one. */
export async function walkClaims(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  const { backend } = await app.startColleague();
  const colleague = createClient(backend);
  await app.visit(page);
  app.crm.faults.set('dropBefore', 'always');
  const { next } = await colleague.ask('today.get', { lane: 'caller' });
  const { callItemId } = await colleague.ask('call.open', { donorId: next?.donorId ?? 0 });
  await colleague.ask('call.finish', { callItemId, outcome: 'voicemail-left', callback: null, number: null });
  await openCall(page);
  await page.keyboard.press('4');
  await expect(page).toHaveURL(/#\/$/);
  app.crm.faults.clear();
  for (const each of [app.backend, backend, app.backend]) await each.sync.run(true);
  const { next: other } = await colleague.ask('today.get', { lane: 'caller' });
  await colleague.ask('call.open', { donorId: other?.donorId ?? 0 });
  await app.backend.sync.run(true);
  await page.keyboard.press('a');
  await expect(page.getByRole('listitem').filter({ hasText: /Twee keer gebeld|Called twice/ })).toBeVisible();
  await shoot('double');
  await page.getByRole('list').last().getByRole('link').click();
  await expect(page.getByRole('button', { name: /Haal terug|Take back/ })).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot('claim');
}
