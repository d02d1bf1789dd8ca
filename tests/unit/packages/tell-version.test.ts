/** A package of another version than the source's, which the proof upgrades from: its program says that version too. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { VERSION } from '../../../electron/launch/version.ts';
import { tellVersion } from '../../../packages/deb/stage.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function told(program: string): string {
  const file = join(temporaryFolder(), 'dankbel.js');
  writeFileSync(file, program);
  tellVersion(file, '0.0.9');
  return readFileSync(file, 'utf8');
}

it.each([
  ['at once', `var VERSION = "${VERSION}";`, 'var VERSION = "0.0.9";'],
  ['later', `var VERSION;\n\tVERSION = "${VERSION}";`, 'var VERSION;\n\tVERSION = "0.0.9";'],
])('finds the version where it is filled in %s', (_, program, expected) => {
  expect(told(`${program}\nvar FIRST_VERSION = "${VERSION}";`)).toBe(`${expected}\nvar FIRST_VERSION = "${VERSION}";`);
});

it('refuses a program that names it twice, or not at all', () => {
  expect(() => told(`var VERSION = "${VERSION}";\nvar VERSION = "${VERSION}";`)).toThrow('2 times');
  expect(() => told('var VERSION = "9.9.9";')).toThrow('0 times');
});
