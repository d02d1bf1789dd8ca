/** Bestanden: a file as it will be read, what it would change, and a file to take out. */
import type { Page } from '@playwright/test';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { expect, type App } from './app.ts';
import { walkPlace } from './place-pictures.ts';

const ROWS = [
  'Relatienummer;Voornaam;Achternaam;Straat;Postcode;Plaats;Mobiel;Geboren;Niet bellen',
  'D-1;Anna;Smit;Molenweg 1;8031 XD;Zwolle;06 12345678;1941;N',
  'D-2;Bas;Bos;Dorpsstraat 2;9401 A;Assen;12345;1950;J',
  'D-3;Cor;Cats;Laan 3;1011 AB;Amsterdam;+31612345679;1960;misschien',
];

async function walkFiles(app: App, page: Page, shoot: (screen: string) => Promise<void>): Promise<void> {
  await app.backend.store.write((writer) =>
    setCurrentPerson(writer, { crmId: null, name: 'Ineke', roles: ['coordinator', 'caller'] }),
  );
  await app.visit(page, '/connect');
  const link = page.getByRole('link', { name: /geen CRM|no CRM/i });
  await expect(link).toBeVisible();
  await shoot('files-no-crm');
  await link.press('Enter');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Kies een bestand|Choose a file/ }).press('Enter');
  await (
    await chooser
  ).setFiles({ name: 'donateurs.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS.join('\r\n')) });
  await expect(page.getByRole('cell').first()).toBeVisible();
  await shoot('files');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { name: /Dit zou er veranderen|This would change/ })).toBeVisible();
  await shoot('files-tried-out');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: /Een bestand meenemen|Take out a file/ })).toBeVisible();
  await shoot('files-out');
}

/** Without a CRM, and beside one. */
export const FILE_WALKS = {
  files: { options: { isConnected: false }, steps: walkFiles },
  place: { options: {}, steps: walkPlace },
} as const;
