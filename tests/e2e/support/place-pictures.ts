/** Bestanden beside a CRM: a list of guests as a place, from choosing it to taking it back, and what it says of a donor. */
import type { Page } from '@playwright/test';
import { donorsWithMail } from '../../support/donors-with-mail.ts';
import { expect, type App } from './app.ts';

interface Known {
  readonly first_name: string;
  readonly prefix: string;
  readonly surname: string;
  readonly email: string;
}

/** One who is recognised, one who shares a mailbox with a donor, a stranger, and a row that is refused. */
function guestsOf(known: Known, shared: Known): string {
  return [
    'Nummer;Voornaam;Tussenvoegsel;Achternaam;E-mail;Mobiel;Adres;Postcode;Plaats;Datum;Bedrag;Niet bellen;Tafel',
    `1;${known.first_name};${known.prefix};${known.surname};${known.email};06 12 34 56 78;Nieuwstraat 12;6811 AD;Arnhem;14-11-2026;40,00;;4`,
    `2;Zebedeus;${shared.prefix};${shared.surname};${shared.email};;;;;14-11-2026;25,00;;4`,
    '3;Marijke;van der;Zonderling;marijke@zonderling.example;06 38 29 17 46;Kade 3;6811;Arnhem;14-11-2026;10,00;J;7',
    '4;Piet;;Puk;;;;;;31-02-2026;vijf;;7',
  ].join('\r\n');
}

export async function walkPlace(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  const [known, shared] = await donorsWithMail(app.backend.store).where('donor.id', '>=', 10).limit(2).execute();
  if (known === undefined || shared === undefined) throw new Error('the CRM has nobody with a mailbox');
  const settled = async (screen: string): Promise<void> => {
    await page.mouse.move(0, 0);
    await shoot(screen);
  };
  await app.visit(page, '/files');
  await expect(page.locator('.files-drop')).toBeVisible();
  await settled('place');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Kies een bestand|Choose a file/ }).press('Enter');
  await (
    await chooser
  ).setFiles({ name: 'gastenlijst gala.csv', mimeType: 'text/csv', buffer: Buffer.from(guestsOf(known, shared)) });
  await page.getByLabel(/Naam van de plek|Name of the place/).fill('Gala 2026');
  await expect(page.getByRole('cell').first()).toBeVisible();
  await page.getByRole('heading', { level: 2 }).click();
  await settled('place-rows');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { name: /Dit zou er veranderen|This would change/ })).toBeVisible();
  await settled('place-tried-out');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/beslis je onder Herkennen|you decide under Recognise/)).toBeVisible();
  await app.backend.recognition.settled();
  await settled('place-taken');
  await app.visit(page, '/files/earlier');
  await page.getByRole('button', { name: /Draai terug|Take back/ }).press('Enter');
  await expect(page.locator('.files-undo .files-do')).toBeVisible();
  await settled('place-undo');
  await page.getByRole('button', { name: /Laat het zo|Leave it/ }).press('Enter');
  await expect(page.locator('.files-undo')).toBeHidden();
  await page.getByRole('button', { name: /Haal de plek weg|Remove the place/ }).press('Enter');
  await expect(page.locator('.files-undo .files-do')).toBeVisible();
  await settled('place-remove');
  await app.visit(page, '/matching');
  await expect(page.locator('.match-table')).toBeVisible();
  await settled('place-matching');
  await app.visit(page, `/donors/${known.id}`);
  await page.locator('.donor-part.picture').scrollIntoViewIfNeeded();
  await settled('place-picture');
}
