/** Joins the rooms: opens a profile's database, its connection to the CRM, and answers the questions of the contract. */
import { v7 as uuidv7 } from 'uuid';
import type { BackendEvent, Topic } from '../../contract/event.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import { NO_CRASH, type CrashHook } from '../../db/crash-point.ts';
import type { KeyStore } from '../../db/key.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { openStore } from '../../db/open/open-store.ts';
import { COSTS, type Costs } from '../../db/secret.ts';
import { isAnyToLookUp } from '../../db/sources/look-up.ts';
import type { Store } from '../../db/store.ts';
import type { WipeHook } from '../../db/wipe.ts';
import type { Connector } from '../../sync/connector.ts';
import type { CiviCrmSite } from '../../sync/crm/civicrm/http.ts';
import type { nextToSend } from '../../sync/push-order.ts';
import type { WorkstationSelf } from '../../sync/workstations/check-in.ts';
import type { Backend } from './backend.ts';
import { addressOfCrm, openConnector, USUAL_REACH, type CrmReach } from './open-connector.ts';
import { demandByPolicy } from './salesforce/by-policy.ts';
import type { ReachSalesforce } from './salesforce/read-org.ts';
import { createSignInService, type SignInDoor } from './salesforce/sign-in-service.ts';
import { keepLists, type KeptLists } from './calls/kept-lists.ts';
import { prepareListsByThemselves } from './calls/prepare-lists.ts';
import { readPromisedCalls } from './calls/promised-calls.ts';
import { createClaimService, type ClaimService } from './claims/claim-service.ts';
import type { BackendContext } from './context.ts';
import { sendCrashes } from './crashes/send-crashes.ts';
import { dispatch } from './dispatcher.ts';
import { HANDLERS } from './handlers/index.ts';
import type { Log } from './log.ts';
import { mayBeWiped, wipeStore } from './workstation/wipe-store.ts';
import { createRegisterUpload } from './postcodes/register-upload.ts';
import { createPresence, signOutWhoHasPin, type Presence, type Seal } from './people/presence.ts';
import { createExportService } from './files/export-service.ts';
import { createFileService, type FileService } from './files/file-service.ts';
import { createRecognition, type Recognition } from './files/recognition.ts';
import { finishRemovals } from './files/remove-place.ts';
import { finishImports, IMPORTED_LONG_AGO } from './files/run-undo.ts';
import { forgetJournals } from '../../db/imports/runs.ts';
import { finishErasures } from './privacy/finish-erasures.ts';
import { keepToTerms } from './privacy/retention.ts';
import { mendOutboxCopy, replayOutbox } from './replay-outbox.ts';
import { mayConnectTo, NO_POLICY, type Policy } from './policy/policy.ts';
import { NO_PRACTICE, type PracticeDoor } from './practice/practice-door.ts';
import { VERSION } from '../launch/version.ts';
import { createIdleKeeper, type UpdateKeeper } from '../updates/keeper.ts';
import { noteFirstVersion } from './updates/first-version.ts';
import { serveUpdates } from './updates/serve-updates.ts';
import { readSliceSettings } from './slice-settings.ts';
import { judgeAgain } from '../../sync/sources/matching.ts';
import { settleAgain, type SettlingAgain, type SettlingPace } from './sources/settle-again.ts';
import { createSourceService, type SourceService } from './sources/source-service.ts';
import { STALE_AFTER_SOURCES, STALE_AFTER_SYNC } from './stale-topics.ts';
import { leavePractice } from './practice/leave-practice.ts';
import { createSyncService, type SyncService } from './sync-service.ts';
import { createTelephoneService } from './telephone/telephone-service.ts';

