/**
 * When Dankbel starts with as little as it can: because somebody asked, or because the starts before it came to a bad end
 * one after the other. Then nothing is fetched or sent, the graphics are drawn without the graphics card, and what the
 * desktop remembers is left alone; the screen says so.
 */
import { z } from 'zod';

const MINUTE_MILLISECONDS = 60_000;
/** So many bad ends in a row, each soon after the one before. */
const BAD_ENDS = 3;
const SOON_MILLISECONDS = 10 * MINUTE_MILLISECONDS;
const REMEMBERED = 10;

const startSchema = z.object({ at: z.number(), endedWell: z.boolean() });
export const startsSchema = z.array(startSchema).max(REMEMBERED);
export type Starts = readonly z.infer<typeof startSchema>[];

export const SAFE_SWITCH = 'safe';

export type SafeReason = 'asked' | 'crashes' | null;

export function safeReason(starts: Starts, { now, isAsked }: { now: number; isAsked: boolean }): SafeReason {
  if (isAsked) return 'asked';
  const last = starts.slice(-BAD_ENDS);
  if (last.length < BAD_ENDS || last.some(({ endedWell }) => endedWell)) return null;
  const times = [...last.map(({ at }) => at), now];
  // A clock that was set back is no reason to leave out what does work.
  const areSoon = times.slice(1).every((at, index) => {
    const apart = at - (times[index] ?? 0);
    return apart >= 0 && apart <= SOON_MILLISECONDS;
  });
  return areSoon ? 'crashes' : null;
}

/** It counts as a bad end until it is known to be a good one: nobody is left to write it down afterwards. */
export function beginStart(starts: Starts, now: number): z.infer<typeof startsSchema> {
  return [...starts, { at: now, endedWell: false }].slice(-REMEMBERED);
}

export function endStart(starts: Starts): z.infer<typeof startsSchema> {
  return starts.map((start, index) => (index === starts.length - 1 ? { ...start, endedWell: true } : start));
}
