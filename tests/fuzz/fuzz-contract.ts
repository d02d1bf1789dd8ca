/**
 * Asks every procedure of the contract as every role and as nobody, with what its schema takes, with what it nearly
 * takes, and with what somebody sends who means harm. Whatever is sent:
 *
 * - the answer is one, within a second of work, and fits the contract; a refusal has its sentence in both languages,
 *   and is never "unexpected", which is what a bug is told as;
 * - what is refused changes no row of any table;
 * - nothing that was sent is in the log;
 * - afterwards the file is whole, opens again, and a round of the sync ends.
 */
import { sql } from 'kysely';
import { failureSchema } from '../../contract/failure.ts';
import { PROCEDURES } from '../../contract/index.ts';
import type { Procedure } from '../../contract/procedure.ts';
import { ASKERS, mayAsk, PROCEDURE_NAMES, type Asker } from '../../contract/roles-table.ts';
import { readCurrentPerson, setCurrentPerson, signOut } from '../../db/queries/people.ts';
import { CALLING_LANES } from '../../domain/programmes/programme-id.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { isWrapped } from '../../db/wrapped-key.ts';
import { ROLES } from '../../domain/role.ts';
import type { Log } from '../../electron/backend/log.ts';
import type { PracticeCrm } from '../../sync/practice/server.ts';
import { connectedWorkstation, openWorkstation, practiceCrm, type Workstation } from '../support/workstation.ts';
import { createDice, type Dice } from './dice.ts';
import { makeNearlyValid, makeValid } from './from-schema.ts';
import { Harvest } from './harvest.ts';
import { CANARY, hostileValue } from './hostile.ts';
import { onlyThisComputer } from './only-this-computer.ts';
import { shown, takesTooLong, type FuzzOptions, type FuzzReport } from './report.ts';
import { changedTables, countWrites, hashTables } from './rows.ts';

type Name = (typeof PROCEDURE_NAMES)[number];

/** What a refusal may write: a try with a wrong PIN is counted, and a CRM that refused is remembered. */
const WRITES_WHEN_REFUSED: Partial<Record<Name, readonly string[]>> = {
  'session.signIn': ['person_pin'],
  'session.changePin': ['person_pin'],
};

/** A thousand letters are a thousand pages of type: that is work, and no hang. */
const SETS_TYPE: ReadonlySet<Name> = new Set(['paper.letters', 'paper.labels', 'briefing.print']);

const WAYS = ['valid', 'valid', 'valid', 'nearly', 'nearly', 'hostile'] as const;

/** The rows as they were when so much had been written: they are read again only after something was. */
interface KnownRows {
  readonly writes: number;
  readonly hashes: ReadonlyMap<string, string>;
}

interface Going {
  readonly workstation: Workstation;
  readonly crm: PracticeCrm;
  readonly dice: Dice;
  readonly harvest: Harvest;
  readonly counts: Record<string, number>;
  readonly violations: string[];
  rows: KnownRows | null;
}

/** Each round is a fresh profile; as each role every procedure is asked in it, in an order of its own. */
export async function fuzzContract(options: FuzzOptions, perProcedure = 1): Promise<FuzzReport> {
  const putBack = onlyThisComputer();
  try {
    return await askEverything(options, perProcedure);
  } finally {
    putBack();
  }
}

async function askEverything({ seed, goesOn }: FuzzOptions, perProcedure: number): Promise<FuzzReport> {
  const counts: Record<string, number> = {};
  const violations: string[] = [];
  for (let round = 0; goesOn(round); round += 1) {
    const roundSeed = seed + round;
    const dice = createDice(roundSeed);
    const found: string[] = [];
    const logged: string[] = [];
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm, { log: logInto(logged) });
    const going = { workstation, crm, dice, harvest: new Harvest(), counts, violations: found, rows: null };
    going.harvest.gather({ url: crm.url, apiKey: crm.apiKey });
    for (const asker of dice.shuffled(ASKERS)) {
      await lookAround(going);
      // The door is the same for every question; behind it they differ.
      const times = (name: Name): number => (mayAsk(asker, name) ? perProcedure : 1);
      const names = dice.shuffled(PROCEDURE_NAMES.flatMap((name) => Array.from({ length: times(name) }, () => name)));
      for (const name of names) await askOne(going, asker, name);
    }
    if (logged.some((line) => line.includes(CANARY))) found.push('the log repeats what was sent');
    await lookAfter(going);
    violations.push(...found.map((each) => `seed ${roundSeed}: ${each}`));
    if (violations.length > 20) break;
  }
  const { asked = 0, refused = 0, ...figures } = counts;
  return { name: 'contract', inputs: asked, refused, figures, violations };
}

function logInto(lines: string[]): Log {
  const write = (...said: unknown[]): void => void lines.push(JSON.stringify(said));
  return { info: write, warn: write, error: write };
}

async function workAs({ backend }: Workstation, asker: Asker): Promise<void> {
  const current = await readCurrentPerson(backend.store.reader);
  if (asker === 'nobody' ? current === null : current?.roles.join() === asker) return;
  await backend.store.write(async (writer) => {
    if (asker === 'nobody') await signOut(writer);
    else await setCurrentPerson(writer, { crmId: 900 + ROLES.indexOf(asker), name: asker, roles: [asker] });
  });
}

