/** What all parts of the bench work on: a filled practice CRM, and one first pull from it, written down. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchContext } from '../harness/bench.ts';
import { drain, pull, recordOperations, withCrm } from './programs.ts';

export interface Size {
  readonly donors: number;
  readonly operations: number;
  readonly importedDonors: number;
  readonly importedGifts: number;
}

const SIZE: Size = { donors: 20_000, operations: 1_000, importedDonors: 20_000, importedGifts: 150_000 };
const QUICK_SIZE: Size = { donors: 60, operations: 20, importedDonors: 50, importedGifts: 200 };

export interface Prepared {
  readonly size: Size;
  /** Data of the practice CRM as they were filled; for what writes there is {@link copyFor}. */
  readonly crmFolder: string;
  /** A profile that has pulled everything. */
  readonly pulledFolder: string;
  /** The same with operations that wait, and a CRM that has not seen them. */
  readonly waitingFolder: string;
  readonly pullExchanges: string;
  readonly pullRows: string;
  readonly drainExchanges: string;
  /** How many of the pull's exchanges came before the round. */
  readonly connecting: number;
  readonly pulled: Readonly<Record<string, number>>;
  readonly recorded: number;
}

export async function prepare({ isQuick, folder, say }: BenchContext): Promise<Prepared> {
  const size = isQuick ? QUICK_SIZE : SIZE;
  const place = (name: string): string => join(folder, name);
  const crmFolder = place('crm');
  const pulledFolder = place('pulled');
  const waitingFolder = place('waiting');
  const files = {
    pullExchanges: place('pull.json'),
    pullRows: place('rows.json'),
    drainExchanges: place('drain.json'),
  };
  say(`inventing ${size.donors} donors, and a first pull`);
  const { connecting, pulled } = await withCrm({ dataDir: crmFolder, donors: size.donors }, (crm) =>
    pull({ ...crm, folder: pulledFolder, record: { exchanges: files.pullExchanges, rows: files.pullRows } }),
  );
  say(`recording ${size.operations} operations`);
  cpSync(pulledFolder, waitingFolder, { recursive: true });
  const { recorded } = await recordOperations({ folder: waitingFolder, count: size.operations });
  await withCrm({ dataDir: copyFor(folder, crmFolder, 'crm-recording') }, (crm) =>
    drain({ ...crm, folder: copyFor(folder, waitingFolder, 'waiting-recording'), record: files.drainExchanges }),
  );
  return { size, crmFolder, pulledFolder, waitingFolder, ...files, connecting, pulled, recorded };
}

/** A copy that may be written to. */
export function copyFor(folder: string, original: string, name: string): string {
  const copy = join(folder, name);
  cpSync(original, copy, { recursive: true });
  return copy;
}
