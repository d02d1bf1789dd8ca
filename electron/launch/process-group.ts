/** Signals to a program and everything it started, and whether any of it still runs. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const IS_WINDOWS = process.platform === 'win32';

/** Sends a signal to all of the group; false when there is nothing left to receive it. */
export function signalGroup(group: number, signal: 'SIGTERM' | 'SIGKILL'): boolean {
  if (IS_WINDOWS) {
    // Windows has no groups; taskkill follows the tree of parents.
    const force = signal === 'SIGKILL' ? ['/f'] : [];
    spawnSync('taskkill', ['/pid', String(group), '/t', ...force], { stdio: 'ignore', windowsHide: true });
    return canSignal(group, 0);
  }
  return canSignal(-group, signal);
}

/** Whether anything of the group still runs. */
export function isGroupRunning(group: number): boolean {
  if (!canSignal(IS_WINDOWS ? group : -group, 0)) return false;
  // In a container whose first process collects nobody, or slowly, the dead keep their number: they do not count.
  return process.platform !== 'linux' || hasLivingMember(group);
}

function canSignal(target: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(target, signal);
  } catch {
    return false;
  }
}

function hasLivingMember(group: number): boolean {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((name) => {
      const { state, group: itsGroup } = readStat(name);
      return itsGroup === group && state !== 'Z' && state !== 'X';
    });
}

/** proc_pid_stat(5): `pid (command) state parent group …`; a command may hold spaces and brackets, so from its end. */
function readStat(pid: string): { state: string; group: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state = 'X', , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, group: Number(group) };
  } catch {
    return { state: 'X', group: 0 };
  }
}
