/** What needs Electron to be tried at all is kept small: everything that decides stands elsewhere (docs/decisions/0041). */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MOST_LINES = 600;

it('the shell is under 600 lines, all of it', () => {
  const lines = globSync('electron/shell/**/*', { cwd: ROOT }).map(
    (file) => readFileSync(`${ROOT}${file}`, 'utf8').split('\n').length - 1,
  );
  expect(lines.reduce((sum, each) => sum + each, 0)).toBeLessThan(MOST_LINES);
});

it('nothing outside the shell has Electron in it, not even as a type', () => {
  const others = globSync('{electron,renderer,contract,domain,db,sync}/**/*.{ts,tsx,js}', { cwd: ROOT }).filter(
    (file) => !file.replaceAll('\\', '/').startsWith('electron/shell/'),
  );
  expect(others.length).toBeGreaterThan(500);
  const found = others.filter((file) => {
    const text = readFileSync(`${ROOT}${file}`, 'utf8').replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
    return /\bElectron\.\w|(?:from|import|require)\s*\(?['"]electron['"]/.test(text);
  });
  expect(found).toEqual([]);
});
