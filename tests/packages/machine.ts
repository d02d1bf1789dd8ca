/** What this machine must have for the proof, and how it reaches Debian. What is missing is said, and is no failure. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAlone } from './namespace.ts';

export const SUITE = 'bookworm';
const TOOLS = ['/usr/sbin/debootstrap', '/usr/share/keyrings/debian-archive-keyring.gpg'] as const;
const NEEDED_BYTES = 3e9;
const INSTALL_SECONDS = 150;
/** Somebody else may be installing something. */
const LOCK_SECONDS = 60;

const AS_NOBODY = ['--reuid', '65534', '--regid', '65534', '--clear-groups'] as const;

export interface Mirrors {
  readonly main: string;
  readonly security: string;
}

const DEBIAN: Mirrors = { main: 'http://deb.debian.org/debian', security: 'http://deb.debian.org/debian-security' };

/** @returns what it said; whether it worked is seen by what is there afterwards */
function apt(...parameters: readonly string[]): string {
  const { stdout } = spawnSync('apt-get', ['-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`, ...parameters], {
    encoding: 'utf8',
    timeout: INSTALL_SECONDS * 1_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
  });
  return stdout ?? '';
}

/** The machine's own way to Debian, whichever it is; Debian's own name where the machine has none. */
export function findMirrors(): Mirrors {
  const said = apt('indextargets', '--format', '$(REPO_URI) $(CODENAME)', 'Created-By: Packages', 'Origin: Debian');
  const found = said.split('\n').map((line) => line.trim().split(' '));
  const uriOf = (isWanted: (codename: string) => boolean): string | undefined =>
    found.find(([, codename]) => codename !== undefined && isWanted(codename))?.[0]?.replace(/\/$/, '');
  return {
    main: uriOf((codename) => !codename.includes('-')) ?? DEBIAN.main,
    security: uriOf((codename) => codename.endsWith('-security')) ?? DEBIAN.security,
  };
}

/** Null when the proof can be made here; otherwise what keeps it. */
export async function whatIsMissing(folder: string): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'this is no Linux on x64';
  if (process.getuid?.() !== 0) return 'only root can make a clean Debian, and this is an ordinary user';
  if (!existsSync('/etc/debian_version')) return 'this is no Debian, so there is no apt to install debootstrap with';
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < NEEDED_BYTES) return 'there is less than 3 GB free for a Debian';
  // Chromium's sandbox is made of them.
  const user = spawnSync('setpriv', [...AS_NOBODY, 'unshare', '--user', 'true'], { encoding: 'utf8' });
  if (user.status !== 0) return `an ordinary user may make no namespaces here (${(user.stderr ?? '').trim()})`;
  const own = await isOwnRootAllowed(folder);
  if (own !== null) return `this machine lets nobody make a root of its own (${own})`;
  // A list that is old, or of somebody else's repository that does not answer, keeps nothing: the mirror is asked below.
  apt('update', '-qq');
  if (!TOOLS.every((tool) => existsSync(tool)))
    apt('install', '-y', '-qq', '--no-install-recommends', 'debootstrap', 'debian-archive-keyring');
  if (!TOOLS.every((tool) => existsSync(tool))) return 'debootstrap cannot be installed';
  return isMirrorReached(folder) ? null : `the Debian mirror has no ${SUITE}, or does not answer`;
}

/** Namespaces, mounts, devices and an exchanged root: containers often allow none of them. */
async function isOwnRootAllowed(folder: string): Promise<string | null> {
  const script =
    'set -e; mkdir -p "$1/probe/old"; cd "$1/probe"; mknod null c 1 3; echo >null; mount --bind . .; ' +
    'cd "$1/probe"; pivot_root . old';
  try {
    await runAlone(['sh', '-c', script, 'sh', folder], 20);
    return null;
  } catch (error) {
    return String(error).trim().split('\n').at(-1) ?? 'refused';
  }
}

function isMirrorReached(folder: string): boolean {
  const release = `${findMirrors().main}/dists/${SUITE}/InRelease`;
  const { status } = spawnSync('/usr/lib/apt/apt-helper', ['download-file', release, join(folder, 'InRelease')], {
    timeout: 60_000,
  });
  return status === 0;
}

/** The clean Debian goes the machine's way out: its mirrors, its proxy, its certificates; nothing secret. */
export function takeOverApt(root: string): void {
  const { main, security } = findMirrors();
  const sources = [
    `deb ${main} ${SUITE} main`,
    `deb ${main} ${SUITE}-updates main`,
    `deb ${security} ${SUITE}-security main`,
  ];
  writeFileSync(join(root, 'etc/apt/sources.list'), `${sources.join('\n')}\n`);
  const { stdout } = spawnSync('apt-config', ['dump', 'Acquire'], { encoding: 'utf8' });
  const kept = stdout
    .split('\n')
    .filter((line) => /^Acquire::(?:https?::(?:[^ ]*::)?Proxy|Check-|Retries) /.test(line));
  writeFileSync(join(root, 'etc/apt/apt.conf.d/90machine'), `${kept.join('\n')}\n`);
  const own = '/usr/local/share/ca-certificates';
  if (existsSync(own)) {
    mkdirSync(join(root, own), { recursive: true });
    for (const name of readdirSync(own).filter((each) => each.endsWith('.crt')))
      copyFileSync(join(own, name), join(root, own, name));
  }
  for (const file of ['/etc/resolv.conf', '/etc/hosts']) if (existsSync(file)) copyFileSync(file, join(root, file));
}
