/** A folder on the fastest disk there is: thousands of databases are made and thrown away. */
import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';

export function fastFolder(): string {
  // The folder of a run of tests goes away whatever becomes of this process.
  const isOutside = !tmpdir().startsWith(`${IN_MEMORY}/`) && isWritable(IN_MEMORY);
  return mkdtempSync(join(isOutside ? IN_MEMORY : tmpdir(), 'dankbel-simulation-'));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
