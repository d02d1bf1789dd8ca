/** All fuzzers. */
import { fuzzContract } from './fuzz-contract.ts';
import { fuzzCrm } from './fuzz-crm.ts';
import { fuzzFiles } from './fuzz-files.ts';
import { fuzzLoopback } from './fuzz-loopback.ts';
import { fuzzSealed } from './fuzz-sealed.ts';
import { fuzzXlsx } from './fuzz-xlsx.ts';
import type { FuzzOptions, FuzzReport } from './report.ts';

export interface Fuzzer {
  readonly name: string;
  readonly run: (options: FuzzOptions) => Promise<FuzzReport>;
}

export const FUZZERS: readonly Fuzzer[] = [
  { name: 'contract', run: (options) => fuzzContract(options, 3) },
  { name: 'sealed', run: fuzzSealed },
  { name: 'crm', run: fuzzCrm },
  { name: 'files', run: fuzzFiles },
  { name: 'xlsx', run: fuzzXlsx },
  { name: 'loopback', run: fuzzLoopback },
];
