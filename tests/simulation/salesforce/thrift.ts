/** The charity's other links live from the same questions of a day: fetching stops first (salesforce.md §3). */
import type { Asked, Told } from '../network.ts';
import { demand } from '../violation.ts';

/** Above this nothing is fetched. */
const MOST_SHARE = 0.8;
/** What was told longer ago may be risked. */
const STALE_AFTER_MILLISECONDS = 15 * 60_000;
/** Pages of what changed, of everything, and of all ids; and what was deleted. */
const PAGE = /ORDER BY (?:SystemModstamp, )?Id LIMIT (?:500|2000)$/;

/** @param told what the workstation was told last. @throws Violation */
export function demandThrift({ path }: Asked, told: (Told & { readonly at: number }) | null, now: number): void {
  if (told === null || told.used / told.most < MOST_SHARE) return;
  const age = now - told.at;
  if (age < 0 || age > STALE_AFTER_MILLISECONDS) return;
  const url = new URL(path, 'http://here');
  const fetches = url.pathname.includes('/deleted/') || PAGE.test(url.searchParams.get('q') ?? '');
  demand(!fetches, 'budget', () => `fetched with ${told.used} of ${told.most} questions gone: ${url.search || path}`);
}
