import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureChromium, type EnsureChromiumOptions } from '../../../electron/launch/chromium-for-tests.ts';
import { programAt, temporaryFolder } from './support.ts';

interface Machine {
  readonly options: EnsureChromiumOptions;
  readonly ran: { command: string; args: readonly string[]; frontend: string | undefined }[];
}

/** A machine whose `apt-get install` ends with `code` and, when that is 0, brings a Chromium. */
function machine(installCode: number | null): Machine {
  const folder = temporaryFolder();
  programAt(join(folder, 'apt-get'), '');
  const ran: Machine['ran'] = [];
  let isInstalled = false;
  const options: EnsureChromiumOptions = {
    environment: { PATH: folder },
    isRoot: true,
    isDebian: true,
    find: () => (isInstalled ? '/bin/chromium' : null),
    run: async (command, args, { environment }) => {
      ran.push({ command: command.slice(folder.length + 1), args, frontend: environment?.['DEBIAN_FRONTEND'] });
      if (args[0] !== 'install') return 100;
      isInstalled = installCode === 0;
      return installCode;
    },
  };
  return { options, ran };
}

describe('ensureChromium', () => {
  it('takes the one that is there', async () => {
    const { options, ran } = machine(0);
    expect(await ensureChromium({ ...options, find: () => '/there' })).toEqual({ path: '/there' });
    expect(ran).toEqual([]);
  });

  it('installs it as root on Debian, without a question, also when the package lists are old', async () => {
    const { options, ran } = machine(0);
    expect(await ensureChromium(options)).toEqual({ path: '/bin/chromium' });
    expect(ran).toEqual([
      { command: 'apt-get', args: ['update', '-qq'], frontend: 'noninteractive' },
      {
        command: 'apt-get',
        args: ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
        frontend: 'noninteractive',
      },
    ]);
  });

  it.each<[string, EnsureChromiumOptions]>([
    ['as another user', { isRoot: false }],
    ['on another system', { isDebian: false }],
    ['without apt-get', { environment: {} }],
  ])('says what to do %s, and installs nothing', async (_where, change) => {
    const { options, ran } = machine(0);
    const answer = await ensureChromium({ ...options, ...change });
    expect(answer).toEqual({ sentence: expect.stringContaining('Install Chromium or Chrome') as string });
    expect(ran).toEqual([]);
  });

  it('says what to do when the installation fails', async () => {
    expect(await ensureChromium(machine(100).options)).toEqual({
      sentence: expect.stringContaining('(apt-get was tried and ended with 100.)') as string,
    });
    expect(await ensureChromium(machine(null).options)).toEqual({
      sentence: expect.stringContaining('ended with no answer in time') as string,
    });
  });
});
