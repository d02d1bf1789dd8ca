/** Two processes open the same profile in the same moment: an existing one, or one that has yet to be made. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { examine } from '../examine.ts';
import { runEvening } from '../run-evening.ts';
import { Tally, type Suite } from '../suite.ts';
import { template } from './profiles.ts';

export const twoStarts: Suite = {
  name: 'two starts at once',
  run: async ({ folder, isLong }) => {
    const tally = new Tally();
    const rounds = isLong ? 20 : 1;
    for (const isNew of isLong ? [false, true] : [true]) {
      for (let round = 1; round <= rounds; round += 1) {
        const kind = isNew ? 'a new profile' : 'a profile';
        await tally.trial(kind, `round ${round}`, () => race(folder, isNew, round % 2 === 0));
      }
    }
    return tally.result();
  },
};

interface Line {
  readonly pid: number;
  readonly came: string;
}

async function race(folder: string, isNew: boolean, holds: boolean): Promise<string> {
  const home = join(folder, 'race');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  const [profile, acknowledged] = [join(home, 'profile'), join(home, 'acknowledged')];
  if (!isNew) cpSync((await template()).pulled, profile, { recursive: true });
  const input = { script: 'start', folder: profile, acknowledged, holds };
  const both = Promise.all([runEvening(input), runEvening(input)]);
  const lines = (): readonly Line[] =>
    existsSync(acknowledged)
      ? readFileSync(acknowledged, 'utf8')
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line) as Line)
      : [];
  while (lines().filter(({ came }) => came === 'ready').length < 2) await wait(5);
  writeFileSync(`${acknowledged}.go`, '');
  for (const { code, problem } of await both) if (code !== 0) throw new Error(problem.slice(0, 600));
  const said = lines().filter(({ came }) => came !== 'ready');
  let holder: number | null = null;
  for (const { pid, came } of said) {
    if (came === 'opened' && holder !== null) throw new Error('both had it open');
    if (came === 'opened') holder = pid;
    if (came === 'saved') holder = null;
    if (!['opened', 'saved', 'in-use'].includes(came)) throw new Error(`one was told: ${came}`);
  }
  const saved = said.filter(({ came }) => came === 'saved').map(({ pid }) => `test.${pid}`);
  if (saved.length === 0) throw new Error('nobody came in');
  await examine(profile, [], { isNew }, async ({ store }) => {
    const { rows } = await sql<{ key: string }>`SELECT key FROM setting WHERE key LIKE 'test.%'`.execute(store.reader);
    const kept = new Set(rows.map(({ key }) => key));
    if (!saved.every((key) => kept.has(key))) throw new Error('what one of them saved is gone');
  });
  return saved.length === 2 ? 'one after the other' : 'one came in, the other was told why not';
}
