/**
 * Contributions of sites before 6.9 have no `modified_date`, so what changed cannot be asked. Each round reads what is
 * new by id, the newest thousand again, and a part of the older ones, walking from the newest to the oldest and round
 * again: a reversal of a debit comes within the same round, and no change stays unseen for longer than one walk.
 */
import type { Page, PageQuestion, ApiRow } from './paging.ts';
import { pageOutOfOrder } from './failures.ts';
import type { RollingPosition } from './positions.ts';

const NEWEST_PAGES = 2;
const OLDER_PAGES = 4;

export function beginRolling(lastId: number): RollingPosition {
  return { phase: 'rolling', step: 'new', lastId, before: null, olderBefore: null, pagesLeft: 0 };
}

/** @throws CrmFailure */
export async function nextRollingPage(
  read: (question: PageQuestion) => Promise<readonly ApiRow[]>,
  position: RollingPosition,
): Promise<Omit<Page, 'isRewound'>> {
  const { step, lastId, before } = position;
  if (step === 'new') {
    const rows = await read({ where: [['id', '>', lastId]], orderBy: { id: 'ASC' } });
    const newest = rows.at(-1)?.id ?? lastId;
    if (rows.some(({ id }) => id <= lastId)) throw pageOutOfOrder();
    if (rows.length > 0) return { rows, isLast: false, position: { ...position, lastId: newest } };
    return {
      rows,
      isLast: false,
      position: { ...position, step: 'newest', before: lastId + 1, pagesLeft: NEWEST_PAGES },
    };
  }
  const from = before ?? lastId + 1;
  const rows = await read({ where: [['id', '<', from]], orderBy: { id: 'DESC' } });
  if (rows.some(({ id }) => id >= from)) throw pageOutOfOrder();
  const oldest = rows.at(-1)?.id ?? null;
  const pagesLeft = position.pagesLeft - 1;
  if (step === 'newest') {
    if (oldest === null) return { rows, isLast: true, position: beginRolling(lastId) };
    if (pagesLeft > 0) return { rows, isLast: false, position: { ...position, before: oldest, pagesLeft } };
    const olderFrom = Math.min(position.olderBefore ?? oldest, oldest);
    return { rows, isLast: false, position: { ...position, step: 'older', before: olderFrom, pagesLeft: OLDER_PAGES } };
  }
  // At the oldest the walk begins anew.
  if (oldest === null) return { rows, isLast: true, position: beginRolling(lastId) };
  if (pagesLeft > 0) return { rows, isLast: false, position: { ...position, before: oldest, pagesLeft } };
  return { rows, isLast: true, position: { ...beginRolling(lastId), olderBefore: oldest } };
}
