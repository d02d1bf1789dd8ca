/** Small files that must be whole or not there at all: written beside, forced to the disk, then renamed. */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
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

/**
 * The same for a file that may be made once only, by whoever comes first.
 *
 * @returns false when somebody else was first: theirs stays
 */
export function makeFileOnce(path: string, content: string, mode = 0o600): boolean {
  const beside = `${path}.${process.pid}.new`;
  writeFileDurably(beside, content, mode);
  try {
    linkSync(beside, path);
  } catch (error) {
    if (existsSync(path)) return false;
    // Not every file system has links (FAT); without them two who begin in the same moment are not kept apart.
    if (!(error instanceof Error)) throw error;
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
    syncFolder(dirname(path));
  }
  return true;
}

/**
 * Keeps a place at the end of a file, which is made when it is not there, and fills it with blank lines: on a full disk
 * this fails, and what is written into the place later does not. What a power cut left half-written before stays alone
 * on its line.
 *
 * @param lines each with its end
 * @returns writes the lines into the place, and forces them to the disk
 */
export function reserveLines(path: string, lines: string): () => void {
  const isNew = !existsSync(path);
  const bytes = Buffer.from(lines);
  const place = withFile(path, isNew ? 'wx+' : 'r+', (file) => {
    const { size, ino } = fstatSync(file);
    const last = Buffer.alloc(1);
    const isCutOff = size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last[0] !== NEW_LINE;
    const start = size + (isCutOff ? 1 : 0);
    writeAll(file, Buffer.alloc(start - size + bytes.length, NEW_LINE), size);
    return { start, ino };
  });
  return () => {
    const isDone = withFile(path, 'r+', (file) => {
      // Somebody wrote the whole file anew meanwhile: the place is gone.
      if (fstatSync(file).ino !== place.ino) return false;
      writeAll(file, bytes, place.start);
      fsyncSync(file);
      return true;
    });
    if (!isDone) return reserveLines(path, lines)();
    if (isNew) syncFolder(dirname(path));
  };
}

const NEW_LINE = 10;

function withFile<Result>(path: string, flags: string, work: (file: number) => Result): Result {
  const file = openSync(path, flags, 0o600);
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}

/** On a disk that is nearly full a part is written, and the rest of it fails. */
function writeAll(file: number, bytes: Buffer, start: number): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(file, bytes, done, bytes.length - done, start + done);
  }
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
