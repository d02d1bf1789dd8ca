/** A workstation as a test needs it: a real profile in a folder, the real connector, a practice CRM over HTTP, a clock that stands still. */
import { createClient, type Client } from '../../contract/client.ts';
import type { CrashHook } from '../../db/crash-point.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import { connectProfile } from '../../electron/backend/connect.ts';
import { writeSetting } from '../../db/queries/settings.ts';
import { SLICE } from '../../electron/backend/slice-settings.ts';
import { SILENT_LOG, type Log } from '../../electron/backend/log.ts';
import type { Policy } from '../../electron/backend/policy/policy.ts';
import type { SignInDoor } from '../../electron/backend/salesforce/sign-in-service.ts';
import type { UpdateKeeper } from '../../electron/updates/keeper.ts';
import { openBackend, type OpenBackend, type OpenBackendOptions } from '../../electron/backend/open-backend.ts';
import { startPracticeCrm, type PracticeCrm, type PracticeCrmOptions } from '../../sync/practice/server.ts';
import { AFTERNOON, CAPTURED, copyCapturedCrm, copyReadyProfile, moveTo, openNew, type Connected } from './ready.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { whenDone } from './when-done.ts';

export { AFTERNOON } from './ready.ts';

export interface TestClock {
  readonly now: () => Instant;
  set(instant: Instant): void;
  /** Moves on. */
  advance(seconds: number): void;
}

export function testClock(start: Instant = AFTERNOON): TestClock {
  let current = Date.parse(start);
  return {
    now: () => new Date(current).toISOString(),
    set: (instant) => void (current = Date.parse(instant)),
    advance: (seconds) => void (current += seconds * 1_000),
  };
}

/** Randomness that is the same in every run. */
export function seededRandom(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The CRMs that were begun with the captured data; absent for other CRMs. */
const captured = new WeakMap<PracticeCrm, Pick<PracticeCrmOptions, 'clock' | 'version'>>();

export async function practiceCrm(options: Partial<PracticeCrmOptions> = {}): Promise<PracticeCrm> {
  const { dataDir, fill, version, timeZone, ...others } = options;
  if ((dataDir ?? fill ?? timeZone) !== undefined) {
    return keep(
      await startPracticeCrm({ dataDir: ':memory:', fill: { kind: 'captured', directory: CAPTURED }, ...options }),
    );
  }
  const folder = temporaryFolder();
  await copyCapturedCrm(folder, version);
  const crm = keep(await startPracticeCrm({ dataDir: folder, ...others }));
  captured.set(crm, options);
  return crm;
}

function keep(crm: PracticeCrm): PracticeCrm {
  whenDone(() => crm.stop());
  return crm;
}

export interface Workstation extends Client {
  readonly folder: string;
  readonly backend: OpenBackend;
  readonly clock: TestClock;
  /** One round of sync, as a person asks for it. */
  sync(): ReturnType<OpenBackend['sync']['run']>;
  close(): Promise<void>;
}

export interface WorkstationOptions {
  readonly folder?: string;
  readonly clock?: TestClock;
  readonly isPractice?: boolean;
  /** Of another user than the connector's: somebody else works here. */
  readonly apiKey?: string;
  /** Lets time pass while a claim is asked for. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
  /** Absent: as a profile has it by itself. Null: every donor's details are held. */
  readonly sliceDays?: number | null;
  /** Absent: nobody listens. */
  readonly log?: Log;
  /** What the administrator of the machine fixed. */
  readonly policy?: Policy;
  /** How a sign-in reaches the browser; absent: nobody opens it. */
  readonly signIn?: SignInDoor;
  /** Started with as little as possible. */
  readonly isSafe?: boolean;
  /** Decides about newer versions; absent: nobody does. */
  readonly updates?: UpdateKeeper;
  /** Told where the code is; what it throws ends the work there. */
  readonly at?: CrashHook;
}

/** Hashes that protect nothing, and take no time. */
export const CHEAP = { pin: { n: 1_024, r: 8, p: 1 }, passphrase: { n: 2_048, r: 8, p: 1 } } as const;

/** Every workstation makes ids of its own, the same ones in every run. */
let opened = 0;

export async function openWorkstation(options: WorkstationOptions = {}): Promise<Workstation> {
  const { folder = temporaryFolder() } = options;
  const clock = options.clock ?? testClock();
  const settings: OpenBackendOptions = {
    folder,
    now: clock.now,
    random: seededRandom((opened += 1)),
    log: options.log ?? SILENT_LOG,
    syncsByItself: false,
    costs: CHEAP,
    ...(options.policy === undefined ? {} : { policy: options.policy }),
    ...(options.signIn === undefined ? {} : { signIn: options.signIn }),
    ...(options.isSafe === undefined ? {} : { isSafe: options.isSafe }),
    ...(options.updates === undefined ? {} : { updates: options.updates }),
    ...(options.wait === undefined ? {} : { wait: options.wait }),
    ...(options.at === undefined ? {} : { at: options.at }),
  };
  const open = (): Promise<OpenBackend> => openBackend(settings);
  const backend = await (options.folder === undefined ? openNew(folder, clock.now(), open) : open());
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await backend.close();
    isOpen = false;
  };
  whenDone(close);
  return { ...createClient(backend), folder, backend, clock, close, sync: () => backend.sync.run(true) };
}

