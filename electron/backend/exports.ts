/** Whatever leaves the workstation with donors in it is in the trail before it is handed out. */
import type { ExportedThing } from '../../domain/audit/exports.ts';
import { noteAudit } from '../../db/queries/audit.ts';
import type { AskContext } from './context.ts';

/** @param donorIds of whom it holds something; by the workstation's ids */
export async function noteExport(
  { store, person, now }: Pick<AskContext, 'store' | 'person' | 'now'>,
  what: ExportedThing,
  donorIds: readonly number[],
): Promise<void> {
  const [only] = donorIds;
  const one = donorIds.length === 1 && only !== undefined ? { donorId: only } : {};
  await store.write((writer) =>
    noteAudit(writer, {
      at: now(),
      personId: person.id,
      action: 'export',
      subject: what,
      detail: donorIds.length === 1 ? { what } : { what, donors: donorIds },
      ...one,
    }),
  );
}