/** What somebody who works here has on the screen: donors of today's list, calls that were opened, things that wait. */
async function lookAround({ workstation, harvest, dice }: Going): Promise<void> {
  await workAs(workstation, 'coordinator');
  const { backend } = workstation;
  const see = async (name: Name, input: object): Promise<void> => {
    const answer = await backend.ask(name, input);
    if (answer.ok) harvest.gather(answer.value);
  };
  for (const lane of CALLING_LANES) await see('list.get', { lane });
  for (const name of LOOKED_AT) await see(name, {});
  for (let call = 0; call < 3; call += 1) await see('call.open', { donorId: harvest.take(dice, 'donorId', 'number') });
}

const LOOKED_AT = ['people.list', 'followups.list', 'verify.queue', 'sync.operations', 'settings.programmes'] as const;

async function askOne(going: Going, asker: Asker, name: Name): Promise<void> {
  const { workstation, dice, harvest, counts } = going;
  const procedure: Procedure = PROCEDURES[name];
  const way = dice.pick(WAYS);
  const making = { dice, harvest };
  const input =
    way === 'valid'
      ? makeValid(procedure.input, making)
      : way === 'nearly'
        ? makeNearlyValid(procedure.input, making)
        : hostileValue(dice);
  await workAs(workstation, asker);
  const before = await readRows(going);
  const wrong = (what: string): void => {
    going.violations.push(`${name} as ${asker} with ${way} ${shown(input)}: ${what}`);
  };
  let answer: unknown = null;
  const isSlow = await takesTooLong(async () => {
    try {
      answer = await workstation.backend.ask(name, input);
    } catch (error) {
      wrong(`threw ${String(error)}`);
    }
  });
  if (isSlow && !SETS_TYPE.has(name)) wrong('worked on it for more than a second');
  if (answer === null) return;
  count(counts, 'asked');
  count(counts, way);
  if (isRefused(answer)) {
    count(counts, 'refused');
    const failure = failureSchema.safeParse(answer.failure);
    if (!failure.success) return wrong(`a failure that is none: ${shown(answer)}`);
    const { code, sentence } = failure.data;
    count(counts, `refused: ${code}`);
    if (sentence.nl.trim() === '' || sentence.en.trim() === '') wrong('refused without a sentence in both languages');
    if (code === 'unexpected') wrong('unexpected');
    if (!mayAsk(asker, name) && code !== 'not-allowed' && code !== 'locked') wrong(`went past the door: ${code}`);
    const changed = await changedSince(
      going,
      before,
      mayAsk(asker, name) ? [...LOG, ...(WRITES_WHEN_REFUSED[name] ?? [])] : [],
    );
    if (changed.length > 0) wrong(`refused (${code}) and changed ${changed.join(', ')}`);
    return;
  }
  count(counts, 'answered');
  if (!mayAsk(asker, name)) wrong('answered somebody who may not ask');
  const { value } = answer as { readonly value: unknown };
  const output = procedure.output.safeParse(value);
  if (!output.success) wrong(`an answer that does not fit: ${output.error.message}`);
  if (procedure.kind === 'query') {
    const changed = await changedSince(going, before, LOG);
    if (changed.length > 0) wrong(`a query that changed ${changed.join(', ')}`);
  }
  harvest.gather(value);
}

/** The log notes that something was asked, also when it was refused; of whoever may not ask at all there is nothing. */
const LOG: readonly string[] = ['audit', 'audit_head'];

async function readRows(going: Going): Promise<KnownRows> {
  const { reader } = going.workstation.backend.store;
  const writes = await countWrites(reader);
  if (going.rows?.writes !== writes) going.rows = { writes, hashes: await hashTables(reader) };
  return going.rows;
}

/** The tables that are not as they were, but for those that may be. */
async function changedSince(going: Going, before: KnownRows, expected: readonly string[] = []): Promise<string[]> {
  const after = await readRows(going);
  if (after.writes === before.writes) return [];
  return changedTables(before.hashes, after.hashes).filter((table) => !expected.includes(table));
}

function isRefused(answer: unknown): answer is { readonly ok: false; readonly failure: unknown } {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** The file is whole, a round of the sync ends, and the profile opens again with all that was recorded. */
async function lookAfter({ workstation, violations }: Going): Promise<void> {
  const { reader } = workstation.backend.store;
  const { rows: integrity } = await sql<object>`PRAGMA integrity_check`.execute(reader);
  const { rows: foreign } = await sql<object>`PRAGMA foreign_key_check`.execute(reader);
  if (JSON.stringify(integrity) !== '[{"integrity_check":"ok"}]') violations.push(`not whole: ${shown(integrity)}`);
  if (foreign.length > 0) violations.push(`rows without what they belong to: ${shown(foreign)}`);
  try {
    await workstation.sync();
    const before = await hashTables(reader);
    await workstation.close();
    // A passphrase that was set keeps it closed.
    if (isWrapped(profilePaths(workstation.folder))) return;
    const again = await openWorkstation({ folder: workstation.folder, clock: workstation.clock });
    const after = await hashTables(again.backend.store.reader);
    // Whoever has a PIN is signed out.
    const changed = changedTables(before, after).filter((table) => table !== 'setting');
    if (changed.length > 0) violations.push(`opened again, and changed: ${changed.join(', ')}`);
    await again.close();
  } catch (error) {
    violations.push(`afterwards: ${String(error)}`);
  }
}
