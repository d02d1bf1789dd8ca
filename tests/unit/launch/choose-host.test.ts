import { describe, expect, it } from 'vitest';
import { chooseHost, type Findings } from '../../../electron/launch/choose-host.ts';
import { lookForHosts } from '../../../electron/launch/look-for-hosts.ts';
import { join } from 'node:path';
import { programAt, temporaryFolder, writeFileAt } from './support.ts';

const NOTHING: Findings = { hasDisplay: true, electron: { reason: 'there is none' }, chromium: null };

describe('chooseHost', () => {
  it('takes Electron when there is a program', () => {
    expect(chooseHost({ ...NOTHING, electron: { path: '/e' }, chromium: '/c' })).toEqual({
      host: 'electron',
      electron: '/e',
      line: 'Host: Electron, because its program is on this machine.',
    });
  });

  it('else takes an app window of Chromium, and says why', () => {
    expect(chooseHost({ ...NOTHING, chromium: '/c' })).toEqual({
      host: 'app-window',
      chromium: '/c',
      line: 'Host: loopback, in an app window of Chromium, because there is none.',
    });
  });

  it('else takes the default browser', () => {
    expect(chooseHost(NOTHING)).toEqual({
      host: 'default-browser',
      line: 'Host: loopback, in the default browser, because there is none, and no Chromium was found.',
    });
  });

  it('opens nothing where nobody could see it, whatever was found', () => {
    expect(chooseHost({ hasDisplay: false, electron: { path: '/e' }, chromium: '/c' })).toEqual({
      host: 'address',
      line: 'Host: loopback, without a window, because there is no display.',
    });
  });
});

describe('lookForHosts', () => {
  /** A machine on which Electron is installed and whose installer must not be asked. */
  function machine(): {
    packageDirectory: string;
    environment: Record<string, string>;
    electron: string;
    chromium: string;
  } {
    const folder = temporaryFolder();
    writeFileAt(join(folder, 'install.js'), '');
    writeFileAt(join(folder, 'path.txt'), 'electron');
    const electron = programAt(join(folder, 'dist', 'electron'), '');
    const chromium = programAt(join(folder, 'bin', 'chromium'), '');
    return { packageDirectory: folder, environment: { PATH: join(folder, 'bin'), DISPLAY: ':0' }, electron, chromium };
  }

  it('finds Electron, and then looks no further', async () => {
    const { packageDirectory, environment, electron } = machine();
    expect(await lookForHosts({ packageDirectory, environment, platform: 'linux' })).toEqual({
      hasDisplay: true,
      electron: { path: electron },
      chromium: null,
    });
  });

  it('passes Electron by with DANKBEL_HOST=loopback', async () => {
    const { packageDirectory, environment, chromium } = machine();
    const findings = await lookForHosts({
      packageDirectory,
      environment: { ...environment, DANKBEL_HOST: 'loopback' },
      platform: 'linux',
    });
    expect(chooseHost(findings)).toMatchObject({ host: 'app-window', chromium });
    expect(chooseHost(findings).line).toContain('because DANKBEL_HOST asks for it');
  });

  it('looks at nothing without a display', async () => {
    const { packageDirectory, environment } = machine();
    const findings = await lookForHosts({
      packageDirectory,
      environment: { ...environment, DISPLAY: '' },
      platform: 'linux',
    });
    expect(chooseHost(findings).host).toBe('address');
  });
});
