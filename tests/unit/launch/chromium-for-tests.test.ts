import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureChromium, type EnsureChromiumOptions } from '../../../electron/launch/chromium-for-tests.ts';
import { findOnPath } from '../../../electron/launch/find-executable.ts';
import { debian, installing, type Debian } from './debian.ts';

/** This machine may have a Chromium where Debian puts it: only the folder of the test counts. */
function machine(code: number | null): Debian & { readonly options: EnsureChromiumOptions } {
  const made = debian(code, 'chromium');
  return { ...made, options: { ...made.options, find: () => findOnPath(['chromium'], made.options.environment) } };
}

describe('ensureChromium', () => {
  it('takes the one that is there', async () => {
    const { options, ran } = machine(0);
    expect(await ensureChromium({ ...options, find: () => '/there' })).toEqual({ path: '/there' });
    expect(ran).toEqual([]);
  });

  it('installs it as root on Debian', async () => {
    const { folder, options, ran } = machine(0);
    expect(await ensureChromium(options)).toEqual({ path: join(folder, 'chromium') });
    expect(ran).toEqual(installing('chromium'));
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
