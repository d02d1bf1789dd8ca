/**
 * What most tests begin with, made once for a worker and copied for each test: the practice CRM with the captured data,
 * and a profile that has pulled all of it. Both are what the program itself made; only the waiting is spared.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../../domain/calendar/day.ts';
import { readSetting, writeSetting } from '../../db/queries/settings.ts';
import { connectProfile } from '../../electron/backend/connect.ts';
import { SILENT_LOG } from '../../electron/backend/log.ts';
import { openBackend, type OpenBackend } from '../../electron/backend/open-backend.ts';
import { CONNECTION } from '../../electron/backend/profile-settings.ts';
import { startPracticeCrm, type PracticeCrm } from '../../sync/practice/server.ts';

export const CAPTURED = fileURLToPath(new URL('../fixtures/civicrm/captured', import.meta.url));

/** Saturday 21 November 2026, 14:00 in Amsterdam: the lines are open. */
export const AFTERNOON: Instant = '2026-11-21T13:00:00.000Z';

type Clock = () => Date;

/** Absent: the clock of this machine, as the practice CRM has it by itself. */
const profiles = new Map<Clock | 'machine', Promise<string>>();
const made: string[] = [];
let crmFolder: Promise<string> | null = null;

process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-ready-'));
  made.push(folder);
  return folder;
}

async function makeCrm(): Promise<string> {
  const dataDir = makeFolder();
  // What the filling itself stamps is older than any change that a test makes, whatever the clock of its CRM says.
  const clock = (): Date => new Date(AFTERNOON);
  const crm = await startPracticeCrm({ dataDir, clock, fill: { kind: 'captured', directory: CAPTURED } });
  await crm.stop();
  return dataDir;
}

/** Fills an empty folder with the data of a practice CRM that holds the captured data. */
export async function copyCapturedCrm(folder: string): Promise<void> {
  crmFolder ??= makeCrm();
  cpSync(await crmFolder, folder, { recursive: true });
}

async function makeProfile(clock: Clock | undefined): Promise<string> {
  const dataDir = makeFolder();
  await copyCapturedCrm(dataDir);
  const crm = await startPracticeCrm({ dataDir, ...(clock === undefined ? {} : { clock }) });
  const folder = makeFolder();
  const now = (): Instant => AFTERNOON;
  const backend = await openBackend({ folder, now, random: Math.random, log: SILENT_LOG, syncsByItself: false });
  await connectProfile(backend.store, { url: crm.url, apiKey: crm.apiKey, isPractice: false });
  await backend.reconnect();
  await backend.sync.run(true);
  await backend.close();
  await crm.stop();
  return folder;
}

/** Fills an empty folder with a profile that pulled everything at `AFTERNOON` from a CRM with this clock. */
export async function copyReadyProfile(folder: string, clock?: Clock): Promise<void> {
  const key = clock ?? 'machine';
  const profile = profiles.get(key) ?? makeProfile(clock);
  profiles.set(key, profile);
  cpSync(await profile, folder, { recursive: true });
}

/** Tells a copied profile where its CRM is now. */
export async function moveTo(crm: PracticeCrm, backend: OpenBackend): Promise<void> {
  await backend.store.write(async (writer) => {
    const connection = await readSetting(writer.transaction, CONNECTION);
    if (connection === null) throw new Error('the profile is not connected');
    await writeSetting(writer, CONNECTION, { ...connection, address: crm.url });
  });
  await backend.reconnect();
}
