/** Somebody of a fundraising site who is doubtful, one who is new, and the donor page of one who is linked. */
import type { Page } from '@playwright/test';
import { donorsWithMail } from '../../support/donors-with-mail.ts';
import { donation } from '../../support/kentaa/objects.ts';
import { startKentaa } from '../../support/kentaa/stand-in.ts';
import { expect, type App } from './app.ts';

const AT = '2026-11-20T10:00:00.000Z';

export interface KnownPeople {
  /** Linked by itself. */
  readonly linkedId: number;
  /** Whose mailbox somebody with another first name has. */
  readonly doubtfulId: number;
}

/** Three givers on a site: one who is in the CRM, one who shares a mailbox there, and a stranger. */
export async function giveOnSite(app: App): Promise<KnownPeople> {
  const kentaa = await startKentaa({ clock: () => '2026-11-21T13:00:00.000Z' });
  try {
    const [linked, doubtful] = await donorsWithMail(app.backend.store)
      .innerJoin('donor_address', 'donor_address.donor_id', 'donor.id')
      .select(['street', 'postcode', 'town'])
      .where('donor.id', '>=', 10)
      .limit(2)
      .execute();
    if (linked === undefined || doubtful === undefined) throw new Error('the CRM has nobody');
    kentaa.put(
      'donations',
      donation(AT, {
        id: 1,
        first_name: linked.first_name,
        infix: linked.prefix,
        last_name: linked.surname,
        email: linked.email,
        phone: '06 12 34 56 78',
        account_iban: 'NL91ABNA0417164300',
        address: {
          address: 'Nieuwstraat 12',
          street: 'Nieuwstraat',
          house_number: '12',
          zipcode: '6811AD',
          city: 'Arnhem',
          country: 'NL',
        },
      }),
    );
    kentaa.put(
      'donations',
      donation(AT, {
        id: 2,
        first_name: 'Zebedeus',
        infix: doubtful.prefix,
        last_name: doubtful.surname,
        email: doubtful.email,
        address: { address: doubtful.street, zipcode: doubtful.postcode, city: doubtful.town, country: 'NL' },
      }),
    );
    kentaa.put('donations', donation(AT, { id: 3 }));
    const { apiKey, url: address } = kentaa;
    await app.backend.ask('sources.add', { kind: 'kentaa', address, apiKey, startedFrom: '2026-11-01' });
    await app.backend.ask('sources.pull', {});
    return { linkedId: linked.id, doubtfulId: doubtful.id };
  } finally {
    await kentaa.stop();
  }
}

export async function walkMatching(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  const { linkedId } = await giveOnSite(app);
  await app.visit(page, '/matching');
  await expect(page.locator('.match-table')).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot('matching');
  await page.keyboard.press('w');
  await expect(page.locator('.match-note')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('jansen');
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await shoot('matching-search');
  await app.visit(page, `/donors/${linkedId}`);
  await page.locator('.donor-part.picture').scrollIntoViewIfNeeded();
  await page.mouse.move(0, 0);
  await shoot('matching-picture');
  await app.visit(page, '/settings/trust');
  await expect(page.locator('.trust-fields')).toBeVisible();
  await page.mouse.move(0, 0);
  await shoot('matching-trust');
}
