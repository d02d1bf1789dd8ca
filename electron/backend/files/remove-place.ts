/** Takes a place away in portions, so that calls and saving go on in between; a start after a kill finishes it. */
import { noteAudit } from '../../../db/queries/audit.ts';
import { countPlace, markGoing, readGoing, removePlacePortion } from '../../../db/sources/remove-place.ts';
import type { Store } from '../../../db/store.ts';
import type { Instant } from '../../../domain/calendar/day.ts';
import { forgetPlaceOfMappings } from './mappings.ts';

export interface RemovePlace {
  readonly siteId: string;
  readonly at: Instant;
  readonly personId: number;
  readonly onPeople: (people: number) => Promise<void>;
}

export async function removePlace(store: Store, { siteId, at, personId, onPeople }: RemovePlace): Promise<void> {
  await store.write(async (writer) => {
    const { people, donors, gifts } = await countPlace(writer.transaction, siteId);
    await markGoing(writer, siteId);
    await forgetPlaceOfMappings(writer, siteId);
    await noteAudit(writer, {
      at,
      personId,
      action: 'place-removed',
      subject: siteId,
      detail: { people, donors, gifts },
    });
  });
  let gone = 0;
  for (let some = 1; some > 0;) {
    some = await store.write((writer) => removePlacePortion(writer, siteId));
    gone += some;
    await onPeople(gone);
  }
}

/** What a kill stopped half way goes on. */
export async function finishRemovals(store: Store): Promise<void> {
  for (const siteId of await readGoing(store.reader)) {
    for (let some = 1; some > 0;) some = await store.write((writer) => removePlacePortion(writer, siteId));
  }
}
