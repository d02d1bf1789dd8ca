/** "Waarom staat … niet op mijn lijst?" asked by keyboard, answered in words, with all that was looked at. */
import { readFileSync } from 'node:fs';
import { expect, inCrm, test } from './support/app.ts';
import { typeAfter } from './support/by-key.ts';
import { expectNoViolation } from './support/check-screen.ts';

const WORDS = {
  nl: {
    question: 'waarom staat NIEUW-0043 niet op mijn lijst',
    answer: 'Op 16 november was er een gesprek; tot en met 13 februari 2027 bellen we niet opnieuw.',
    on: 'Staat op de lijst',
    first: 'Eerste gift van € 25 op 8 november',
    trace: 'Rust na een gesprek: nee.',
    journey: 'Klantreis',
    words: 'In de woorden van de donateur',
    proof: 'Bewijs van de grond om te bellen',
  },
  en: {
    question: 'why is NIEUW-0043 not on my list',
    answer: 'There was a conversation on 16 November; we do not call again up to 13 February 2027.',
    on: 'Is on the list',
    first: 'First gift of €25 on 8 November',
    trace: 'Rest after a conversation: no.',
    journey: 'Journey',
    words: 'In the words of the donor',
    proof: 'Proof of the basis for calls',
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  const words = WORDS[language];
  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language } });
    test('why not, on which day, and everything that was looked at', async ({ app, page }) => {
      await app.visit(page, '/donors');
      await expect(page.getByRole('searchbox')).toBeFocused();
      await page.keyboard.type(words.question);
      await expect(page.getByRole('listitem').filter({ hasText: 'NIEUW-0043' })).toBeVisible();
      await page.keyboard.press('Enter');
      const answer = page.locator('.donor-part.why');
      await expect(answer.getByText(words.answer).first()).toBeVisible();
      await expectNoViolation(page);

      // Somebody else, and the day on which she comes.
      await page.keyboard.press('Escape');
      await expect(page.getByRole('searchbox')).not.toBeFocused();
      await page.keyboard.press('/');
      await expect(page.getByRole('searchbox')).toBeFocused();
      await page.keyboard.type('NIEUW-0008');
      await expect(page.getByRole('listitem').filter({ hasText: 'NIEUW-0008' })).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(answer.locator('.why-sentence')).toContainText(/8 [nN]ovember/);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('searchbox')).not.toBeFocused();
      await page.keyboard.press('ArrowRight');
      await expect(answer.getByText(words.on)).toBeVisible();

      // All that was looked at.
      await page.keyboard.press('u');
      await expect(answer.getByText(words.trace)).toBeVisible();
      await expectNoViolation(page);

      // Everything else of her: each part is one key away.
      await page.keyboard.press('2');
      await expect(page.getByRole('heading', { name: words.journey })).toBeFocused();
      await expect(page.locator('.journey-steps li').first()).toBeVisible();

      // New consent, in her words.
      await page.keyboard.press('6');
      await expect(page.locator('.donor-part.rights')).toBeVisible();
      await typeAfter(page, 't', 'Bel mij gerust');
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(page.locator('.donor-part.rights').getByText('Bel mij gerust')).toBeVisible();

      await expect(page.getByRole('textbox', { name: words.words })).toBeHidden();

      // The proof, as a file.
      const download = page.waitForEvent('download');
      await page.keyboard.press('p');
      const file = await (await download).path();
      expect(readFileSync(file, 'utf8')).toContain(words.proof);
      expect(readFileSync(file, 'utf8')).toContain('NIEUW-0008');
    });
  });
}

test.describe('a donor of another list', () => {
  test.use({ appOptions: { roles: ['caller'] } });
  test('a reason that is being typed stays when the donor is asked for again', async ({ app, page }) => {
    await app.visit(page, '/donors/63');
    const reason = page.locator('.reason').getByRole('textbox');
    await reason.focus();
    await page.keyboard.type('Belt over haar');
    const { crm_id: crmId } = await app.backend.store.reader
      .selectFrom('donor')
      .select('crm_id')
      .where('id', '=', 63)
      .executeTakeFirstOrThrow();
    await inCrm(app.crm, 'Contact', 'update', { where: [['id', '=', crmId]], values: { first_name: 'Veranderd' } });
    const again = page.waitForResponse((response) => response.request().postData()?.includes('"donor.page"') === true);
    await app.backend.sync.run(true);
    await again;
    await page.keyboard.type(' gift');
    await expect(reason).toHaveValue('Belt over haar gift');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.locator('.donor-parts')).toBeVisible();
  });
});

test('what became of a gift stands on one line with its amount and day', async ({ app, page }) => {
  await app.visit(page, '/donors/63');
  const gift = page
    .locator('.rows li')
    .filter({ has: page.locator('.st') })
    .first();
  await expect(gift).toBeVisible();
  const feet = await gift.evaluate((row) => {
    const footOf = (text: Node | null | undefined): number => {
      if (text === null || text === undefined) throw new Error('there is no text');
      const range = document.createRange();
      range.selectNodeContents(text);
      return range.getBoundingClientRect().bottom;
    };
    return { day: footOf(row.querySelector('.soft')), state: footOf(row.querySelector('.st')?.lastChild) };
  });
  expect(Math.abs(feet.day - feet.state)).toBeLessThan(1.5);
});
