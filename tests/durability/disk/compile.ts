/** Makes the disk of `disk.c`, where there is a C compiler and a loader that takes it (Linux with glibc). */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('./disk.c', import.meta.url));
const COMPILERS = ['cc', 'gcc', 'clang'];

/** @returns the path of the library; in words why there is none */
export function compileDisk(folder: string): { readonly library: string } | { readonly leftOut: string } {
  if (process.platform !== 'linux') return { leftOut: `no LD_PRELOAD on ${process.platform}` };
  const library = join(folder, 'disk.so');
  for (const compiler of COMPILERS) {
    try {
      execFileSync(compiler, ['-shared', '-fPIC', '-O1', '-o', library, SOURCE, '-ldl'], { stdio: 'ignore' });
      return { library };
    } catch {
      // Not there, or not able to: the next one is tried.
    }
  }
  return { leftOut: 'no C compiler on this machine' };
}

/** For a process whose files below `root` lie on that disk. */
export function diskEnvironment(
  library: string,
  root: string,
  how: { readonly log?: string; readonly room?: number; readonly isReadOnly?: boolean },
): Readonly<Record<string, string>> {
  return {
    LD_PRELOAD: library,
    DANKBEL_DISK_ROOT: root,
    ...(how.log === undefined ? {} : { DANKBEL_DISK_LOG: how.log }),
    ...(how.room === undefined ? {} : { DANKBEL_DISK_ROOM: String(how.room) }),
    ...(how.isReadOnly === true ? { DANKBEL_DISK_READ_ONLY: '1' } : {}),
  };
}

/** Opening a file of this name makes room on a full disk. */
export const THERE_IS_ROOM = 'there-is-room';
