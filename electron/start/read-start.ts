/** What a start of the loopback host was asked to do: which profile, which donor, safe mode; and where it writes its log. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createLog, type Log } from '../backend/log.ts';
import { clock, text, WrongRequest, type Options } from '../cli/options.ts';
import { linkAmong, linkTo } from '../desktop/links.ts';
import { describeError, keepCrashReport } from '../launch/crash-report.ts';
import { kindOfError } from '../launch/host-log.ts';
import { bothLogs, logFolder, rotatingLog } from '../launch/log-file.ts';
import { profileDirectory } from '../launch/profile-directory.ts';
import type { Running } from '../launch/until-stopped.ts';
import { VERSION } from '../launch/version.ts';
import { runningClock, type Start } from './show-in-loopback.ts';

/** @throws WrongRequest */
export function readStart(options: Options, running: Running, rendererDirectory: string): Start {
  const folder = text(options, 'data') ?? profileDirectory(process.env, process.platform, homedir());
  const crmId = donorOf(options);
  const now = runningClock(clock(options));
  const log = createLog(bothLogs(rotatingLog({ path: join(logFolder(folder), 'loopback.log') }), process.stderr));
  noteCrashes(folder, log);
  return { folder, now, log, running, rendererDirectory, isSafe: options.values.safe === true, crmId };
}

/** The donor of `dankbel://donor/4711`. Whoever opens her page signs in first, as always. */
function donorOf({ words }: Options): number | null {
  const [link] = words;
  if (link === undefined) return null;
  const crmId = linkAmong(words);
  if (crmId === null) throw new WrongRequest(`"${link}" is no link to a donor, such as ${linkTo(4711)}.`);
  return crmId;
}

/** Written down before Node ends the program, in the words of crash-report.ts. */
function noteCrashes(folder: string, log: Log): void {
  process.on('uncaughtExceptionMonitor', (error) => {
    log.error(kindOfError(error), 'ended unexpectedly');
    const { reason, places } = describeError(error);
    const system = `${process.platform} ${process.arch}, Node ${process.versions.node}`;
    const at = new Date().toISOString();
    keepCrashReport(folder, { at, part: 'program', reason, code: null, places, version: VERSION, system });
  });
}
