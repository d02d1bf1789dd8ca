/** Compares what two places say, field by field. The same both ways: which place is which changes nothing. */
import { writeAddress } from '../postal-address.ts';
import { areAlike } from './alike.ts';
import { evidenceOf, type Evidence, type MatchedField, type Verdict } from './evidence.ts';
import { canBeOnePerson } from './first-names.ts';
import type { PreparedName } from './prepare-name.ts';
import type { Prepared, PreparedAddress } from './prepare.ts';
import { isMobile } from './telephone-kind.ts';

export function compare(source: Prepared, candidate: Prepared): readonly Evidence[] {
  const mobiles = [source, candidate].map(({ phones }) => [...phones].filter((phone) => isMobile(phone)));
  const landlines = [source, candidate].map(({ phones }) => [...phones].filter((phone) => !isMobile(phone)));
  return [
    sharing('email', [...source.emails], [...candidate.emails]),
    sharing('iban', [...source.ibans], [...candidate.ibans]),
    sharing('mobile', mobiles[0] ?? [], mobiles[1] ?? []),
    sharing('landline', landlines[0] ?? [], landlines[1] ?? []),
    compareAddresses(source, candidate),
    ...compareNames(source, candidate),
    compareBirthdays(source, candidate),
  ];
}

/** Somebody has several mailboxes, accounts and numbers: that none agrees says nothing against her. */
function sharing(field: MatchedField, source: readonly string[], candidate: readonly string[]): Evidence {
  const shared = source.filter((value) => candidate.includes(value)).toSorted()[0];
  if (shared !== undefined) return evidenceOf(field, 'same', shared, shared);
  const isKnown = source.length > 0 && candidate.length > 0;
  return evidenceOf(field, isKnown ? 'different' : 'unknown', source[0] ?? '', candidate[0] ?? '');
}

const NEARNESS: readonly Verdict[] = ['same', 'near', 'different'];

function compareAddresses(source: Prepared, candidate: Prepared): Evidence {
  const lines = ({ identity }: Prepared, at: number): string => {
    const address = identity.addresses[at];
    return address === undefined ? '' : writeAddress(address);
  };
  let best: readonly [Verdict, number, number] | null = null;
  for (const [mine, address] of source.addresses.entries()) {
    for (const [theirs, other] of candidate.addresses.entries()) {
      const verdict = compareAddress(address, other);
      if (verdict === 'unknown') continue;
      if (best === null || NEARNESS.indexOf(verdict) < NEARNESS.indexOf(best[0])) best = [verdict, mine, theirs];
    }
  }
  const [verdict, mine, theirs] = best ?? (['unknown', 0, 0] as const);
  return evidenceOf('address', verdict, lines(source, mine), lines(candidate, theirs));
}

function compareAddress(one: PreparedAddress, other: PreparedAddress): Verdict {
  if (one.postcode === '' || other.postcode === '' || one.number === null || other.number === null) return 'unknown';
  if (one.postcode !== other.postcode) return 'different';
  if (one.number !== other.number) return 'near';
  // An addition that is left out on one side is a slip; two different ones are two front doors.
  return one.addition === other.addition || one.addition === '' || other.addition === '' ? 'same' : 'near';
}

/** An organisation is compared with an organisation, a person with a person; of a person with a company both are known. */
function compareNames(source: Prepared, candidate: Prepared): readonly Evidence[] {
  const bothOrganised = source.organisation.length > 0 && candidate.organisation.length > 0;
  const names = [source, candidate].map(({ identity }) => fullNameOf(identity.prefix, identity.surname));
  const organisations = [source, candidate].map(({ identity }) => identity.organisation);
  const isPerson = [source, candidate].every(({ identity }) => identity.kind === 'individual');
  return [
    isPerson
      ? evidenceOf('surname', compareSurnames(source, candidate), names[0] ?? '', names[1] ?? '')
      : evidenceOf('surname', 'unknown', '', ''),
    isPerson
      ? evidenceOf(
          'firstName',
          compareFirstNames(source, candidate),
          source.identity.firstName,
          candidate.identity.firstName,
        )
      : evidenceOf('firstName', 'unknown', '', ''),
    evidenceOf(
      'organisation',
      bothOrganised ? compareOrganisations(source.organisation, candidate.organisation) : 'unknown',
      organisations[0] ?? '',
      organisations[1] ?? '',
    ),
  ];
}

