/** Small files that must be whole or not there at all: written beside, forced to the disk, then renamed. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Replaces the file at `path`. On an error the old file is untouched. */
export function writeFileDurably(path: string, content: string | Buffer, mode = 0o600): void {
  const beside = `${path}.new`;
  try {
    const file = openSync(beside, 'w', mode);
    try {
      // Not `writeSync`: on a disk that is nearly full it writes a part, and says nothing.
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** For a file that something else has written. */
export function forceToDisk(path: string): void {
  // For writing: Windows forces nothing through a handle that only reads.
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a rename or a new file in a folder last. Windows cannot, and need not, open a folder for this. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
