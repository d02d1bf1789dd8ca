/** An evening of calls: Vandaag, a call, what did not arrive, and what somebody has to decide. */
import type { Page } from '@playwright/test';
import { inCrm, openCall, type App } from './app.ts';
import { patientExpect as expect, type Shoot } from './pictures.ts';

/** A few calls, so that the line of the evening and the history are not empty. */
async function callSome(page: Page): Promise<void> {
  for (const keys of [['j', '1'], ['4'], ['j', '1'], ['6', '1']]) {
    await openCall(page);
    for (const key of keys) await page.keyboard.press(key);
    await expect(page).toHaveURL(/#\/$/);
  }
}

async function fillInCall(page: Page): Promise<void> {
  await openCall(page);
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight');
  for (const key of ['t']) await page.keyboard.press(key);
  await page.keyboard.type('Haar kleinzoon leerde vorig jaar zwemmen.');
  for (const key of ['Escape', 'g', 'Enter', 'j', 'e', '4']) await page.keyboard.press(key);
  await expect(page.getByText(/^1 (van|of) /)).toBeVisible();
}

/** One donor leaves the CRM and the network goes: something to look at, and something that waits. */
async function makeTrouble(app: App, page: Page): Promise<void> {
  await inCrm(app.crm, 'Contact', 'delete', { where: [['id', '=', await crmIdOf(app, page)]] });
  await page.keyboard.press('1');
  await expect(page).toHaveURL(/#\/$/);
  await app.backend.sync.run(true);
  app.crm.faults.set('dropBefore', 'always');
  await openCall(page);
  await page.keyboard.press('5');
  await expect(page).toHaveURL(/#\/$/);
  await app.backend.sync.run(true);
}

/** The donor of the call that is open. */
async function crmIdOf(app: App, page: Page): Promise<number> {
  const callItemId = Number(/\d+$/.exec(page.url())?.[0]);
  const { crm_id: crmId } = await app.backend.store.reader
    .selectFrom('call_item')
    .innerJoin('donor', 'donor.id', 'call_item.donor_id')
    .select('donor.crm_id')
    .where('call_item.id', '=', callItemId)
    .executeTakeFirstOrThrow();
  return Number(crmId);
}

/** One address that is corrected here and in the CRM, and one number that the CRM does not take. */
async function makeDecisions(app: App, page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');
  await openCall(page);
  const contact = [['contact_id', '=', await crmIdOf(app, page)]];
  const correct = async (field: string, text: string): Promise<void> => {
    const row = page.locator(`[data-detail^="${field}:"]`);
    await row.locator('.v').click();
    await expect(row.getByRole('textbox').first()).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(row.locator('.v').filter({ hasText: text })).toBeVisible();
  };
  await correct('address', 'Wilgenhof 41');
  await correct('phone', '06 12 34 56 78');
  await page.keyboard.press('Escape');
  app.crm.faults.clear();
  app.crm.faults.set('htmlPage', ({ entity, action }) => entity === 'Phone' && action.toLowerCase() === 'update');
  await inCrm(app.crm, 'Address', 'update', { where: contact, values: { street_address: 'Wilgenhof 14 B' } });
  for (let tries = 0; tries < 8; tries += 1) await app.backend.sync.run(true);
  await page.keyboard.press('a');
}

const LINKS = { conflict: /Twee adressen|Two addresses/, rejected: /06 12/ } as const;

async function shootDecision(page: Page, screen: keyof typeof LINKS, shoot: Shoot): Promise<void> {
  await page.getByRole('link', { name: LINKS[screen] }).first().click();
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot(screen);
}

export async function walkCalling(app: App, page: Page, shoot: Shoot): Promise<void> {
  await app.visit(page);
  await callSome(page);
  await expect(page.getByRole('article').getByRole('button').first()).toBeFocused();
  await shoot('today');
  await fillInCall(page);
  await shoot('call');
  await page.keyboard.press('9');
  await expect(page.locator('.second-options')).toBeVisible();
  await shoot('call-else');
  await page.keyboard.press('Escape');
  await makeTrouble(app, page);
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await shoot('attention');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await shoot('keys');
  await makeDecisions(app, page);
  for (const screen of ['conflict', 'rejected'] as const) await shootDecision(page, screen, shoot);
}
