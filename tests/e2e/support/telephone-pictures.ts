/** The telephone: the system in the settings, one's own phone in a call, a system that rings, and the own device. */
import type { Page } from '@playwright/test';
import { VOIPGRID } from '../../../domain/telephone/systems.ts';
import { PEER_SECRET, voipgrid } from '../../support/telephone-peers.ts';
import { expect, openCall, type App } from './app.ts';

export async function walkTelephone(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  await app.visit(page);
  await openCall(page);
  await page.keyboard.press('p');
  await expect(page.getByRole('img', { name: /camera/ })).toBeVisible();
  await shoot('call-own-phone');
  await page.keyboard.press('Escape');
  const peer = await voipgrid();
  await app.backend.ask('telephone.save', { system: VOIPGRID, secret: PEER_SECRET });
  // The list beside it is scrolled for the smaller window.
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.visit(page, '/settings/telephone');
  await expect(page.getByRole('textbox').first()).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot('settings-telephone');
  await app.backend.ask('telephone.save', { system: peer.system, secret: PEER_SECRET });
  await app.visit(page, '/');
  await page.getByRole('button', { name: /Koen/ }).click();
  await page.getByRole('menuitem', { name: /Mijn toestel|My phone/ }).click();
  await page.getByRole('textbox').fill('201');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').last()).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot('device');
  peer.setState('dialing_b');
  await app.visit(page, '/');
  await openCall(page);
  // The call was open already, and is gone on with.
  await page.keyboard.press('b');
  await expect(page.getByText(/De telefoon gaat over\.|It is ringing\./)).toBeVisible();
  await shoot('call-ringing');
}
