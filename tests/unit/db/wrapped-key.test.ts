/** The key wrapped by a passphrase and by the recovery code: opened, changed, and nothing of it lost on the way. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DatabaseFailure } from '../../../db/database-failure.ts';
import { keyFile } from '../../../db/key.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { COSTS } from '../../../db/secret.ts';
import { isWrapped, openWrappedKey, rewrapKey, wrapKey } from '../../../db/wrapped-key.ts';
import { refusalOfPassphrase } from '../../../domain/people/passphrase.ts';
import { CHEAP } from '../../support/workstation.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const PASSPHRASE = 'regen fiets lamp zolder';
const CODE = 'ABCDEFGHJKMNPQRSTVWXYZ0123';

it('opens with the passphrase and with the code, and takes the place of a key that lay open', async () => {
  const paths = profilePaths(temporaryFolder());
  const key = randomBytes(32);
  await keyFile(paths.key).save(key);
  writeFileSync(paths.electronKey, 'wrapped by a key ring');
  await wrapKey(paths, key, { passphrase: PASSPHRASE, recovery: CODE }, CHEAP);
  expect(isWrapped(paths)).toBe(true);
  expect([existsSync(paths.key), existsSync(paths.electronKey)]).toEqual([false, false]);
  expect(statSync(paths.wrappedKey).mode & 0o777).toBe(0o600);
  expect(await openWrappedKey(paths, 'passphrase', PASSPHRASE)).toEqual(key);
  expect(await openWrappedKey(paths, 'recovery', CODE)).toEqual(key);
  expect(await openWrappedKey(paths, 'passphrase', `${PASSPHRASE} `)).toBeNull();
  const file = readFileSync(paths.wrappedKey, 'utf8');
  // The cost stands in the file; what new ones cost is what docs/threat-model.md says.
  expect(JSON.parse(file)).toMatchObject({ passphrase: { kdf: 'scrypt', ...CHEAP.passphrase } });
  expect(COSTS).toEqual({ pin: { n: 2 ** 15, r: 8, p: 1 }, passphrase: { n: 2 ** 17, r: 8, p: 1 } });
  for (const form of [key.toString('hex'), key.toString('base64'), PASSPHRASE, CODE]) expect(file).not.toContain(form);
});

it('changes the passphrase and keeps the code; a key left by a power cut goes with the next opening', async () => {
  const paths = profilePaths(temporaryFolder());
  const key = randomBytes(32);
  await wrapKey(paths, key, { passphrase: PASSPHRASE, recovery: CODE }, CHEAP);
  await rewrapKey(paths, key, 'passphrase', 'kaas boom trein water', CHEAP);
  await keyFile(paths.key).save(key);
  expect(await openWrappedKey(paths, 'passphrase', PASSPHRASE)).toBeNull();
  expect(existsSync(paths.key)).toBe(true);
  expect(await openWrappedKey(paths, 'passphrase', 'kaas boom trein water')).toEqual(key);
  expect(existsSync(paths.key)).toBe(false);
  expect(await openWrappedKey(paths, 'recovery', CODE)).toEqual(key);
});

it('a flipped bit opens nothing, and a file that is none is told from a wrong passphrase', async () => {
  const paths = profilePaths(temporaryFolder());
  await wrapKey(paths, randomBytes(32), { passphrase: PASSPHRASE, recovery: CODE }, CHEAP);
  const file = JSON.parse(readFileSync(paths.wrappedKey, 'utf8')) as Record<string, Record<string, string>>;
  for (const field of ['wrapped', 'tag', 'nonce', 'salt']) {
    const bytes = Buffer.from(file['recovery']?.[field] ?? '', 'base64');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    const recovery = { ...file['recovery'], [field]: bytes.toString('base64') };
    writeFileSync(paths.wrappedKey, JSON.stringify({ ...file, recovery }));
    expect(await openWrappedKey(paths, 'recovery', CODE)).toBeNull();
  }
  writeFileSync(paths.wrappedKey, '{}');
  await expect(openWrappedKey(paths, 'recovery', CODE)).rejects.toThrow(DatabaseFailure);
});

it.each(['', 'kort', 'aaaaaaaaaaaaaaaa', '            ', 'elf tekens…'])('refuses %j as a passphrase', (passphrase) => {
  expect(refusalOfPassphrase(passphrase)).not.toBeNull();
  expect(refusalOfPassphrase(PASSPHRASE)).toBeNull();
});
