/**
 * Conditions: what must hold for a donor to belong to a programme, with the value that was looked at and the record it
 * came from. The programme itself decides by them, so that an explanation can never say anything else than the list.
 */
import type { Sentence } from '../language.ts';
import type { LoyaltyLevel } from '../loyalty/level.ts';
import { LEVEL_NAMES, LOYALTY_LEVELS, levelOn } from '../loyalty/level.ts';
import type { RecordRef } from '../record-ref.ts';
import type { Judgement, ProgrammeMatch, ProgrammeQuestion } from './programme.ts';

/** How a value is written out for a person. */
export type ValueKind = 'days' | 'cents' | 'day' | 'count' | 'years' | 'word';

export interface Condition {
  readonly name: Sentence;
  readonly holds: boolean;
  /** What was found; null when there was nothing. */
  readonly value: number | string | Sentence | null;
  readonly kind: ValueKind;
  /** What it must be at least and at most, both included, where it is a matter of bounds. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly record: RecordRef | null;
}

/** A match when all conditions hold, and only then. The conditions are given oldest question first. */
export function decide(conditions: readonly Condition[], match: () => ProgrammeMatch | null): Judgement {
  return { conditions, match: conditions.every(({ holds }) => holds) ? match() : null };
}

const SWITCHED_ON: Sentence = { nl: 'het programma staat aan', en: 'the programme is switched on' };

export function switchedOn(isOn: boolean, setting: string): Condition {
  const value = isOn ? { nl: 'aan', en: 'on' } : { nl: 'uit', en: 'off' };
  return { name: SWITCHED_ON, holds: isOn, value, kind: 'word', record: { kind: 'setting', id: setting } };
}

/** A number of days between two bounds, both included. */
export function daysBetweenBounds(
  name: Sentence,
  days: number | null,
  bounds: { readonly atLeast: number; readonly atMost: number },
  record: RecordRef | null,
): Condition {
  const { atLeast, atMost } = bounds;
  const holds = days !== null && days >= atLeast && days <= atMost;
  return { name, holds, value: days, kind: 'days', atLeast, atMost, record };
}

/** Something that must exist. */
export function exists(
  name: Sentence,
  value: Condition['value'],
  kind: ValueKind,
  record: RecordRef | null,
): Condition {
  return { name, holds: value !== null, value, kind, record };
}

const LEVEL: Sentence = { nl: 'het niveau van de donateur doet mee', en: 'the donor’s level takes part' };

/** The loyalty level is one of those that take part. It is not even computed when all of them do. */
export function levelAmong(question: ProgrammeQuestion, levels: readonly LoyaltyLevel[], from = levelOn): Condition {
  if (levels.length === LOYALTY_LEVELS.length) {
    return { name: LEVEL, holds: true, value: { nl: 'alle', en: 'all' }, kind: 'word', record: null };
  }
  const level = from(question.today, question.donor, question.giving, question.settings.loyalty);
  const holds = level !== null && levels.includes(level);
  const value = level === null ? null : LEVEL_NAMES[level];
  return { name: LEVEL, holds, value, kind: 'word', record: { kind: 'donor', id: question.donor.donorId } };
}
