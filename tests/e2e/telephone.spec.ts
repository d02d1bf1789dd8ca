/** Calling through a telephone system: one key of the caller's, and when it fails her own phone. */
import { expect, openCall, test } from './support/app.ts';
import { PEER_SECRET, voipgrid } from '../support/telephone-peers.ts';

test('the system rings one’s own phone, says how it goes, and P helps when it does not work', async ({ app, page }) => {
  const peer = await voipgrid();
  const { backend } = app;
  await backend.ask('telephone.save', { system: peer.system, secret: PEER_SECRET });
  await app.visit(page, '/');
  await page.getByRole('button', { name: /Koen/ }).click();
  await page.getByRole('menuitem', { name: 'Mijn toestel' }).click();
  // The menu goes first, and does not take the focus back.
  await expect(page.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('201');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Bewaard.')).toBeVisible();
  await app.visit(page, '/');
  peer.setState('dialing_b');
  await openCall(page);
  await expect(page.getByText('De telefoon gaat over.')).toBeVisible();
  peer.setState('connected');
  await expect(page.getByText('Er is opgenomen.')).toBeVisible();
  peer.setState('disconnected');
  await expect(page.getByText('Er is opgehangen.')).toBeVisible();
  expect(peer.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);

  await backend.ask('telephone.save', { system: peer.system, secret: 'verkeerd' });
  await page.keyboard.press('b');
  await expect(page.getByRole('alert')).toContainText('Bel met je eigen toestel (P)');
  await page.keyboard.press('p');
  await expect(page.getByRole('img', { name: /camera/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: /camera/ })).toBeHidden();
  await expect(page.getByRole('timer')).toBeVisible();
});
