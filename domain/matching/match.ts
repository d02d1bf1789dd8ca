/**
 * Matching: who of the CRM is this donor of another place? Certain: linked at once. Doubtful: a coordinator looks. None:
 * somebody new. Pure and without memory: the same two identities always give the same answer, with the same reasons.
 */
import { compare } from './compare.ts';
import { evidenceFor, evidenceOf, type Evidence, type MatchedField, type Verdict } from './evidence.ts';
import type { Candidate, Identity } from './identity.ts';
import { prepare, type Prepared } from './prepare.ts';
import { isWholeNameInHouse, trapsOf, type Trap } from './traps.ts';

/** A key of her own, her surname and an initial (`WEIGHTS`); what is less sure than it adds up to is a trap. */
export const CERTAIN_POINTS = 68;
/** An address with a surname and an initial, or anything somebody has of her own with a name that can be hers. */
export const DOUBT_POINTS = 46;
/** Who comes with somebody doubtful: once a person looks, she sees the others who come near as well. */
export const BESIDE_POINTS = 28;
/** So many are shown to a coordinator at the most. */
export const MOST_SHOWN = 5;

export interface Comparison {
  readonly donorId: number;
  readonly points: number;
  readonly evidence: readonly Evidence[];
  readonly traps: readonly Trap[];
}

export type MatchOutcome =
  | { readonly kind: 'certain'; readonly match: Comparison }
  /** The likeliest first. */
  | { readonly kind: 'doubt'; readonly candidates: readonly Comparison[] }
  | { readonly kind: 'none' };

/** @param candidates in any order, each donor once */
export function matchDonor(source: Identity, candidates: readonly Candidate[]): MatchOutcome {
  const prepared = prepare(source);
  const all = candidates.map((candidate) => comparePrepared(prepared, candidate));
  const compared = withRareNames(withCrowds(all)).toSorted(
    (one, other) => other.points - one.points || one.donorId - other.donorId,
  );
  const certain = compared.filter(isCertain);
  const [match, ...others] = certain;
  if (match === undefined) return doubtOr(compared);
  if (others.length === 0 && !compared.some((each) => each !== match && isPossible(each) && isRival(each, match))) {
    return { kind: 'certain', match };
  }
  return doubtOr(compared.map((each) => ({ ...each, traps: [...each.traps, 'several' as const] })));
}

/** What speaks for and against one of them. */
export function compareWith(source: Identity, candidate: Candidate): Comparison {
  return comparePrepared(prepare(source), candidate);
}

function comparePrepared(source: Prepared, { donorId, identity }: Candidate): Comparison {
  const other = prepare(identity);
  const evidence = compare(source, other);
  const points = evidence.reduce((sum, each) => sum + each.points, 0);
  return { donorId, points, evidence, traps: trapsOf(source, other, evidence) };
}

function doubtOr(compared: readonly Comparison[]): MatchOutcome {
  if (!compared.some(isPossible)) return { kind: 'none' };
  const shown = compared.filter((each) => isPossible(each) || each.points >= BESIDE_POINTS);
  return { kind: 'doubt', candidates: shown.slice(0, MOST_SHOWN) };
}

/** A house adds up to less than a key of one's own; with the whole name in it, it is as sure. */
function isCertain({ points, traps, evidence }: Comparison): boolean {
  return (points >= CERTAIN_POINTS || isWholeNameInHouse(evidence)) && traps.length === 0;
}

/** What so many donors have in common is nobody's own: the mailbox of a parish, the account of a school. */
const CROWD = 5;

function withCrowds(compared: readonly Comparison[]): readonly Comparison[] {
  const crowded = (['email', 'iban', 'mobile'] as const).filter(
    (field) => compared.filter((each) => verdictOf(each, field) === 'same').length >= CROWD,
  );
  return compared.map((each) =>
    crowded.some((field) => verdictOf(each, field) === 'same') ? { ...each, traps: [...each.traps, 'crowd'] } : each,
  );
}

/**
 * A whole name that only one donor has is worth a look when nothing contradicts it: another address may be another person.
 * That the mailboxes differ is nothing: people have several.
 */
function withRareNames(compared: readonly Comparison[]): readonly Comparison[] {
  const [found] = (['only', 'rare'] as const).flatMap((each) => {
    const [alone, ...others] = compared.filter(SHARES[each]);
    return alone === undefined || others.length > 0 ? [] : { verdict: each, only: alone };
  });
  if (found === undefined || found.only.evidence.some(isContradiction)) return compared;
  const { verdict, only } = found;
  if (verdict === 'rare' && verdictOf(only, 'firstName') !== 'initial') return compared;
  const fields: readonly MatchedField[] =
    verdictOf(only, 'organisation') === 'same' ? ['organisation'] : ['firstName', 'surname'];
  const whole = (side: 'source' | 'candidate'): string =>
    fields.map((wanted) => evidenceFor(only.evidence, wanted)?.[side] ?? '').join(' ');
  const rare = evidenceOf('wholeName', verdict, whole('source'), whole('candidate'));
  const weighed = { ...only, evidence: [...only.evidence, rare], points: only.points + rare.points };
  return compared.map((each) => (each === only ? weighed : each));
}

type Test = (comparison: Comparison) => boolean;

const SHARES: Readonly<Record<'only' | 'rare', Test>> = {
  only: (each) =>
    verdictOf(each, 'organisation') === 'same' ||
    (verdictOf(each, 'surname') === 'same' && verdictOf(each, 'firstName') === 'same'),
  rare: (each) => verdictOf(each, 'surname') === 'same',
};

function verdictOf({ evidence }: Comparison, wanted: MatchedField): Verdict {
  return evidenceFor(evidence, wanted)?.verdict ?? 'unknown';
}

const isContradiction = ({ field, verdict }: Evidence): boolean => verdict === 'different' && field !== 'email';

/** A mailbox or an account in common is worth a look as soon as one of the names can be hers: a partner may have paid. */
function isPossible(each: Comparison): boolean {
  const isOtherName = verdictOf(each, 'surname') === 'different' && verdictOf(each, 'firstName') === 'different';
  return (
    each.points >= DOUBT_POINTS ||
    (!isOtherName && (verdictOf(each, 'email') === 'same' || verdictOf(each, 'iban') === 'same'))
  );
}

/** Somebody whose names agree as well as those of the match: the same donor twice in the CRM, or father and son. */
function isRival(rival: Comparison, match: Comparison): boolean {
  return (['surname', 'firstName', 'organisation'] as const).every((field) => {
    const verdict = verdictOf(rival, field);
    return verdict === verdictOf(match, field) || verdict === 'same' || verdict === 'initial';
  });
}
