/**
 * `npm run icons`: makes the icons of the packages from one drawing. They are kept with the source, so that packing needs
 * nothing; run it again when the drawing changes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ensureChromium } from '../../electron/launch/chromium-for-tests.ts';
import { ICNS_SIZES, ICO_SIZES, icnsOf, icoOf, type Picture } from './containers.ts';

const DRAWING = join(import.meta.dirname, 'dankbel.svg');
const INTO = join(import.meta.dirname, '..', 'desktop');
/** What Linux desktops look for. */
const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512] as const;
const LARGEST = 1024;

/** The drawing as a PNG of so many pixels each way, with nothing behind it. */
async function draw(page: Page, size: number): Promise<Picture> {
  await page.setViewportSize({ width: size, height: size });
  const drawing = readFileSync(DRAWING).toString('base64');
  await page.setContent(
    `<style>body{margin:0}img{display:block;width:100vw;height:100vh}</style><img src="data:image/svg+xml;base64,${drawing}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  return { size, png: await page.screenshot({ omitBackground: true }) };
}

export async function main(): Promise<number> {
  const found = await ensureChromium();
  if ('sentence' in found) {
    console.log(found.sentence);
    return 1;
  }
  const browser = await chromium.launch({ executablePath: found.path });
  const page = await browser.newPage();
  const pictures = new Map<number, Picture>();
  for (const size of new Set([...LINUX_SIZES, ...ICO_SIZES, ...ICNS_SIZES])) pictures.set(size, await draw(page, size));
  await browser.close();
  const at = (size: number): Picture => pictures.get(size) ?? { size, png: Buffer.alloc(0) };
  mkdirSync(join(INTO, 'icons'), { recursive: true });
  for (const size of LINUX_SIZES) writeFileSync(join(INTO, 'icons', `${size}x${size}.png`), at(size).png);
  writeFileSync(join(INTO, 'icon.png'), at(LARGEST).png);
  writeFileSync(join(INTO, 'icon.ico'), icoOf(ICO_SIZES.map(at)));
  writeFileSync(join(INTO, 'icon.icns'), icnsOf(ICNS_SIZES.map(at)));
  console.log(`${LINUX_SIZES.length + 3} icons in packages/desktop`);
  return 0;
}
