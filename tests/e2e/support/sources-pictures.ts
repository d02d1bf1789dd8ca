/** The fundraising sites in the settings: before there is one, and one that was read. */
import type { Page } from '@playwright/test';
import { action, donation, manualDonation } from '../../support/kentaa/objects.ts';
import { startKentaa } from '../../support/kentaa/stand-in.ts';
import { expect, type App } from './app.ts';

const AT = '2026-11-20T10:00:00.000Z';

export async function walkSources(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  const kentaa = await startKentaa({ clock: () => '2026-11-21T13:00:00.000Z' });
  try {
    kentaa.put('actions', action('2026-11-03T14:50:14Z', { id: 9021 }));
    for (let id = 1; id <= 24; id += 1) {
      kentaa.put(
        'donations',
        donation(AT, { id, action_id: 9021, first_name: `Gever${id}`, email: `gever${id}@voorbeeld.example` }),
      );
    }
    kentaa.put('manual-donations', manualDonation(AT, { id: 1 }));
    await app.visit(page, '/settings/kentaa');
    await expect(page.locator('.sources-form')).toBeVisible();
    await page.mouse.move(0, 0);
    await shoot('sources-none');
    const { apiKey, url: address } = kentaa;
    await app.backend.ask('sources.add', { kind: 'kentaa', address, apiKey, startedFrom: '2026-11-01' });
    await app.backend.ask('sources.pull', {});
    await app.visit(page, '/settings/kentaa');
    await expect(page.locator('.setting-facts')).toContainText('25');
    await page.mouse.move(0, 0);
    await shoot('sources');
  } finally {
    await kentaa.stop();
  }
}