export interface OpenBackendOptions {
  /** Folder of the profile. */
  readonly folder: string;
  readonly now: () => Instant;
  readonly random: () => number;
  readonly log: Log;
  /** Absent: a key file in the folder. */
  readonly keyStore?: KeyStore;
  /** The way into the practice evening; absent: there is none here. */
  readonly practice?: PracticeDoor;
  /** Off for the command line, which syncs when it is asked to. */
  readonly syncsByItself: boolean;
  /** Absent: locking signs out, and the data stays open. */
  readonly seal?: Seal;
  /** Absent: what protects. Tests take less. */
  readonly costs?: Costs;
  /** Absent: at leisure, after the screen is there. Tests do not wait. */
  readonly settlingPace?: SettlingPace;
  /** How the CRM is reached; absent: CiviCRM over the network. Tests put a network of their own in between. */
  readonly connectorFor?: (site: CiviCrmSite) => Connector;
  /** How Salesforce is reached, and for the proof only watched; absent: over the network. */
  readonly salesforce?: ReachSalesforce & { readonly watch?: CrmReach['watchSalesforce'] };
  /** How a sign-in reaches the browser; absent: whoever signs in copies the address. */
  readonly signIn?: SignInDoor;
  /** Absent: the administrator fixed nothing. */
  readonly policy?: Policy;
  /** Somebody started it with as little as possible: the CRM is left alone until it is started as usual. */
  readonly isSafe?: boolean;
  /** Decides about newer versions of the program, also while no data is open; absent: nobody does. */
  readonly updates?: UpdateKeeper;
  /** For the proof only: told where the code is (`db/crash-point.ts`). */
  readonly at?: CrashHook | undefined;
  /** For the proof only: the order of the outbox with a rule broken. */
  readonly planner?: typeof nextToSend;
  /** What only the host knows of this workstation; absent: it does not tell the CRM of itself, and cannot be revoked. */
  readonly self?: Pick<WorkstationSelf, 'version' | 'keptBy'>;
  /** The CRM revoked this workstation, and what waited was sent: to be closed by `wipe`. May not wait for it. */
  readonly whenRevoked?: (() => void) | undefined;
  /** Lets time pass while a claim is asked for; the clock's own when absent. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

export interface OpenBackend extends Backend {
  readonly store: Store;
  readonly sync: SyncService;
  readonly claims: ClaimService;
  readonly sources: SourceService;
  readonly lists: KeptLists;
  readonly files: FileService;
  readonly recognition: Recognition;
  /** What an earlier version counted twice is put right; null where nothing goes on by itself. */
  readonly settlingAgain: () => SettlingAgain | null;
  readonly presence: Presence;
  /** What the administrator of this machine fixed. */
  readonly policy: Policy;
  /** Takes over the connection that the profile has now. */
  reconnect(): Promise<void>;
  /** Closes the profile and takes it off the disk for good (`db/wipe.ts`). @param at for the proof only */
  wipe(at?: WipeHook): Promise<void>;
}

