/** The log and the notes of crashes go with a wiped profile, and never stand in its way. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeTraces } from '../../../db/wipe-traces.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function profileWithLog(): { readonly folder: string; readonly logs: string } {
  const folder = temporaryFolder();
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  for (const name of ['main.log', 'main.1.log', 'backend.log']) writeFileSync(join(logs, name), 'a line\n');
  return { folder, logs };
}

it('a log that another program has open is emptied, as Windows lets us; the rest goes', () => {
  const { folder, logs } = profileWithLog();
  removeTraces(folder, (path) => {
    if (path.endsWith('backend.log')) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
    rmSync(path);
  });
  expect(readdirSync(logs)).toEqual(['backend.log']);
  expect(readFileSync(join(logs, 'backend.log'), 'utf8')).toBe('');
});

it('what can neither go nor be emptied stops nothing, and a file of somebody else stays', () => {
  const { folder, logs } = profileWithLog();
  mkdirSync(join(logs, 'odd.log'));
  writeFileSync(join(logs, 'aantekening.txt'), 'van de beheerder');
  removeTraces(folder);
  expect(readdirSync(logs).toSorted()).toEqual(['aantekening.txt', 'odd.log']);
});

it('a profile that wrote nothing about itself is wiped as well', () => {
  const folder = temporaryFolder();
  removeTraces(folder);
  expect(existsSync(join(folder, 'logs'))).toBe(false);
});
