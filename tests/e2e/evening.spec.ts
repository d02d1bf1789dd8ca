/** A caller's evening: ten donors, ten outcomes, by keyboard alone; afterwards each is compared with the CRM, field by field. */
import type { Page } from '@playwright/test';
import { expect, inCrm, openCall, test, type App } from './support/app.ts';

interface Told {
  readonly outcome: string;
  readonly status: string;
  /** What is pressed between opening the call and the end. */
  readonly keys: readonly string[];
  readonly details?: RegExp;
}

/** In the order of the evening. The digits are those of the screen. */
const EVENING: readonly Told[] = [
  { outcome: 'conversation', status: 'Completed', keys: ['e', '4', 'j', '1'], details: /Klonk blij\./ },
  {
    outcome: 'callback',
    status: 'Unreachable',
    keys: ['j', '2', 'ArrowRight', 'Control+Enter'],
    details: /Terugbellen beloofd/,
  },
  { outcome: 'refused', status: 'Completed', keys: ['n', '3'], details: /Recht van verzet niet aangeboden/ },
  { outcome: 'no-answer', status: 'Unreachable', keys: ['4'] },
  { outcome: 'busy', status: 'Unreachable', keys: ['5'] },
  { outcome: 'voicemail-left', status: 'Left Message', keys: ['6', '1'] },
  { outcome: 'voicemail-nothing', status: 'Unreachable', keys: ['6', '2'] },
  { outcome: 'objection', status: 'Completed', keys: ['8'], details: /aangeboden en gebruikt: niet meer bellen/ },
  { outcome: 'deceased', status: 'Completed', keys: ['9', '1'], details: /Taak: Overleden/ },
  { outcome: 'other-language', status: 'Unreachable', keys: ['j', '9', '3'] },
];

async function donorOf(app: App, page: Page): Promise<number> {
  const row = await app.backend.store.reader
    .selectFrom('call_item')
    .innerJoin('donor', 'donor.id', 'call_item.donor_id')
    .select('donor.crm_id')
    .where('call_item.id', '=', Number(/\d+$/.exec(page.url())?.[0]))
    .executeTakeFirstOrThrow();
  return Number(row.crm_id);
}

/** A person sees what a key did before the next one is pressed. */
async function pressAndSee(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
}

for (const language of ['nl', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language } });
    test('ten donors with ten different outcomes', async ({ app, page }) => {
      const called: number[] = [];
      await app.visit(page);
      for (const { keys } of EVENING) {
        await openCall(page);
        called.push(await donorOf(app, page));
        for (const key of keys) await pressAndSee(page, key);
        await expect(page).toHaveURL(/#\/$/);
      }
      expect(new Set(called).size).toBe(EVENING.length);
      await app.backend.sync.run(true);
      for (const [index, { outcome, status, details }] of EVENING.entries()) {
        const contact = called[index];
        const [call, ...more] = await inCrm(app.crm, 'Activity', 'get', {
          select: ['subject', 'status_id:name', 'details', 'duration', 'phone_number', 'activity_date_time'],
          where: [
            ['target_contact_id', '=', contact],
            ['subject', 'LIKE', '%[Dankbel %'],
          ],
        });
        expect(more).toEqual([]);
        expect(call, outcome).toMatchObject({
          subject: expect.stringMatching(new RegExp(`\\[Dankbel [a-z-]+ ${outcome} [0-9a-f-]{36}\\]$`)),
          'status_id:name': status,
          phone_number: expect.stringMatching(/^\+31\d{9}$/),
          activity_date_time: expect.stringMatching(/^2026-11-21 14:/),
        });
        if (details !== undefined) expect(String(call?.['details'])).toMatch(details);
        const [donor] = await inCrm(app.crm, 'Contact', 'get', {
          select: ['do_not_phone'],
          where: [['id', '=', contact]],
        });
        expect(donor?.['do_not_phone'], outcome).toBe(outcome === 'objection');
      }
    });
  });
}
