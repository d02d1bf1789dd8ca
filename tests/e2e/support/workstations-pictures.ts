/** The workstations in the settings: this one, one that is lost, and one that wiped itself. */
import type { Page } from '@playwright/test';
import { writeAnnouncement, type Announcement } from '../../../domain/workstation/announcement.ts';
import { writeSubject } from '../../../domain/workstation/revocation.ts';
import { expect, inCrm, type App } from './app.ts';

const TOLD: Announcement = {
  version: '0.1.0',
  since: '2026-09-01T08:00:00.000Z',
  seen: '2026-11-21T12:31:00.000Z',
  held: 812,
  most: 1_204,
  kinds: ['names', 'addresses', 'phones', 'emails', 'gifts', 'mandates', 'contacts', 'notes'],
  keptBy: 'passphrase',
  people: ['Bea Bakker', 'Koen Koppeling'],
  trail: { id: 214, hash: '4f'.repeat(32) },
  revokedAt: null,
};

export async function walkWorkstations(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  const told = [
    { state: 'working', at: null, announcement: TOLD },
    {
      state: 'revoked',
      at: '2026-11-20T19:12:00.000Z',
      announcement: { ...TOLD, seen: '2026-11-18T20:02:00.000Z', keptBy: 'key-store' },
    },
    {
      state: 'wiped',
      at: '2026-10-02T10:00:00.000Z',
      announcement: { ...TOLD, seen: '2026-10-02T10:00:00.000Z', revokedAt: '2026-10-01T15:00:00.000Z' },
    },
  ] as const;
  for (const [index, { announcement, ...state }] of told.entries()) {
    const id = `0199aaaa-0000-7000-8000-00000000000${index}`;
    await inCrm(app.crm, 'Activity', 'create', {
      values: {
        'activity_type_id:name': 'Phone Call',
        'status_id:name': 'Cancelled',
        source_contact_id: 'user_contact_id',
        subject: writeSubject(id, state, 'Bea Bakker'),
        details: writeAnnouncement({
          ...announcement,
          kinds: [...announcement.kinds],
          people: [...announcement.people],
        }),
        activity_date_time: '2026-09-01 10:00:00',
      },
    });
  }
  await app.visit(page, '/settings/workstations');
  await expect(page.locator('.workstation-facts')).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot('workstations');
}
