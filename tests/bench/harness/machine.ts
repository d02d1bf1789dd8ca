/** The machine, as far as a number needs it to be understood. */
import { cpus, loadavg } from 'node:os';

/** "4 cores, Node 24.21.0 (linux x64)" */
export function describeMachine(): string {
  return `${cpus().length} cores, Node ${process.versions.node} (${process.platform} ${process.arch})`;
}

/** Processes that wanted a core in the last minute; 0 where the system does not say. */
export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}
