/** What every step of a pull works with. */
import type { Instant } from '../../domain/calendar/day.ts';
import { dayOfInstant } from '../../domain/calendar/day.ts';
import { DEFAULT_SETTINGS, type ProgrammeSettings } from '../../domain/programmes/settings.ts';
import type { CrashHook } from '../../db/crash-point.ts';
import type { SliceWindow } from '../../db/queries/slice.ts';
import type { Store } from '../../db/store.ts';
import type { Connector, PullEntity, PullScope } from '../connector.ts';
import { readProgress } from './progress.ts';

export interface PullContext {
  readonly store: Store;
  readonly connector: Connector;
  readonly now: () => Instant;
  /** Asked between pages; what is done stays done, and the next pull goes on from there. */
  readonly shouldStop: () => boolean;
  readonly slice: SliceSettings;
  readonly at?: CrashHook | undefined;
}

export interface SliceSettings {
  /** For so many days ahead the lists are complete; null: every donor's details are held. */
  readonly days: number | null;
  readonly programmes: ProgrammeSettings;
}

/** Every donor is held. */
export const EVERYBODY: SliceSettings = { days: null, programmes: DEFAULT_SETTINGS };

/** What a pull has brought so far. */
export interface Tally {
  readonly pulled: Record<PullEntity, number>;
  leftOut: number;
}

export function windowOf({ now, slice }: PullContext): SliceWindow {
  return { today: dayOfInstant(now()), ...slice };
}

export function scopeOf({ slice }: PullContext): PullScope {
  return slice.days === null ? 'whole' : 'facts';
}

/** The backend is closing, or somebody paused the pull. */
export async function mustStop({ shouldStop, store }: PullContext): Promise<boolean> {
  return shouldStop() || (await readProgress(store.reader)).isPaused;
}
