/** The people who work on this workstation. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { ROLES, type Role } from '../../domain/role.ts';
import type { PersonTable } from '../schema.ts';
import type { Reader, Writer } from '../store.ts';
import { readSetting, writeSetting, type Setting } from './settings.ts';

export interface Person {
  readonly id: number;
  /** Contact of the user in the CRM; null for somebody whom only this workstation knows. */
  readonly crmId: number | null;
  readonly name: string;
  readonly roles: readonly Role[];
}

const rolesSchema = z.array(z.enum(ROLES));
const CURRENT_PERSON: Setting<number> = { key: 'person.current', schema: z.int() };

/** Who is working here now; null when nobody is, also when whoever was has left. */
export async function readCurrentPerson(reader: Reader): Promise<Person | null> {
  const id = await readSetting(reader, CURRENT_PERSON);
  if (id === null) return null;
  const row = await reader
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .where('is_active', '=', 1)
    .executeTakeFirst();
  return row === undefined ? null : personOf(row);
}

/** Everybody who works or worked here, by name. */
export async function readPeople(reader: Reader): Promise<readonly (Person & { readonly isActive: boolean })[]> {
  // Without a name: somebody of whom a restored profile knows only that there was work.
  const rows = await reader.selectFrom('person').selectAll().where('name', '<>', '').orderBy('name').execute();
  return rows.map((row) => ({ ...personOf(row), isActive: row.is_active === 1 }));
}

/** False on a workstation that nobody has used yet. */
export async function hasPeople(reader: Reader): Promise<boolean> {
  const row = await reader.selectFrom('person').select('id').where('is_active', '=', 1).limit(1).executeTakeFirst();
  return row !== undefined;
}

export async function findPerson(reader: Reader, id: number): Promise<Person | null> {
  const row = await reader.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : personOf(row);
}

function personOf(row: Selectable<PersonTable>): Person {
  return { id: row.id, crmId: row.crm_id, name: row.name, roles: rolesSchema.parse(JSON.parse(row.roles)) };
}

/** Signs somebody in, in place of whoever was. */
export function signIn(writer: Writer, personId: number): Promise<void> {
  return writeSetting(writer, CURRENT_PERSON, personId);
}

/** From now on nobody works here, until somebody signs in. */
export async function signOut({ transaction }: Writer): Promise<void> {
  await transaction.deleteFrom('setting').where('key', '=', CURRENT_PERSON.key).execute();
}

export async function insertPerson({ transaction }: Writer, person: Omit<Person, 'id'>): Promise<number> {
  const { id } = await transaction
    .insertInto('person')
    .values({ crm_id: person.crmId, name: person.name, roles: JSON.stringify(person.roles), is_active: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updatePerson({ transaction }: Writer, person: Person, isActive: boolean): Promise<void> {
  const row = { crm_id: person.crmId, name: person.name, roles: JSON.stringify(person.roles) };
  await transaction
    .updateTable('person')
    .set({ ...row, is_active: isActive ? 1 : 0 })
    .where('id', '=', person.id)
    .execute();
}

/** Adds somebody, or brings up to date who is known by the CRM's id, and makes them the one who works here. */
export async function setCurrentPerson(writer: Writer, person: Omit<Person, 'id'>): Promise<Person> {
  const row = { crm_id: person.crmId, name: person.name, roles: JSON.stringify(person.roles), is_active: 1 as const };
  const { id } = await writer.transaction
    .insertInto('person')
    .values(row)
    .onConflict((conflict) => conflict.column('crm_id').doUpdateSet({ name: row.name, roles: row.roles }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeSetting(writer, CURRENT_PERSON, id);
  return { ...person, id };
}

/** Somebody of this workstation by the whole name; null when nobody, or more than one, has it. */
export async function findPersonNamed(reader: Reader, name: string): Promise<{ readonly id: number } | null> {
  const rows = await reader
    .selectFrom('person')
    .select('id')
    .where('name', '=', name)
    .where('is_active', '=', 1)
    .execute();
  return rows.length === 1 ? (rows[0] ?? null) : null;
}
