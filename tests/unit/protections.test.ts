/** `npm run security` switches every protection off by its text: a text that is no longer there would switch off nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { PARTS } from '../security/parts.ts';
import { PROTECTIONS } from '../security/protections.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

it('every protection is where the proof looks for it', () => {
  const lost = PROTECTIONS.filter(
    ({ file, text }) => readFileSync(`${ROOT}${file}`, 'utf8').split(text).length !== 2,
  ).map(({ name }) => name);
  expect(lost).toEqual([]);
  expect(new Set(PROTECTIONS.map(({ name }) => name)).size).toBe(PROTECTIONS.length);
});

it('every proof is there', () => {
  const named = [
    ...PARTS.flatMap((part) => (part.kind === 'program' ? [part.program] : part.tests)),
    ...PROTECTIONS.flatMap(({ tests }) => tests),
  ];
  expect(named.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([]);
});
