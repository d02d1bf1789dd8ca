/** Bestanden: a coordinator brings a file in, tries it out first, takes it back, and takes files out; by keyboard. */
import { readFileSync } from 'node:fs';
import { setCurrentPerson } from '../../db/queries/people.ts';
import { checkAllLooks, checkBothLights } from './support/check-screen.ts';
import { donorsWithMail } from '../support/donors-with-mail.ts';
import { expect, test, type App } from './support/app.ts';
import { walkWithTab } from './support/tab-walk.ts';
import type { Page } from '@playwright/test';

const HEADER = 'Relatienummer;Voornaam;Achternaam;Straat;Postcode;Plaats;Mobiel;Geboren;Niet bellen';
const ROWS = [
  'D-1;Anna;Smit;Molenweg 1;8031 XD;Zwolle;06 12345678;1941;N',
  'D-2;Bas;Bos;Dorpsstraat 2;9401 A;Assen;12345;1950;J',
  'D-3;Cor;Cats;Laan 3;1011 AB;Amsterdam;+31612345679;1960;misschien',
];

async function choose(page: Page, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Kies een (?:volgend )?bestand/ }).press('Enter');
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

test.describe('without a CRM', () => {
  test.use({ appOptions: { isConnected: false } });
  test('a file is tried out, imported, taken out and taken back', async ({ app, page }) => {
    await app.backend.store.write((writer) =>
      setCurrentPerson(writer, { crmId: null, name: 'Ineke', roles: ['coordinator', 'caller'] }),
    );
    await app.visit(page, '/files');
    await test.step('a file that cannot be a list is refused in words', async () => {
      await choose(page, 'brief.xls', '\u{D0CF}not a list');
      await expect(page.getByRole('alert')).toContainText('geen kolommen gevonden');
    });

    await test.step('the first rows are shown as they will be read, with what is doubtful', async () => {
      await choose(page, 'donateurs.csv', [HEADER, ...ROWS].join('\r\n'));
      await expect(page.getByText('De eerste 3 rijen, zoals ze gelezen worden')).toBeVisible();
      await expect(page.getByRole('cell', { name: /Geen Nederlandse postcode/ })).toBeVisible();
      await expect(page.getByText('Niet gelezen kolommen: Geboren.')).toBeVisible();
      await page.getByText(/gegevens gevonden, van de \d+/).press('Enter');
      await checkAllLooks(app, page);
      await app.backend.ask('session.setLanguage', { language: 'nl' });
      await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
    });

    await test.step('it is tried out, and then imported', async () => {
      await page.keyboard.press('u');
      await expect(page.getByRole('heading', { name: 'Dit zou er veranderen' })).toBeVisible();
      await expect(page.getByText('Regel 4')).toBeVisible();
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('heading', { name: 'Ingelezen', exact: true })).toBeVisible();
      await expect(page.getByRole('row', { name: 'Donateurs 2 0 0 1' })).toBeVisible();
      await checkAllLooks(app, page);
      await app.backend.ask('session.setLanguage', { language: 'nl' });
      await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
    });

    await test.step('a file goes out', async () => {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('heading', { name: 'Een bestand meenemen' })).toBeVisible();
      const pick = async (label: string, option: string): Promise<void> => {
        await page.getByRole('button', { name: new RegExp(label) }).press('Enter');
        await page.getByRole('option', { name: option }).press('Enter');
      };
      await pick('Wat', 'Donateurs');
      await pick('Van wie', 'Alle donateurs');
      await pick('Als', 'CSV (.csv)');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Maak het bestand' }).press('Enter');
      const text = readFileSync(await (await download).path(), 'utf8');
      expect(text.split('\r\n')[0]).toContain('Relatienummer;Soort relatie');
      expect(text).toContain('Molenweg 1');
      await expect(page.getByText('is gemaakt: 2 rijen.')).toBeVisible();
      await checkAllLooks(app, page);
      await app.backend.ask('session.setLanguage', { language: 'nl' });
      await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
    });

    await test.step('the import is taken back', async () => {
      await page.keyboard.press('ArrowUp');
      await page.getByRole('button', { name: 'Draai terug' }).press('Enter');
      await expect(page.getByText('2 donateurs worden weer zoals vóór deze import.')).toBeVisible();
      await checkAllLooks(app, page);
      await app.backend.ask('session.setLanguage', { language: 'nl' });
      await page.getByRole('button', { name: 'Ja, draai terug' }).press('Enter');
      await expect(page.getByText('teruggedraaid', { exact: true })).toBeVisible();
      expect(await app.backend.ask('files.imports', {})).toMatchObject({ value: { imports: [{ state: 'undone' }] } });
    });
  });
});

/** A list of guests: one whom the CRM knows by mail, and a stranger who does not want to be called. */
async function guestsOf({ backend }: App) {
  const [known] = await donorsWithMail(backend.store).limit(1).execute();
  if (known === undefined) throw new Error('nobody is known by mail');
  const rows = [
    'Voornaam;Tussenvoegsel;Achternaam;E-mail;Datum;Bedrag;Niet bellen',
    `${known.first_name};${known.prefix};${known.surname};${known.email};14-11-2026;40,00;`,
    'Marijke;van der;Zonderling;marijke@zonderling.example;14-11-2026;25,00;J',
  ];
  return { known, rows };
}

