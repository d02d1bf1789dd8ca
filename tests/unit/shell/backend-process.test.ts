import { describe, expect, it, vi } from 'vitest';
import type { Sentence } from '../../../domain/language.ts';
import { startBackendProcess, type BackendProcess } from '../../../electron/desktop/backend-process.ts';
import { serveBackend } from '../../../electron/desktop/backend-server.ts';
import { DatabaseFailure } from '../../../db/database-failure.ts';
import { standIn } from './stand-in.ts';
import { recordingLog, standInBackend, standInChild, type StandInChild } from './stand-in-parts.ts';

interface Bench {
  readonly process: BackendProcess;
  readonly children: readonly StandInChild[];
  readonly failures: Sentence[];
  readonly keys: Buffer[];
  readonly pass: (milliseconds: number) => void;
}

function bench(newChild?: () => StandInChild): Bench {
  const { electron, children } = standIn(newChild === undefined ? {} : { newChild });
  const failures: Sentence[] = [];
  const keys: Buffer[] = [];
  let time = 0;
  const process = startBackendProcess({
    utilityProcess: electron.utilityProcess,
    backendPath: '/backend.js',
    profileDirectory: '/profile',
    loadKey: async () => {
      const key = Buffer.alloc(32, 7);
      keys.push(key);
      return key;
    },
    isSafe: false,
    onPromised: () => undefined,
    onCrash: () => undefined,
    now: () => time,
    log: recordingLog(),
    onFailure: (sentence) => void failures.push(sentence),
    closeMilliseconds: 50,
  });
  return {
    process,
    children,
    failures,
    keys,
    pass: (milliseconds) => void (time += milliseconds),
  };
}

describe("the backend's process", () => {
  it('gets the key, which is then wiped here', async () => {
    const { children, keys } = bench();
    await vi.waitFor(() => expect(children[0]?.posted).toHaveLength(1));
    expect(children[0]?.posted[0]?.message['key']).toEqual(new Uint8Array(32).fill(7));
    expect(keys[0]).toEqual(Buffer.alloc(32));
  });

  it('is brought back after a crash, with a key asked for anew', async () => {
    const { children, keys, failures } = bench();
    children[0]?.emit('exit', 139);
    await vi.waitFor(() => expect(children[1]?.posted).toHaveLength(1));
    expect(keys).toHaveLength(2);
    expect(failures).toEqual([]);
  });

  it('loses its ports in a crash, so that windows ask for new ones', () => {
    const { process, children } = bench();
    const port = { close: vi.fn<() => void>() };
    process.connect(port);
    expect(children[0]?.posted).toEqual([{ message: { kind: 'connect' }, ports: [port] }]);
    children[0]?.emit('exit', 1);
    expect(port.close).toHaveBeenCalledTimes(1);
    children[1]?.emit('exit', 1);
    expect(port.close).toHaveBeenCalledTimes(1);
  });

  it('is given up when it keeps crashing, with a sentence', () => {
    const { children, failures } = bench();
    for (let i = 0; i < 4; i += 1) children.at(-1)?.emit('exit', 1);
    expect(children).toHaveLength(4);
    expect(failures).toHaveLength(1);
    expect(failures[0]?.nl).toContain('Wat bewaard was, is veilig');
  });

  it('may crash now and then', () => {
    const { children, failures, pass } = bench();
    for (let i = 0; i < 20; i += 1) {
      pass(30_000);
      children.at(-1)?.emit('exit', 1);
    }
    expect(children).toHaveLength(21);
    expect(failures).toEqual([]);
  });

  it('shows the sentence of what it met, and ends', async () => {
    const { children, failures } = bench(() =>
      standInChild((port) => {
        serveBackend({
          port,
          openBackend: () => Promise.reject(new DatabaseFailure('damaged')),
          exit: () => {},
          log: recordingLog(),
        });
      }),
    );
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    expect(failures[0]).toEqual(new DatabaseFailure('damaged').sentence);
    expect(children[0]?.wasKilled()).toBe(true);
    children[0]?.emit('exit', 1);
    expect(children).toHaveLength(1);
  });

  it('shows nothing of a bug but that there is one', async () => {
    const { failures } = bench(() =>
      standInChild((port) => {
        serveBackend({
          port,
          openBackend: () => Promise.reject(new TypeError('mevrouw Jansen')),
          exit: () => {},
          log: recordingLog(),
        });
      }),
    );
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    expect(JSON.stringify(failures)).not.toContain('Jansen');
  });

  it('is asked to finish, and is not brought back then', async () => {
    const { process, children } = bench();
    const closed = process.close();
    expect(children[0]?.posted.at(-1)?.message.kind).toBe('close');
    children[0]?.emit('exit', 0);
    await closed;
    expect(children).toHaveLength(1);
    expect(children[0]?.wasKilled()).toBe(false);
  });

  it('is ended when it does not finish in time', async () => {
    const { process, children } = bench();
    const closed = process.close();
    await vi.waitFor(() => expect(children[0]?.wasKilled()).toBe(true));
    children[0]?.emit('exit', 15);
    await closed;
  });

  it('ends with an error when the database did not close well', async () => {
    const exits: number[] = [];
    const { process, children } = bench(() => {
      const child = standInChild((port) => {
        serveBackend({
          port,
          openBackend: async () => ({ ...standInBackend(), close: () => Promise.reject(new Error('disk')) }),
          exit: (code) => {
            exits.push(code);
            child.emit('exit', code);
          },
          log: recordingLog(),
        });
      });
      return child;
    });
    await vi.waitFor(() => expect(children[0]?.posted).toHaveLength(1));
    await process.close();
    expect(exits).toEqual([1]);
  });
});
