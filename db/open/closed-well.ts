/**
 * A note beside the database that it was found whole on a day and then closed as it should be. Whoever opens it again
 * on that day need not read every page of it once more, which takes minutes for a large charity
 * (docs/decisions/0026). The note is taken away before anything else happens, so that a power cut leaves none.
 */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import type { CalendarDay } from '../../domain/calendar/day.ts';
import { syncFolder, writeFileDurably } from '../durable-file.ts';
import type { ProfilePaths } from './profile-folder.ts';

const noteSchema = z.strictObject({ checkedOn: z.string(), size: z.number(), modified: z.number() });

/** Takes the note away. @returns whether it holds for `today`, and for the file as it lies there now */
export function takeClosedWell(paths: ProfilePaths, today: CalendarDay): boolean {
  const note = readNote(paths.closedWell);
  if (note === null) return false;
  rmSync(paths.closedWell, { force: true });
  syncFolder(paths.folder);
  const { size, modified } = stateOf(paths.database);
  return note.checkedOn === today && note.size === size && note.modified === modified;
}

/** @param checkedOn when every page was read last. Only for a database that has just been closed. */
export function noteClosedWell(paths: ProfilePaths, checkedOn: CalendarDay): void {
  // A log that is still there holds what the file does not: nobody closed it.
  if (existsSync(`${paths.database}-wal`)) return;
  try {
    writeFileDurably(paths.closedWell, JSON.stringify({ checkedOn, ...stateOf(paths.database) }));
  } catch {
    // On a full disk, or in a folder that was taken away, the next opening is only slower.
  }
}

/** Hundredths of a millisecond: finer than anybody could write after the closing, coarser than a copy keeps. */
const PARTS_OF_A_MILLISECOND = 100;

function stateOf(path: string): { readonly size: number; readonly modified: number } {
  const state = statSync(path, { throwIfNoEntry: false });
  return { size: state?.size ?? -1, modified: Math.round((state?.mtimeMs ?? -1) * PARTS_OF_A_MILLISECOND) };
}

function readNote(path: string): z.output<typeof noteSchema> | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
