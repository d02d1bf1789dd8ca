/** What is written beside the profile: the log, which is put aside when it is full, and what is noted of a crash. */
import { readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../electron/backend/log.ts';
import {
  crashFolder,
  describeError,
  keepCrashReport,
  readCrashReports,
  removeCrashReports,
  type CrashReport,
} from '../../../electron/launch/crash-report.ts';
import { bothLogs, rotatingLog } from '../../../electron/launch/log-file.ts';
import { temporaryFolder } from '../shell/stand-in-parts.ts';

describe('the log', () => {
  const line = (number: number): string => `${String(number).padStart(9, '0')}\n`;

  it('is put aside when it is full, the oldest is deleted, and no line is cut', () => {
    const folder = join(temporaryFolder(), 'logs');
    const log = rotatingLog({ path: join(folder, 'main.log'), bytes: 100, kept: 2 });
    for (let number = 0; number < 55; number += 1) log.write(line(number));
    expect(readdirSync(folder).toSorted()).toEqual(['main.1.log', 'main.2.log', 'main.log']);
    const text = ['main.2.log', 'main.1.log', 'main.log'].map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(text.join('')).toBe(Array.from({ length: 25 }, (_, index) => line(30 + index)).join(''));
    for (const each of text) expect(each.length).toBeLessThanOrEqual(100);
  });

  it('goes on where it was after a start', () => {
    const path = join(temporaryFolder(), 'main.log');
    rotatingLog({ path }).write(line(1));
    rotatingLog({ path }).write(line(2));
    expect(readFileSync(path, 'utf8')).toBe(line(1) + line(2));
  });

  it('that cannot be written stops nothing', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const lines: string[] = [];
    const log = createLog(
      bothLogs(rotatingLog({ path: join(file, 'main.log') }), { write: (text) => lines.push(text) }),
    );
    log.error({ code: 7 }, 'shell: something');
    expect(lines.map((text) => JSON.parse(text) as object)).toMatchObject([{ code: 7, msg: 'shell: something' }]);
  });
});

it.skipIf(process.platform === 'win32')('the log can be read by its user alone', () => {
  const path = join(temporaryFolder(), 'main.log');
  rotatingLog({ path }).write('x\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

describe('a crash report', () => {
  const report: CrashReport = {
    at: '2026-11-20T17:30:00.000Z',
    part: 'page',
    reason: 'oom',
    code: null,
    places: [],
    version: '0.1.0',
    system: 'linux x64',
  };

  it('says of an error its class and the places in our code, and not what it says', () => {
    const error = new TypeError('mevrouw Jansen, 06 12345678');
    error.stack = `TypeError: mevrouw Jansen\n    at save (/home/jansen/dankbel/dist/electron/backend.js:120:7)\n    at file:///C:/Users/jansen/main.js:1:2\n    at Object.<anonymous> (evil jansen.js:1:1)`;
    expect(describeError(error)).toEqual({ reason: 'TypeError', places: ['backend.js:120:7', 'main.js:1:2'] });
    expect(describeError('mevrouw Jansen')).toEqual({ reason: 'unknown', places: [] });
    error.name = 'mevrouw Jansen';
    expect(describeError(error).reason).toBe('unknown');
  });

  it('that would say more is not kept', () => {
    const profile = temporaryFolder();
    expect(keepCrashReport(profile, { ...report, reason: 'mevrouw Jansen' })).toBe(false);
    expect(keepCrashReport(profile, { ...report, places: ['/home/jansen/main.js:1:1'] })).toBe(false);
    expect(keepCrashReport(profile, { ...report, note: 'Jansen' } as CrashReport)).toBe(false);
    expect(readCrashReports(profile)).toEqual([]);
  });

  it('is kept with the last twenty, newest first, until they are removed', () => {
    const profile = temporaryFolder();
    for (let minute = 10; minute < 35; minute += 1) {
      expect(keepCrashReport(profile, { ...report, at: `2026-11-20T17:${minute}:00.000Z` })).toBe(true);
    }
    const kept = readCrashReports(profile);
    expect(kept).toHaveLength(20);
    expect(kept[0]?.report.at).toBe('2026-11-20T17:34:00.000Z');
    removeCrashReports(profile);
    expect(readCrashReports(profile)).toEqual([]);
  });

  it('that somebody else put there is no report', () => {
    const profile = temporaryFolder();
    mkdirSync(crashFolder(profile), { recursive: true });
    writeFileSync(join(crashFolder(profile), '2026-11-20T173000000Z-page.json'), '{"reason":"x"}');
    writeFileSync(join(crashFolder(profile), 'notes.txt'), 'x');
    expect(readCrashReports(profile)).toEqual([]);
  });
});
