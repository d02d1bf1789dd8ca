/** What the kernel says of Chromium's processes: whether its sandbox is really on. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  readonly uid: number;
  /** 2: system calls are filtered. */
  readonly seccomp: number;
  readonly noNewPrivileges: boolean;
  /** In how many PID namespaces it has a number. */
  readonly depth: number;
  readonly userNamespace: string;
  readonly networkNamespace: string;
}

/** Null when it has ended while we looked. */
function readProcess(pid: number): Process | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string): string => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(status)?.[1] ?? '';
    return {
      pid,
      parent: Number(field('PPid')),
      command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
      uid: Number(field('Uid').split('\t')[0]),
      seccomp: Number(field('Seccomp')),
      noNewPrivileges: field('NoNewPrivs') === '1',
      depth: field('NSpid').split('\t').length,
      userNamespace: readlinkSync(`/proc/${pid}/ns/user`),
      networkNamespace: readlinkSync(`/proc/${pid}/ns/net`),
    };
  } catch {
    return null;
  }
}

/** Everything that descends from one process. */
export function descendantsOf(ancestor: number): readonly Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((each) => each !== null);
  const found = new Set([ancestor]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => pid !== ancestor && found.has(pid));
}

export interface SandboxState {
  readonly renderers: number;
  /** What is wrong; empty when every renderer is shut in. */
  readonly objections: readonly string[];
}

/** @param ancestor of the browser and all of its processes */
export function readSandbox(ancestor: number): SandboxState {
  const all = descendantsOf(ancestor).filter(({ command }) => command.includes('/chromium '));
  const browser = all.find(({ command }) => !command.includes('--type='));
  if (browser === undefined) return { renderers: 0, objections: ['there is no browser'] };
  const renderers = all.filter(({ command }) => command.includes('--type=renderer'));
  const objections = renderers.flatMap((renderer) => [
    ...(renderer.seccomp === 2 ? [] : [`its system calls are not filtered (Seccomp ${renderer.seccomp})`]),
    ...(renderer.noNewPrivileges ? [] : ['it may gain privileges']),
    ...(renderer.depth > browser.depth ? [] : ['it sees the processes of others']),
    ...(renderer.userNamespace === browser.userNamespace ? ['it has the users of the browser'] : []),
    ...(renderer.networkNamespace === browser.networkNamespace ? ['it has the network of the browser'] : []),
  ]);
  if (renderers.length === 0) objections.push('there is no renderer');
  if (all.some(({ uid }) => uid === 0)) objections.push('a process of the browser runs as root');
  if (all.some(({ command }) => /--(?:no-sandbox|disable-\S*sandbox)/.test(command)))
    objections.push('the sandbox is switched off on a command line');
  return { renderers: renderers.length, objections };
}
