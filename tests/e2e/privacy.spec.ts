/** A donor is erased by her coordinator: what will happen is read, the number is typed, and a certificate is there. */
import { expect, test } from './support/app.ts';
import { checkAllLooks } from './support/check-screen.ts';

test('a donor is erased with the keyboard, and is nowhere any more; the certificate names nobody', async ({
  app,
  page,
}) => {
  const { reader } = app.backend.store;
  const [donor] = await reader
    .selectFrom('donor')
    .innerJoin('gift', 'gift.donor_id', 'donor.id')
    .select(['donor.id', 'donor.crm_id', 'donor.surname', 'donor.external_id'])
    .where('slice', '=', 'inside')
    .where('does_not_want_calls', '=', 0)
    .where('surname', '<>', '')
    .orderBy('donor.id')
    .execute();
  const { id, crm_id: crmId, surname } = donor ?? { id: 0, crm_id: 0, surname: '' };
  await app.visit(page, `/donors/${id}`);
  await page.getByRole('button', { name: 'Wis deze donateur' }).press('Enter');
  const form = page.getByRole('form', { name: 'Wis deze donateur van deze werkplek' });
  await expect(form.getByRole('heading', { name: 'Wat blijft, en waarom' })).toBeVisible();
  await checkAllLooks(app, page);
  await app.backend.ask('session.setLanguage', { language: 'nl' });
  await form.getByRole('textbox').fill('1');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toContainText('Dit nummer hoort niet bij deze donateur.');
  await form.getByRole('textbox').fill(String(crmId));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Privacy' })).toBeVisible();
  await expect(page.getByText('Voltooid.')).toBeVisible();
  expect(await reader.selectFrom('donor').select('id').where('id', '=', id).execute()).toEqual([]);

  await page.getByLabel('Is dit nummer hier gewist?').and(page.locator('input')).fill(String(crmId));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Certificaat van wissing' })).toBeFocused();
  expect(await page.locator('main').textContent()).not.toContain(surname);
  await checkAllLooks(app, page);
  await app.backend.ask('session.setLanguage', { language: 'nl' });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Certificaat als PDF' }).press('Enter');
  expect((await download).suggestedFilename()).toMatch(/^wissing-.*\.pdf$/);

  // A term that cannot be one is refused beside the field; a better one is saved.
  const notes = page.getByLabel('Aantekeningen van gesprekken').and(page.locator('input'));
  await notes.fill('3');
  await expect(page.getByRole('alert')).toContainText('Kies 7 tot 3653 dagen');
  await notes.fill('30');
  await page.getByRole('button', { name: 'Bewaar de termijnen' }).press('Enter');
  await expect(page.getByText('De termijnen zijn bewaard.')).toBeVisible();
});
