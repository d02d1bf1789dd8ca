/** A number that nobody answered calls back: pasted as the telephone shows it, it says who it is and what to say. */
import { expect, openCall, test } from './support/app.ts';
import { chooseByName } from './support/by-key.ts';
import { callsInCrm, changesInCrm, recordsInCrm } from './support/compare-crm.ts';
import { donorInCall } from './support/told-calls.ts';
import { checkScreen } from './support/check-screen.ts';

const WORDS = {
  nl: {
    find: 'naar donateurs',
    title: '06 20 00 45 21 belt',
    last: 'Laatst gebeld op zaterdag 21 november door Koen Koppeling: Neemt niet op.',
    say: /Goedemiddag, u spreekt met Koen Koppeling .* Fijn dat u terugbelt: wij probeerden u zaterdag 21 november te bereiken/,
    nobody: 'Dit nummer is van niemand die hier bekend is.',
    ask: 'Met wie spreek ik?',
  },
  en: {
    find: 'to donors',
    title: '06 20 00 45 21 calls',
    last: 'Last called on Saturday 21 November by Koen Koppeling: No answer.',
    say: /Good afternoon, this is Koen Koppeling .* Thank you for calling back: we tried to reach you on Saturday 21 November/,
    nobody: 'This number belongs to nobody who is known here.',
    ask: 'Who am I speaking with?',
  },
} as const;

for (const language of ['nl', 'en'] as const) {
  const words = WORDS[language];
  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language, roles: ['caller'] } });
    test('a number that calls back', async ({ app, page, dialled }) => {
      const before = await recordsInCrm(app.crm);
      await app.visit(page);
      const name = (await page.getByRole('article').getByRole('heading', { level: 2 }).textContent()) ?? '';
      await openCall(page);
      const donor = await donorInCall(app, page);
      await page.keyboard.press('4');
      await expect(page).toHaveURL(/#\/$/);
      await expect(page.getByRole('article').getByRole('heading', { level: 2 })).not.toHaveText(name);

      // The display of a telephone has the whole number; a person may type it with spaces.
      await chooseByName(page, words.find);
      await expect(page.getByRole('searchbox')).toBeFocused();
      await page.keyboard.insertText(dialled[0]?.replace('tel:+31', '0031 ') ?? '');
      const who = page.locator('.who-called');
      await expect(who.getByRole('heading', { name: words.title })).toBeVisible();
      await expect(who.getByText(name, { exact: true })).toBeVisible();
      await expect(who.getByText(words.last)).toBeVisible();
      await expect(who.getByText(words.say)).toBeVisible();
      await checkScreen(page);

      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('020 623 12 34');
      await expect(who.getByText(words.nobody)).toBeVisible();
      await expect(who.getByText(words.ask)).toBeVisible();

      // Looking changes nothing: the CRM has the call that was not answered.
      await app.backend.sync.run(true);
      expect(await callsInCrm(app.crm, [donor])).toMatchObject([
        { status: 'Unreachable', phone_number: dialled[0]?.replace('tel:', '') },
      ]);
      expect(changesInCrm(before, await recordsInCrm(app.crm))).toEqual([]);
    });
  });
}
