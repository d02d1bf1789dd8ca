/** What can make two people look like one. A match with a trap is never certain, whatever its points: a person looks. */
import { evidenceFor, type Evidence, type MatchedField, type Verdict } from './evidence.ts';
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
  'number-of-another',
] as const;
/**
 * - `family`: mailbox, account or number agree and the first name is another: a house shares them (kentaa.md §5)
 * - `only-initial`: an initial is all that can be compared: J. may be her husband, unless the mailbox is one person's or
 *   the mobile is the same
 * - `first-name-close`: a nickname or a typing mistake, or a brother: Martin and Martina, Joris and Doris; not with the
 *   same mobile, or a mailbox that has one of the two first names in it
 * - `no-first-name`: there is none to compare, and not both a mailbox of one person and a mobile agree
 * - `other-surname`: she may have married, or it is somebody else at the same company
 * - `other-birthday`: father and son of one name
 * - `only-shared`: address or landline agree, and nothing that is somebody's own, unless it is the whole name in that house
 * - `only-name`: the name alone: somebody else can have it, unless she has the birthday too
 * - `organisation`: an organisation on one side, a person on the other, or another branch
 * - `not-a-person`: a household, or a name that is none
 * - `deceased`: the CRM says that she has died
 * - `second-hand`: whoever typed it was not the giver
 * - `crowd`: five donors or more have the same mailbox, account or mobile
 * - `several`: another donor in the CRM could be her as well
 * - `number-of-another`: the file gives her the number of a donor who is called otherwise and lives elsewhere
 */
export type Trap = (typeof TRAPS)[number];

export function trapsOf(source: Prepared, candidate: Prepared, evidence: readonly Evidence[]): readonly Trap[] {
  const said = new Map<MatchedField, Verdict>(evidence.map(({ field, verdict }) => [field, verdict]));
  const is = (field: MatchedField, ...verdicts: readonly Verdict[]): boolean =>
    verdicts.includes(said.get(field) ?? 'unknown');
  const hasOwnKey = is('email', 'same') || is('iban', 'same') || is('mobile', 'same');
  const isSameHouse = is('address', 'same') || is('landline', 'same');
  const isSureOfPerson = is('birthday', 'same');
  const isOwnMailbox = hasOwnMailbox(evidence);
  const kinds = [source, candidate].map(({ identity }) => identity.kind);
  const isPersons = kinds.every((kind) => kind === 'individual');
  const traps: readonly (readonly [Trap, boolean])[] = [
    ['family', is('firstName', 'different')],
    ['only-initial', is('firstName', 'initial') && !isSureOfPerson && !isOwnMailbox && !is('mobile', 'same')],
    [
      'first-name-close',
      is('firstName', 'nickname', 'alike') &&
        !isSureOfPerson &&
        !is('mobile', 'same') &&
        !isNamedMailbox(source, candidate, evidence),
    ],
    ['no-first-name', isPersons && is('firstName', 'unknown') && !(isOwnMailbox && is('mobile', 'same'))],
    ['other-surname', isPersons && (is('surname', 'unknown') || (is('surname', 'different') && !isSureOfPerson))],
    ['other-birthday', is('birthday', 'different')],
    [
      'only-shared',
      !hasOwnKey && isSameHouse && !(isSureOfPerson && is('address', 'same')) && !isWholeNameInHouse(evidence),
    ],
    ['only-name', !hasOwnKey && !isSameHouse && !(isSureOfPerson && hasWholeName(is))],
    ['organisation', isOtherOrganisation(source, candidate, is)],
    ['not-a-person', kinds.includes('household') || (isPersons && !hasName(source, candidate))],
    ['second-hand', source.identity.isSecondHand || candidate.identity.isSecondHand],
    ['deceased', candidate.identity.isDeceased || source.identity.isDeceased],
  ];
  return traps.flatMap(([trap, applies]) => (applies ? [trap] : []));
}

const hasWholeName = (is: Is): boolean => is('surname', 'same') && is('firstName', 'same');

/** The whole name, first name and all, or that of an organisation, in the very same house. */
export function isWholeNameInHouse(evidence: readonly Evidence[]): boolean {
  const isSame = (wanted: MatchedField): boolean => evidenceFor(evidence, wanted)?.verdict === 'same';
  return isSame('address') && (isSame('organisation') || (isSame('surname') && isSame('firstName')));
}

/** A mailbox agrees, and is not one that is named after a house or a desk: "fam.jansen@", "familiejansen@", "info@". */
function hasOwnMailbox(evidence: readonly Evidence[]): boolean {
  const email = evidenceFor(evidence, 'email');
  return email?.verdict === 'same' && !SHARED_MAILBOX.test(email.source);
}

/**
 * The mailbox that agrees begins with the first name of one of them: hanneke.knaap@ of Hanneke, whom the other place
 * calls Johanna. Whichever of them the CRM is, it says the same.
 */
function isNamedMailbox(source: Prepared, candidate: Prepared, evidence: readonly Evidence[]): boolean {
  const email = evidenceFor(evidence, 'email');
  if (email?.verdict !== 'same') return false;
  const mailbox = onlyLetters(email.source);
  return [source, candidate].some(({ name }) => {
    // Of a name in other letters nothing is left, and with nothing every mailbox begins.
    const first = onlyLetters(name.first[0] ?? '');
    return first.length >= SHORTEST_FIRST_NAME && mailbox.startsWith(first);
  });
}

const onlyLetters = (text: string): string => text.replaceAll(/[^a-z]/gu, '');

/** A shorter one begins half of all mailboxes. */
const SHORTEST_FIRST_NAME = 3;

const SHARED_MAILBOX =
  /^(?:familie|gezin|family|(?:fam|info|contact|administratie|secretariaat|kantoor|bestuur|penningmeester|office|post|mail)[^a-z])/u;

type Is = (field: MatchedField, ...verdicts: readonly Verdict[]) => boolean;

function isOtherOrganisation(source: Prepared, candidate: Prepared, is: Is): boolean {
  if (![source, candidate].some(({ organisation }) => organisation.length > 0)) return false;
  // Branches of one firm share its mailbox and its bank; what they have of their own is a house.
  const isSameHouse = is('address', 'same') || is('landline', 'same');
  return !is('organisation', 'same') || !isSameHouse;
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
  return NO_NAMES.has(word) || word === 'fam';
}
