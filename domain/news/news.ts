/** Which news somebody has not seen yet. */
import type { Release } from './releases.ts';
import { isLater, newestFirst } from './version.ts';

/** What this program has of all that was ever new, newest first. */
export function newsOf(releases: readonly Release[], version: string): readonly Release[] {
  return releases
    .filter((release) => !isLater(release.version, version))
    .sort((one, other) => newestFirst(one.version, other.version));
}

/** Whether something came since the version that somebody saw last. */
export function hasUnseen(releases: readonly Release[], version: string, seen: string): boolean {
  return newsOf(releases, version).some((release) => isLater(release.version, seen));
}
