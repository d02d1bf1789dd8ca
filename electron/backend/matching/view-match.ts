/** Somebody of a place beside those of the CRM who may be her: worked out anew, so that what changed meanwhile is seen. */
import type { Match, MATCH_TONES } from '../../../contract/procedures/matching.ts';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import type { Evidence, Verdict } from '../../../domain/matching/evidence.ts';
import type { Identity } from '../../../domain/matching/identity.ts';
import type { Comparison, MatchOutcome } from '../../../domain/matching/match.ts';
import { FIELD_NAMES, TRAP_SENTENCES, writeVerdict } from '../../../domain/matching/reasons.ts';
import { writeMoney } from '../../../domain/money.ts';
import { headingName } from '../../../domain/person-name.ts';
import { writeAddress } from '../../../domain/postal-address.ts';
import { outcomeFor } from '../../../db/matching/outcome.ts';
import { identityOfRow } from '../../../db/matching/source-identity.ts';
import {
  readNewcomerProblem,
  readSourceGiving,
  readSourcePerson,
  type SourceGiving,
} from '../../../db/matching/waiting.ts';
import { readDonors, type Donor } from '../../../db/queries/donor-details.ts';
import type { SourceLinkState } from '../../../db/source-tables.ts';
import { sentenceSchema } from '../../../contract/values.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';
import { numberOf } from '../privacy/erase-here.ts';
import { asItIs, writeMatched } from './write-value.ts';

export async function viewMatch({ store, today }: AskContext, sourceDonorId: number): Promise<Match> {
  const { reader } = store;
  const person = await readSourcePerson(reader, sourceDonorId);
  if (person === null) throw notFound();
  if (person.state === null || !isOpen(person.state)) throw alreadyDecided();
  const state = person.state === 'doubtful' ? 'doubtful' : 'new';
  const problem = await readNewcomerProblem(reader, sourceDonorId);
  const identity = identityOfRow(person);
  const compared = comparisonsOf(await outcomeFor(reader, sourceDonorId, identity), state);
  const donors = await readDonors(
    reader,
    compared.map(({ donorId }) => donorId),
  );
  return {
    sourceDonorId,
    state,
    problem: problem === null ? null : sentenceSchema.parse(JSON.parse(problem)),
    name: nameAt(person),
    siteName: person.siteName,
    giving: writeGiving(await readSourceGiving(reader, sourceDonorId), today),
    said: saidOf(identity),
    candidates: compared.flatMap((each) => {
      const donor = donors.get(each.donorId);
      return donor === undefined ? [] : [viewCandidate(donor, each)];
    }),
  };
}

/** Waits for a person: doubtful, new, or taken apart from whom she was linked to. */
export function isOpen(state: SourceLinkState): boolean {
  return state === 'doubtful' || state === 'new' || state === 'unlinked';
}

export function alreadyDecided(): Refusal {
  return new Refusal('out-of-date', {
    nl: 'Hierover is al beslist. Ga verder met de volgende.',
    en: 'This was decided already. Go on with the next.',
  });
}

/** Whoever is new has nobody beside her. What meanwhile became certain still waits for the next look. */
function comparisonsOf(outcome: MatchOutcome, state: Match['state']): readonly Comparison[] {
  if (state === 'new' || outcome.kind === 'none') return [];
  return outcome.kind === 'certain' ? [outcome.match] : outcome.candidates;
}

export function nameAt(person: {
  readonly first_name: string;
  readonly infix: string;
  readonly last_name: string;
  readonly organisation: string;
}): string {
  const name = [person.first_name, person.infix, person.last_name].filter((part) => part !== '').join(' ');
  if (person.organisation === '') return name;
  return name === '' ? person.organisation : `${person.organisation} (${name})`;
}

export function writeGiving({ count, total, newest, page }: SourceGiving, today: CalendarDay): Sentence {
  if (newest === null) return { nl: 'Nog geen gift ontvangen', en: 'No gift received yet' };
  return sentence((language) => {
    const amount = writeMoney(total, language);
    const day = writeDay(newest, language, { today });
    const through = page === null ? '' : language === 'nl' ? `, via “${page}”` : `, through “${page}”`;
    if (language === 'nl') {
      return count === 1
        ? `Gift van ${amount} op ${day}${through}`
        : `${count} giften, samen ${amount}; de laatste op ${day}${through}`;
    }
    return count === 1
      ? `Gift of ${amount} on ${day}${through}`
      : `${count} gifts, ${amount} in all; the last on ${day}${through}`;
  });
}

function saidOf(identity: Identity): Match['said'] {
  const { organisation, emails, phones, ibans, addresses, birthday } = identity;
  const [address] = addresses;
  const said = [
    [FIELD_NAMES.organisation, asItIs(organisation)],
    [FIELD_NAMES.email, asItIs(emails.join(', '))],
    [{ nl: 'Telefoon', en: 'Telephone' }, asItIs(phones.join(', '))],
    [FIELD_NAMES.address, asItIs(address === undefined ? '' : writeAddress(address))],
    [FIELD_NAMES.iban, writeMatched('iban', ibans[0] ?? '')],
    [FIELD_NAMES.birthday, writeMatched('birthday', birthday ?? '')],
  ] as const;
  return said.flatMap(([name, value]) => (value.nl === '' ? [] : [{ name, value }]));
}

const TONES: Readonly<Record<Verdict, (typeof MATCH_TONES)[number]>> = {
  same: 'same',
  only: 'same',
  rare: 'near',
  alike: 'near',
  part: 'near',
  initial: 'near',
  nickname: 'near',
  near: 'near',
  different: 'different',
  unknown: 'unknown',
};

/** In the order in which one looks: who, where, how to reach her, and what pays. */
const ORDER = [
  'organisation',
  'firstName',
  'surname',
  'wholeName',
  'address',
  'email',
  'mobile',
  'landline',
  'iban',
  'birthday',
];

export function viewCandidate(
  donor: Donor,
  { donorId, points, traps, evidence }: Comparison,
): Match['candidates'][number] {
  return {
    donorId,
    number: numberOf(donor),
    name: sentence((language) => headingName(donor.details.name, language)),
    points,
    rows: evidence
      .filter(({ source, candidate }) => source !== '' || candidate !== '')
      .toSorted((one, other) => ORDER.indexOf(one.field) - ORDER.indexOf(other.field))
      .map(viewRow),
    traps: traps.map((trap) => TRAP_SENTENCES[trap]),
  };
}

function viewRow(evidence: Evidence): Match['candidates'][number]['rows'][number] {
  const { field, source, candidate, verdict } = evidence;
  return {
    field,
    name: FIELD_NAMES[field],
    source: writeMatched(field, source),
    candidate: writeMatched(field, candidate),
    verdict: writeVerdict(evidence),
    tone: TONES[verdict],
  };
}
