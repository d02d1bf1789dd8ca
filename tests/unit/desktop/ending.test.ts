/** The end of the program: in order, once, and with the update only when it was allowed. */
import { describe, expect, it, vi } from 'vitest';
import { createEnding, type EndingOptions } from '../../../electron/desktop/ending.ts';
import { preventable } from '../shell/stand-in-parts.ts';

function ending(change: Partial<EndingOptions> = {}) {
  const did: string[] = [];
  const later: (() => void)[] = [];
  const note = (what: string) => () => void did.push(what);
  const end = createEnding({
    begin: note('begin'),
    updates: null,
    close: async () => void did.push('close'),
    closed: note('closed'),
    exit: note('exit'),
    after: (_milliseconds, run) => later.push(run),
    ...change,
  });
  const quit = (): boolean => {
    const event = preventable();
    end(event);
    return event.wasPrevented;
  };
  return { did, later, quit };
}

const withUpdate = (installs: boolean, did: string[]): EndingOptions['updates'] => ({
  closing: async () => {
    did.push('closing');
    return installs;
  },
  install: () => void did.push('install'),
});

describe('the end', () => {
  it('closes the backend and then the program', async () => {
    const { did, quit } = ending();
    expect(quit()).toBe(true);
    await vi.waitFor(() => expect(did).toEqual(['begin', 'close', 'closed', 'exit']));
  });

  it('happens once, however often somebody presses', async () => {
    const { did, quit } = ending();
    expect([quit(), quit(), quit()]).toEqual([true, true, true]);
    await vi.waitFor(() => expect(did).toContain('exit'));
    expect(did.filter((what) => what === 'close')).toHaveLength(1);
  });

  it('asks about the update while the data is open, installs when it is closed, and lets the installer end it', async () => {
    const did: string[] = [];
    const { quit } = ending({
      updates: withUpdate(true, did),
      close: async () => void did.push('close'),
      exit: () => void did.push('exit'),
    });
    expect(quit()).toBe(true);
    await vi.waitFor(() => expect(did).toEqual(['closing', 'close', 'install']));
    expect(quit()).toBe(false);
  });

  it('ends as always when the update may not be installed', async () => {
    const did: string[] = [];
    const { quit } = ending({ updates: withUpdate(false, did), exit: () => void did.push('exit') });
    quit();
    await vi.waitFor(() => expect(did).toEqual(['closing', 'exit']));
  });

  it('does not wait for ever for an installer, nor for one that fails', async () => {
    const did: string[] = [];
    const slow = ending({ updates: withUpdate(true, did) });
    slow.quit();
    await vi.waitFor(() => expect(slow.later).toHaveLength(1));
    slow.later[0]?.();
    expect(slow.did).toContain('exit');
    const broken = ending({
      updates: {
        closing: async () => true,
        install: () => {
          throw new Error('no installer');
        },
      },
    });
    broken.quit();
    await vi.waitFor(() => expect(broken.did).toEqual(['begin', 'close', 'closed', 'exit']));
  });

  it('comes also when the backend does not close well', async () => {
    const { did, quit } = ending({ close: () => Promise.resolve() });
    quit();
    await vi.waitFor(() => expect(did).toContain('exit'));
  });
});
