/** A coordinator looks at results by keyboard, in both lights, and keeps them as a table in which nothing can be a formula. */
import { readFileSync } from 'node:fs';
import { expect, test } from './support/app.ts';
import { saveDrawnDonors } from '../hold-out/drawn-donors.ts';
import { holdManyCalls } from './support/many-calls.ts';
import { expectNoViolation } from './support/check-screen.ts';
import { readPdf } from '../support/read-pdf.ts';

test.use({
  appOptions: {
    fill: { kind: 'invented', donors: 400, seed: 1, date: '2026-11-19' },
    now: '2026-11-16T17:00:00.000Z',
    isPractice: true,
    crmAheadMilliseconds: 0,
  },
});

test('results are counted, drawn with their figures, and kept as a table', async ({ app, page }) => {
  const nobody = async (): Promise<void> => await expectNoViolation(page);
  await holdManyCalls(app);
  await app.visit(page, '/results');
  await expect(page.getByRole('region', { name: 'Kaart van de klantreis' })).toBeVisible();
  await expect(page.getByText('Hoe beleven ze het?')).toBeVisible();
  const reached = page.getByRole('region', { name: 'Bereikt per deel van de dag' });
  await expect(reached.getByRole('figure')).toBeVisible();
  await expect(reached.getByRole('row').filter({ hasText: '’s avonds' })).toContainText('%');
  await expect(reached.getByRole('row').filter({ hasText: '’s ochtends' })).toContainText(
    'te weinig om iets te zeggen',
  );
  await nobody();

  // Another level has hardly any answers; another period is another count.
  await page.keyboard.press('n');
  await expect(page.getByText('te weinig om iets te zeggen').last()).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.getByRole('radio', { name: 'Jaar' })).toBeChecked();
  await app.backend.ask('session.setTheme', { theme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await nobody();

  const download = page.waitForEvent('download');
  await page.keyboard.press('c');
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain('Bereikt per deel van de dag');
  expect(text.split('\r\n').filter((line) => /^[=+\-@]/.test(line))).toEqual([]);
});

test('what the calls achieved stands there with its counts and intervals, and on one page for the board', async ({
  app,
  page,
}) => {
  await app.visit(page, '/results');
  const achieved = page.getByRole('region', { name: 'Wat de telefoontjes opleverden' });
  await expect(achieved.getByRole('heading', { name: /nog niemand geloot/ })).toBeVisible();
  await expect(achieved.getByRole('table')).toHaveCount(0);

  await saveDrawnDonors(app);
  await app.visit(page, '/results');
  const table = achieved.getByRole('table').first();
  await expect(table.getByRole('row').filter({ hasText: /Gaf opnieuw,? ?12 mnd/ })).toContainText(
    /\d+ van \d+.*\d+ van \d+.*\(.* tot .*\)/,
  );
  await expect(achieved.getByText(/Wie elke week kijkt/)).toBeVisible();
  await expect(achieved.getByText(/Nog niet lang genoeg gevolgd/)).toBeVisible();
  await expect(achieved.getByText(/in het CRM verwijderd of samengevoegd/)).toBeVisible();
  // No percentage stands there; differences are told in points, with how many of how many.
  expect((await table.locator('tbody').innerText()).includes('%')).toBe(false);
  await expectNoViolation(page);

  const download = page.waitForEvent('download');
  await page.keyboard.press('o');
  const pdf = readPdf(readFileSync(await (await download).path()));
  expect(pdf).toMatchObject({ language: 'nl-NL', isTagged: true });
  expect(pdf.pages).toHaveLength(1);
});
