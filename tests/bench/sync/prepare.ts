/** What all parts of the bench work on: a filled practice CRM, and one first pull from it, written down. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchContext } from '../harness/bench.ts';
import { drain, pull, recordOperations, withCrm } from './programs.ts';

export interface Size {
  readonly donors: number;
  readonly operations: number;
  /** For a CRM as slow as a real one. */
  readonly fewOperations: number;
  readonly importedDonors: number;
  readonly importedGifts: number;
}

const SIZE: Size = {
  donors: 20_000,
  operations: 1_000,
  fewOperations: 100,
  importedDonors: 20_000,
  importedGifts: 150_000,
};
const QUICK_SIZE: Size = { donors: 60, operations: 20, fewOperations: 5, importedDonors: 50, importedGifts: 200 };

export interface Prepared {
  readonly size: Size;
  /** Data of the practice CRM as they were filled; for what writes there is {@link copyFor}. */
  readonly crmFolder: string;
  /** A profile that has pulled everything. */
  readonly pulledFolder: string;
  /** The same with operations that wait, and what is asked of a CRM to send them. */
  readonly waiting: Waiting;
  readonly fewWaiting: Waiting;
  readonly pullExchanges: string;
  readonly pullRows: string;
  /** How many of the pull's exchanges came before the round. */
  readonly connecting: number;
  readonly pulled: Readonly<Record<string, number>>;
}

export interface Waiting {
  readonly folder: string;
  readonly exchanges: string;
  readonly recorded: number;
}

export async function prepare({ isQuick, folder, say }: BenchContext): Promise<Prepared> {
  const size = isQuick ? QUICK_SIZE : SIZE;
  const place = (name: string): string => join(folder, name);
  const crmFolder = place('crm');
  const pulledFolder = place('pulled');
  const files = {
    pullExchanges: place('pull.json'),
    pullRows: place('rows.json'),
  };
  say(`inventing ${size.donors} donors, and a first pull`);
  const { connecting, pulled } = await withCrm({ dataDir: crmFolder, donors: size.donors }, (crm) =>
    pull({ ...crm, folder: pulledFolder, record: { exchanges: files.pullExchanges, rows: files.pullRows } }),
  );
  const made = { crmFolder, pulledFolder, folder };
  const waiting = await recordWaiting(made, 'waiting', size.operations);
  const fewWaiting = isQuick ? waiting : await recordWaiting(made, 'few-waiting', size.fewOperations);
  return { size, crmFolder, pulledFolder, waiting, fewWaiting, ...files, connecting, pulled };
}

async function recordWaiting(
  { crmFolder, pulledFolder, folder }: Pick<Prepared, 'crmFolder' | 'pulledFolder'> & { readonly folder: string },
  name: string,
  count: number,
): Promise<Waiting> {
  const profile = copyFor(folder, pulledFolder, name);
  const { recorded } = await recordOperations({ folder: profile, count });
  const exchanges = join(folder, `${name}.json`);
  await withCrm({ dataDir: copyFor(folder, crmFolder, `${name}-crm`) }, (crm) =>
    drain({ ...crm, folder: copyFor(folder, profile, `${name}-recording`), record: exchanges }),
  );
  return { folder: profile, exchanges, recorded };
}

/** A copy that may be written to. */
export function copyFor(folder: string, original: string, name: string): string {
  const copy = join(folder, name);
  cpSync(original, copy, { recursive: true });
  return copy;
}
