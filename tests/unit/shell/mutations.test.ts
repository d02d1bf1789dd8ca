/** `npm run shell:mutations` breaks every promise by its text: a text or a test that is no longer there would prove nothing. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { PROTECTIONS } from '../../security/protections.ts';
import { SHELL_PROMISES } from '../../shell-promises/promises.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');

it('every promise is where it is broken, once', () => {
  const lost = SHELL_PROMISES.filter(({ file, text }) => read(file).split(text).length !== 2).map(({ name }) => name);
  expect(lost).toEqual([]);
  const names = [...SHELL_PROMISES, ...PROTECTIONS].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
