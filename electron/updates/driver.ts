/** Carries out, in the main process, what the backend orders: with electron-updater, of which only this is used. */
import { kindOfError, type HostLog } from '../launch/host-log.ts';
import { judge } from './acceptable.ts';
import { boundAnswers, type HttpExecutor, type Limits } from './bounds.ts';
import type { Channel, UpdateOrder, UpdateTold, WhyFailed } from './messages.ts';
import type { Installation } from './way.ts';

/** What of electron-updater's `autoUpdater` is used. */
export interface AutoUpdater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  autoRunAppAfterInstall: boolean;
  allowDowngrade: boolean;
  allowPrerelease: boolean;
  disableWebInstaller: boolean;
  channel: string | null;
  logger: unknown;
  /** Null when it was told to use none. */
  readonly httpExecutor: unknown;
  checkForUpdates(): Promise<{ readonly isUpdateAvailable: boolean; readonly updateInfo: { version: string } } | null>;
  downloadUpdate(): Promise<unknown>;
  quitAndInstall(isSilent: boolean, isForceRunAfter: boolean): void;
  on(event: 'download-progress', listener: (progress: { readonly percent: number }) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export interface UpdateDriverOptions {
  /** Made at the first order that needs it. */
  readonly updater: () => AutoUpdater;
  readonly installation: Installation;
  /** Of the program that runs. */
  readonly version: string;
  readonly tell: (told: UpdateTold) => void;
  /** Ends the program as a person would; notes that could not be saved still keep it open. */
  readonly quit: () => void;
  readonly log: HostLog;
  readonly patienceMilliseconds?: number;
  /** Bytes of an answer; absent: what ours can be. */
  readonly limits?: Limits;
}

export interface UpdateDriver {
  carryOut(order: UpdateOrder): void;
  /** The windows are closed, the backend is not: whether the update is installed. Never rejects. */
  closing(): Promise<boolean>;
  /** Replaces the program, when everything is closed. */
  install(): void;
}

/** A copy of a large database takes a while. */
const PATIENCE_MILLISECONDS = 120_000;
/** Between the press and the end of the program. */
const RESTART_MILLISECONDS = 180_000;

export function createUpdateDriver(options: UpdateDriverOptions): UpdateDriver {
  const { installation, version, log, quit, patienceMilliseconds = PATIENCE_MILLISECONDS } = options;
  let made: AutoUpdater | null = null;
  let last: UpdateTold | null = null;
  let found = '';
  let startsAgain = false;
  let answerClosing: ((installs: boolean) => void) | null = null;

  const tell = (told: UpdateTold): void => {
    last = told;
    options.tell(told);
  };

  const make = (): AutoUpdater => {
    const updater = options.updater();
    updater.autoDownload = false;
    // Only when the backend says so, after it made a copy of the data.
    updater.autoInstallOnAppQuit = false;
    updater.disableWebInstaller = true;
    // Its lines name folders of the user.
    updater.logger = null;
    boundAnswers(updater.httpExecutor as HttpExecutor<object, never>, options.limits);
    updater.on('download-progress', ({ percent }) => {
      const whole = Math.max(0, Math.min(100, Math.floor(percent)));
      if (last?.told === 'downloading' && last.percent === whole) return;
      tell({ told: 'downloading', version: found, percent: whole });
    });
    // What it throws is told where it was asked; without a listener it would end the program.
    updater.on('error', (error) => log.warn(kindOfError(error), 'update: failed'));
    return updater;
  };
  const updaterOf = (): AutoUpdater => (made ??= make());

  async function check(channel: Channel): Promise<void> {
    const updater = updaterOf();
    updater.channel = channel === 'beta' ? 'beta' : 'latest';
    // Setting the channel allows going back, which the database would refuse.
    updater.allowDowngrade = false;
    updater.allowPrerelease = channel === 'beta';
    const result = await updater.checkForUpdates();
    if (result === null) return tell({ told: 'none' });
    const verdict = judge(result.updateInfo, { current: version, channel });
    if (verdict === 'wrong') return tell({ told: 'failed', why: 'refused' });
    if (verdict === 'older' || !result.isUpdateAvailable) return tell({ told: 'none' });
    found = result.updateInfo.version;
    tell({ told: 'found', version: found });
  }

  async function download(): Promise<void> {
    await updaterOf().downloadUpdate();
    tell({ told: 'ready', version: found });
  }

  const attempt = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      const why = whyFailed(error);
      if (why === 'nothing-there') return tell({ told: 'none' });
      log.warn({ why, ...kindOfError(error) }, 'update: failed');
      tell({ told: 'failed', why });
    });
  };

  return {
    carryOut(order) {
      switch (order.order) {
        case 'tell':
          options.tell({ told: 'installation', installation });
          if (last !== null) options.tell(last);
          return;
        case 'check':
          return attempt(check(order.channel));
        case 'download':
          return attempt(download());
        case 'restart':
          startsAgain = true;
          // Somebody may have stayed after all, because a note was not saved.
          setTimeout(() => void (startsAgain = false), RESTART_MILLISECONDS).unref();
          return quit();
        case 'install':
        case 'leave':
          answerClosing?.(order.order === 'install');
      }
    },
    async closing() {
      if (last?.told !== 'ready') {
        startsAgain = false;
        return false;
      }
      const { promise, resolve } = Promise.withResolvers<boolean>();
      answerClosing = resolve;
      // A backend that hangs gives no answer: then nothing is replaced.
      const timer = setTimeout(() => resolve(false), patienceMilliseconds);
      options.tell({ told: 'closing' });
      const installs = await promise;
      clearTimeout(timer);
      return installs;
    },
    install: () => updaterOf().quitAndInstall(true, startsAgain),
  };
}

const REFUSED = new Set([
  'ERR_CHECKSUM_MISMATCH',
  'ERR_DANKBEL_TOO_LARGE',
  'ERR_UPDATER_INVALID_SIGNATURE',
  'ERR_UPDATER_INVALID_UPDATE_INFO',
  'ERR_UPDATER_INVALID_VERSION',
  'ERR_UPDATER_NO_CHECKSUM',
  'ERR_UPDATER_NO_FILES_PROVIDED',
  'ERR_UPDATER_WEB_INSTALLER_DISABLED',
  'ERR_UPDATER_ZIP_FILE_NOT_FOUND',
]);

function whyFailed(error: unknown): WhyFailed | 'nothing-there' {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  // A channel in which nothing was released yet.
  if (code === 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND') return 'nothing-there';
  if (code === 'ENOSPC') return 'full';
  return typeof code === 'string' && REFUSED.has(code) ? 'refused' : 'unreachable';
}

/** Where something carries out updates at all. */
export function driverOf(
  {
    updates,
    version,
    log,
  }: Pick<UpdateDriverOptions, 'version' | 'log'> & {
    readonly updates?: Pick<UpdateDriverOptions, 'updater' | 'installation'> | undefined;
  },
  { tell, quit }: Pick<UpdateDriverOptions, 'tell' | 'quit'>,
): UpdateDriver | null {
  return updates === undefined ? null : createUpdateDriver({ ...updates, version, log, tell, quit });
}
