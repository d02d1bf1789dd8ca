/** The user of the CRM's key, when the profile is connected or connected again. */
import {
  hasPeople,
  insertPerson,
  readCurrentPerson,
  readPeople,
  signIn,
  type Person,
} from '../../../db/queries/people.ts';
import { findPin, readMisses } from '../../../db/queries/pins.ts';
import type { Writer } from '../../../db/store.ts';

/**
 * Adds somebody who is not known here yet. Who is known keeps the name and roles that the coordinator gave. Nobody
 * comes in this way past a PIN, neither her own nor that of whoever is working.
 */
export async function welcomeUser(writer: Writer, user: Omit<Person, 'id'>): Promise<void> {
  const { transaction } = writer;
  const isFirst = !(await hasPeople(transaction));
  const current = await readCurrentPerson(transaction);
  const known = (await readPeople(transaction)).find(({ crmId }) => crmId === user.crmId);
  // A key of another user is no way around a coordinator's PIN.
  const roles = (await readMisses(transaction)).size > 0 ? (['caller'] as const) : user.roles;
  const id = known?.id ?? (await insertPerson(writer, { ...user, roles }));
  if (known?.isActive === false) return;
  const isFree = current === null ? isFirst : (await findPin(transaction, current.id)) === null;
  if (isFree && (await findPin(transaction, id)) === null) await signIn(writer, id);
}
