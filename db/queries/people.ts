/** The people who work on this workstation. */
import { z } from 'zod';
import { ROLES, type Role } from '../../domain/role.ts';
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

/** Who is working here now; null on a workstation that nobody has used. */
export async function readCurrentPerson(reader: Reader): Promise<Person | null> {
  const id = await readSetting(reader, CURRENT_PERSON);
  return id === null ? null : findPerson(reader, id);
}

export async function findPerson(reader: Reader, id: number): Promise<Person | null> {
  const row = await reader.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  return { id: row.id, crmId: row.crm_id, name: row.name, roles: rolesSchema.parse(JSON.parse(row.roles)) };
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
