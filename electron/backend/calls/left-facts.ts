/**
 * The facts behind the lists, as they are left for the next start: reading those of six thousand donors from all over
 * a large database is what a start would wait for (docs/decisions/0035).
 */
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import type { Reader } from '../../../db/store.ts';
import { VERSION } from '../../launch/version.ts';

/** More than this is not worth the memory of a start. */
const MOST = 20_000;

const HEAD = `${VERSION}\n`;

export function writeLeftFacts(facts: readonly DonorFacts[]): string | null {
  return facts.length === 0 || facts.length > MOST ? null : HEAD + JSON.stringify(facts);
}

/** What another program left is not looked at. */
export function readLeftFacts(left: string | null): readonly DonorFacts[] {
  // Sealed with the key of the profile by this program: it has the shape that was written.
  return left?.startsWith(HEAD) === true ? (JSON.parse(left.slice(HEAD.length)) as DonorFacts[]) : [];
}

/** Whether some of them are still what the database says: while a program is worked on, its version stays the same. */
export async function areStillTrue(reader: Reader, left: readonly DonorFacts[]): Promise<boolean> {
  const some = [left[0], left[Math.floor(left.length / 2)], left.at(-1)].filter((donor) => donor !== undefined);
  const read = await readFacts(
    reader,
    some.map(({ donorId }) => donorId),
  );
  return JSON.stringify(read) === JSON.stringify(some);
}
