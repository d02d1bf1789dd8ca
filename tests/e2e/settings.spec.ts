/** What is typed in the settings waits, and stays when a colleague saves meanwhile. A rule changed: journey-coordinator.spec.ts. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectNoViolation } from './support/check-screen.ts';

const LIMIT = 'Grens voor één gift (€)';
const FROM = 'Vanaf dag (dagen)';
const CHANGE = 'Directietelefoontje, grens voor één gift: € 1.000 wordt € 500.';

async function type(page: Page, field: string, text: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).focus();
  await expect(page.getByLabel(field, { exact: true })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

test('what was typed waits while somebody looks elsewhere, and X leaves it as it was', async ({ app, page }) => {
  await app.visit(page, '/settings/thankYouCall');
  await type(page, FROM, '15');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel(FROM, { exact: true })).not.toBeFocused();
  const chosen = page.locator('a[aria-current]').and(page.locator('[href*="settings/"]'));
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveAttribute('href', /ambassadorCall$/);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel(FROM, { exact: true })).toHaveValue('15');
  await page.keyboard.press('x');
  await expect(page.getByLabel(FROM, { exact: true })).toHaveValue('14');
  // A switch, a choice and several; nobody is on the list of a programme that is off.
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveAttribute('href', /ambassadorCall$/);
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveAttribute('href', /anniversaryCall$/);
  await page.getByRole('checkbox').first().focus();
  await page.keyboard.press('Space');
  await page
    .getByRole('radio', { name: 'Directeur' })
    .or(page.getByRole('radio', { name: 'directie', exact: true }))
    .first()
    .focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('table')).toBeVisible();
  await expectNoViolation(page);
});

test('what a colleague saved meanwhile stays, and so does what was typed', async ({ app, page }) => {
  await app.visit(page, '/settings/majorCall');
  await type(page, LIMIT, '500');
  await expect(page.getByText(CHANGE)).toBeVisible();
  await app.backend.ask('settings.saveProgrammes', { change: { majorCall: { dueAfterDays: 5 } }, version: null });
  await expect(page.getByLabel('Uiterlijk na (dagen)')).toHaveValue('5');
  await expect(page.getByLabel(LIMIT, { exact: true })).toHaveValue('500');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Bewaard. De lijst van vandaag is bijgewerkt.')).toBeVisible();
  await expect(page.getByText('uiterlijk na: 7 dagen wordt 5 dagen')).toBeVisible();
  await expect(page.getByText(CHANGE)).toBeVisible();
});
