/** Somebody left: access ends with this write, and nobody waits for what was theirs. What was done keeps the name. */
import { noteAudit } from '../../../db/queries/audit.ts';
import { readOpenCallItems } from '../../../db/queries/calls.ts';
import { readCurrentPerson, signOut, updatePerson, type Person } from '../../../db/queries/people.ts';
import { removePin } from '../../../db/queries/pins.ts';
import type { AskContext } from '../context.ts';

export async function letLeave(context: AskContext, leaving: Person): Promise<void> {
  const { store, now, person, claims, sync } = context;
  const calls = await store.write(async (writer) => {
    const { transaction } = writer;
    await updatePerson(writer, leaving, false);
    await removePin(writer, leaving.id);
    // A promised call is kept by whoever is there.
    await transaction
      .updateTable('callback')
      .set({ person_id: null })
      .where('person_id', '=', leaving.id)
      .where('closed_by', 'is', null)
      .execute();
    if ((await readCurrentPerson(transaction)) === null) await signOut(writer);
    await noteAudit(writer, { at: now(), personId: person.id, action: 'person-left', subject: String(leaving.id) });
    return readOpenCallItems(transaction, leaving.id);
  });
  for (const { donor_id: donorId } of calls) if (await claims.leave(donorId)) sync.changed();
}
