/**
 * What stands in for Electron's download while the app is packed: for each system a program with the fuse wire in it
 * (Electron's docs/tutorial/fuses.md), and around it only what electron-builder looks for. No code of it could run.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = 8;
const LOCALES = ['nl', 'en-US', 'de'] as const;
const MAC_LOCALES = ['nl', 'en', 'de'] as const;

/** Version 1, eight fuses, all as Electron ships most of them: open. */
const WIRE = Buffer.concat([
  Buffer.alloc(64),
  Buffer.from(SENTINEL),
  Buffer.from([1, FUSES]),
  Buffer.from('1'.repeat(FUSES)),
  Buffer.alloc(64),
]);

/** The fuses in a program, one character each, in Electron's order. */
export function fusesIn(program: Buffer): string {
  const wire = program.subarray(program.indexOf(SENTINEL) + SENTINEL.length);
  return wire.subarray(2, 2 + FUSES).toString();
}

interface Program {
  generate(): ArrayBuffer;
}
interface Resources {
  outputResource(program: Program): void;
  readonly entries: unknown[];
}
interface ResEdit {
  readonly NtExecutable: { createEmpty(is32Bit: boolean, isDll: boolean): Program };
  readonly NtExecutableResource: { from(program: Program): Resources };
  readonly Resource: {
    readonly VersionInfo: {
      createEmpty(): { setFileVersion(version: string): void; outputToResourceEntries(entries: unknown[]): void };
    };
  };
}

export function writeStandInElectron(directory: string): void {
  const put = (path: string, content: string | Buffer = ''): void => {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    chmodSync(file, 0o755);
  };
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'resources/nothing']) put(name);
  for (const locale of LOCALES) put(`locales/${locale}.pak`);
  put('electron', WIRE);
  put('electron.exe', Buffer.concat([Buffer.from(emptyWindowsProgram()), WIRE]));
  const contents = 'Electron.app/Contents';
  putBundle(contents, 'Electron', put);
  for (const kind of ['', ' (Renderer)', ' (GPU)', ' (Plugin)']) {
    putBundle(`${contents}/Frameworks/Electron Helper${kind}.app/Contents`, `Electron Helper${kind}`, put);
  }
  const framework = `${contents}/Frameworks/Electron Framework.framework`;
  put(`${framework}/Electron Framework`, WIRE);
  for (const locale of MAC_LOCALES) {
    put(`${contents}/Resources/${locale}.lproj/nothing`);
    put(`${framework}/Versions/A/Resources/${locale}.lproj/locale.pak`);
  }
}

/** Made by the library with which electron-builder writes into it: a program that says its version, and nothing else. */
function emptyWindowsProgram(): ArrayBuffer {
  const builder = createRequire(fileURLToPath(import.meta.resolve('electron-builder')));
  const { NtExecutable, NtExecutableResource, Resource } = createRequire(builder.resolve('app-builder-lib'))(
    'resedit',
  ) as ResEdit;
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setFileVersion('1.0.0.0');
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return program.generate();
}

function putBundle(contents: string, name: string, put: (path: string, content?: string) => void): void {
  const entries = { CFBundleExecutable: name, CFBundleIdentifier: 'com.github.Electron', CFBundleName: name };
  const lines = Object.entries(entries).map(([key, value]) => `<key>${key}</key><string>${value}</string>`);
  put(
    `${contents}/Info.plist`,
    `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${lines.join('')}</dict></plist>`,
  );
  put(`${contents}/MacOS/${name}`);
}
