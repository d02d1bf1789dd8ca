/** Files of a profile are damaged, cut short, missing, or somebody else's. */
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseFailure } from '../../../db/database-failure.ts';
import { profilePaths, type ProfilePaths } from '../../../db/open/profile-folder.ts';
import { listSnapshots } from '../../../db/snapshot.ts';
import { examine } from '../examine.ts';
import { Tally, type SuiteContext, type SuiteResult } from '../suite.ts';
import { closed, worked, type Worked } from './profiles.ts';

export interface Damage {
  /** A class of damage, by which it is counted. */
  readonly kind: string;
  readonly words: string;
  /** `worked` was killed and has a write-ahead log, `closed` is one file. */
  readonly to: 'worked' | 'closed';
  readonly damage: (paths: ProfilePaths) => void;
}

export interface Bases {
  readonly worked: Worked;
  readonly closed: Worked;
  /** The key of both. */
  readonly keyOf: (base: 'worked' | 'closed') => Buffer;
}

export async function makeBases(folder: string): Promise<Bases> {
  const bases = {
    worked: await worked(join(folder, 'base-worked')),
    closed: await closed(join(folder, 'base-closed')),
  };
  const keyOf = (base: 'worked' | 'closed'): Buffer =>
    Buffer.from(readFileSync(profilePaths(bases[base].folder).key, 'utf8').trim(), 'hex');
  return { ...bases, keyOf };
}

/** Does one damage after the other to a fresh copy, and looks what is left. */
export async function tryAll(
  { folder }: Pick<SuiteContext, 'folder'>,
  bases: Bases,
  damages: readonly Damage[],
): Promise<SuiteResult> {
  const tally = new Tally();
  for (const { kind, words, to, damage } of damages) {
    await tally.trial(kind, words, async () => {
      const copy = join(folder, 'damaged');
      rmSync(copy, { recursive: true, force: true });
      cpSync(bases[to].folder, copy, { recursive: true, preserveTimestamps: true });
      const paths = profilePaths(copy);
      damage(paths);
      return lookAt(paths, bases[to]);
    });
  }
  return tally.result();
}

/** Where a key is missing or wrong the sentence says to put the right one back; then everything is there. */
const MENDED_BY_KEY = new Set(['no-key', 'wrong-key']);

async function lookAt({ folder, key }: ProfilePaths, base: Worked): Promise<string> {
  try {
    return await examine(folder, base.acknowledged);
  } catch (error) {
    if (!(error instanceof DatabaseFailure) || !MENDED_BY_KEY.has(error.code)) throw error;
    copyFileSync(profilePaths(base.folder).key, key);
    await examine(folder, base.acknowledged);
    return `${error.code}, key put back`;
  }
}

export function flipBit(path: string, bit: number): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bit / 8) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
  writeFileSync(path, bytes);
}

export function cutShort(path: string, length: number): void {
  if (existsSync(path)) truncateSync(path, length);
}

/** The newest snapshot of a profile. */
export function newestSnapshot({ snapshots }: ProfilePaths): string {
  const path = listSnapshots(snapshots)[0]?.path;
  if (path === undefined) throw new Error('this profile has no snapshot');
  return path;
}
