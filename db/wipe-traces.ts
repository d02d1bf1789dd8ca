/**
 * What the program wrote about itself goes with a profile that is wiped: its log and its notes of crashes. Nobody's name
 * is in them, so that one that cannot go holds nothing up: on Windows a file that a program has open stays until it is
 * closed. It is emptied then.
 */
import { readdirSync, rmdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** The folders in a profile's folder, and which files of them are ours; a stranger's file there is left alone. */
const TRACES = [
  { name: 'logs', ours: /\.log$/ },
  { name: 'crash-reports', ours: /^\d{4}-\d{2}-\d{2}T.*\.json(?:\.new)?$/ },
] as const;

/** Never throws. @param remove takes one file away, or throws */
export function removeTraces(folder: string, remove: (path: string) => void = rmSync): void {
  for (const { name, ours } of TRACES) {
    const traces = join(folder, name);
    for (const file of filesIn(traces)) {
      const path = join(traces, file);
      if (!ours.test(file) || unlessRefused(() => remove(path))) continue;
      unlessRefused(() => truncateSync(path));
    }
    unlessRefused(() => rmdirSync(traces));
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** @returns whether it was done */
function unlessRefused(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
