/**
 * One temporary folder for a whole run of tests, which goes away at its end whatever became of the processes that
 * worked in it: a worker that is killed tidies nothing up.
 */
import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Databases are made and thrown away by the thousand, and nothing of them has to outlive a power cut. */
const IN_MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4 * 2 ** 30;
const NAMES = ['TMPDIR', 'TMP', 'TEMP'] as const;

/** From here on everything that this process starts has its temporary files there. @returns removes all of it */
export function ownTemporaryFolder(): () => void {
  const parent = process.env['TMPDIR'] === undefined && isRoomyMemory() ? IN_MEMORY : tmpdir();
  const folder = mkdtempSync(join(parent, 'dankbel-tests-'));
  const before = NAMES.map((name) => [name, process.env[name]] as const);
  for (const name of NAMES) process.env[name] = folder;
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    // Somebody who is only just ending may still write.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
}

function isRoomyMemory(): boolean {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ENOUGH_BYTES;
  } catch {
    return false;
  }
}
