import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { profileDirectory } from '../../../electron/launch/profile-directory.ts';

const HOME = join('/home', 'an');

describe('profileDirectory', () => {
  it.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['linux', {}, join(HOME, '.local', 'share', 'dankbel')],
    ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'dankbel')],
    ['darwin', {}, join(HOME, 'Library', 'Application Support', 'Dankbel')],
    ['win32', {}, join(HOME, 'AppData', 'Local', 'Dankbel')],
    ['win32', { LOCALAPPDATA: '/local', APPDATA: '/roaming' }, join('/local', 'Dankbel')],
    ['linux', { DANKBEL_DATA: '/chosen', XDG_DATA_HOME: '/data' }, '/chosen'],
    ['linux', { DANKBEL_DATA: '' }, join(HOME, '.local', 'share', 'dankbel')],
  ])('on %s with %o is %s', (platform, environment, expected) => {
    expect(profileDirectory(environment, platform, HOME)).toBe(expected);
  });
});
