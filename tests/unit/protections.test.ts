/** `npm run security` switches every protection off by its text: a text that is no longer there would switch off nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { PROTECTIONS as OF_THE_DATA } from '../durability/switched-off/protections.ts';
import { PARTS } from '../security/parts.ts';
import { LOOKED_IN } from '../security/switched-off.ts';
import { PROTECTIONS } from '../security/protections.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

it('every protection is where the proof looks for it', () => {
  const lost = PROTECTIONS.filter(
    ({ file, text }) => readFileSync(`${ROOT}${file}`, 'utf8').split(text).length !== 2,
  ).map(({ name }) => name);
  expect(lost).toEqual([]);
  expect(new Set(PROTECTIONS.map(({ name }) => name)).size).toBe(PROTECTIONS.length);
});

it('every protection of the data on the disk is where its proof looks for it', () => {
  const lost = OF_THE_DATA.flatMap(({ name, edits }) => edits.map((edit) => ({ name, ...edit }))).filter(
    ({ file, from }) => readFileSync(`${ROOT}${file}`, 'utf8').split(from).length !== 2,
  );
  expect(lost.map(({ name }) => name)).toEqual([]);
});

it('every test of a protection is one that is run when it is switched off', () => {
  const elsewhere = PROTECTIONS.flatMap(({ tests }) => tests).filter(
    (path) => !LOOKED_IN.some((folder) => path.startsWith(`tests/${folder}/`)),
  );
  expect(elsewhere).toEqual([]);
});

it('every proof is there', () => {
  const named = [
    ...PARTS.flatMap((part) => (part.kind === 'program' ? [part.program] : part.tests)),
    ...PROTECTIONS.flatMap(({ tests }) => tests),
  ];
  expect(named.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([]);
});
