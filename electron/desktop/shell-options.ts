/** What the shell gets from the world (shell/main.ts), and from tests. */
import type { HostLog } from '../launch/host-log.ts';
import type { UpdateDriverOptions } from '../updates/driver.ts';
import type { Extra } from './extras.ts';

export interface ShellOptions {
  readonly profileDirectory: string;
  readonly rendererDirectory: string;
  readonly preloadPath: string;
  readonly backendPath: string;
  readonly spellingPath: string;
  readonly platform: NodeJS.Platform;
  /** The program itself and the arguments of this start. */
  readonly program: { readonly path: string; readonly entry: string; readonly parameters: readonly string[] };
  readonly random: (bytes: number) => Buffer;
  /** Milliseconds that never jump. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  readonly every: (milliseconds: number, run: () => void) => () => void;
  readonly version: string;
  readonly system: string;
  /** Absent: nothing carries out updates here. */
  readonly updates?: Pick<UpdateDriverOptions, 'updater' | 'installation'> | undefined;
  readonly extras: readonly Extra[];
  readonly log: HostLog;
}
