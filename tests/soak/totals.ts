/** Both sides counted: what the workstations recorded, and what the CRM has of it. */
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { openSqlite } from '../../db/sqlite.ts';
import type { OpenBackend } from '../../electron/backend/open-backend.ts';
import type { Sample, SoakLine } from './workstation.ts';

export interface Recorded {
  /** Ids of calls that stand, and of those that were taken back. */
  readonly calls: readonly string[];
  readonly undone: readonly string[];
  /** Contacts who do not want to be called any more. */
  readonly objections: readonly number[];
  /** What the CRM took: contact and address. */
  readonly corrections: readonly { readonly contact: number; readonly value: string }[];
  /** Contacts of whom somebody corrected what another workstation had corrected already: a person decides. */
  readonly conflicts: readonly number[];
  readonly rejected: number;
  readonly waiting: number;
}

export async function readRecorded({ store: { reader } }: OpenBackend): Promise<Recorded> {
  const attempts = await reader.selectFrom('attempt').select(['id', 'undone_at']).execute();
  const objections = await sql<{ contact: number }>`
    SELECT DISTINCT donor.crm_id AS contact FROM objection JOIN donor ON donor.id = objection.donor_id
     WHERE undone_at IS NULL`.execute(reader);
  const corrections = await sql<{ contact: number; value: string }>`
    SELECT donor.crm_id AS contact, json_extract(correction.body, '$.value') AS value
      FROM correction JOIN donor ON donor.id = correction.donor_id JOIN operation ON operation.id = correction.id
     WHERE operation.state = 'applied' AND correction.undone_at IS NULL`.execute(reader);
  const states = await sql<{ state: string; count: number }>`
    SELECT state, count(*) AS count FROM operation GROUP BY state`.execute(reader);
  const conflicts = await sql<{ contact: number }>`
    SELECT donor.crm_id AS contact FROM operation JOIN donor ON donor.id = operation.donor_id
     WHERE operation.state = 'conflict'`.execute(reader);
  const of = (...names: readonly string[]): number =>
    states.rows.filter(({ state }) => names.includes(state)).reduce((sum, { count }) => sum + count, 0);
  return {
    calls: attempts.flatMap(({ id, undone_at: undoneAt }) => (undoneAt === null ? [id] : [])),
    undone: attempts.flatMap(({ id, undone_at: undoneAt }) => (undoneAt === null ? [] : [id])),
    objections: objections.rows.map(({ contact }) => contact),
    corrections: corrections.rows,
    conflicts: conflicts.rows.map(({ contact }) => contact),
    rejected: of('rejected'),
    waiting: of('waiting'),
  };
}

export interface InCrm {
  readonly calls: readonly string[];
  readonly flags: readonly number[];
  readonly values: ReadonlyMap<string, number>;
}

export async function readCrm(folder: string): Promise<InCrm> {
  const crm = await openSqlite(`${folder}/practice-crm.db`, { readonly: true });
  try {
    const rows = crm
      .prepare<[], { subject: string; status: string }>(
        `SELECT activity.subject AS subject, option_value.name AS status FROM activity
           JOIN option_value ON option_value.value = activity.status_id
           JOIN option_group ON option_group.id = option_value.option_group_id AND option_group.name = 'activity_status'
          WHERE activity.subject LIKE '%[Dankbel %'`,
      )
      .all();
    const calls = rows.flatMap(({ subject, status }) =>
      status === 'Cancelled' ? [] : (/([0-9a-f-]{36})\]$/.exec(subject)?.[1] ?? []),
    );
    const flags = crm.prepare<[], number>('SELECT id FROM contact WHERE do_not_phone = 1').pluck().all();
    const emails = crm
      .prepare<[], { email: string; contact: number }>(
        "SELECT email, contact_id AS contact FROM email WHERE email LIKE 'duur-%'",
      )
      .all();
    return { calls, flags, values: new Map(emails.map(({ email, contact }) => [email, contact])) };
  } finally {
    crm.close();
  }
}

