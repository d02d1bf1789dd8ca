/** What a coordinator looks at: the day, what was asked, what came of it, and four weeks ahead. */
import type { Page } from '@playwright/test';
import { saveDrawnDonors } from '../../hold-out/drawn-donors.ts';
import type { App } from './app.ts';
import { holdManyCalls } from './many-calls.ts';
import { patientExpect as expect, type Shoot } from './pictures.ts';
import { sayInCall } from './say-in-call.ts';

/** A complaint and a question of one call, and thank-you e-mails that are missing. */
export async function walkFollowUps(app: App, page: Page, shoot: Shoot): Promise<void> {
  await sayInCall(app);
  await app.visit(page, '/follow-ups');
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  await shoot('follow-ups');
}

/** What four evenings brought. */
export async function walkResults(app: App, page: Page, shoot: Shoot): Promise<void> {
  await holdManyCalls(app, 60);
  await app.visit(page, '/results');
  await expect(page.getByRole('figure').first()).toBeVisible();
  await shoot('results');
  await saveDrawnDonors(app);
  await app.visit(page, '/results');
  const achieved = page.getByRole('region', { name: /Wat de telefoontjes opleverden|What the calls achieved/ });
  await expect(achieved.getByRole('table').first()).toBeVisible();
  await achieved.evaluate((section) => section.scrollIntoView());
  await shoot('results-achieved');
}

/** Four weeks of an invented charity, with less room than work. */
export async function walkForecast(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.backend.ask('forecast.saveCapacity', { lane: 'caller', capacity: [8, 8, 12, 8, 4, 0, 0] });
  await app.visit(page, '/forecast');
  await expect(page.getByRole('figure')).toBeVisible();
  await shoot('forecast');
}

/** Vandaag of somebody who calls nobody. */
export async function walkCoordinator(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.visit(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  await shoot('today-coordinator');
}
