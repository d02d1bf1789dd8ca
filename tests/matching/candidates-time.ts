/** How long it takes to find the candidates of somebody among so many donors, in a real, encrypted file. */
import { findMatchCandidates, readIdentities } from '../../db/matching/candidates.ts';
import { openStore } from '../../db/open/open-store.ts';
import { matchDonor } from '../../domain/matching/match.ts';
import { BENCH_NOW, charityProfile } from '../bench/charity/charity-profile.ts';

const ASKED = 500;

export async function timeCandidates(donors: number): Promise<string> {
  const folder = await charityProfile(donors, console.error);
  const store = await openStore({ folder, now: BENCH_NOW });
  const ids = Array.from({ length: ASKED }, (_, at) => 1 + Math.floor((at * donors) / ASKED));
  const people = await readIdentities(store.reader, ids, 0);
  const took: number[] = [];
  let candidates = 0;
  let found = 0;
  for (const { donorId, identity } of people) {
    const begin = performance.now();
    const near = await findMatchCandidates(store.reader, { sourceDonorId: 0, identity });
    const outcome = matchDonor(identity, near);
    took.push(performance.now() - begin);
    candidates += near.length;
    if (outcome.kind === 'certain' && outcome.match.donorId === donorId) found += 1;
  }
  await store.close();
  took.sort((one, other) => one - other);
  const at = (share: number): string =>
    (took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0).toFixed(1);
  const each = (candidates / people.length).toFixed(1);
  return `${donors} donors: candidates and verdict in ${at(0.5)} ms (median), ${at(0.95)} ms (95%), ${at(1)} ms (slowest of ${people.length}); ${each} candidates each, ${found} linked to themselves by what the file knows of them`;
}
