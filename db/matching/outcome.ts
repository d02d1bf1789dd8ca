/** Who somebody of a place is among the donors: by the number that we gave her, else by what she is called and where she is reached. */
import type { Identity } from '../../domain/matching/identity.ts';
import { compareWith, matchDonor, type MatchOutcome } from '../../domain/matching/match.ts';
import { donorOfNumber, matchNumbered, type NumberedPerson } from '../../domain/matching/own-number.ts';
import type { Reader } from '../store.ts';
import { findMatchCandidates, readIdentities } from './candidates.ts';
import { findNumbered, readNumberInFile, type NumberInFile } from './numbered.ts';

/** Null when no number settles it. */
export async function findByOwnNumber(
  reader: Reader,
  sourceDonorId: number,
  identity: Identity,
): Promise<number | null> {
  const inFile = await readNumberInFile(reader, sourceDonorId);
  if (inFile === null) return null;
  return donorOfNumber(personOf(identity, inFile), await findNumbered(reader, sourceDonorId, inFile.number));
}

/** For a person who looks as well: also whom a number settles is compared. */
export async function outcomeFor(reader: Reader, sourceDonorId: number, identity: Identity): Promise<MatchOutcome> {
  const inFile = await readNumberInFile(reader, sourceDonorId);
  const numbered = inFile === null ? [] : await findNumbered(reader, sourceDonorId, inFile.number);
  if (inFile === null || numbered.length === 0) {
    return matchDonor(identity, await findMatchCandidates(reader, { sourceDonorId, identity }));
  }
  const person = personOf(identity, inFile);
  const settled = donorOfNumber(person, numbered);
  if (settled !== null) {
    const [her] = await readIdentities(reader, [settled], sourceDonorId);
    return her === undefined ? { kind: 'none' } : { kind: 'certain', match: compareWith(identity, her) };
  }
  return matchNumbered(person, await findMatchCandidates(reader, { sourceDonorId, identity }), numbered);
}

const personOf = (identity: Identity, { delivered }: NumberInFile): NumberedPerson => ({ identity, delivered });
