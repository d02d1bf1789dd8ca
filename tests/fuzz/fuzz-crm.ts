/**
 * A CRM whose answers are spoiled, asked by the real connector. Whatever it answers:
 *
 * - a round ends in a report: what is wrong with the CRM is a sentence in both languages, and nothing is a bug;
 * - the file is whole, no row is without what it belongs to, and no text is longer than a field of a CRM can be;
 * - the screens can show what came in;
 * - after answers that were broken as a whole, the mirror is what an honest CRM would have given.
 */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { PROCEDURES } from '../../contract/index.ts';
import { PROCEDURE_NAMES } from '../../contract/roles-table.ts';
import { writeSetting } from '../../db/queries/settings.ts';
import type { Reader } from '../../db/store.ts';
import { connectProfile } from '../../electron/backend/connect.ts';
import { SLICE } from '../../electron/backend/slice-settings.ts';
import type { PracticeCrm } from '../../sync/practice/server.ts';
import { lyingCrm, type LyingCrm } from '../support/lying-crm.ts';
import { mirrorOf } from '../support/mirror-of.ts';
import { cleanUp } from '../support/when-done.ts';
import { openWorkstation, practiceCrm, type Workstation } from '../support/workstation.ts';
import { createDice, type Dice } from './dice.ts';
import { makeValid } from './from-schema.ts';
import { Harvest } from './harvest.ts';
import { shown, takesTooLong, type FuzzOptions, type FuzzReport } from './report.ts';
import { spoilAnswer, SPOILINGS, type Spoiling } from './spoil-answer.ts';

/** Longer than any text that CiviCRM keeps in a field that is asked for. */
const LONGEST_TEXT = 2_000;
const SPOILED_ROUNDS = 3;
const HONEST_ROUNDS = 3;

interface Counts {
  inputs: number;
  refused: number;
  rounds: number;
  questions: number;
}

export async function fuzzCrm({ seed, goesOn }: FuzzOptions): Promise<FuzzReport> {
  const counts: Counts = { inputs: 0, refused: 0, rounds: 0, questions: 0 };
  const violations: string[] = [];
  for (let round = 0; goesOn(round) && violations.length < 20; round += 1) {
    const spoiling = SPOILINGS[(seed + round) % SPOILINGS.length] ?? 'answer';
    const found = await pullFrom(seed + round, spoiling, counts);
    violations.push(...found.map((each) => `seed ${seed + round} (${spoiling}): ${each}`));
    await cleanUp();
  }
  const { inputs, refused, ...figures } = counts;
  return { name: 'crm', inputs, refused, figures, violations };
}

async function pullFrom(seed: number, spoiling: Spoiling, counts: Counts): Promise<readonly string[]> {
  const dice = createDice(seed);
  const violations: string[] = [];
  const donors = dice.onceIn(4) ? null : 6 + dice.number(12);
  const crm = await (donors === null
    ? practiceCrm()
    : practiceCrm({ fill: { kind: 'invented', donors, seed: dice.number(1_000), date: '2026-11-21' } }));
  const proxy = await lyingCrm(() => crm.url);
  const sliceDays = dice.pick([null, 14]);
  const workstation = await connected(crm, proxy, sliceDays, violations);
  const honestly = proxy.lie;
  const often = 1 + dice.number(6);
  proxy.lie = (_asked, truth) => {
    if (!dice.onceIn(often)) return truth;
    counts.inputs += 1;
    return spoilAnswer(truth, spoiling, dice);
  };
  for (let round = 0; round < SPOILED_ROUNDS; round += 1) await syncAndLook(workstation, violations, counts);
  await askQueries(workstation, dice, violations, counts);
  proxy.lie = honestly;
  if (spoiling !== 'values') {
    const honest = await connected(crm, proxy, sliceDays, violations);
    await honest.sync();
    workstation.clock.advance(86_400);
    honest.clock.advance(86_400);
    for (let round = 0; round < HONEST_ROUNDS; round += 1) await syncAndLook(workstation, violations, counts);
    await honest.sync();
    if (spoiling === 'answer' && !isDeepStrictEqual(await mirrorOf(workstation), await mirrorOf(honest))) {
      violations.push('afterwards an honest CRM does not mend it');
    }
  }
  return violations;
}

