/** What the settings show of crashes, and a link from the CRM to somebody who is not on this workstation. */
import { expect, type Page } from '@playwright/test';
import { keepCrashReport } from '../../../electron/launch/crash-report.ts';
import type { App } from './app.ts';

const OF_ALL = { version: '0.1.0', system: 'linux x64' } as const;

export async function walkDesk(app: App, page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  const ofPage = { at: '2026-11-20T17:30:00.000Z', part: 'page', reason: 'oom', code: null } as const;
  const backend = { at: '2026-11-20T18:05:00.000Z', part: 'backend', reason: 'exited', code: 139 } as const;
  for (const crash of [ofPage, backend])
    keepCrashReport(app.folder, { ...OF_ALL, ...crash, places: ['backend.js:120:7'] });
  await app.visit(page, '/settings/crashes');
  await expect(page.locator('.crashes-list li').first()).toBeVisible();
  await shoot('crashes');
  await app.visit(page, '/donors/crm/4711000');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await shoot('link-unknown');
}
