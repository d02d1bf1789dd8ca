/**
 * What the shell promises, and the change that breaks each promise: a text that stands once in the program, what stands
 * there instead, and the test that must fail then. What keeps things out stands in tests/security/host-protections.ts.
 */
import { DEATH_PROMISES } from './death-promises.ts';
import { DESK_PROMISES } from './desk-promises.ts';
import type { ShellPromise } from './shell-promise.ts';
import { START_PROMISES } from './start-promises.ts';

export const SHELL_PROMISES: readonly ShellPromise[] = [...START_PROMISES, ...DESK_PROMISES, ...DEATH_PROMISES];
