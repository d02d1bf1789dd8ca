/** Herkennen: a coordinator decides about givers of a fundraising site, by keyboard, and takes it back. */
import { checkAllLooks } from './support/check-screen.ts';
import { expect, test } from './support/app.ts';
import { giveOnSite } from './support/matching-pictures.ts';

test.use({ appOptions: { roles: ['coordinator'] } });

test('a doubt is decided by key, one at a time, and put back', async ({ app, page }) => {
  const { doubtfulId } = await giveOnSite(app);
  await app.visit(page, '/matching');
  const heading = page.getByRole('heading', { level: 2 });
  await expect(heading).toContainText('Zebedeus');
  await expect(page.getByRole('row').filter({ hasText: 'Voornaam' })).toContainText('verschilt');
  await expect(page.getByRole('row').filter({ hasText: 'E-mailadres' })).toContainText('gelijk');
  await expect(page.getByText('De voornaam is een andere.')).toBeVisible();
  await checkAllLooks(app, page);
  await app.backend.ask('session.setLanguage', { language: 'nl' });

  await page.keyboard.press('1');
  await expect(page.getByText('Geen twijfel meer')).toBeVisible();
  await expect(page.locator('.undo')).toContainText('is gekoppeld');
  const linked = async () => {
    const rows = await app.backend.store.reader
      .selectFrom('source_link')
      .select(['donor_id'])
      .where('state', '=', 'linked')
      .execute();
    return rows.map(({ donor_id: id }) => id);
  };
  await expect.poll(linked).toEqual([doubtfulId]);
  await page.keyboard.press('z');
  await expect(heading).toContainText('Zebedeus');
  await expect.poll(linked).toEqual([]);

  await page.keyboard.press('2');
  await expect(page.getByText('Geen twijfel meer')).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.getByText('In het CRM lijkt niemand op deze gever.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: /niet herkend/ }).getByRole('listitem')).toHaveCount(2);
  await checkAllLooks(app, page);
  await app.backend.ask('session.setLanguage', { language: 'nl' });
  await page.keyboard.press('3');
  await expect(page.getByRole('navigation', { name: /niet herkend/ }).getByRole('listitem')).toHaveCount(1);
});

test('the page of a donor joins what each place says; a wrong link is taken away there, and brought back', async ({
  app,
  page,
}) => {
  const { linkedId } = await giveOnSite(app);
  await app.visit(page, `/donors/${linkedId}`);
  const part = page.getByRole('region', { name: 'Wat elke plek zegt' });
  await expect(part).toContainText('Nieuwstraat 12, 6811 AD Arnhem');
  await expect(part).toContainText('Stichting Voorbeeld, 20 november');
  await expect(part).toContainText('Vanzelf gekoppeld');
  await checkAllLooks(app, page);
  await app.backend.ask('session.setLanguage', { language: 'nl' });
  await part.getByRole('button', { name: 'Maak los' }).click();
  await expect(part.locator('.undo')).toContainText('is losgemaakt');
  await expect(part).not.toContainText('Nieuwstraat');
  await page.keyboard.press('z');
  await expect(part).toContainText('Nieuwstraat 12');

  await page.evaluate(() => void (location.hash = '/settings/trust'));
  const address = page.getByRole('button', { name: /Adres/ });
  await expect(address).toContainText('Eerst het CRM');
  await checkAllLooks(app, page);
  await app.backend.ask('session.setLanguage', { language: 'nl' });
  await address.press('Enter');
  await page.getByRole('option', { name: 'Wat het laatst is gezegd' }).press('Enter');
  await expect(page.getByText('Bewaard.')).toBeVisible();
  await app.visit(page, `/donors/${linkedId}`);
  await expect(part.locator('dd.first').filter({ hasText: 'Nieuwstraat' })).toBeVisible();
});

test('a donor who came near nobody is searched for and linked, and a newcomer is taken back, by keyboard in both languages', async ({
  app,
  page,
}) => {
  const { linkedId } = await giveOnSite(app);
  const { email } = await app.backend.store.reader
    .selectFrom('donor_email')
    .select('email')
    .where('donor_id', '=', linkedId)
    .executeTakeFirstOrThrow();
  for (const [language, words] of [
    [
      'nl',
      {
        search: 'Is het iemand anders? Zoek een donateur',
        already: 'is al gekoppeld aan',
        gone: 'als nieuw naar het CRM',
      },
    ],
    [
      'en',
      { search: 'Is it somebody else? Search for a donor', already: 'is linked already to', gone: 'to the CRM as new' },
    ],
  ] as const) {
    await app.backend.ask('session.setLanguage', { language });
    await app.visit(page, '/matching');
    await expect(page.locator('.match-table')).toBeVisible();
    await page.keyboard.press('w');
    await expect(page.locator('.match-note')).toBeVisible();
    await page.keyboard.press('/');
    const box = page.getByRole('searchbox', { name: words.search });
    await expect(box).toBeFocused();
    await page.keyboard.type(email);
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    if (language === 'nl') await checkAllLooks(app, page);
    await app.backend.ask('session.setLanguage', { language });
    await box.focus();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.locator('.match-table')).toBeVisible();
    await expect(page.getByText(words.already)).toBeVisible();
    await page.keyboard.press('1');
    await expect(page.locator('.undo')).toBeVisible();
    const { reader } = app.backend.store;
    await expect
      .poll(() => reader.selectFrom('source_link').select('state').where('state', '=', 'linked').execute())
      .toHaveLength(1);
    await page.keyboard.press('z');
    await expect(page.locator('.undo')).toHaveCount(0);
    await expect(page.locator('.match-note')).toBeVisible();

    await page.keyboard.press('3');
    await expect(page.locator('.undo')).toContainText(words.gone);
    await page.keyboard.press('z');
    await expect(page.locator('.undo')).toHaveCount(0);
    await expect.poll(() => reader.selectFrom('source_newcomer').selectAll().execute()).toEqual([]);
  }
});
