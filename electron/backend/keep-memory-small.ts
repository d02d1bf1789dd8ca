/** For the process that is the backend: memory before speed, because it shares a volunteer's laptop with everything else. */
import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the young half of the heap as small as it begins. During a first pull it would grow to hold what is garbage a
 * moment later: measured, some 90 MB more at the most, for 14% less processor time (docs/benchmarks.md). The old half may become
 * twice of what is in use before it is tidied, and no more: while a file is imported it grew to three and four times, 60 to 70 MB
 * that nobody needed, for which 3% of the processor time is given, on another core.
 */
export function keepMemorySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=100');
}
