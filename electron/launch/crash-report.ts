/**
 * What is written down when a part of the program ends that should not: which part, how, and where in our own code. No
 * message of an error and no piece of memory, because in both stands what somebody was working on (decision 0041): the
 * crash reporter of Chromium is never started.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { writeFileDurably } from '../../db/durable-file.ts';

export const CRASHED_PARTS = ['program', 'backend', 'page', 'graphics', 'helper'] as const;

const WORD = /^[A-Za-z][\w-]{0,39}$/;
/** A file of ours and a place in it: "backend.js:120:7". */
const PLACE = /^[\w.-]{1,60}:\d{1,7}:\d{1,5}$/;
const MOST_PLACES = 12;
const KEPT = 20;
const NAME = /^\d{4}-\d{2}-\d{2}T\d{6}\d{3}Z-[a-z]+\.json$/;

export const crashReportSchema = z.strictObject({
  at: z.iso.datetime(),
  part: z.enum(CRASHED_PARTS),
  /** A word of Chromium's or the class of an error: "crashed", "oom", "TypeError". */
  reason: z.string().regex(WORD),
  code: z.int().nullable(),
  places: z.array(z.string().regex(PLACE)).max(MOST_PLACES),
  version: z.string().max(20),
  system: z.string().max(40),
});
export type CrashReport = z.infer<typeof crashReportSchema>;

export function crashFolder(profileDirectory: string): string {
  return join(profileDirectory, 'crash-reports');
}

/** Of an error its class and the places in our code; nothing of what it says. */
export function describeError(error: unknown): Pick<CrashReport, 'reason' | 'places'> {
  if (!(error instanceof Error)) return { reason: 'unknown', places: [] };
  const places = (error.stack ?? '')
    .split('\n')
    .flatMap((line) => /[/\\(]([^/\\()]+:\d+:\d+)\)?$/.exec(line.trim())?.[1] ?? [])
    .filter((place) => PLACE.test(place));
  return { reason: wordOf(error.name), places: places.slice(0, MOST_PLACES) };
}

/** Only a word: whatever else stands there is not passed on. */
export function wordOf(reason: string): string {
  return WORD.test(reason) ? reason : 'unknown';
}

/** Never throws: a crash that cannot be written down must not become another. */
export function keepCrashReport(profileDirectory: string, report: CrashReport): boolean {
  try {
    const folder = crashFolder(profileDirectory);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const name = `${report.at.replaceAll(/[:.]/g, '')}-${report.part}.json`;
    writeFileDurably(join(folder, name), `${JSON.stringify(crashReportSchema.parse(report))}\n`, 0o600);
    for (const old of namesIn(folder).slice(0, -KEPT)) rmSync(join(folder, old), { force: true });
    return true;
  } catch {
    return false;
  }
}

/** Newest first. One that cannot be read is no report. */
export function readCrashReports(
  profileDirectory: string,
): readonly { readonly file: string; readonly report: CrashReport }[] {
  const folder = crashFolder(profileDirectory);
  return namesIn(folder)
    .toReversed()
    .flatMap((file) => {
      try {
        return [{ file, report: crashReportSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))) }];
      } catch {
        return [];
      }
    });
}

export function removeCrashReports(profileDirectory: string): void {
  rmSync(crashFolder(profileDirectory), { recursive: true, force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => NAME.test(basename(name)))
      .toSorted();
  } catch {
    return [];
  }
}
