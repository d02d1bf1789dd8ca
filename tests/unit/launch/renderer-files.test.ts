import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRendererFiles } from '../../../electron/launch/renderer-files.ts';
import { temporaryFolder, writeFileAt } from './support.ts';

function built(files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), 'renderer');
  mkdirSync(folder);
  for (const [name, content] of Object.entries({ 'index.html': 'page', ...files })) {
    writeFileAt(join(folder, name), content);
  }
  return folder;
}

describe('readRendererFiles', () => {
  it('lists every file once by its address, and the page also as /', async () => {
    const files = await readRendererFiles(
      built({ 'assets/a-12345678.js': 'a', 'assets/deep/b.css': 'b', 'icon.svg': 'c' }),
    );
    expect([...files.keys()].toSorted()).toEqual([
      '/',
      '/assets/a-12345678.js',
      '/assets/deep/b.css',
      '/icon.svg',
      '/index.html',
    ]);
    expect(files.get('/')).toBe(files.get('/index.html'));
    expect(files.get('/assets/deep/b.css')?.body.toString()).toBe('b');
  });

  it('writes an address as a browser asks for it', async () => {
    const files = await readRendererFiles(built({ 'één naam?#.js': 'x' }));
    expect([...files.keys()]).toContain('/%C3%A9%C3%A9n%20naam%3F%23.js');
  });

  it('leaves out source maps, and links that could lead elsewhere', async () => {
    const folder = built({ 'a.js': 'a', 'a.js.map': '{}' });
    const elsewhere = temporaryFolder();
    writeFileAt(join(elsewhere, 'secret.txt'), 'secret');
    symlinkSync(join(elsewhere, 'secret.txt'), join(folder, 'link.txt'));
    symlinkSync(elsewhere, join(folder, 'folder'));
    expect([...(await readRendererFiles(folder)).keys()].toSorted()).toEqual(['/', '/a.js', '/index.html']);
  });

  it('keeps what was built when it was read, whatever happens to the folder', async () => {
    const folder = built({});
    const files = await readRendererFiles(folder);
    writeFileAt(join(folder, 'index.html'), 'replaced');
    expect(files.get('/')?.body.toString()).toBe('page');
  });

  it('says so when there is nothing built, or something of an unknown kind', async () => {
    await expect(readRendererFiles(join(temporaryFolder(), 'missing'))).rejects.toThrow('has not been built');
    await expect(readRendererFiles(built({ 'run.sh': '' }))).rejects.toThrow('/run.sh, of a kind that is not served');
  });
});
