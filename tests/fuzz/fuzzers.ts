/** All fuzzers. */
import { fuzzContract } from './fuzz-contract.ts';
import { fuzzSealed } from './fuzz-sealed.ts';
import type { FuzzOptions, FuzzReport } from './report.ts';

export interface Fuzzer {
  readonly name: string;
  readonly run: (options: FuzzOptions) => Promise<FuzzReport>;
}

export const FUZZERS: readonly Fuzzer[] = [
  { name: 'contract', run: (options) => fuzzContract(options, 3) },
  { name: 'sealed', run: fuzzSealed },
];
