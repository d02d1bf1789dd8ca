/** docs/electron-checklist.md says how each of the twenty points is kept: its tests are there, and what it says of the source is so. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');
const POINTS = 20;

/** Every line of code that is shipped, with the file it stands in; comments left out. */
function codeOf(pattern: string): readonly { readonly file: string; readonly code: string }[] {
  return globSync(pattern, { cwd: ROOT }).map((file) => ({
    file: file.replaceAll('\\', '/'),
    code: read(file).replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, ''),
  }));
}

describe('the checklist', () => {
  it('has every point, each with a test that is there', () => {
    const rows = read('docs/electron-checklist.md')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(([, number]) => /^\d+$/.test(number ?? ''));
    expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: POINTS }, (_, index) => index + 1));
    const missing = rows.filter(([, , , , test]) => !existsSync(`${ROOT}${test?.replaceAll('`', '') ?? ''}`));
    expect(missing).toEqual([]);
  });

  it('is kept where only the source can say so: no feature of Blink, no web view, two ways out, one listener', () => {
    const shell = codeOf('electron/{shell,desktop}/**/*.ts');
    const files = (words: RegExp): readonly string[] =>
      shell.filter(({ code }) => words.test(code)).map(({ file }) => file);
    expect(files(/enableBlinkFeatures|disableBlinkFeatures|allowpopups|<webview/)).toEqual([]);
    expect(files(/\.openExternal\(/)).toEqual([
      'electron/desktop/sign-in-link.ts',
      'electron/desktop/telephone-link.ts',
    ]);
    // Of a folder whose name we made ourselves.
    expect(files(/\.openPath\(/)).toEqual(['electron/shell/open-app.ts']);
    expect(files(/ipcMain\.(?:on|once|handle)/)).toEqual(['electron/shell/hand-out-ports.ts']);
    expect(files(/ignore-certificate-errors|certificate-error|setCertificateVerifyProc/)).toEqual([]);
    expect(files(/executeJavaScript|insertCSS|loadFile\(|file:\/\//)).toEqual([]);
  });

  it('is of a version of Electron that is named exactly', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(45);
  });
});

describe('the pages', () => {
  it('never make HTML of a text', () => {
    const sinks =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\bsrcdoc\b|\beval\(|new Function|createContextualFragment|DOMParser/;
    expect(
      codeOf('renderer/**/*.{ts,tsx}')
        .filter(({ code }) => sinks.test(code))
        .map(({ file }) => file),
    ).toEqual([]);
  });

  it('check every certificate, and have no way not to', () => {
    const off = /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity|ignore-certificate/;
    const files = codeOf('{electron,sync,db,domain,contract,renderer}/**/*.{ts,tsx,js}');
    expect(files.filter(({ code }) => off.test(code)).map(({ file }) => file)).toEqual([]);
  });
});
