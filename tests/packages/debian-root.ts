/** A clean Debian 12 in a folder: made with debootstrap, entered as a machine of its own, and thrown away. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMirrors, SUITE, takeOverApt } from './machine.ts';
import { runAlone, startAlone, type InNamespace } from './namespace.ts';

export const USER = 'beller';
const ENTER = join(import.meta.dirname, 'enter.sh');
const MAKE_SECONDS = 240;
const APT_SECONDS = 240;

export interface DebianRoot {
  readonly folder: string;
  /** As root inside. @returns what it said. @throws when it fails */
  run(...command: readonly string[]): Promise<string>;
  apt(...parameters: readonly string[]): Promise<string>;
  /** As the ordinary user inside, who has a home and nothing else. */
  runAsUser(...command: readonly string[]): Promise<string>;
  /** A shell script of the ordinary user, for as long as it runs. */
  startAsUser(script: string): InNamespace;
}

const AS_USER = ['setpriv', '--reuid', USER, '--regid', USER, '--init-groups', '--reset-env', '--'] as const;

export async function makeDebian(folder: string): Promise<DebianRoot> {
  const { main } = findMirrors();
  const more = main.startsWith('https:') ? ['--include=ca-certificates'] : [];
  mkdirSync(folder, { recursive: true });
  await runAlone(['debootstrap', '--variant=minbase', ...more, SUITE, folder, main], MAKE_SECONDS);
  takeOverApt(folder);
  // Nothing that is installed starts a service, and what is installed need not survive a power cut.
  writeFileSync(join(folder, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  writeFileSync(join(folder, 'etc/dpkg/dpkg.cfg.d/unsafe-io'), 'force-unsafe-io\n');
  const enter = (command: readonly string[]): readonly string[] => ['sh', ENTER, folder, ...command];
  const run = (...command: readonly string[]): Promise<string> => runAlone(enter(command), APT_SECONDS);
  await run('useradd', '--create-home', USER);
  await run('apt-get', 'update', '-qq');
  return {
    folder,
    run,
    apt: (...parameters) => run('apt-get', '-y', '--no-install-recommends', ...parameters),
    runAsUser: (...command) => run(...AS_USER, ...command),
    startAsUser: (script) => startAlone(enter([...AS_USER, 'sh', '-c', script])),
  };
}
