/** When is looked for an update, when one may take over, on which machines at all, and what may be downloaded. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../../electron/updates/acceptable.ts';
import { isTimeToCheck, refuseToInstall } from '../../../electron/updates/decide.ts';
import { WHY_FAILED } from '../../../electron/updates/messages.ts';
import { afterTold, writeState } from '../../../electron/updates/state.ts';
import {
  adminFoldersOf,
  readFeed,
  wayOfUpdating,
  WAY_WORDS,
  type Installation,
} from '../../../electron/updates/way.ts';

const at = (time: string): string => `2026-11-21T${time}:00.000Z`;

describe('looking for an update', () => {
  it.each([
    ['not in the first two minutes', '10:01', { checkedAt: null, failures: 0 }, false],
    ['after two minutes', '10:02', { checkedAt: null, failures: 0 }, true],
    ['not again within six hours', '16:01', { checkedAt: at('10:02'), failures: 0 }, false],
    ['after six hours', '16:02', { checkedAt: at('10:02'), failures: 0 }, true],
    ['ten minutes after a failure', '10:12', { checkedAt: at('10:02'), failures: 1 }, true],
    ['later after the next one', '10:12', { checkedAt: at('10:02'), failures: 2 }, false],
    ['an hour after the second', '11:02', { checkedAt: at('10:02'), failures: 2 }, true],
    ['three hours after the third', '13:02', { checkedAt: at('10:02'), failures: 3 }, true],
    ['six hours after any other', '15:02', { checkedAt: at('10:02'), failures: 9 }, false],
    ['when the clock was set back', '09:00', { checkedAt: at('10:02'), failures: 0 }, true],
  ])('%s', (_, now, checks, expected) => {
    expect(isTimeToCheck(at(now), { openedAt: at('10:00'), ...checks })).toBe(expected);
  });
});

describe('taking over', () => {
  const free = { isSealed: false, isInCall: false, waiting: 0 };
  it('is possible when nothing goes on and nothing waits', () => expect(refuseToInstall(free)).toBeNull());
  it.each([
    ['shut data', { isSealed: true }, /vergrendeld/, /locked/],
    ['a call', { isInCall: true }, /gesprek open/, /call is still open/],
    ['something unsent', { waiting: 3 }, /verzending.*3/, /waits to be sent.*3/],
  ])('waits for %s, and says so', (_, change, nl, en) => {
    const refusal = refuseToInstall({ ...free, ...change });
    expect(refusal?.nl).toMatch(nl);
    expect(refusal?.en).toMatch(en);
  });
});

describe('how a machine is updated', () => {
  const windows: Installation = {
    host: 'electron',
    platform: 'win32',
    isPackaged: true,
    programPath: 'C:\\Users\\anneke\\AppData\\Local\\Programs\\dankbel\\Dankbel.exe',
    appImage: null,
    adminFolders: ['C:\\Program Files', ''],
    feed: { url: 'https://updates.voorbeeld.nl/', hasPublisher: true },
  };
  const linux: Installation = {
    ...windows,
    platform: 'linux',
    programPath: '/tmp/.mount_Dankbe/dankbel',
    appImage: '/home/anneke/Dankbel.AppImage',
    adminFolders: ['/usr', '/opt'],
    feed: { url: 'https://updates.voorbeeld.nl/', hasPublisher: false },
  };
  it.each<readonly [string, Installation, 'stable' | 'beta' | 'off' | undefined, string]>([
    ['Windows, in the folder of the user', windows, undefined, 'itself'],
    ['Windows, on the beta channel by policy', windows, 'beta', 'itself'],
    ['Windows, switched off', windows, 'off', 'switched-off'],
    [
      'Windows, for everybody',
      { ...windows, programPath: 'c:\\program files\\Dankbel\\Dankbel.exe' },
      undefined,
      'administrator',
    ],
    [
      'Windows, beside Program Files',
      { ...windows, programPath: 'C:\\Program Files2\\Dankbel.exe' },
      undefined,
      'itself',
    ],
    [
      'Windows, by nobody in particular',
      { ...windows, feed: { url: 'https://x.nl/', hasPublisher: false } },
      undefined,
      'unsigned',
    ],
    ['a package without an address', { ...windows, feed: null }, undefined, 'no-feed'],
    [
      'an address that anybody can change on its way',
      { ...linux, feed: { url: 'http://x.nl/', hasPublisher: false } },
      undefined,
      'no-feed',
    ],
    ['an AppImage', linux, undefined, 'itself'],
    ['an AppImage of the administrator', { ...linux, appImage: '/opt/Dankbel.AppImage' }, undefined, 'administrator'],
    ['a deb or rpm', { ...linux, appImage: null, programPath: '/opt/Dankbel/dankbel' }, undefined, 'package'],
    [
      'a Mac',
      { ...linux, platform: 'darwin', appImage: null, programPath: '/Applications/Dankbel.app' },
      undefined,
      'itself',
    ],
    ['while it is developed', { ...linux, isPackaged: false }, undefined, 'source'],
    [
      'the loopback host from its source',
      { ...linux, host: 'loopback', isPackaged: false, programPath: '/home/anneke/dankbel' },
      undefined,
      'source',
    ],
    [
      'the loopback host from a package',
      { ...linux, host: 'loopback', isPackaged: false, programPath: '/usr/lib/dankbel/app' },
      undefined,
      'package',
    ],
  ])('%s', (_, installation, updates, way) => {
    expect(wayOfUpdating(installation, updates)).toBe(way);
  });

  it('is said in both languages', () => {
    for (const { nl, en } of Object.values(WAY_WORDS)) expect([nl, en].every((text) => text.endsWith('.'))).toBe(true);
  });

  it('reads what electron-builder wrote', () => {
    const text = "provider: generic\nurl: 'https://updates.voorbeeld.nl/dankbel'\npublisherName:\n  - Stichting\n";
    expect(readFeed(text)).toEqual({ url: 'https://updates.voorbeeld.nl/dankbel', hasPublisher: true });
    expect(readFeed('provider: generic\n')).toBeNull();
    expect(readFeed(null)).toBeNull();
  });

  it('knows the folders of the administrator', () => {
    expect(adminFoldersOf({ ProgramFiles: 'C:\\Program Files' }, 'win32')).toContain('C:\\Program Files');
    expect(adminFoldersOf({}, 'linux')).toEqual(['/usr', '/opt', '/nix']);
  });
});

describe('what may be downloaded', () => {
  const sha512 = Buffer.alloc(64, 7).toString('base64');
  const file = { url: 'Dankbel Setup 0.3.0.exe', sha512, size: 90_000_000 };
  const ask = (promise: object, channel: 'stable' | 'beta' = 'stable') => judge(promise, { current: '0.2.0', channel });
  it.each([
    ['a later version', { version: '0.3.0', files: [file] }, 'good'],
    ['a much later version', { version: '0.10.0', files: [file] }, 'good'],
    ['the same', { version: '0.2.0', files: [file] }, 'older'],
    ['an earlier one', { version: '0.1.9', files: [file] }, 'older'],
    ['a trial of this one', { version: '0.2.0-beta.2', files: [file] }, 'older'],
    ['a trial of a later one', { version: '0.3.0-beta.2', files: [file] }, 'wrong'],
    ['no version', { version: 'v0.3', files: [file] }, 'wrong'],
    ['a version with something behind it', { version: '0.3.0+abc', files: [file] }, 'wrong'],
    ['a version without an end', { version: `0.3.0-${'a'.repeat(100)}`, files: [file] }, 'wrong'],
    ['no files', { version: '0.3.0', files: [] }, 'wrong'],
    ['many files', { version: '0.3.0', files: Array.from({ length: 21 }, () => file) }, 'wrong'],
    ['a checksum that is none', { version: '0.3.0', files: [{ ...file, sha512: 'abc' }] }, 'wrong'],
    ['one good and one bad file', { version: '0.3.0', files: [file, { ...file, url: 'https://x.nl/a.exe' }] }, 'wrong'],
    [
      'a file by a path',
      { version: '0.3.0', files: [{ ...file, url: '..%2F..%2Fa.exe'.replaceAll('%2F', '/') }] },
      'wrong',
    ],
    ['a file of no size', { version: '0.3.0', files: [{ ...file, size: 0 }] }, 'wrong'],
    ['nothing', {}, 'wrong'],
  ])('%s is %s', (_, promise, verdict) => expect(ask(promise)).toBe(verdict));
  it('a trial is for whoever asked for it', () => {
    expect(ask({ version: '0.3.0-beta.2', files: [file] }, 'beta')).toBe('good');
  });
});

it('every state is said in both languages', () => {
  const states = [
    { kind: 'unknown' },
    { kind: 'checking' },
    afterTold({ told: 'none' }, at('10:00')),
    afterTold({ told: 'found', version: '0.3.0' }, at('10:00')),
    afterTold({ told: 'downloading', version: '0.3.0', percent: 40 }, at('10:00')),
    afterTold({ told: 'ready', version: '0.3.0' }, at('10:00')),
    ...WHY_FAILED.map((why) => afterTold({ told: 'failed', why }, at('10:00'))),
  ] as const;
  const said = states.map((state) => writeState(state));
  expect(new Set(said.map(({ nl }) => nl)).size).toBe(states.length);
  expect(said.every(({ nl, en }) => nl.endsWith('.') && en.endsWith('.'))).toBe(true);
});
