/** The practice CRM that comes along: invented donors around today, in the folder of the profile. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dayOfInstant, daysBetween, type CalendarDay, type Instant } from '../../domain/calendar/day.ts';
import { readSetting, writeSetting, type Setting } from '../../db/queries/settings.ts';
import { startPracticeCrm, type PracticeCrm } from '../../sync/practice/server.ts';
import { connectProfile } from '../backend/connect.ts';
import type { OpenBackend } from '../backend/open-backend.ts';
import { CONNECTION, FROM_FILES } from '../backend/profile-settings.ts';

const PRACTICE_DONORS = 400;
const SEED = 1;
/** Newcomers of the last weeks grow old: after so many days there is nobody left to thank. */
const FRESH_DAYS = 10;

const MADE_ON: Setting<CalendarDay> = {
  key: 'practice.madeOn',
  schema: z.custom<CalendarDay>((day) => typeof day === 'string'),
};

export interface PracticeOptions {
  readonly folder: string;
  readonly now: () => Instant;
}

/**
 * Whether this profile has a practice CRM of its own: it was made here, or nobody has connected the profile to
 * anything yet. A profile that somebody connected to a practice CRM elsewhere is left alone.
 */
export async function wantsPractice({ store }: OpenBackend): Promise<boolean> {
  if ((await readSetting(store.reader, MADE_ON)) !== null) return true;
  const isConnected = (await readSetting(store.reader, CONNECTION)) !== null;
  return !isConnected && (await readSetting(store.reader, FROM_FILES)) !== true;
}

/** True when the invented donors were made so long ago that the whole practice profile should be made anew. */
export async function isStale({ store }: OpenBackend, now: Instant): Promise<boolean> {
  const madeOn = await readSetting(store.reader, MADE_ON);
  return madeOn !== null && Math.abs(daysBetween(madeOn, dayOfInstant(now))) > FRESH_DAYS;
}

/** Starts the practice CRM where it was, fills it if it is new, and connects the profile to it. */
export async function startPractice(backend: OpenBackend, { folder, now }: PracticeOptions): Promise<PracticeCrm> {
  const { store } = backend;
  const connection = await readSetting(store.reader, CONNECTION);
  const today = dayOfInstant(now());
  const port = connection === null ? 0 : Number(new URL(connection.address).port);
  const crm = await startOnPort(port, {
    dataDir: practiceFolder(folder),
    clock: () => new Date(now()),
    fill: { kind: 'invented', donors: PRACTICE_DONORS, seed: SEED, date: today },
  });
  try {
    await connectProfile(store, { url: crm.url, apiKey: crm.apiKey });
    if ((await readSetting(store.reader, MADE_ON)) === null) {
      await store.write((writer) => writeSetting(writer, MADE_ON, today));
    }
    await backend.reconnect();
    return crm;
  } catch (error) {
    await crm.stop();
    throw error;
  }
}

/** Takes an old practice profile away. Everything in it was invented; nothing else is ever deleted. */
export function removePractice(folder: string): void {
  for (const name of ['dankbel.db', 'dankbel.db-wal', 'outbox.copy', 'snapshots', 'practice-crm']) {
    const path = join(folder, name);
    if (existsSync(path)) rmSync(path, { recursive: true });
  }
}

function practiceFolder(folder: string): string {
  return join(folder, 'practice-crm');
}

type StartOptions = Parameters<typeof startPracticeCrm>[0];

/** The port of last time, so that the profile still points to it; any other when somebody else has it now. */
async function startOnPort(port: number, options: StartOptions): Promise<PracticeCrm> {
  if (port === 0) return startPracticeCrm(options);
  try {
    return await startPracticeCrm({ ...options, port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return startPracticeCrm(options);
    throw error;
  }
}