/** What does not agree; empty when everything does. */
export function disagreements(all: readonly Recorded[], inCrm: InCrm, lines: readonly SoakLine[]): readonly string[] {
  const calls = new Set(all.flatMap((each) => each.calls));
  const undone = new Set(all.flatMap((each) => each.undone));
  const corrections = all.flatMap((each) => each.corrections);
  const objections = new Set(all.flatMap((each) => each.objections));
  const acknowledged = lines.flatMap(({ attemptId }) => attemptId ?? []);
  const found: string[] = [];
  const some = (what: string, items: readonly unknown[]): void => {
    if (items.length > 0) found.push(`${items.length} ${what}: ${items.slice(0, 3).join(', ')}`);
  };
  some(
    'acknowledged calls are on no workstation',
    acknowledged.filter((id) => !calls.has(id) && !undone.has(id)),
  );
  const takenBack = lines.flatMap(({ attemptId, isUndone }) => (isUndone === true ? (attemptId ?? []) : []));
  some(
    'acknowledged takings back are gone',
    takenBack.filter((id) => !undone.has(id)),
  );
  some(
    'calls are not in the CRM',
    [...calls].filter((id) => !inCrm.calls.includes(id)),
  );
  some(
    'activities are of no call that stands',
    inCrm.calls.filter((id) => !calls.has(id)),
  );
  some(
    'calls are in the CRM twice',
    inCrm.calls.filter((id, index) => inCrm.calls.indexOf(id) !== index),
  );
  some(
    'objections have no flag',
    [...objections].filter((contact) => !inCrm.flags.includes(contact)),
  );
  some(
    'flags have no objection',
    inCrm.flags.filter((contact) => !objections.has(contact)),
  );
  // Who was corrected twice has the later value.
  const isReplaced = (contact: number): boolean => corrections.filter((each) => each.contact === contact).length > 1;
  some(
    'corrections have no value',
    corrections
      .filter(({ contact, value }) => !inCrm.values.has(value) && !isReplaced(contact))
      .map(({ value }) => value),
  );
  const values = new Set(corrections.map(({ value }) => value));
  some(
    'values have no correction',
    [...inCrm.values.keys()].filter((value) => !values.has(value)),
  );
  const corrected = new Set(corrections.map(({ contact }) => contact));
  some(
    'conflicts are about nobody whom another workstation corrected',
    all.flatMap((each) => each.conflicts).filter((contact) => !corrected.has(contact)),
  );
  const rejected = all.reduce((sum, each) => sum + each.rejected, 0);
  const waiting = all.reduce((sum, each) => sum + each.waiting, 0);
  if (waiting > 0) found.push(`${waiting} operations still wait`);
  if (rejected > 0) found.push(`${rejected} operations were refused`);
  return found;
}

export interface Growth {
  /** Of the middle of the first samples after the warm-up, and of the last ones. */
  readonly before: Sample;
  readonly after: Sample;
  /** 0.05 is five per cent. */
  readonly resident: number;
  readonly heap: number;
  readonly handles: number;
}

const WARM_UP_PART = 0.3;
/** In a shorter day what is kept ready (pages, statements) is still filling up. */
const FEWEST_SAMPLES = 40;

/** Of one life of one workstation. */
export function growthOf(samples: readonly Sample[]): Growth | null {
  const measured = samples.slice(Math.floor(samples.length * WARM_UP_PART));
  const some = Math.max(3, Math.floor(measured.length / 4));
  if (measured.length < FEWEST_SAMPLES) return null;
  const [before, after] = [middleOf(measured.slice(0, some)), middleOf(measured.slice(-some))];
  const grown = (name: keyof Sample): number => after[name] / before[name] - 1;
  return { before, after, resident: grown('resident'), heap: grown('heap'), handles: grown('handles') };
}

function middleOf(samples: readonly Sample[]): Sample {
  const middle = (name: keyof Sample): number => {
    const sorted = samples.map((sample) => sample[name]).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return { resident: middle('resident'), heap: middle('heap'), handles: middle('handles') };
}

export function readLines(path: string): readonly SoakLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as SoakLine);
}
