/** The page on which all pictures of the screens are seen together. */
import { describe, expect, it } from 'vitest';
import { contactSheet, readPictures } from '../../e2e/support/contact-sheet.ts';

const FILES = [
  'today-nl-light-1280x800.png',
  'today-en-dark-1280x800.png',
  'today-nl-light-1920x1080.png',
  'settings-2-saved-nl-light-1280x800.png',
  'contact-sheet-1280x800.html',
  'contact-sheet-1280x800.jpg',
];

describe('a contact sheet', () => {
  it('has every picture of its size once, with its name, and nothing else', () => {
    const sheet = contactSheet(FILES, '1280x800');
    const shown = [...sheet.matchAll(/<img src="([^"]+)"/g)].map(([, file]) => file);
    expect(shown).toEqual([
      'settings-2-saved-nl-light-1280x800.png',
      'today-nl-light-1280x800.png',
      'today-en-dark-1280x800.png',
    ]);
    for (const file of shown) expect(sheet).toContain(`<small>${file}</small>`);
  });

  it('reads the parts of a name, also of a screen with a step in it', () => {
    expect(readPictures(FILES).map(({ screen, look, size }) => [screen, look, size])).toEqual([
      ['today', 'nl-light', '1280x800'],
      ['today', 'en-dark', '1280x800'],
      ['today', 'nl-light', '1920x1080'],
      ['settings-2-saved', 'nl-light', '1280x800'],
    ]);
  });
});
