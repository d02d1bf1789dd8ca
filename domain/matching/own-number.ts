/**
 * Somebody of a file that has the number by which a donor is known here. We may have written it there ourselves: a file went
 * out to a bureau and came back. A number alone is not enough: a sheet that was sorted by one column has them all, one row
 * further on. So the name or the postcode has to agree as well; of a file that is not known to be ours, the whole name.
 */
import { folded } from '../sources/person-identity.ts';
import { compare } from './compare.ts';
import { evidenceFor, type MatchedField, type Verdict } from './evidence.ts';
import type { Candidate, Identity } from './identity.ts';
import { compareWith, matchDonor, MOST_SHOWN, type Comparison, type MatchOutcome } from './match.ts';
import { prepare } from './prepare.ts';
import type { Trap } from './traps.ts';

/** A donor who is known by the number. */
export interface NumberedDonor extends Candidate {
  /** In full, as the screens show it. */
  readonly names: readonly string[];
}

/** Who she was when a file went out that came back. */
export interface DeliveredPerson {
  readonly name: string;
  readonly postcode: string | null;
}

export interface NumberedPerson {
  readonly identity: Identity;
  /** Null of a file that is not known to be ours. */
  readonly delivered: DeliveredPerson | null;
}

/** Null when nobody with her number is she, or more than one can be: it is the CRM's own of one and the charity's of another. */
export function donorOfNumber(person: NumberedPerson, numbered: readonly NumberedDonor[]): number | null {
  const [only, ...others] = numbered.filter((donor) => isSheByNumber(person, donor));
  return only === undefined || others.length > 0 ? null : only.donorId;
}

/**
 * What is left when no number settles it.
 *
 * @param candidates whom she may be by what she is called and where she is reached
 * @param numbered donors with her number
 */
export function matchNumbered(
  person: NumberedPerson,
  candidates: readonly Candidate[],
  numbered: readonly NumberedDonor[],
): MatchOutcome {
  const agreeing = numbered.filter((donor) => isSheByNumber(person, donor));
  const outcome = matchDonor(person.identity, candidates);
  if (agreeing.length > 0) return besideOthers(person, outcome, agreeing, 'several');
  if (person.delivered === null || numbered.length === 0) return outcome;
  return besideOthers(person, outcome, numbered, 'number-of-another');
}

export function isSheByNumber({ identity, delivered }: NumberedPerson, donor: NumberedDonor): boolean {
  const isCalledSo = (name: string): boolean =>
    folded(name) !== '' && donor.names.some((each) => folded(each) === folded(name));
  const evidence = compare(prepare(identity), prepare(donor.identity));
  const verdictOf = (wanted: MatchedField): Verdict => evidenceFor(evidence, wanted)?.verdict ?? 'unknown';
  const isSame = (wanted: MatchedField): boolean => verdictOf(wanted) === 'same';
  const fullName = [identity.firstName, identity.prefix, identity.surname].filter((part) => part !== '').join(' ');
  if (isCalledSo(identity.organisation || fullName) || isSame('organisation')) return true;
  if (isSame('surname') && isSame('firstName')) return true;
  if (delivered === null) return false;
  if (isCalledSo(delivered.name)) return true;
  const isNearlyCalledSo =
    (CLOSE.has(verdictOf('surname')) && verdictOf('firstName') !== 'different') || CLOSE.has(verdictOf('organisation'));
  return isNearlyCalledSo || sharesPostcode([identity.addresses[0]?.postcode, delivered.postcode], donor.identity);
}

const CLOSE: ReadonlySet<Verdict> = new Set(['same', 'alike', 'part']);

function sharesPostcode(postcodes: readonly (string | null | undefined)[], { addresses }: Identity): boolean {
  const plain = (text: string): string => text.replaceAll(/\s/gu, '').toUpperCase();
  const known = new Set(addresses.map(({ postcode }) => plain(postcode)).filter((postcode) => postcode !== ''));
  return postcodes.some((postcode) => known.has(plain(postcode ?? '')));
}

/** A person looks: at whom the number names first, and beside her at who else comes near. */
function besideOthers(
  { identity }: NumberedPerson,
  outcome: MatchOutcome,
  numbered: readonly NumberedDonor[],
  trap: Trap,
): MatchOutcome {
  const named = numbered.map((donor): Comparison => {
    const comparison = compareWith(identity, donor);
    return { ...comparison, traps: [...comparison.traps, trap] };
  });
  const near =
    outcome.kind === 'certain' ? [outcome.match] : outcome.kind === 'doubt' ? outcome.candidates : ([] as const);
  const others = near.filter(({ donorId }) => !named.some((each) => each.donorId === donorId));
  return { kind: 'doubt', candidates: [...named, ...others].slice(0, MOST_SHOWN) };
}