/** @throws DatabaseFailure when the profile does not open; its sentence says what to do. */
export async function openBackend(options: OpenBackendOptions): Promise<OpenBackend> {
  const { folder, now, random, log, keyStore, at, planner } = options;
  const policy = options.policy ?? NO_POLICY;
  const { watch, ...reachSalesforce } = options.salesforce ?? {};
  const reach: CrmReach = {
    civicrm: options.connectorFor ?? USUAL_REACH.civicrm,
    salesforce: { ...reachSalesforce, demandAllowed: demandByPolicy(policy) },
    watchSalesforce: watch ?? USUAL_REACH.watchSalesforce,
  };
  const isSafe = options.isSafe ?? false;
  const store = await openStore({ folder, now: now(), at, ...(keyStore === undefined ? {} : { keyStore }) });
  await finishErasures(store, now(), at);
  await finishImports(store, now());
  await finishRemovals(store);
  await store.write((writer) => forgetJournals(writer, IMPORTED_LONG_AGO(now())));
  const replayed = await replayOutbox(store);
  await mendOutboxCopy(store);
  await signOutWhoHasPin(store);
  await noteFirstVersion(store, VERSION);
  if (replayed > 0) log.info({ replayed }, 'operations put back from the outbox copy');
  const listeners = new Set<(event: BackendEvent) => void>();
  const announce = (changed: readonly Topic[]): void => {
    if (changed.length > 0) for (const listener of listeners) listener({ changed: [...changed] });
  };
  const claims = createClaimService({
    store,
    now,
    newId: () => newId(now, random),
    onBug: (error) => log.error({ err: errorForLog(error) }, 'claim failed'),
    onReach: () => announce(['today']),
    ...(options.wait === undefined ? {} : { wait: options.wait }),
  });
  const sync = createSyncService({
    store,
    now,
    random,
    at,
    planner,
    slice: () => readSliceSettings(store.reader),
    afterRound: async () => {
      await finishErasures(store, now(), at);
      await keepToTerms(store, now());
      await judgeAgain(store, now());
      recognition.start();
    },
    isAutomatic: options.syncsByItself && !isSafe,
    self: options.self === undefined ? undefined : { ...options.self, newId: () => newId(now, random) },
    onRevoked: async ({ waiting }) => {
      if (await mayBeWiped(store, now(), waiting)) options.whenRevoked?.();
    },
    onChange: (report) => {
      if (report !== null) claims.noteReached(report.failure === null);
      announce(report === null ? ['sync'] : STALE_AFTER_SYNC);
    },
    onBug: (error) => log.error({ err: errorForLog(error) }, 'sync failed'),
  });
  const sources = createSourceService({
    store,
    now,
    policy,
    isAutomatic: options.syncsByItself,
    isSafe,
    // Whom nobody here fits is looked for in the CRM.
    afterReading: async () => {
      if (await isAnyToLookUp(store.reader)) sync.changed();
    },
    onChange: () => announce(STALE_AFTER_SOURCES),
    onBug: (error) => log.error({ err: errorForLog(error) }, 'reading a source failed'),
  });
  const reconnect = async (): Promise<void> => {
    const address = await addressOfCrm(store);
    const isAllowed = address !== null && !isSafe && mayConnectTo(policy, address);
    const connector = isAllowed ? await openConnector(store, reach) : null;
    claims.connect(connector);
    sync.connect(connector);
  };
  const signIn = createSignInService({
    store,
    now,
    policy,
    reach: reach.salesforce,
    door: options.signIn ?? {},
    leavePractice: () => leavePractice(store, sync),
    reconnect,
    announce,
    onBug: (error) => log.error({ err: errorForLog(error) }, 'signing in failed'),
  });
  const lists = keepLists(store);
  const presence = createPresence({ store, now, announce, policy, seal: options.seal ?? null });
  const stopWatching = options.syncsByItself ? watchPresence(presence, log) : () => undefined;
  const updates = options.updates ?? createIdleKeeper('source', now, log);
  const stopUpdates = serveUpdates({
    keeper: updates,
    store,
    policy,
    now,
    log,
    announce,
    isAutomatic: options.syncsByItself,
  });
  const register = createRegisterUpload({
    store,
    announce,
    onBug: (error) => log.error({ err: errorForLog(error) }, 'loading postcodes failed'),
  });
  const recognition = createRecognition({
    store,
    now,
    newId: () => newId(now, random),
    onChange: (isToSend) => {
      announce([...STALE_AFTER_SOURCES, 'files']);
      // Whom nobody here fits is looked for in the CRM, and who objects is told to it.
      if (isToSend) sync.changed();
      else void isAnyToLookUp(store.reader).then((isAny) => (isAny ? sync.changed() : undefined));
    },
    onBug: (error) => log.error({ err: errorForLog(error) }, 'recognising failed'),
  });
  const files = createFileService({
    store,
    now,
    announce,
    onChanged: () => {
      announce(STALE_AFTER_SYNC);
      recognition.start();
    },
    onBug: (error) => log.error({ err: errorForLog(error) }, 'handling a file failed'),
  });
  const exports = createExportService();
  let settling: SettlingAgain | null = null;
  const context: BackendContext = {
    store,
    now,
    sync,
    claims,
    sources,
    lists,
    presence,
    policy,
    isSafe,
    updates,
    telephone: createTelephoneService(store, now),
    register,
    files,
    recognition,
    exports,
    paths: profilePaths(folder),
    costs: options.costs ?? COSTS,
    at: at ?? NO_CRASH,
    reconnect,
    reach,
    signIn,
    practice: options.practice ?? null,
    announce,
    newId: () => newId(now, random),
  };
  const stopPreparing = options.syncsByItself
    ? prepareListsByThemselves(context, (error) => log.error({ err: errorForLog(error) }, 'preparing lists failed'))
    : () => undefined;
  if (options.syncsByItself) {
    sendCrashes(context).catch((error: unknown) => log.error({ err: errorForLog(error) }, 'crashes not sent'));
  }
  const stop = async (): Promise<void> => {
    await signIn.stop();
    stopPreparing();
    stopUpdates();
    await register.stop();
    await files.stop();
    await recognition.stop();
    await settling?.stop();
    await exports.stop();
    stopWatching();
    await sync.stop();
    await sources.stop();
    await claims.stop();
    await lists.stop();
  };
  const backend: OpenBackend = {
    store,
    sync,
    claims,
    sources,
    lists,
    files,
    recognition,
    settlingAgain: () => settling,
    presence,
    policy,
    ask: async (procedure, input, forWhom) => {
      // Who practises may never be answered from here, whatever went wrong on the way.
      if (forWhom === 'practice') return NO_PRACTICE;
      return dispatch(context, HANDLERS, procedure, input, (name, error) =>
        log.error({ procedure: name, err: errorForLog(error) }, 'unexpected'),
      );
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    reconnect,
    lock: () => presence.lock(false),
    wake: async () => void (await sync.run(false)),
    promised: () => readPromisedCalls(context),
    close: async () => {
      await stop();
      await store.close(() => lists.leave());
    },
    wipe: async (hook) => {
      await stop();
      await wipeStore({ store, folder, now, reach, at: hook });
    },
  };
  await backend.reconnect();
  if (options.syncsByItself) {
    recognition.start();
    settling = settleAgain({
      store,
      onChange: () => announce(STALE_AFTER_SOURCES),
      onBug: (error) => log.error({ err: errorForLog(error) }, 'settling again failed'),
      pace: options.settlingPace,
    });
  }
  return backend;
}

const LOOK_EVERY_MILLISECONDS = 20_000;

/** Locks also while nothing is asked. @returns stops it */
function watchPresence(presence: Presence, log: Log): () => void {
  const timer = setInterval(() => {
    presence.lockIfIdle().catch((error: unknown) => log.error({ err: errorForLog(error) }, 'locking failed'));
  }, LOOK_EVERY_MILLISECONDS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Time from the clock that is handed in, randomness from the generator that is handed in: a replay makes the same ids. */
function newId(now: () => Instant, random: () => number): string {
  const bytes = Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256));
  return uuidv7({ msecs: Date.parse(now()), random: bytes });
}

/** Type, code and place of an error: its message could quote what a donor said. */
function errorForLog(error: unknown): { readonly type: string; readonly code: string | null; readonly at: string } {
  if (!(error instanceof Error)) return { type: typeof error, code: null, at: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
    .join(' | ');
  return { type: error.name, code, at };
}
