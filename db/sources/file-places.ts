/** Spreadsheets as places beside the CRM: which there are, and a new one under the name that a coordinator gave it. */
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import type { Reader, Writer } from '../store.ts';

export interface FilePlace {
  readonly id: string;
  readonly name: string;
}

/** By name. */
export async function readFilePlaces(
  reader: Reader,
): Promise<readonly (FilePlace & { readonly lastReadAt: Instant | null })[]> {
  return reader
    .selectFrom('source_site')
    .select(['id', 'name', 'last_pulled_at as lastReadAt'])
    .where('kind', '=', 'file')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** "file:3fa9c1d2e4b5": its people are known in the CRM by it, so it is another one on every workstation. */
export const newPlaceId = (uuid: string): string => `file:${uuid.replaceAll('-', '').slice(-12)}`;

/** @param day of today: what is in a file is always read, however old */
export async function addFilePlace(
  { transaction }: Writer,
  place: FilePlace & { readonly at: Instant; readonly day: CalendarDay },
): Promise<void> {
  await transaction
    .insertInto('source_site')
    .values({
      id: place.id,
      kind: 'file',
      name: place.name,
      address: '',
      is_enabled: 1,
      adds_newcomers: 0,
      started_from: place.day,
      added_at: place.at,
      last_pulled_at: null,
      last_compared_at: null,
      problem: null,
      budget: null,
    })
    .execute();
}

export async function noteRead({ transaction }: Writer, siteId: string, at: Instant): Promise<void> {
  await transaction.updateTable('source_site').set({ last_pulled_at: at }).where('id', '=', siteId).execute();
}
