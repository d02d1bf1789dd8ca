/**
 * A verifier's twenty donors by keyboard, and the coordinator who says yes to a death: afterwards the CRM has each detail
 * as it was decided and nothing else. Everything that the backend sent meanwhile is searched for money.
 */
import type { Page } from '@playwright/test';
import { expect, inCrm, test, workAs, type App } from './support/app.ts';
import { chooseByName, typeAfter, typeOver } from './support/by-key.ts';
import { changesInCrm, recordsInCrm } from './support/compare-crm.ts';
import { cellsOf, listenToAnswers } from './support/answers.ts';

/** Numbers in which somebody typed a letter for a digit: "NIEUW-0058" and so on. They can be called by nobody. */
const WITH_LETTERS = [58, 60, 64, 82, 89, 101, 103, 105, 118, 122];
const IN_CAPITALS = 60;
const AT_GMIAL = 64;
const WITHOUT_NUMBER = 82;
const WITHOUT_PHONE = 38;
const TOO_SHORT = 39;
const NAMES = [1, 2, 3, 4, 5, 6, 7, 8];
/** In the order of the queue: telephones first, then names. */
const TWENTY = [...WITH_LETTERS, WITHOUT_PHONE, TOO_SHORT, ...NAMES];

const REASON = 'Zei de buurvrouw';

const written = (number: number): string => `NIEUW-${String(number).padStart(4, '0')}`;

type Contacts = ReadonlyMap<number, number>;

async function contactsIn({ crm }: App): Promise<Contacts> {
  const where = [['external_identifier', 'IN', TWENTY.map(written)]];
  const rows = await inCrm(crm, 'Contact', 'get', { select: ['id', 'external_identifier'], where });
  return new Map(rows.map((row) => [Number(/\d+$/.exec(String(row['external_identifier']))?.[0]), Number(row['id'])]));
}

async function spoil({ crm, backend }: App, contacts: Contacts): Promise<void> {
  const change = (entity: string, number: number, values: object) =>
    inCrm(crm, entity, 'update', { where: [['contact_id', '=', contacts.get(number)]], values });
  for (const number of WITH_LETTERS) await change('Phone', number, { phone: `06-2OO0${contacts.get(number)}` });
  await change('Email', AT_GMIAL, { email: 'donateur64@gmial.com' });
  await change('Address', WITHOUT_NUMBER, { street_address: 'Kerkstraat' });
  const where = [['id', '=', contacts.get(IN_CAPITALS)]];
  await inCrm(crm, 'Contact', 'update', { where, values: { last_name: 'VAN DEN BERG', middle_name: '' } });
  await backend.sync.run(true);
}

const detail = (page: Page, field: string) => page.locator(`[data-detail^="${field}"]`);

/** What is done for each besides taking the suggestion over; the first detail with a question is chosen already. */
const WORK: Readonly<Record<number, (page: Page) => Promise<void>>> = {
  [WITHOUT_PHONE]: async (page) => {
    await page.keyboard.press('3');
    await typeOver(page, '06 12 34 56 78');
    await page.keyboard.press('Enter');
    await expect(detail(page, 'phone').locator('.verify-value')).toContainText('06 12 34 56 78');
    await propose(page);
  },
  [TOO_SHORT]: async (page) => {
    await page.keyboard.press('3');
    await typeOver(page, '06-1234');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await typeOver(page, '038 123 45 67');
    await page.keyboard.press('Enter');
    await expect(detail(page, 'phone').locator('del')).toHaveText('06-1234');
  },
  [IN_CAPITALS]: async (page) => {
    await page.keyboard.press('2');
    await expect(detail(page, 'name')).toHaveClass(/corrected/);
    await page.keyboard.press('ArrowDown');
    await takeTheNumber(page);
  },
  [AT_GMIAL]: async (page) => {
    await takeTheNumber(page);
    await page.keyboard.press('2');
    await expect(detail(page, 'email')).toHaveClass(/corrected/);
  },
  [WITHOUT_NUMBER]: async (page) => {
    await page.keyboard.press('3');
    await typeOver(page, 'Kerkstraat 82');
    await page.keyboard.press('Enter');
    await expect(page.locator('.verify-one').getByRole('textbox')).toHaveCount(0);
    await expect(detail(page, 'address').locator('del')).toContainText('Kerkstraat,');
    await takeTheNumber(page);
  },
};