const fullNameOf = (...parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join(' ');

function compareSurnames({ name: one }: Prepared, { name: other }: Prepared): Verdict {
  if (one.surname === '' || other.surname === '') return 'unknown';
  if (one.surname === other.surname || sameParts(one.parts, other.parts)) return 'same';
  if (areAlike(one.surname, other.surname)) return 'alike';
  return sharesHalf(one, other) || sharesHalf(other, one) ? 'part' : 'different';
}

/**
 * Somebody who wrote her double surname without its hyphen is known by one half elsewhere. That two such names have a
 * word in common says nothing: Klein Haarhuis and Klein Wassink are two farms.
 */
function sharesHalf(one: PreparedName, other: PreparedName): boolean {
  return [...one.parts, ...one.halves].some((half) => other.parts.some((part) => areAlike(part, half)));
}

/** "Bakker-de Wit" and "De Wit-Bakker". */
function sameParts(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join(' ') === other.toSorted().join(' ');
}

function compareFirstNames(source: Prepared, candidate: Prepared): Verdict {
  const [one, other] = [source.name.first, candidate.name.first];
  const [[first = ''], [second = '']] = [one, other];
  if (first === '' || second === '') return 'unknown';
  const hasOneInitial = first[0] === second[0] && !isOtherGender(source, candidate);
  if (isInitials(one) || isInitials(other)) return hasOneInitial ? 'initial' : 'different';
  const verdict = compareCalled(withoutInitials(one), withoutInitials(other));
  // "J. Pieter" and "Jan" can be one; "J. Pieter" and "J. Klaas" are brothers.
  const isByInitial = verdict === 'different' && isInitial(first) !== isInitial(second) && hasOneInitial;
  return isByInitial ? 'initial' : verdict;
}

function isOtherGender({ identity: one }: Prepared, { identity: other }: Prepared): boolean {
  return one.gender !== null && other.gender !== null && one.gender !== other.gender;
}

function compareCalled(one: readonly string[], other: readonly string[]): Verdict {
  const [first = '', ...more] = one;
  const [second = '', ...others] = other;
  if (first === second) return 'same';
  if (others.includes(first) || more.includes(second) || canBeOnePerson(first, second)) return 'nickname';
  return areAlike(first, second) ? 'alike' : 'different';
}

/** What somebody is called who writes "J. Pieter" or "Anna M.". */
const withoutInitials = (words: readonly string[]): readonly string[] => words.filter((word) => !isInitial(word));

const isInitial = (word: string): boolean => word.length === 1;

/** "J.P.", "J", and "JP" or "PJM", which nobody is called. */
export function isInitials(words: readonly string[]): boolean {
  return words.every(isInitial) || words.every((word) => word.length <= 4 && !/[aeiouy]/.test(word));
}

function compareOrganisations(one: readonly string[], other: readonly string[]): Verdict {
  if (one.join('') === other.join('')) return 'same';
  if (areAlike(one.join(''), other.join(''))) return 'alike';
  return isAmong(one, other) || isAmong(other, one) ? 'part' : 'different';
}

const isAmong = (few: readonly string[], many: readonly string[]): boolean => few.every((word) => many.includes(word));

function compareBirthdays(source: Prepared, candidate: Prepared): Evidence {
  const said = [source, candidate].map(({ identity }) => identity.birthday ?? '');
  const verdict = ((): Verdict => {
    if (source.birthday === null || candidate.birthday === null) return 'unknown';
    if (source.birthday !== candidate.birthday) return 'different';
    const hasYears = source.birthYear !== null && candidate.birthYear !== null;
    return hasYears && source.birthYear !== candidate.birthYear ? 'different' : 'same';
  })();
  return evidenceOf('birthday', verdict, said[0] ?? '', said[1] ?? '');
}
