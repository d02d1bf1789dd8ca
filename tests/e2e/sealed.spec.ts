/** A workstation with a passphrase, in the browser: closed until it is given, and closed again when it locks. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginWipe } from '../../db/wipe.ts';
import { setCurrentPerson } from '../../db/queries/people.ts';
import { openLockable } from '../../electron/backend/lockable-backend.ts';
import { SILENT_LOG } from '../../electron/backend/log.ts';
import { startLoopbackHost } from '../../electron/loopback/loopback-host.ts';
import { expect, test } from './support/app.ts';
import { checkAllLooks, checkScreen } from './support/check-screen.ts';

const PASSPHRASE = 'regen fiets lamp zolder';
const CHEAP = { pin: { n: 1_024, r: 8, p: 1 }, passphrase: { n: 2_048, r: 8, p: 1 } } as const;

test('the passphrase comes before the name; locking closes the data again', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-e2e-sealed-'));
  const backend = await openLockable({
    folder,
    now: () => new Date().toISOString(),
    random: Math.random,
    log: SILENT_LOG,
    syncsByItself: false,
    costs: CHEAP,
    whenOpened: async ({ store }) => {
      const corrie = { crmId: 1, name: 'Corrie', roles: ['coordinator', 'caller'] as const };
      await store.write((writer) => setCurrentPerson(writer, corrie));
      return undefined;
    },
  });
  const host = await startLoopbackHost({
    backend,
    rendererDirectory: fileURLToPath(new URL('../../dist/renderer', import.meta.url)),
    random: randomBytes,
    log: SILENT_LOG,
    now: () => performance.now(),
  });
  try {
    await page.goto(host.address);
    await page.goto(`${host.origin}/#/settings/people`);
    await page.getByLabel('Nieuwe wachtzin').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Bewaar deze herstelcode');
    await page.keyboard.press('Enter');
    await backend.lock();
    await expect(page.getByRole('heading', { name: 'Deze werkplek is vergrendeld' })).toBeVisible();
    await page.getByLabel('Wachtzin').fill('regen fiets lamp kelder');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(/Dit is niet de wachtzin van deze werkplek/);
    await checkAllLooks({ backend }, page);
    await page.getByLabel('Passphrase').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Mensen en rollen' })).toBeVisible();
  } finally {
    await host.stop();
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a workstation that was revoked says what happened, and begins anew', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-e2e-wiped-'));
  beginWipe(folder, { at: '2026-11-21T13:00:00.000Z', lost: 2, language: 'nl' });
  const backend = await openLockable({
    folder,
    now: () => new Date().toISOString(),
    random: Math.random,
    log: SILENT_LOG,
    syncsByItself: false,
  });
  const host = await startLoopbackHost({
    backend,
    rendererDirectory: fileURLToPath(new URL('../../dist/renderer', import.meta.url)),
    random: randomBytes,
    log: SILENT_LOG,
    now: () => performance.now(),
  });
  try {
    await page.goto(host.address);
    await expect(page.getByRole('heading', { name: 'Deze werkplek is gewist' })).toBeVisible();
    await expect(page.getByText('Het CRM nam 2 bewerkingen niet aan')).toBeVisible();
    await checkScreen(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Deze werkplek is gewist' })).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  } finally {
    await host.stop();
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
