/**
 * A caller's evening by keyboard alone: ten donors, ten outcomes, the first with corrections. Both languages together
 * go through all fourteen outcomes. Afterwards all of it is compared with the CRM, field by field.
 */
import type { Page } from '@playwright/test';
import type { Instant } from '../../domain/calendar/day.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import type { ObjectionAnswer } from '../../domain/operation.ts';
import { AFTERNOON } from '../support/ready.ts';
import { expect, openCall, test, type App } from './support/app.ts';
import { callsInCrm, changesInCrm, makeFieldsInCrm, recordsInCrm, type CallInCrm } from './support/compare-crm.ts';

interface Told {
  readonly outcome: OutcomeId;
  readonly status: 'Completed' | 'Unreachable' | 'Left Message';
  /** What is pressed between opening the call and the end. */
  readonly keys: readonly string[];
  readonly answer?: ObjectionAnswer;
  /** What the activity says besides its outcome, why was called, and the answer about objecting. */
  readonly details?: readonly string[];
}

const SAID_LINES: Readonly<Record<ObjectionAnswer, string>> = {
  offered: 'Recht van verzet aangeboden, bellen mag.',
  used: 'Recht van verzet aangeboden en gebruikt: niet meer bellen.',
  'not-offered': 'Recht van verzet niet aangeboden.',
};

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
  const replace = async (text: string): Promise<void> => {
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(text);
  };
  await keyboard.press('g');
  await keyboard.press('Shift+Enter');
  await expect(row('address').locator('.chip')).toBeFocused();
  await keyboard.press('c');
  for (const [index, text] of [CORRECTED.street, CORRECTED.postcode, CORRECTED.town].entries()) {
    if (index > 0) await keyboard.press('Tab');
    await replace(text);
  }
  await keyboard.press('Enter');
  await expect(row('address').getByText(CORRECTED.street)).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('c');
  await replace(CORRECTED.phone);
  await keyboard.press('Enter');
  await expect(row('phone').getByText(CORRECTED.phone)).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('c');
  await replace(CORRECTED.email);
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
  }
  for (const key of ['e', '4', 'd']) await keyboard.press(key);
}

/** A person sees what a key did before the next one is pressed. */
async function pressAndSee(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}

async function donorOf(app: App, page: Page): Promise<number> {
  const row = await app.backend.store.reader
    .selectFrom('call_item')
    .innerJoin('donor', 'donor.id', 'call_item.donor_id')
    .select('donor.crm_id')
    .where('call_item.id', '=', Number(/\d+$/.exec(page.url())?.[0]))
    .executeTakeFirstOrThrow();
  return Number(row.crm_id);
}

/** Every sixth minute from 14:00 in Amsterdam a call begins, and it lasts two and a half minutes. */
const EVERY_MINUTES = 6;
const minutesAfterTwo = (minutes: number): Instant => new Date(Date.parse(AFTERNOON) + minutes * 60_000).toISOString();

/** Claims that were given back and the marks of objections are activities too. */
const isCall = (subject: string): boolean => subject.includes('[Dankbel ');

function expectTold(call: CallInCrm | undefined, told: Told, number: string | undefined, begin: number): void {
  const { outcome, status, answer, details = [] } = told;
  const subject = /^([^:]+): (.+) \[Dankbel ([a-z-]+) ([a-z-]+) ([0-9a-f-]{36})\]$/.exec(call?.subject ?? '');
  const [, , , programme, , operationId] = subject ?? [];
  expect(subject?.[4], outcome).toBe(outcome);
  const [name, why, ...lines] = call?.lines ?? [];
  expect(name?.toLowerCase(), outcome).toBe(subject?.[2]);
  expect(why, outcome).toMatch(/^Waarom gebeld: \S/);
  expect(lines, outcome).toEqual([...(answer === undefined ? [] : [SAID_LINES[answer]]), ...details]);
  expect(call, outcome).toMatchObject({
    type: 'Phone Call',
    status,
    medium: 'phone',
    phone_number: number,
    duration: 3,
    'Dankbel.operation_id': operationId,
    'Dankbel.programme': programme,
    'Dankbel.outcome': outcome,
    'Dankbel.objection_offered': answer ?? null,
    'Dankbel.emotion': told === FIRST ? 'happy' : null,
    'Dankbel.thumb': told === FIRST ? 'up' : null,
    'Dankbel.nps': null,
  });
  expect(call?.activity_date_time, outcome).toMatch(new RegExp(`^2026-11-21 14:${String(begin).padStart(2, '0')}:`));
}

for (const language of ['nl', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language, roles: ['caller'] } });
    test('a caller’s evening of ten donors with ten outcomes', async ({ app, page, dialled }) => {
      const words = WORDS[language];
      const evening = [...BOTH, ...REST[language]];
      const called: number[] = [];
      await makeFieldsInCrm(app);
      const before = await recordsInCrm(app.crm);
      await app.visit(page);
      await expect(page.getByRole('button', { name: words.call })).toBeFocused();
      for (const [index, told] of evening.entries()) {
        app.setNow(minutesAfterTwo(index * EVERY_MINUTES));
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
        called.push(await donorOf(app, page));
        if (told === FIRST) await talkAtLength(page, words);
        app.setNow(minutesAfterTwo(index * EVERY_MINUTES + 2.5));
        for (const key of told.keys) await pressAndSee(page, key);
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
        expectTold(call, told, dialled[index]?.replace('tel:', ''), index * EVERY_MINUTES);
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
