/** Runs a command with the backend of a profile open, and closes it whatever happens. */
import { randomInt } from 'node:crypto';
import { SILENT_LOG } from '../backend/log.ts';
import { openBackend, type OpenBackend } from '../backend/open-backend.ts';
import { clock, profileFolder, type Options } from './options.ts';

export async function withBackend<Result>(
  options: Options,
  work: (backend: OpenBackend) => Promise<Result>,
): Promise<Result> {
  const backend = await openBackend({
    folder: profileFolder(options),
    now: clock(options),
    random: cryptographicRandom,
    log: SILENT_LOG,
    syncsByItself: false,
  });
  try {
    return await work(backend);
  } finally {
    await backend.close();
  }
}

/** From 0 up to 1, unpredictable. */
export function cryptographicRandom(): number {
  return randomInt(2 ** 47) / 2 ** 47;
}
