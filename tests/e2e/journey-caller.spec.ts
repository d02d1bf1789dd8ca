/**
 * A caller's evening by keyboard alone: another outcome at every donor, the first with corrections. Both languages
 * together go through all fifteen outcomes. Afterwards all of it is compared with the CRM, field by field.
 */
import type { Page } from '@playwright/test';
import { expect, openCall, test } from './support/app.ts';
import { pressAndSee, typeOver } from './support/by-key.ts';
import { callsInCrm, changesInCrm, makeFieldsInCrm, recordsInCrm } from './support/compare-crm.ts';
import { beginOf, donorInCall, endOf, expectTold, isCall, type Told } from './support/told-calls.ts';

const NOTE = 'Kleindochter Noor haalde haar A. 1 2 3 J S N';
const CORRECTED = {
  street: 'Wilgenhof 41',
  postcode: '8031 XD',
  town: 'Zwolle',
  phone: '06 12 34 56 78',
  email: 'greet@voorbeeld.nl',
};

/** The first is talked with at length: its keys are in `talkAtLength`. */
const FIRST: Told = {
  outcome: 'conversation',
  status: 'Completed',
  keys: ['j', '1'],
  answer: 'offered',
  emotion: 'happy',
  thumb: 'up',
  details: [
    'Klonk blij.',
    'Vond dit contact fijn.',
    'Nagevraagd en juist: naam (gespeld).',
    'Vraag (antwoord uiterlijk 2026-11-26): Kan ik ook per jaar geven?',
    'Idee (antwoord uiterlijk 2026-12-07): Een open dag',
    NOTE,
  ],
};
const BOTH: readonly Told[] = [
  FIRST,
  {
    outcome: 'callback',
    status: 'Unreachable',
    keys: ['j', '2', 'ArrowRight', 'Control+Enter'],
    answer: 'offered',
    details: ['Terugbellen beloofd: maandag 23 november'],
  },
  { outcome: 'refused', status: 'Completed', keys: ['n', '3'], answer: 'not-offered' },
  { outcome: 'no-answer', status: 'Unreachable', keys: ['4'] },
  { outcome: 'busy', status: 'Unreachable', keys: ['5'] },
  { outcome: 'objection', status: 'Completed', keys: ['8'], answer: 'used' },
];
const REST: Readonly<Record<'nl' | 'en', readonly Told[]>> = {
  nl: [
    { outcome: 'voicemail-left', status: 'Left Message', keys: ['6', '1'] },
    { outcome: 'wrong-number', status: 'Unreachable', keys: ['7', '1'] },
    {
      outcome: 'deceased',
      status: 'Completed',
      keys: ['9', '1'],
      details: ['Taak: Overleden, gehoord aan de telefoon. Met zorg verwerken in het CRM.'],
    },
    { outcome: 'moved', status: 'Unreachable', keys: ['9', '2'] },
    {
      outcome: 'cannot-decide',
      status: 'Completed',
      keys: ['9', '5'],
      details: [
        'Taak: Kon aan de telefoon niet zelf beslissen. Bepaal met zorg hoe we contact houden; tot het gesprek is teruggedraaid belt niemand.',
      ],
    },
  ],
  en: [
    { outcome: 'voicemail-nothing', status: 'Unreachable', keys: ['6', '2'] },
    { outcome: 'not-in-service', status: 'Unreachable', keys: ['7', '2'] },
    { outcome: 'other-language', status: 'Unreachable', keys: ['j', '9', '3'], answer: 'offered' },
    { outcome: 'other-person', status: 'Unreachable', keys: ['9', '4'] },
  ],
};

const WORDS = {
  nl: {
    call: /^Bel 06/,
    closing: 'Afsluiten',
    said: 'Heb je dit gezegd?',
    notes: 'Notitie',
    saved: /Bewaard om/,
    sent: 'Alles bewaard en verstuurd',
  },
  en: {
    call: /^Call 06/,
    closing: 'Closing',
    said: 'Did you say this?',
    notes: 'Note',
    saved: /Saved at/,
    sent: /Everything saved and sent/,
  },
} as const;

const door = (page: Page) => page.getByRole('article').getByRole('heading', { level: 2 });

