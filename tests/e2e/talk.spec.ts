/** All that can be said in one conversation, by keyboard at 1024×700; afterwards the CRM is asked what arrived. */
import { expect, inCrm, openCall, test } from './support/app.ts';
import { openDetail, pressAndSee, typeAfter, typeOver } from './support/by-key.ts';
import { checkScreen } from './support/check-screen.ts';

test.use({ viewport: { width: 1024, height: 700 }, appOptions: { isPractice: true } });

/** A page that somebody copied from a website. */
const PASTED = `<html><body onload="alert(1)"><h1>Folder</h1>${'<p class="x">tekst &amp; meer</p>'.repeat(50)}</body></html>`;

test('answers, a question with its topic, an offer, wishes, consent, feeling: all in the CRM with the call', async ({
  app,
  page,
}) => {
  await app.visit(page, '/settings/topics');
  await page.getByRole('textbox', { name: /Wie antwoordt/ }).fill('Ineke van kantoor');
  await checkScreen(page);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Onderwerpen veranderd.')).toBeVisible();
  await page.goto(`${app.host.origin}/#/settings/benefits`);
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await checkScreen(page);

  await page.goto(`${app.host.origin}/#/`);
  await openCall(page);
  const callItemId = Number(/\d+$/.exec(page.url())?.[0]);
  await page.keyboard.press('t');
  await expect(page.getByRole('textbox', { name: 'Notitie' })).toBeFocused();
  await page.keyboard.insertText(PASTED);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/Bewaard om/)).toBeVisible();

  await typeAfter(page, 'q', 'zwembroek');
  await expect(page.getByText(/Er ligt geen antwoord klaar/)).toBeVisible();
  await typeOver(page, 'aftrekbaar');
  await expect(page.getByText(/Ja, wij zijn een ANBI/)).toBeVisible();
  await checkScreen(page);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('textbox', { name: 'Wat wil de donateur weten?' })).toHaveValue('aftrekbaar');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/Ineke van kantoor antwoordt, uiterlijk/)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('button', { name: 'Vraag (1)' })).toBeVisible();

  await pressAndSee(page, 'd', 'e', '5', 'g', 'Shift+Enter', 'm', 'ArrowRight', 'Escape', 'm');
  await page.getByRole('button', { name: 'Zegt ja' }).press('Enter');
  await checkScreen(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await expect(page.getByText(/Spreek ik met [A-Z][^.]*\?/).first()).toBeVisible();
  // In one breath: the second key is there before the screen has shown what the first one did.
  await page.evaluate(() => {
    for (const key of ['j', '1']) {
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
  });
  await expect(page).toHaveURL(/#\/$/);

  const { crm_id: crmId } = await app.backend.store.reader
    .selectFrom('call_item')
    .innerJoin('donor', 'donor.id', 'call_item.donor_id')
    .select('donor.crm_id')
    .where('call_item.id', '=', callItemId)
    .executeTakeFirstOrThrow();
  await app.backend.sync.run(true);
  const [call] = await inCrm(app.crm, 'Activity', 'get', {
    select: ['details'],
    where: [
      ['target_contact_id', '=', crmId],
      ['subject', 'LIKE', '%[Dankbel%'],
    ],
  });
  const details = String(call?.['details']);
  expect(details).toContain('Vond dit contact fijn.');
  expect(details).toContain('Klonk heel blij.');
  expect(details).toContain('Nagevraagd en juist: naam (gespeld).');
  expect(details).toMatch(/Vraag \(Geld en incasso, voor Ineke van kantoor, antwoord uiterlijk [\d-]+\): aftrekbaar/);
  expect(details).toContain('Wil horen: Bedankjes per e-mail.');
  expect(details).toMatch(/E-mail: toestemming gegeven op 2026-11-21 aan .*Mogen we u per e-mail/);
  expect(details).toContain('&lt;html&gt;&lt;body onload=&quot;alert(1)&quot;&gt;');

  await openCall(page);
  await page.keyboard.press('4');
  await expect(page).toHaveURL(/#\/$/);
  const done = page.getByRole('listitem').filter({ hasText: 'Gesprek gevoerd' });
  await done.getByRole('button', { name: /^Terugdraaien/ }).press('Enter');
  await expect(done.getByText('Teruggedraaid')).toBeVisible();
});

test('a name of 200 letters breaks nothing, and cannot be made', async ({ app, page }) => {
  await app.visit(page);
  await openCall(page);
  await app.backend.store.write(({ transaction }) =>
    transaction
      .updateTable('donor')
      .set({ surname: 'Wolf'.repeat(50) })
      .execute(),
  );
  await page.reload();
  await expect(page.getByRole('complementary').getByRole('heading', { level: 1 })).toContainText('WolfWolf');
  await checkScreen(page);
  await openDetail(page, 'name');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Een naam mag 64 tekens lang zijn.');
  await checkScreen(page);
});
