/** The window with one sentence: a page that is nothing but its own address. */
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { messageAddress, showMessage } from '../../../electron/launch/message-window.ts';
import { temporaryFolder, writeFileAt } from './support.ts';

const pageOf = (address: string): string => decodeURIComponent(address.slice(address.indexOf(',') + 1));

it('says the sentence, in its language, and nothing in it becomes part of the page', () => {
  const address = messageAddress({ sentence: 'Sluit <b>die</b> & "dit" eerst. 100% #1', language: 'nl' });
  expect(address).toMatch(/^data:text\/html;charset=utf-8,[\w%.!~*'()-]+$/);
  const page = pageOf(address);
  expect(page).toContain('<html lang="nl">');
  expect(page).toContain('<p role="alert">Sluit &#60;b&#62;die&#60;/b&#62; &#38; "dit" eerst. 100% #1</p>');
  expect(page).not.toMatch(/<script|<img|https?:/);
});

it('shows it in a browser of its own, and leaves nothing of that behind', async () => {
  const folder = temporaryFolder();
  const told = join(folder, 'told');
  const browser = join(folder, 'browser');
  writeFileAt(browser, `#!/bin/sh\nprintf '%s\\n' "$@" >'${told}'\n`);
  chmodSync(browser, 0o755);
  await showMessage({ chromium: browser, sentence: 'Al open.', language: 'nl', moreFlags: ['--last'] });
  const flags = readFileSync(told, 'utf8').trim().split('\n');
  expect(pageOf(flags[0] ?? '')).toContain('Al open.');
  expect(flags.at(-1)).toBe('--last');
  const profile = flags.find((flag) => flag.startsWith('--user-data-dir='))?.split('=')[1] ?? '';
  expect(profile).toContain('dankbel-message-');
  expect(existsSync(profile)).toBe(false);
});