/** Everything in reach of the keys: script, note, details, a question, an idea, how it sounded. */
async function talkAtLength(page: Page, words: (typeof WORDS)['nl' | 'en']): Promise<void> {
  const { keyboard } = page;
  for (let step = 0; step < 5; step += 1) await keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: words.closing })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(words.said)).toBeVisible();

  await keyboard.press('t');
  await expect(page.getByRole('textbox', { name: words.notes })).toBeFocused();
  await keyboard.type(NOTE);
  await keyboard.press('Escape');
  await expect(page.getByText(words.saved)).toBeVisible();

  const row = (field: string) => page.locator(`[data-detail^="${field}"]`);
  const openNext = async (field: string): Promise<void> => {
    await keyboard.press('ArrowDown');
    await expect(row(field).locator('.chip')).toBeFocused();
    await keyboard.press('c');
  };
  await keyboard.press('g');
  await expect(page.locator('[data-detail] .chip:focus')).toHaveCount(1);
  await keyboard.press('Shift+Enter');
  await expect(row('address').locator('.chip')).toBeFocused();
  await keyboard.press('c');
  for (const [index, text] of [CORRECTED.street, CORRECTED.postcode, CORRECTED.town].entries()) {
    if (index > 0) await keyboard.press('Tab');
    await typeOver(page, text);
  }
  await keyboard.press('Enter');
  await expect(row('address').getByText(CORRECTED.street)).toBeVisible();
  await openNext('phone');
  await typeOver(page, CORRECTED.phone);
  await keyboard.press('Enter');
  await expect(row('phone').getByText(CORRECTED.phone)).toBeVisible();
  await openNext('email');
  await typeOver(page, CORRECTED.email);
  await keyboard.press('Tab');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(row('email').getByText(CORRECTED.email)).toBeVisible();
  await expect(row('email').locator('del')).toHaveText('donateur33@example.nl');

  for (const [key, text] of [
    ['v', 'Kan ik ook per jaar geven?'],
    ['i', 'Een open dag'],
  ] as const) {
    await keyboard.press(key);
    await expect(page.getByRole('textbox').last()).toBeFocused();
    await keyboard.type(text);
    await keyboard.press('ControlOrMeta+Enter');
    await expect(page.locator('.composer')).toBeHidden();
  }
  await pressAndSee(page, 'e', '4', 'd');
}

for (const language of ['nl', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language, roles: ['caller'] } });
    test('a caller’s evening with another outcome at every donor', async ({ app, page, dialled }) => {
      const words = WORDS[language];
      const evening = [...BOTH, ...REST[language]];
      const called: number[] = [];
      await makeFieldsInCrm(app);
      const before = await recordsInCrm(app.crm);
      await app.visit(page);
      await expect(page.getByRole('button', { name: words.call })).toBeFocused();
      for (const [index, told] of evening.entries()) {
        app.setNow(beginOf(index));
        const name = (await door(page).textContent()) ?? '';
        await openCall(page);
        // The wrong key first, and taken back at the next door: the same donor is there again.
        if (told.outcome === 'busy') {
          await page.keyboard.press('4');
          await expect(page).toHaveURL(/#\/$/);
          await expect(door(page)).not.toHaveText(name);
          await page.keyboard.press('z');
          await expect(door(page)).toHaveText(name);
          await openCall(page);
        }
        called.push(await donorInCall(app, page));
        if (told === FIRST) await talkAtLength(page, words);
        app.setNow(endOf(index));
        await pressAndSee(page, ...told.keys);
        await expect(page).toHaveURL(/#\/$/);
        await expect(door(page)).not.toHaveText(name);
      }
      expect(new Set(called).size).toBe(evening.length);
      await expect(page.getByRole('status').filter({ hasText: words.sent })).toBeVisible();
      await app.backend.sync.run(true);
      const calls = await callsInCrm(app.crm, called);
      for (const [index, told] of evening.entries()) {
        const [call, ...more] = calls.filter(({ donor, subject }) => donor === called[index] && isCall(subject));
        expect(more, told.outcome).toEqual([]);
        expectTold(call, told, dialled[index]?.replace('tel:', ''), index);
      }
      // The wrong key was taken back before it was sent: what is left of it says that nobody called.
      const objector = called[evening.findIndex(({ outcome }) => outcome === 'objection')] ?? 0;
      expect(calls.filter(({ subject }) => !isCall(subject))).toMatchObject([
        { donor: called[evening.findIndex(({ outcome }) => outcome === 'busy')], status: 'Cancelled' },
        { donor: objector, status: 'Cancelled', subject: expect.stringMatching(/\[Dankbel-objection set /) },
      ]);
      expect(changesInCrm(before, await recordsInCrm(app.crm))).toEqual([
        `Contact of ${objector}: do_not_phone false, now true`,
        `Address of ${called[0]}: street_address Dorpsstraat 34, now Wilgenhof 41`,
        `Address of ${called[0]}: postal_code 3511 HX, now 8031 XD`,
        `Address of ${called[0]}: city Utrecht, now Zwolle`,
        `Phone of ${called[0]}: phone 06-20004521, now +31612345678`,
        `Email of ${called[0]}: email donateur33@example.nl, now greet@voorbeeld.nl`,
      ]);
    });
  });
}
