/** What is left of a profile: does it open, or say what to do; and is everything there that was acknowledged, once? */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { DatabaseFailure } from '../../db/database-failure.ts';
import { restoreNewestSnapshot } from '../../db/open/restore.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { OpenBackend } from '../../electron/backend/open-backend.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { readSetting } from '../../db/queries/settings.ts';
import { CONNECTION } from '../../electron/backend/profile-settings.ts';
import { openAt, SATURDAY } from './evening.ts';

export interface ExamineOptions {
  readonly now?: Instant;
  readonly crmUrl?: string | null;
  /** The profile had nothing in it yet. */
  readonly isNew?: boolean;
}

/** The ids that a child wrote down. A line that was cut off was not acknowledged. */
export function acknowledgedIn(lines: string): readonly string[] {
  const whole = lines.split('\n').slice(0, -1);
  return whole.flatMap((line) => (JSON.parse(line) as { ids?: string[] }).ids ?? []);
}

export function readAcknowledged(file: string): readonly string[] {
  return existsSync(file) ? acknowledgedIn(readFileSync(file, 'utf8')) : [];
}

/** The failures for which the sentence tells to bring a snapshot back. */
const MENDED_BY_DOCTOR = new Set(['damaged']);

/**
 * Opens the profile, as a person would: whoever is told to restore restores.
 *
 * @param look at the open profile, after everything that must hold has been looked at
 * @returns how it came to open
 * @throws Error when it does not open, something that was acknowledged is gone, or something is there twice
 */
export async function examine(
  folder: string,
  acknowledged: readonly string[],
  { now = SATURDAY, crmUrl = null, isNew = false }: ExamineOptions = {},
  look: (backend: OpenBackend) => Promise<void> = async () => undefined,
): Promise<string> {
  const open = (): Promise<OpenBackend> => openAt({ folder, now: () => now, random: seededRandom(7), crmUrl });
  let came = 'opened';
  let backend: OpenBackend;
  try {
    backend = await open();
  } catch (error) {
    if (!(error instanceof DatabaseFailure) || !MENDED_BY_DOCTOR.has(error.code)) throw error;
    const { nl, en } = error.sentence;
    const saysWhat = nl.includes('doctor --restore') && en.includes('doctor --restore');
    if (!saysWhat) throw new Error('nobody says what to do', { cause: error });
    const { snapshot } = await restoreNewestSnapshot(folder, now);
    came = snapshot === null ? `${error.code}, begun anew` : `${error.code}, snapshot put back`;
    backend = await open();
  }
  try {
    await demandWhole(backend);
    await demandAll(backend, acknowledged);
    const mayBeEmpty = isNew || came.endsWith('begun anew');
    if (!mayBeEmpty && (await readSetting(backend.store.reader, CONNECTION)) === null) {
      throw new Error('everything is gone, and nobody was told');
    }
    await look(backend);
  } finally {
    await backend.close();
  }
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const unfinished = names.filter((name) => name.includes('.db.new'));
  if (unfinished.length > 0) throw new Error(`left behind: ${unfinished.join(', ')}`);
  return came;
}

async function demandWhole({ store: { reader } }: OpenBackend): Promise<void> {
  const { rows } = await sql<{ quick_check: string }>`PRAGMA quick_check(1)`.execute(reader);
  if (rows[0]?.quick_check !== 'ok') throw new Error(`not whole: ${rows[0]?.quick_check}`);
  const broken = await sql`PRAGMA foreign_key_check`.execute(reader);
  if (broken.rows.length > 0) throw new Error('a row points nowhere');
}

async function demandAll({ store }: OpenBackend, acknowledged: readonly string[]): Promise<void> {
  const { reader } = store;
  const kept = new Set((await reader.selectFrom('operation').select('id').execute()).map(({ id }) => id));
  const lost = acknowledged.filter((id) => !kept.has(id));
  if (lost.length > 0) throw new Error(`lost: ${lost.join(', ')}`);
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM (SELECT id FROM attempt UNION ALL SELECT id FROM objection UNION ALL SELECT id FROM correction)
     GROUP BY id HAVING count(*) > 1`.execute(reader);
  if (rows.length > 0) throw new Error(`twice: ${rows.map(({ id }) => id).join(', ')}`);
}

/** Sends everything, and looks what the CRM has of it. @throws Error when something is missing there, or there twice */
export async function demandOnceInCrm(
  backend: OpenBackend,
  crmFolder: string,
  acknowledged: readonly string[],
): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    const report = await backend.sync.run(true);
    if (report === null || report.failure !== null) throw new Error(`no round: ${report?.failure?.message}`);
    if (round === 1 && report.waiting > 0) throw new Error(`${report.waiting} still wait`);
  }
  const crm = await openSqlite(`${crmFolder}/practice-crm.db`, { readonly: true });
  try {
    const subjects = crm
      .prepare<[], string>("SELECT subject FROM activity WHERE subject LIKE '%[Dankbel%'")
      .pluck()
      .all();
    // A call or a moment, and the mark of an objection: one activity for each.
    const marks = subjects.flatMap(
      (subject) => /\[Dankbel(?:-objection|-moment)? .*([0-9a-f-]{36})\]$/.exec(subject)?.[1] ?? [],
    );
    const twice = marks.filter((id, index) => marks.indexOf(id) !== index);
    if (twice.length > 0) throw new Error(`twice in the CRM: ${twice.join(', ')}`);
    const rows = await backend.store.reader.selectFrom('operation').select(['id', 'kind', 'state']).execute();
    for (const id of acknowledged) {
      const row = rows.find((each) => each.id === id);
      const isMarked = row?.kind === 'correction' || marks.includes(id);
      if (row?.state !== 'applied' || !isMarked) throw new Error(`${row?.kind} ${id} is ${row?.state}, not in the CRM`);
    }
  } finally {
    crm.close();
  }
}
