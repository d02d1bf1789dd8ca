/** Finds candidates in memory by the keys that the database has indexes on; a test holds the two beside each other. */
import type { Candidate } from '../../domain/matching/identity.ts';
import { MOST_PER_KEY, searchKeysOf, type SearchKey } from '../../domain/matching/search-keys.ts';
import type { SourceDonor } from './world/world.ts';

export type FindCandidates = (source: SourceDonor['identity']) => readonly Candidate[];

export function candidatesIn(crm: readonly Candidate[]): FindCandidates {
  const byKey = new Map<string, Candidate[]>();
  for (const candidate of crm) {
    for (const key of searchKeysOf(candidate.identity).map(written)) {
      const found = byKey.get(key);
      if (found === undefined) byKey.set(key, [candidate]);
      else found.push(candidate);
    }
  }
  return (source) => [
    ...new Set(searchKeysOf(source).flatMap((key) => byKey.get(written(key))?.slice(-MOST_PER_KEY) ?? [])),
  ];
}

const written = ({ kind, value }: SearchKey): string => `${kind} ${value}`;
