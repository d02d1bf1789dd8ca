/**
 * What most tests begin with, made once for a run and copied for each test: the practice CRM with the captured data,
 * and a profile that has pulled all of it. Both are what the program itself made; only the waiting is spared.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayOfInstant, type CalendarDay, type Instant } from '../../domain/calendar/day.ts';
import { openStore } from '../../db/open/open-store.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { readSetting, writeSetting } from '../../db/queries/settings.ts';
import { connectProfile } from '../../electron/backend/connect.ts';
import { SILENT_LOG } from '../../electron/backend/log.ts';
import { openBackend, type OpenBackend } from '../../electron/backend/open-backend.ts';
import { CONNECTION } from '../../electron/backend/profile-settings.ts';
import { SLICE } from '../../electron/backend/slice-settings.ts';
import { startPracticeCrm, type PracticeCrm, type PracticeCrmOptions } from '../../sync/practice/server.ts';

export const CAPTURED = fileURLToPath(new URL('../fixtures/civicrm/captured', import.meta.url));

/** Saturday 21 November 2026, 14:00 in Amsterdam: the lines are open. */
export const AFTERNOON: Instant = '2026-11-21T13:00:00.000Z';

type Clock = () => Date;
type Version = NonNullable<PracticeCrmOptions['version']>;

/** How a ready profile was connected, and to which CRM. */
export interface Connected {
  readonly version?: Version | undefined;
  /** Whose key it has; absent: the connector's. */
  readonly user?: keyof PracticeCrm['keys'];
  readonly isPractice?: boolean;
  /** Absent: as a profile has it by itself. */
  readonly sliceDays?: number | null | undefined;
}

/** Of clocks that do not stand still; of the others the folders of the run are shared by all workers. */
const profiles = new Map<Clock, Map<string, Promise<string>>>();
const crmFolders = new Map<Version | undefined, Promise<string>>();

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'dankbel-ready-'));
}

/** Makes a folder once for the run (`run-folder.ts`). Two workers may both make it: the first one is kept. */
async function onceForTheRun(name: string, make: () => Promise<string>): Promise<string> {
  const shared = join(tmpdir(), `dankbel-ready-${name}`);
  if (existsSync(shared)) return shared;
  const made = await make();
  try {
    renameSync(made, shared);
  } catch (error) {
    if (!existsSync(shared)) throw error;
    rmSync(made, { recursive: true, force: true });
  }
  return shared;
}

async function makeCrm(version: Version | undefined): Promise<string> {
  const dataDir = makeFolder();
  // What the filling itself stamps is older than any change that a test makes, whatever the clock of its CRM says.
  const clock = (): Date => new Date(AFTERNOON);
  const fill = { kind: 'captured', directory: CAPTURED } as const;
  const crm = await startPracticeCrm({ dataDir, clock, fill, ...(version === undefined ? {} : { version }) });
  await crm.stop();
  return dataDir;
}

/** A profile that was closed well is known by the time of its file. */
function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}

/** Fills an empty folder with the data of a practice CRM that holds the captured data. */
export async function copyCapturedCrm(folder: string, version?: Version): Promise<void> {
  const made = crmFolders.get(version) ?? onceForTheRun(`crm-${version ?? 'newest'}`, () => makeCrm(version));
  crmFolders.set(version, made);
  copyFolder(await made, folder);
}

async function makeProfile(
  clock: Clock | undefined,
  { version, user = 'link', isPractice = false, sliceDays }: Connected,
): Promise<string> {
  const dataDir = makeFolder();
  await copyCapturedCrm(dataDir, version);
  const crm = await startPracticeCrm({ dataDir, ...(clock === undefined ? {} : { clock }) });
  const folder = makeFolder();
  const now = (): Instant => AFTERNOON;
  const backend = await openBackend({ folder, now, random: Math.random, log: SILENT_LOG, syncsByItself: false });
  await connectProfile(backend.store, { url: crm.url, apiKey: crm.keys[user], isPractice });
  if (sliceDays !== undefined) await backend.store.write((writer) => writeSetting(writer, SLICE, { days: sliceDays }));
  await backend.reconnect();
  await backend.sync.run(true);
  // Every test would take the snapshot of the day otherwise.
  await backend.store.snapshot(AFTERNOON);
  await backend.close();
  await crm.stop();
  rmSync(dataDir, { recursive: true, force: true });
  return folder;
}

/** Absent: the clock of this machine, as the practice CRM has it by itself. */
async function readyProfile(clock: Clock | undefined, connected: Connected): Promise<string> {
  const { version = 'newest', user = 'link', isPractice = false, sliceDays = 'own' } = connected;
  const name = `${version}-${user}-${isPractice ? 'practice' : 'real'}-${String(sliceDays)}`;
  if (clock === undefined) return onceForTheRun(`machine-${name}`, () => makeProfile(undefined, connected));
  const time = clock().getTime();
  if (clock().getTime() === time) {
    return onceForTheRun(`${time}-${name}`, () => makeProfile(() => new Date(time), connected));
  }
  const own = profiles.get(clock) ?? new Map<string, Promise<string>>();
  profiles.set(clock, own);
  const made = own.get(name) ?? makeProfile(clock, connected);
  own.set(name, made);
  return made;
}

/** Fills an empty folder with a profile that pulled everything at `AFTERNOON` from a CRM with this clock. */
export async function copyReadyProfile(folder: string, clock?: Clock, connected: Connected = {}): Promise<void> {
  copyFolder(await readyProfile(clock, connected), folder);
}

/** Nothing but the tables: what the first opening of that day makes. Closed well, so that the next one looks at no page. */
async function makeEmpty(now: Instant): Promise<string> {
  const folder = makeFolder();
  await (await openStore({ folder, now })).close();
  const { snapshots } = profilePaths(folder);
  mkdirSync(snapshots);
  // A new profile has no snapshot of the day, and takes none: this stands for one while the copy is opened.
  writeFileSync(join(snapshots, `snapshot-${now.replaceAll(/[-:.]/g, '')}-1.db`), '');
  return folder;
}

const empty = new Map<CalendarDay, Promise<string>>();

/**
 * Opens a profile that does not exist yet: of everything that the tables are made with, only the waiting is spared.
 * The key is the same in all of them. What opening and migrating do has tests of its own, which open for themselves.
 *
 * @param folder is empty, or not there
 */
export async function openNew<Opened>(folder: string, now: Instant, open: () => Promise<Opened>): Promise<Opened> {
  const day = dayOfInstant(now);
  const made = empty.get(day) ?? onceForTheRun(`empty-${day}`, () => makeEmpty(now));
  empty.set(day, made);
  copyFolder(await made, folder);
  const opened = await open();
  rmSync(profilePaths(folder).snapshots, { recursive: true });
  return opened;
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
