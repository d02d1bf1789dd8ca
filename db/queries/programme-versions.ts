/** The history of the programme settings: who changed what, and which version holds. Rows are only ever added. */
import type { Selectable } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import { DEFAULT_SETTINGS, programmeSettingsSchema, type ProgrammeSettings } from '../../domain/programmes/settings.ts';
import type { ProgrammeVersionTable } from '../programme-tables.ts';
import type { Reader, Writer } from '../store.ts';

export interface ProgrammeVersion {
  readonly number: number;
  readonly at: Instant;
  readonly personId: number;
  readonly settings: ProgrammeSettings;
  /** The version that this one took back; null for an ordinary change. */
  readonly undoes: number | null;
}

/** The version that holds now; null while nobody has changed anything. */
export async function readCurrentVersion(reader: Reader): Promise<ProgrammeVersion | null> {
  const query = reader.selectFrom('programme_version').selectAll().orderBy('number', 'desc').limit(1);
  const row = await query.executeTakeFirst();
  return row === undefined ? null : toVersion(row);
}

/** What held in a version; the defaults for a call that began before anybody had changed anything. */
export async function readSettingsOf(reader: Reader, number: number | null): Promise<ProgrammeSettings> {
  if (number === null) return DEFAULT_SETTINGS;
  const query = reader.selectFrom('programme_version').selectAll().where('number', '=', number);
  return toVersion(await query.executeTakeFirstOrThrow()).settings;
}

/** All versions, newest first. */
export async function readVersions(reader: Reader): Promise<readonly ProgrammeVersion[]> {
  const rows = await reader.selectFrom('programme_version').selectAll().orderBy('number', 'desc').execute();
  return rows.map(toVersion);
}

export async function addVersion({ transaction }: Writer, version: Omit<ProgrammeVersion, 'number'>): Promise<number> {
  const { number } = await transaction
    .insertInto('programme_version')
    .values({
      at: version.at,
      person_id: version.personId,
      settings: JSON.stringify(version.settings),
      undoes: version.undoes,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

function toVersion({ number, at, person_id, settings, undoes }: Selectable<ProgrammeVersionTable>): ProgrammeVersion {
  return { number, at, personId: person_id, settings: programmeSettingsSchema.parse(JSON.parse(settings)), undoes };
}
