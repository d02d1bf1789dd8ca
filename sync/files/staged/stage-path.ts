/** A file on this machine's disk, read into rows a piece at a time: what the screen is sent, the command line finds here. */
import { accessSync, constants, createReadStream, statSync, type Stats } from 'node:fs';
import { basename } from 'node:path';
import { FILE_PIECE_BYTES, MOST_FILE_PIECES } from '../../../domain/file-pieces.ts';
import { createSpool } from './spool.ts';
import { stageFile } from './stage-file.ts';
import type { StagedTable } from './staged-table.ts';
import { refuse, FileRefusal } from '../refusal.ts';

/** @throws FileRefusal for what is no file, or too large */
export function checkPath(path: string): void {
  const file = basename(path);
  const about = aboutOf(path);
  if (about?.isFile() !== true) throw refuse(file, UNREADABLE);
  if (about.size > FILE_PIECE_BYTES * MOST_FILE_PIECES) throw refuse(file, TOO_LARGE);
}

function aboutOf(path: string): Stats | null {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path);
  } catch {
    return null;
  }
}

/** @param folder for the spools; the table is to be removed. @throws FileRefusal */
export async function stagePath(path: string, folder: string): Promise<StagedTable> {
  const file = basename(path);
  const spool = await createSpool(folder);
  try {
    checkPath(path);
    for await (const piece of createReadStream(path, { highWaterMark: FILE_PIECE_BYTES })) {
      await spool.append(piece as Buffer);
    }
    return await stageFile({ file, spool, folder, sheet: null });
  } catch (error) {
    // Of a file system, about this path: a full disk for the spool is another matter.
    const isOfPath = error instanceof Error && 'path' in error && error.path === path;
    throw isOfPath && !(error instanceof FileRefusal) ? refuse(file, UNREADABLE) : error;
  } finally {
    await spool.remove();
  }
}

const TOO_LARGE = {
  nl: 'dit bestand is groter dan 200 MB. Verdeel het over meer bestanden.',
  en: 'this file is larger than 200 MB. Divide it over more files.',
};
const UNREADABLE = {
  nl: 'dit bestand kan niet worden gelezen. Controleer de naam en de rechten.',
  en: 'this file cannot be read. Check its name and its rights.',
};
