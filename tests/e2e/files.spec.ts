/** Bestanden: a coordinator brings a file in, tries it out first, takes it back, and takes files out; by keyboard. */
import { readFileSync } from 'node:fs';
import { setCurrentPerson } from '../../db/queries/people.ts';
import { checkAllLooks } from './support/check-screen.ts';
import { expect, test } from './support/app.ts';

const HEADER = 'Relatienummer;Voornaam;Achternaam;Straat;Postcode;Plaats;Mobiel;Geboren;Niet bellen';
const ROWS = [
  'D-1;Anna;Smit;Molenweg 1;8031 XD;Zwolle;06 12345678;1941;N',
  'D-2;Bas;Bos;Dorpsstraat 2;9401 A;Assen;12345;1950;J',
  'D-3;Cor;Cats;Laan 3;1011 AB;Amsterdam;+31612345679;1960;misschien',
];

test.use({ appOptions: { isConnected: false } });

test('a file is tried out, imported, taken out and taken back', async ({ app, page }) => {
  await app.backend.store.write((writer) =>
    setCurrentPerson(writer, { crmId: null, name: 'Ineke', roles: ['coordinator', 'caller'] }),
  );
  await app.visit(page, '/files');
  const choose = async (name: string, text: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /Kies een (?:volgend )?bestand/ }).press('Enter');
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  };

  await test.step('a file that cannot be a list is refused in words', async () => {
    await choose('brief.xls', '\u{D0CF}not a list');
    await expect(page.getByRole('alert')).toContainText('geen kolommen gevonden');
  });

  await test.step('the first rows are shown as they will be read, with what is doubtful', async () => {
    await choose('donateurs.csv', [HEADER, ...ROWS].join('\r\n'));
    await expect(page.getByText('De eerste 3 rijen, zoals ze gelezen worden')).toBeVisible();
    await expect(page.getByRole('cell', { name: /Geen Nederlandse postcode/ })).toBeVisible();
    await expect(page.getByText('Niet gelezen kolommen: Geboren.')).toBeVisible();
    await page.getByText(/van \d+ gegevens gevonden/).press('Enter');
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
