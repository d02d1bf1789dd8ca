/** Runs a command with the backend of a profile open, and closes it whatever happens. */
import { randomInt } from 'node:crypto';
import { createClient } from '../../contract/client.ts';
import { DATABASE_FAILURES } from '../../db/database-failure.ts';
import { SILENT_LOG } from '../backend/log.ts';
import { openBackend, type OpenBackend } from '../backend/open-backend.ts';
import { describeHost } from '../backend/workstation/self.ts';
import { policyFile, readPolicy } from '../launch/policy-file.ts';
import { inOwnLanguage, printProblem } from './output.ts';
import { clock, profileFolder, text, WrongRequest, type Options } from './options.ts';
import { keyStoreOf, readSecretFile } from './profile-key.ts';

export async function withBackend<Result>(
  options: Options,
  work: (backend: OpenBackend) => Promise<Result>,
): Promise<Result> {
  const folder = profileFolder(options);
  const keyStore = await keyStoreOf(options, folder);
  let isRevoked = false;
  const backend = await openBackend({
    folder,
    now: clock(options),
    random: cryptographicRandom,
    log: SILENT_LOG,
    syncsByItself: false,
    policy: readPolicy(policyFile(process.env, process.platform)),
    self: describeHost(folder),
    whenRevoked: () => void (isRevoked = true),
    ...(keyStore === null ? {} : { keyStore }),
  });
  try {
    await signIn(options, backend);
    return await work(backend);
  } finally {
    if (isRevoked) {
      await backend.wipe();
      printProblem(inOwnLanguage(DATABASE_FAILURES.wiped));
    } else await backend.close();
  }
}

/** `--person NAME`, and `--pin-file FILE` for somebody with a PIN: as the screen asks it, with the same wait after misses. */
async function signIn(options: Options, backend: OpenBackend): Promise<void> {
  const name = text(options, 'person');
  if (name === null) return;
  const client = createClient(backend);
  const { people } = await client.ask('session.people', {});
  const person = people.find((each) => each.name === name);
  if (person === undefined) throw new WrongRequest(`Nobody here is called "${name}".`);
  await client.ask('session.signIn', { personId: person.id, pin: readSecretFile(options, 'pin-file') });
}

/** From 0 up to 1, unpredictable. */
export function cryptographicRandom(): number {
  return randomInt(2 ** 47) / 2 ** 47;
}
