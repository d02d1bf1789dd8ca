import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureHeadlessShell } from '../../../electron/launch/headless-shell.ts';
import { debian, installing } from './debian.ts';
import { programAt } from './support.ts';

const SHELL = 'chromium-headless-shell';

describe('ensureHeadlessShell', () => {
  it.each([SHELL, 'chrome-headless-shell'])('takes the %s that is there', async (name) => {
    const { folder, options, ran } = debian(0, SHELL);
    programAt(join(folder, name), '');
    expect(await ensureHeadlessShell(options)).toBe(join(folder, name));
    expect(ran).toEqual([]);
  });

  it('installs it as root on Debian', async () => {
    const { folder, options, ran } = debian(0, SHELL);
    expect(await ensureHeadlessShell(options)).toBe(join(folder, SHELL));
    expect(ran).toEqual(installing(SHELL));
  });

  it.each([
    ['as another user', { isRoot: false }],
    ['on another system', { isDebian: false }],
  ])('leaves it at what is there %s', async (_where, change) => {
    const { options, ran } = debian(0, SHELL);
    expect(await ensureHeadlessShell({ ...options, ...change })).toBeNull();
    expect(ran).toEqual([]);
  });

  it('does without one that this Debian does not have', async () => {
    expect(await ensureHeadlessShell(debian(100, SHELL).options)).toBeNull();
    expect(await ensureHeadlessShell(debian(null, SHELL).options)).toBeNull();
  });

  it('looks for none beside the browser that DANKBEL_CHROMIUM names', async () => {
    const { folder, options, ran } = debian(0, SHELL);
    programAt(join(folder, SHELL), '');
    const environment = { ...options.environment, DANKBEL_CHROMIUM: '/named' };
    expect(await ensureHeadlessShell({ ...options, environment })).toBeNull();
    expect(ran).toEqual([]);
  });
});
