/** A volunteer's first practice, by keyboard, on a workstation at work; afterwards both CRMs are asked what arrived. */
import { chooseByName, pressAndSee, typeAfter } from './support/by-key.ts';
import { checkScreen } from './support/check-screen.ts';
import { expect, inCrm, test, type App } from './support/app.ts';

const WORDS = {
  nl: {
    menu: /taal, weergave en toetsen/,
    practise: 'Oefenen',
    band: /niets gaat naar het CRM/,
    guide: 'Wat je nu kunt doen',
    heads: ['een gewoon gesprek', 'er is niemand thuis', 'een verkeerd nummer', 'een boze donateur', 'een overlijden'],
    last: 'niet meer gebeld willen worden',
    oops: 'Dat kan gebeuren. Je koos "Bezet"; hier past "Neemt niet op".',
    shout: 'Drie brieven in één week!',
    end: 'Dat was je eerste oefenavond',
    stop: 'Stop met oefenen',
  },
  en: {
    menu: /language, appearance and keys/,
    practise: 'Practise',
    band: /nothing goes to the CRM/,
    guide: 'What you can do now',
    heads: ['an ordinary conversation', 'nobody is at home', 'a wrong number', 'an angry donor', 'somebody has died'],
    last: 'somebody who wants no more calls',
    oops: 'That can happen. You chose "Busy"; here "No answer" fits.',
    shout: 'Three letters in one week!',
    end: 'That was your first practice evening',
    stop: 'Stop practising',
  },
} as const;

/** What of the practice calls and donors is in the CRM of the evening. */
async function arrived(app: App) {
  const evening = await app.backend.practice();
  if (evening === null) throw new Error('nobody practises');
  await evening.backend.sync.run(true);
  const calls = await inCrm(evening.crm, 'Activity', 'get', {
    select: ['target_contact_id', 'status_id:name', 'details'],
    where: [
      ['activity_type_id:name', '=', 'Phone Call'],
      ['subject', 'LIKE', '%[Dankbel%'],
      ['status_id:name', 'NOT IN', ['Cancelled', 'Scheduled']],
    ],
    orderBy: { id: 'ASC' },
  });
  const donors = await inCrm(evening.crm, 'Contact', 'get', {
    select: ['id', 'last_name', 'do_not_phone'],
    where: [['external_identifier', 'LIKE', 'OEFEN-%']],
  });
  const nameOf = (call: Record<string, unknown>): unknown =>
    donors.find(({ id }) => (call['target_contact_id'] as unknown[]).includes(id))?.['last_name'];
  return {
    calls: calls.map((call) => [nameOf(call), call['status_id:name']]),
    texts: calls.map(({ details }) => String(details)).join(' '),
    stopped: donors.filter((donor) => donor['do_not_phone'] === true).map((donor) => donor['last_name']),
  };
}

for (const language of ['nl', 'en'] as const) {
  const words = WORDS[language];

  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language } });

    test('from the menu to the thanks, without a mouse', async ({ app, page, dialled }) => {
      await app.visit(page);
      const working = await page.getByRole('article').getByRole('heading', { level: 2 }).textContent();
      const askedBefore = app.crm.faults.requests.length;
      await page.getByRole('button', { name: words.menu }).press('Enter');
      await page.getByRole('menuitem', { name: words.practise }).press('Enter');

      const guide = page.getByRole('complementary', { name: words.guide });
      const door = page.getByRole('article').getByRole('button').first();
      const atDoor = async (head: string): Promise<void> => {
        await expect(guide.getByRole('heading', { name: head })).toBeVisible();
        await expect(door).toBeVisible();
        await expect(page.getByText(words.band)).toBeVisible();
      };
      const begin = async (): Promise<void> => {
        await expect(door).toBeFocused();
        await page.keyboard.press('Enter');
        await expect(page.getByRole('timer')).toBeVisible();
        await expect(page.getByText(words.band)).toBeVisible();
      };
      await atDoor(words.heads[0]);
      await expect(door).toBeFocused();
      await checkScreen(page);
      await begin();
      await expect(guide.getByText('Ria de Wit')).toBeVisible();
      await checkScreen(page);
      await pressAndSee(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'g', 'Enter');
      await expect(guide.locator('[aria-current=step]')).toHaveText(language === 'nl' ? 'mag bellen' : 'may we call');
      await pressAndSee(page, 'j', '1');

      await atDoor(words.heads[1]);
      const name = page.getByRole('article').getByRole('heading', { level: 2 });
      const second = (await name.textContent()) ?? '';
      await begin();
      await pressAndSee(page, '5');
      await expect(guide.getByText(words.oops)).toBeVisible();
      await pressAndSee(page, 'z');
      await expect(guide.getByText(words.oops)).toBeHidden();
      // She stands at the door again before somebody calls: the guide may know of it earlier than the door.
      await expect(name).toHaveText(second);
      await begin();
      await pressAndSee(page, '4');

      await atDoor(words.heads[2]);
      await begin();
      await pressAndSee(page, '7', '1');

      await atDoor(words.heads[3]);
      await begin();
      await expect(guide.getByText(words.shout)).toBeVisible();
      await typeAfter(page, 'k', 'Drie brieven in een week');
      await pressAndSee(page, 'ControlOrMeta+Enter');
      await expect(page.locator('html')).toHaveAttribute('data-guide', 'objection');
      await pressAndSee(page, 'j');
      await expect(page.locator('html')).toHaveAttribute('data-guide', 'outcome-1');
      await pressAndSee(page, '1');

      await atDoor(words.heads[4]);
      await begin();
      await pressAndSee(page, '9', '1');

      await atDoor(words.last);
      await begin();
      await pressAndSee(page, '8');
      await expect(guide.getByRole('heading', { name: words.end })).toBeVisible();
      await checkScreen(page);

      expect(await arrived(app)).toMatchObject({
        calls: [
          ['Wit', 'Completed'],
          ['Bakker', 'Unreachable'],
          ['Dam', 'Unreachable'],
          ['Visser', 'Completed'],
          ['Mulder', 'Completed'],
          ['Prins', 'Completed'],
        ],
        texts: expect.stringContaining('Drie brieven in een week'),
        stopped: ['Prins'],
      });
      expect(dialled).toEqual([]);

      await chooseByName(page, words.stop);
      await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toHaveText(working ?? '');
      await expect(page.getByText(words.band)).toBeHidden();
      const calls = app.crm.faults.requests.slice(askedBefore).filter(({ entity }) => entity === 'Activity');
      expect(calls.filter(({ action }) => action === 'create' || action === 'save')).toEqual([]);
      expect(await app.backend.store.reader.selectFrom('attempt').select('id').execute()).toEqual([]);
    });
  });
}
