/** What can make two people look like one. A match with a trap is never certain, whatever its points: a person looks. */
import type { Evidence, MatchedField, Verdict } from './evidence.ts';
import { isInitials } from './compare.ts';
import type { Prepared } from './prepare.ts';

export const TRAPS = [
  'family',
  'only-initial',
  'first-name-close',
  'no-first-name',
  'other-surname',
  'other-birthday',
  'only-shared',
  'only-name',
  'organisation',
  'not-a-person',
  'deceased',
  'second-hand',
  'crowd',
  'several',
] as const;
/**
 * - `family`: mailbox, account or number agree and the first name is another: a house shares them (kentaa.md §5)
 * - `only-initial`: an initial is all that can be compared: J. may be her husband, unless the mailbox is one person's
 * - `first-name-close`: a nickname or a typing mistake, or a brother: Martin and Martina, Joris and Doris
 * - `no-first-name`: there is none to compare
 * - `other-surname`: she may have married, or it is somebody else at the same company
 * - `other-birthday`: father and son of one name
 * - `only-shared`: address or landline agree, and nothing that is somebody's own
 * - `only-name`: the name alone: somebody else can have it
 * - `organisation`: an organisation on one side, a person on the other, or another branch
 * - `not-a-person`: a household, or a name that is none
 * - `deceased`: the CRM says that she has died
 * - `second-hand`: whoever typed it was not the giver
 * - `crowd`: five donors or more have the same mailbox, account or mobile
 * - `several`: another donor in the CRM could be her as well
 */
export type Trap = (typeof TRAPS)[number];

export function trapsOf(source: Prepared, candidate: Prepared, evidence: readonly Evidence[]): readonly Trap[] {
  const said = new Map<MatchedField, Verdict>(evidence.map(({ field, verdict }) => [field, verdict]));
  const is = (field: MatchedField, ...verdicts: readonly Verdict[]): boolean =>
    verdicts.includes(said.get(field) ?? 'unknown');
  const hasOwnKey = is('email', 'same') || is('iban', 'same') || is('mobile', 'same');
  const isSameHouse = is('address', 'same') || is('landline', 'same');
  const isSureOfPerson = is('birthday', 'same');
  const kinds = [source, candidate].map(({ identity }) => identity.kind);
  const isPersons = kinds.every((kind) => kind === 'individual');
  const traps: readonly (readonly [Trap, boolean])[] = [
    ['family', is('firstName', 'different')],
    ['only-initial', is('firstName', 'initial') && !isSureOfPerson && !hasOwnMailbox(evidence)],
    ['first-name-close', is('firstName', 'nickname', 'alike') && !isSureOfPerson],
    ['no-first-name', isPersons && is('firstName', 'unknown')],
    ['other-surname', isPersons && (is('surname', 'unknown') || (is('surname', 'different') && !isSureOfPerson))],
    ['other-birthday', is('birthday', 'different')],
    ['only-shared', !hasOwnKey && isSameHouse && !(isSureOfPerson && is('address', 'same'))],
    ['only-name', !hasOwnKey && !isSameHouse],
    ['organisation', isOtherOrganisation(source, candidate, is)],
    ['not-a-person', kinds.includes('household') || (isPersons && !hasName(source, candidate))],
    ['second-hand', source.identity.isSecondHand || candidate.identity.isSecondHand],
    ['deceased', candidate.identity.isDeceased || source.identity.isDeceased],
  ];
  return traps.flatMap(([trap, applies]) => (applies ? [trap] : []));
}

/** A mailbox agrees, and is not one that is named after a house or a desk: "fam.jansen@", "info@". */
function hasOwnMailbox(evidence: readonly Evidence[]): boolean {
  const email = evidence.find(({ field }) => field === 'email');
  return email?.verdict === 'same' && !SHARED_MAILBOX.test(email.source);
}

const SHARED_MAILBOX =
  /^(?:fam|familie|gezin|family|info|contact|administratie|secretariaat|kantoor|bestuur|penningmeester|office|post|mail)(?:$|[^a-z])/u;

type Is = (field: MatchedField, ...verdicts: readonly Verdict[]) => boolean;

function isOtherOrganisation(source: Prepared, candidate: Prepared, is: Is): boolean {
  const has = [source, candidate].map(({ organisation }) => organisation.length > 0);
  if (has[0] === false && has[1] === false) return false;
  // Branches of one firm share its mailbox and its bank; what they have of their own is a house.
  const isSameHouse = is('address', 'same') || is('landline', 'same');
  return has[0] !== has[1] || !is('organisation', 'same') || !isSameHouse;
}

/** One word that is no name ("Anoniem", "Donateur") or a lone initial tells nobody from anybody. */
function hasName(...both: readonly Prepared[]): boolean {
  return both.every(({ name }) => name.surname.length > 1 && !NO_NAMES.has(name.surname) && !isNobody(name.first));
}

const NO_NAMES: ReadonlySet<string> = new Set([
  'anoniem',
  'anonymous',
  'onbekend',
  'donateur',
  'nvt',
  'test',
  'familie',
]);

function isNobody(first: readonly string[]): boolean {
  const [word = ''] = first;
  return !isInitials(first) && (NO_NAMES.has(word) || word === 'fam');
}
