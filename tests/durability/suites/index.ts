/** All suites, in the order in which they run. */
import type { Suite } from '../suite.ts';
import { clocks } from './clocks.ts';
import { cuts } from './cuts.ts';
import { disks } from './disks.ts';
import { flips } from './flips.ts';
import { kills } from './kills.ts';
import { powerCuts } from './power-cuts.ts';
import { twoStarts } from './two-starts.ts';

export const SUITES: readonly Suite[] = [kills, powerCuts, flips, cuts, disks, clocks, twoStarts];
