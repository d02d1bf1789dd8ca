/** The command line on a workstation with PINs and a passphrase: nothing is answered past either, and there is a way back. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { openWrappedKey, wrapKey } from '../../../db/wrapped-key.ts';
import { startCommand } from '../../support/processes.ts';
import { runCommand } from '../../support/run-command.ts';
import { CHEAP, openWorkstation } from '../../support/workstation.ts';

vi.setConfig({ testTimeout: 120_000 });

it('asks for the PIN and the passphrase in files, and forgets a PIN for whoever has the key', async () => {
  const workstation = await openWorkstation();
  const { backend, folder } = workstation;
  await backend.store.write((writer) =>
    setCurrentPerson(writer, { crmId: null, name: 'Corrie', roles: ['coordinator'] }),
  );
  await workstation.ask('people.setPin', { id: 1, pin: '7413' });
  const secrets = { passphrase: randomBytes(12).toString('hex'), recovery: 'ABCDEFGHJKMNPQRSTVWXYZ0123' };
  await backend.store.withKey((key) => wrapKey(profilePaths(folder), key, secrets, CHEAP));
  await workstation.close();
  const [passphraseFile, pinFile] = [join(folder, 'passphrase'), join(folder, 'pin')];
  writeFileSync(passphraseFile, `${secrets.passphrase}\n`);
  writeFileSync(pinFile, '7413\n');
  const ask = (...more: readonly string[]): ReturnType<typeof runCommand> =>
    runCommand(['ask', 'people.list', '--data', folder, ...more]);
  expect(await ask()).toMatchObject({ code: 1, out: '', problem: expect.stringContaining('--passphrase-file') });
  const open = ['--passphrase-file', passphraseFile];
  expect(await ask(...open)).toMatchObject({
    code: 1,
    out: '',
    problem: expect.stringMatching(/^Niemand is aangemeld/),
  });
  expect(await ask(...open, '--person', 'Corrie')).toMatchObject({
    code: 1,
    problem: expect.stringContaining('pincode'),
  });
  const answered = await ask(...open, '--person', 'Corrie', '--pin-file', pinFile);
  expect(answered).toMatchObject({ code: 0, problem: '' });
  expect(answered.out).toContain('"hasPassphrase":true');
  const forgot = await startCommand(['forget-pin', '--person', 'Corrie', '--data', folder, ...open]);
  expect(forgot).toMatchObject({ code: 0, out: expect.stringContaining('Corrie') });
  expect(await ask(...open, '--person', 'Corrie')).toMatchObject({ code: 0 });
  expect(await openWrappedKey(profilePaths(folder), 'recovery', secrets.recovery)).toHaveLength(32);
});
