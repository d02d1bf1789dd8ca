/**
 * Takes a profile off the disk for good. A note beside it says that wiping has begun, and is the point of no return:
 * whatever happens then, the next start goes on with it before anything is opened. The keys go first; without them the
 * rest is noise, also where a disk keeps what was written over. What stays is a note of when, and how much was lost.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { syncFolder, writeFileDurably } from './durable-file.ts';
import { profilePaths } from './open/profile-folder.ts';
import { removeTraces } from './wipe-traces.ts';

const noteSchema = z.object({
  at: z.iso.datetime(),
  /** Operations that the CRM did not take. */
  lost: z.int().nonnegative(),
  language: z.enum(['nl', 'en']).catch('nl'),
});
export type WipeNote = z.output<typeof noteSchema>;

/** In the order in which a wipe passes them; the proof ends it at each. */
export const WIPE_POINTS = [
  'wipe-begun',
  'wipe-forgotten',
  'wipe-closed',
  'wipe-keys-gone',
  'wipe-files-gone',
  'wipe-noted',
] as const;
export type WipePoint = (typeof WIPE_POINTS)[number];
export type WipeHook = (point: WipePoint) => void;

const noteOfWiping = (folder: string): string => join(folder, 'wiping.json');
const noteOfWiped = (folder: string): string => join(folder, 'wiped.json');

/** From here on nothing of this profile is opened any more. */
export function beginWipe(folder: string, note: WipeNote): void {
  writeFileDurably(noteOfWiping(folder), JSON.stringify(note));
}

/** What became of a profile that was wiped; null for every other. A wipe that was interrupted is finished first. */
export function readWiped(folder: string): WipeNote | null {
  finishWipe(folder);
  return readNote(noteOfWiped(folder));
}

/** Goes on with a wipe that was begun, from wherever it was. Without one nothing happens. */
export function finishWipe(folder: string, at: WipeHook = () => undefined): void {
  const wiping = noteOfWiping(folder);
  if (!existsSync(wiping)) return;
  const { key, wrappedKey, electronKey, outboxCopy } = profilePaths(folder);
  for (const path of [key, wrappedKey, electronKey]) for (const each of [path, `${path}.new`]) shred(each);
  syncFolder(folder);
  at('wipe-keys-gone');
  shred(outboxCopy);
  for (const name of readdirSync(folder)) {
    if (isOurs(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  removeTraces(folder);
  syncFolder(folder);
  at('wipe-files-gone');
  // A note that cannot be read says so all the same: it was begun.
  const note = readNote(wiping) ?? { at: new Date(statSync(wiping).mtimeMs).toISOString(), lost: 0, language: 'nl' };
  writeFileDurably(wiping, JSON.stringify(note));
  renameSync(wiping, noteOfWiped(folder));
  syncFolder(folder);
  at('wipe-noted');
}

/** Somebody begins with an empty workstation. */
export function forgetWiped(folder: string): void {
  rmSync(noteOfWiped(folder), { force: true });
  syncFolder(folder);
}

/** Everything that Dankbel puts into a profile's folder and that can be about a donor; a stranger's file there is left alone. */
const OURS =
  /^(?:dankbel\.db.*|dankbel-damaged-.*|dankbel-.*\.db.*|dankbel\.key.*|key\.(?:wrapped|electron).*|outbox\.copy.*|profile\.json.*|closed-well\.json.*|left\.behind|snapshots|practice)$/;

function isOurs(name: string): boolean {
  return OURS.test(name);
}

/** Written over and forced to the disk before it goes. */
function shred(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return;
  const file = openSync(path, 'r+');
  try {
    writeFileSync(file, randomBytes(size));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  rmSync(path, { force: true });
}

function readNote(path: string): WipeNote | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