/** A workstation that is connected to a practice CRM and has pulled everything. */
export async function connectedWorkstation(crm: PracticeCrm, options: WorkstationOptions = {}): Promise<Workstation> {
  const connected = asReady(crm, options);
  if (connected !== null) {
    const folder = temporaryFolder();
    await copyReadyProfile(folder, captured.get(crm)?.clock, connected);
    const workstation = await openWorkstation({ ...options, folder });
    await moveTo(crm, workstation.backend);
    return workstation;
  }
  const workstation = await openWorkstation(options);
  await connectProfile(workstation.backend.store, {
    url: crm.url,
    apiKey: options.apiKey ?? crm.apiKey,
    isPractice: options.isPractice ?? false,
  });
  const { sliceDays } = options;
  if (sliceDays !== undefined) {
    await workstation.backend.store.write((writer) => writeSetting(writer, SLICE, { days: sliceDays }));
  }
  await workstation.backend.reconnect();
  await workstation.sync();
  return workstation;
}

/** How the ready profile is connected that holds exactly what the pull would bring; null where there is none. */
function asReady(crm: PracticeCrm, options: WorkstationOptions): Connected | null {
  const { folder, clock, apiKey = crm.apiKey, isPractice = false, sliceDays } = options;
  const begun = captured.get(crm);
  const user = keysOf(crm.keys).find((name) => crm.keys[name] === apiKey);
  if (begun === undefined || user === undefined || !crm.faults.isUntouched) return null;
  if (folder !== undefined || (clock?.now() ?? AFTERNOON) !== AFTERNOON) return null;
  return { version: begun.version, user, isPractice, sliceDays };
}

function keysOf<Value extends object>(value: Value): readonly (keyof Value)[] {
  return Object.keys(value) as (keyof Value)[];
}

/** Asks the practice CRM as its administrator: what did really arrive there? */
export async function askCrm(
  crm: PracticeCrm,
  entity: string,
  action: string,
  params: object,
): Promise<readonly Record<string, unknown>[]> {
  const response = await fetch(`${crm.url}/civicrm/ajax/api4/${entity}/${action}`, {
    method: 'POST',
    headers: { 'X-Civi-Auth': `Bearer ${crm.keys.admin}`, 'X-Requested-With': 'XMLHttpRequest' },
    body: new URLSearchParams({ params: JSON.stringify(params) }),
  });
  const answer = (await response.json()) as { values?: Record<string, unknown>[]; error_message?: string };
  if (answer.values === undefined) throw new Error(answer.error_message ?? `HTTP ${response.status}`);
  return answer.values;
}

/** Merges one contact into another, as CiviCRM leaves it behind: the loser in the bin, and two activities that say so. */
export async function mergeContacts(
  crm: PracticeCrm,
  { loser, winner }: { loser: number; winner: number },
): Promise<void> {
  const activity = { source_contact_id: 'user_contact_id', 'status_id:name': 'Completed' };
  const [merged] = await askCrm(crm, 'Activity', 'create', {
    values: { ...activity, 'activity_type_id:name': 'Contact Merged', target_contact_id: [winner] },
  });
  await askCrm(crm, 'Activity', 'create', {
    values: {
      ...activity,
      'activity_type_id:name': 'Contact Deleted by Merge',
      target_contact_id: [loser],
      parent_id: merged?.['id'],
    },
  });
  await askCrm(crm, 'Contact', 'delete', { where: [['id', '=', loser]] });
}

/** The workstation's id of a donor. */
export async function donorIdOf(workstation: Workstation, externalId: string): Promise<number> {
  const { reader } = workstation.backend.store;
  const row = await reader
    .selectFrom('donor')
    .select('id')
    .where('external_id', '=', externalId)
    .executeTakeFirstOrThrow();
  return row.id;
}
