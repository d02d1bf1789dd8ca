/** What Electron is given: three bundled programs. The backend's one is run here, in plain Node, on a real profile. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { createBuilder } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { temporaryFolder } from './stand-in-parts.ts';

const ROOT = join(import.meta.dirname, '../../..');
// Inside the project, because the native library is found from where the bundle lies.
mkdirSync(join(ROOT, 'dist'), { recursive: true });
const folder = mkdtempSync(join(ROOT, 'dist', 'test-electron-'));

beforeAll(async () => {
  const into = { build: { outDir: folder } };
  const builder = await createBuilder({
    configFile: join(ROOT, 'vite.electron.config.ts'),
    root: ROOT,
    logLevel: 'silent',
    environments: { programs: into, preload: into },
  });
  await builder.buildApp();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function textOf(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** Every module that a bundle takes from outside itself. */
function takenFromOutside(text: string): string[] {
  const found = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*|\bimport\(|\brequire\()["']([^"']+)["']/g)];
  // Where a name is put together it stands in a sentence: 'downloading it from "${url}"'.
  return [...new Set(found.map(([, name = '']) => name))]
    .filter((name) => !/^(?:node:|\.\/|\$\{)/.test(name))
    .toSorted();
}

describe('the bundle', () => {
  it('is the programs that main.ts and package.json speak of, and the word lists', () => {
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['backend.js', 'dictionaries', 'main.js', 'preload.cjs', 'spelling.js']),
    );
    const main = textOf('main.js');
    for (const name of ['preload.cjs', 'backend.js', 'spelling.js']) expect(main).toContain(`"${name}"`);
  });

  it('takes Electron, and only Electron, from outside in the main process', () => {
    expect(takenFromOutside(textOf('main.js'))).toEqual(['electron']);
  });

  it('never waits at the top of the main program: Electron waits for it before it is ready (electron/electron#40719)', () => {
    expect(textOf('main.js')).not.toMatch(/^(?:const \w+ = )?await\b/m);
  });

  it('hands the page one function, and nothing of Electron', () => {
    const exposed: Record<string, object> = {};
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, value: object) => void (exposed[name] = value) },
      ipcRenderer: { on: () => {}, send: () => {} },
      webFrame: { setSpellCheckProvider: () => {} },
    };
    runInNewContext(textOf('preload.cjs'), { require: () => electron, window: {} });
    expect(Object.keys(exposed)).toEqual(['dankbel']);
    expect(Object.keys(exposed['dankbel'] ?? {})).toEqual(['connect']);
  });

  it('has one plain script for the sandbox, which takes nothing but Electron', () => {
    const preload = textOf('preload.cjs');
    expect(takenFromOutside(preload)).toEqual(['electron']);
    // It runs beside every page: no library goes along.
    expect(preload.length).toBeLessThan(6_000);
    expect(preload).not.toMatch(/^\s*(?:import|export)\b/m);
    expect(preload).not.toMatch(/require\("(?!electron")/);
  });
});

/** Plays the main process: hands the backend a key and a port, asks, and lets it close. */
const MAIN_PROCESS = `
  import { EventEmitter } from 'node:events';
  import { MessageChannel } from 'node:worker_threads';
  const [backend, profileDirectory, key] = process.argv.slice(2);
  const tell = (name, value) => console.log(JSON.stringify({ [name]: value }));
  const parentPort = Object.assign(new EventEmitter(), { postMessage: (message) => tell('posted', message) });
  Object.defineProperty(process, 'parentPort', { value: parentPort });
  await import(backend);
  const send = (data, ports = []) => parentPort.emit('message', { data, ports });
  send({ kind: 'open', profileDirectory, key: Uint8Array.from(Buffer.from(key, 'hex')), isSafe: false });
  const { port1, port2 } = new MessageChannel();
  const asElectron = { on: (name, listener) => port1.on(name, (data) => listener({ data, ports: [] })),
    postMessage: (message) => port1.postMessage(message), start: () => port1.start(), close: () => port1.close() };
  send({ kind: 'connect' }, [asElectron]);
  port2.on('message', (message) => {
    if (message.id !== 1) return;
    tell('answer', message.answer);
    send({ kind: 'close' });
  });
  port2.postMessage({ id: 1, procedure: 'sync.status', input: {} });`;

async function runBackend(
  profile: string,
  key: Buffer,
): Promise<{ code: number | null; lines: unknown[]; stderr: string }> {
  const script = join(temporaryFolder(), 'main-process.mjs');
  writeFileSync(script, MAIN_PROCESS);
  const child = spawn(process.execPath, [script, join(folder, 'backend.js'), profile, key.toString('hex')], {
    env: { ...process.env, DANKBEL_DATA: profile },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => void (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { code, lines: lines.map((line) => JSON.parse(line) as unknown), stderr };
}

describe('the bundled backend', () => {
  it('opens a profile with the key it is handed, answers, and closes well', async () => {
    const profile = join(temporaryFolder(), 'profile');
    const key = randomBytes(32);
    const { code, lines, stderr } = await runBackend(profile, key);
    expect(stderr).toBe('');
    // Nobody works in a new profile yet, so the dispatcher answers that nobody may ask: with the words of the contract.
    expect(lines).toMatchObject([
      // Nobody has answered yet how the program was installed.
      { posted: { kind: 'update', order: { order: 'tell' } } },
      { posted: { kind: 'opened' } },
      { answer: { ok: false, failure: { code: 'not-allowed' } } },
    ]);
    expect(code).toBe(0);
    // The key itself is nowhere in the folder, and it is the one that opens what is there.
    expect(readdirSync(profile)).not.toContain('dankbel.key');
    const now = new Date().toISOString();
    const store = await openStore({ folder: profile, now, keyStore: { load: async () => key, save: async () => {} } });
    await store.close();
  });
});
