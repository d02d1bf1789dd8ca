import type { Protection } from '../security/protection.ts';

export interface ShellPromise extends Protection {
  /** Must be among those that fail: the whole name of the test, with what it stands in. */
  readonly test: string;
}
