/** The machine, as far as a number needs it to be understood. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

/** "4 cores, Node 24.21.0 (linux x64)" */
export function describeMachine(): string {
  return `${cpus().length} cores, Node ${process.versions.node} (${process.platform} ${process.arch})`;
}

/** Processes that wanted a core in the last minute; 0 where the system does not say. */
export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}

/**
 * The most memory that this process has had, in megabytes (RSS). Linux hands `maxRSS` down from whoever started a
 * process, so that a child of a large parent seems large: its own high-water mark is asked instead.
 */
export function peakMegabytes(): number {
  if (process.platform === 'linux') {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  }
  return process.resourceUsage().maxRSS / 1024;
}