async function connected(
  crm: PracticeCrm,
  proxy: LyingCrm,
  sliceDays: number | null,
  violations: string[],
): Promise<Workstation> {
  const note = (...said: unknown[]): void => void violations.push(`logged as a bug: ${JSON.stringify(said)}`);
  const workstation = await openWorkstation({ log: { info: () => undefined, warn: () => undefined, error: note } });
  await connectProfile(workstation.backend.store, { url: proxy.url, apiKey: crm.apiKey, isPractice: false });
  await workstation.backend.store.write((writer) => writeSetting(writer, SLICE, { days: sliceDays }));
  await workstation.backend.reconnect();
  return workstation;
}

async function syncAndLook(workstation: Workstation, violations: string[], counts: Counts): Promise<void> {
  const { reader } = workstation.backend.store;
  counts.rounds += 1;
  const report = await workstation.sync();
  if (report === null) violations.push('a round without a report');
  if (report?.failure) {
    counts.refused += 1;
    const { nl, en } = report.failure.sentence;
    if (nl.trim() === '' || en.trim() === '') violations.push('a failure without a sentence');
    if ((report.failure.crmWords ?? '').length > 400) violations.push('a whole page as the words of the CRM');
  }
  violations.push(...(await damageIn(reader)));
}

async function damageIn(reader: Reader): Promise<readonly string[]> {
  const found: string[] = [];
  const { rows: integrity } = await sql<object>`PRAGMA integrity_check`.execute(reader);
  const { rows: foreign } = await sql<object>`PRAGMA foreign_key_check`.execute(reader);
  if (JSON.stringify(integrity) !== '[{"integrity_check":"ok"}]') found.push(`not whole: ${shown(integrity)}`);
  if (foreign.length > 0) found.push(`rows without what they belong to: ${shown(foreign)}`);
  for (const table of MIRROR) {
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)}`.execute(reader);
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value === 'string' && value.length > LONGEST_TEXT) {
          found.push(`${table}.${column} holds ${value.length} characters`);
        }
        if (typeof value === 'number' && !Number.isSafeInteger(value)) found.push(`${table}.${column} holds ${value}`);
      }
    }
  }
  return [...new Set(found)];
}

const MIRROR = [
  'donor',
  'donor_phone',
  'donor_email',
  'donor_address',
  'gift',
  'mandate',
  'moment',
  'giving',
  'setting',
];

/** What came in is on somebody's screen a moment later. */
async function askQueries({ backend }: Workstation, dice: Dice, violations: string[], counts: Counts): Promise<void> {
  const harvest = new Harvest();
  const ids = await backend.store.reader.selectFrom('donor').select('id').limit(60).execute();
  harvest.gather(ids.map(({ id }) => ({ donorId: id })));
  const queries = PROCEDURE_NAMES.filter((name) => PROCEDURES[name].kind === 'query' || name === 'call.open');
  for (let time = 0; time < 2; time += 1) {
    for (const name of dice.shuffled(queries)) {
      if (name.startsWith('connection.')) continue;
      const input = makeValid(PROCEDURES[name].input, { dice, harvest });
      counts.questions += 1;
      const isSlow = await takesTooLong(async () => {
        const answer = await backend.ask(name, input);
        if (answer.ok) harvest.gather(answer.value);
        else if (answer.failure.code === 'unexpected') violations.push(`${name} ${shown(input)}: unexpected`);
      });
      if (isSlow) violations.push(`${name} ${shown(input)}: worked on it for more than a second`);
    }
  }
}