/** What must be another one in the CRM afterwards; the eight names were right as they are. */
function expectedChanges(contacts: Contacts): readonly string[] {
  const id = (number: number): number => contacts.get(number) ?? 0;
  return [
    ...WITH_LETTERS.map((each) => `Phone of ${id(each)}: phone 06-2OO0${id(each)}, now +3162000${id(each)}`),
    `Contact of ${id(IN_CAPITALS)}: middle_name null, now van den`,
    `Contact of ${id(IN_CAPITALS)}: last_name VAN DEN BERG, now Berg`,
    `Email of ${id(AT_GMIAL)}: email donateur64@gmial.com, now donateur64@gmail.com`,
    `Address of ${id(WITHOUT_NUMBER)}: street_address Kerkstraat, now Kerkstraat 82`,
    `Phone of ${id(WITHOUT_PHONE)}: phone nothing, now +31612345678`,
    `Phone of ${id(TOO_SHORT)}: phone 06-1234, now +31381234567`,
    `Contact of ${id(WITHOUT_PHONE)}: is_deceased false, now true`,
  ];
}

/** Neither a field for money, notes or history nor a word of them. */
const MONEY_PATH = /amount|gift|giving|cents|mandate|note|timeline|past|history|bedrag/i;
const MONEY = /€|EUR|donateur sinds|a donor since/;

const WORDS = {
  nl: { find: 'nakijken', done: 'Vandaag keek je er 20 na.' },
  en: { find: 'verify', done: 'You verified 20 today.' },
} as const;

async function takeTheNumber(page: Page): Promise<void> {
  await page.keyboard.press('2');
  await expect(detail(page, 'phone')).toHaveClass(/corrected/);
}

async function leaveTheName(page: Page): Promise<void> {
  await page.keyboard.press('1');
  await expect(detail(page, 'name')).toHaveClass(/right/);
}

/** Somebody says that she has died: that is no verifier's to decide. */
async function propose(page: Page): Promise<void> {
  await typeAfter(page, 'm', REASON);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator('.verify-reasons .st')).toHaveCount(1);
}

for (const language of ['nl', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ appOptions: { language, roles: ['verifier'] } });
    test('a verifier’s twenty donors, and no money in anything that was sent', async ({ app, page }) => {
      const contacts = await contactsIn(app);
      await spoil(app, contacts);
      const before = await recordsInCrm(app.crm);
      const heard = listenToAnswers(page);
      await app.visit(page);
      await chooseByName(page, WORDS[language].find);
      const number = page.locator('.verify-who .meta');
      for (const each of TWENTY) {
        await expect(number).toHaveText(written(each));
        await (WORK[each] ?? (NAMES.includes(each) ? leaveTheName : takeTheNumber))(page);
        await page.keyboard.press('ControlOrMeta+Enter');
      }
      await expect(page.getByText(WORDS[language].done)).toBeVisible();
      const sent = await heard();
      expect(new Set(sent.map(({ procedure }) => procedure))).toContain('verify.get');
      const ofMoney = sent
        .flatMap(({ procedure, value }) => cellsOf(value, [procedure]))
        .filter(([path, cell]) => MONEY_PATH.test(path) || MONEY.test(String(cell)));
      expect(ofMoney).toEqual([]);

      // What waits is decided by a coordinator.
      await workAs(app, ['caller', 'coordinator']);
      await page.reload();
      await expect(number).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('article')).toBeVisible();
      await page.keyboard.press('a');
      await expect(page.getByText(REASON)).toBeVisible();
      await page.keyboard.press('1');
      // Decided: what waits for the CRM comes in its place, and may well be of the same donor.
      await expect(page.getByText(REASON)).toBeHidden();
      await app.backend.sync.run(true);
      const changes = [...changesInCrm(before, await recordsInCrm(app.crm))];
      expect(changes.sort()).toEqual([...expectedChanges(contacts)].sort());
    });
  });
}