test('beside a CRM a file is a place: its people are recognised, and it is taken back', async ({ app, page }) => {
  const { known, rows } = await guestsOf(app);
  await app.visit(page, '/files');

  await test.step('it gets the name of a place, and is tried out', async () => {
    await expect(page.getByText('naast het CRM')).toBeVisible();
    await choose(page, 'gasten.csv', rows.join('\r\n'));
    const name = page.getByLabel('Naam van de plek');
    await expect(name).toHaveValue('gasten');
    await name.fill('Gala 2026');
    await expect(page.getByText('De eerste 2 rijen, zoals ze gelezen worden')).toBeVisible();
    await page.getByRole('heading', { name: 'Een bestand inlezen' }).click();
    await checkBothLights(app, page);
    await walkWithTab(page);
    await page.getByRole('heading', { name: 'Een bestand inlezen' }).click();
    await page.keyboard.press('u');
    await expect(page.getByRole('heading', { name: 'Dit zou er veranderen' })).toBeVisible();
    await expect(page.getByRole('row', { name: 'Mensen 2 0 0 0' })).toBeVisible();
    await checkAllLooks(app, page);
    await app.backend.ask('session.setLanguage', { language: 'nl' });
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('beslis je onder Herkennen')).toBeVisible();
    await app.backend.recognition.settled();
  });

  await test.step('her page says what the file says, and who is new waits under Herkennen with the name of the place', async () => {
    await page.evaluate((id) => void (location.hash = `/donors/${id}`), known.id);
    const part = page.getByRole('region', { name: 'Wat elke plek zegt' });
    await expect(part).toContainText('Gala 2026 (gasten.csv)');
    await expect(page.getByText('Gala 2026', { exact: true }).first()).toBeVisible();
    await page.evaluate(() => void (location.hash = '/matching'));
    await page.getByText(/^Nieuw/).click();
    await expect(page.getByText('Zonderling').first()).toBeVisible();
    await expect(page.getByText('Gala 2026').first()).toBeVisible();
  });

  await test.step('the import is taken back', async () => {
    await page.evaluate(() => void (location.hash = '/files/earlier'));
    await expect(page.getByText('Gala 2026: gasten.csv')).toBeVisible();
    await page.getByRole('button', { name: 'Draai terug' }).press('Enter');
    await expect(page.getByText('2 mensen gaan weg, of worden weer zoals vóór deze import')).toBeVisible();
    await checkAllLooks(app, page);
    await app.backend.ask('session.setLanguage', { language: 'nl' });
    await page.getByRole('button', { name: 'Ja, draai terug' }).press('Enter');
    await expect(page.getByText('teruggedraaid', { exact: true })).toBeVisible();
    await app.backend.recognition.settled();
    expect(await app.backend.store.reader.selectFrom('source_donor').select('id').execute()).toEqual([]);
  });
});

test('a place is taken away whole, with in numbers beforehand what goes and what stays', async ({ app, page }) => {
  const { known, rows } = await guestsOf(app);
  const { backend } = app;
  const count = async (table: 'source_donor' | 'source_gift' | 'source_link'): Promise<number> =>
    (
      await backend.store.reader
        .selectFrom(table as 'source_gift')
        .selectAll()
        .execute()
    ).length;

  await test.step('a file of a place with people is read in', async () => {
    await app.visit(page, '/files');
    await choose(page, 'gasten.csv', rows.join('\r\n'));
    await page.getByLabel('Naam van de plek').fill('Gala 2026');
    await page.getByRole('heading', { name: 'Een bestand inlezen' }).click();
    await page.keyboard.press('u');
    await expect(page.getByRole('heading', { name: 'Dit zou er veranderen' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('beslis je onder Herkennen')).toBeVisible();
    await backend.recognition.settled();
  });

  const places = page.getByRole('region', { name: 'Plekken' });
  const place = places.getByRole('listitem').filter({ hasText: 'Gala 2026' });
  const asked = page.getByRole('region', { name: 'Haal Gala 2026 weg' });
  const ask = async (): Promise<void> => {
    await place.getByRole('button', { name: 'Haal de plek weg' }).press('Enter');
    await expect(asked).toBeVisible();
  };

  await test.step('what would go, and what stays, is said first', async () => {
    await page.evaluate(() => void (location.hash = '/files/earlier'));
    await expect(place).toContainText('2 mensen, waarvan 1 herkend; 2 giften');
    await ask();
    for (const said of [
      '2 mensen gaan weg, met alles wat deze plek alleen over hen zei.',
      '2 giften tellen niet meer mee, tenzij het CRM ze ook kent.',
      '1 persoon die niemand herkende, wil niet gebeld worden.',
      '1 donateur van het CRM blijft, met wat met die donateur is besproken en besloten.',
      'Terugdraaien kan daarna niet meer.',
    ]) {
      await expect(asked).toContainText(said);
    }
    await checkAllLooks(app, page);
    await backend.ask('session.setLanguage', { language: 'nl' });
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  });

  await test.step('who changes her mind leaves everything as it is', async () => {
    await asked.getByRole('button', { name: 'Laat het zo' }).press('Enter');
    await expect(asked).toBeHidden();
    await expect(place).toContainText('2 mensen, waarvan 1 herkend; 2 giften');
    expect([await count('source_donor'), await count('source_gift')]).toEqual([2, 2]);
  });

  await test.step('who is sure finds it gone, and the donor of the CRM still there', async () => {
    await ask();
    await asked.getByRole('button', { name: 'Ja, haal weg' }).press('Enter');
    await expect(page.getByText('Gala 2026')).toHaveCount(0);
    await expect(places).toHaveCount(0);
    await backend.files.settled();
    await backend.recognition.settled();
    expect([await count('source_donor'), await count('source_gift'), await count('source_link')]).toEqual([0, 0, 0]);
    expect(await backend.ask('files.places', {})).toMatchObject({ value: { places: [] } });
    await page.evaluate((id) => void (location.hash = `/donors/${id}`), known.id);
    await expect(page.getByRole('heading', { name: known.surname }).first()).toBeVisible();
    await expect(page.getByText('Gala 2026')).toHaveCount(0);
  });
});
