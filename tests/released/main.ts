/**
 * `npm run release:fixture`: keeps a small profile as this version leaves it, under tests/fixtures/released/VERSION.
 * Run once for each release, before its tag; from then on every later program has to open it with all its rows
 * (docs/releasing.md). Never again for a version that users have: what they have is what was made then.
 */
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NEWEST_MIGRATION } from '../../db/migrations/index.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { VERSION } from '../../electron/launch/version.ts';
import { makeProfile } from './make-profile.ts';
import { RELEASED } from './released.ts';
import { lookInto, rowsOf } from './rows.ts';

async function keep(folder: string, target: string): Promise<void> {
  const byHand = await makeProfile(folder);
  const counts = [...(await lookInto(folder, rowsOf))].map(([table, rows]) => [table, rows.length]);
  const { database, key, identity, outboxCopy } = profilePaths(folder);
  rmSync(target, { recursive: true, force: true });
  for (const path of [database, key, identity, outboxCopy]) cpSync(path, join(target, path.slice(folder.length)));
  const contents = { version: VERSION, schema: NEWEST_MIGRATION, byHand, rows: Object.fromEntries(counts) as object };
  writeFileSync(join(target, 'contents.json'), `${JSON.stringify(contents, null, 2)}\n`);
}

export async function main(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...parameters], options: { again: { type: 'boolean', default: false } } });
  const target = join(RELEASED, VERSION);
  if (existsSync(target) && !values.again) {
    console.error(
      `There is one of ${VERSION} already. A version that users have is never made again; before that, --again.`,
    );
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-release-'));
  try {
    await keep(folder, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`Kept a profile of ${VERSION}, schema ${NEWEST_MIGRATION}, in ${target}.`);
  return 0;
}
