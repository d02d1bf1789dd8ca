/**
 * A claim says "I am on this one", with an end. It is a courtesy between workstations that can ask the CRM; it ends by
 * itself, so that nobody who was claimed is ever forgotten.
 */
import type { Instant } from '../calendar/day.ts';

export interface Claim {
  readonly id: string;
  /** Name of who claimed; null when the CRM does not say. */
  readonly holder: string | null;
  readonly endsAt: Instant;
}

const CLAIM_MINUTES = 30;
/** With less than this left the call that goes on asks for another half hour. */
const EXTEND_BELOW_MINUTES = 20;
/** Clocks of workstations may differ by a time zone that was set wrongly, and hardly by more. */
const MOST_MINUTES_OFF = 12 * 60;
const MILLISECONDS_OF_A_MINUTE = 60_000;

/** The end of a claim that is made or extended now, in whole seconds as the CRM's mark writes it. */
export function endOfClaim(now: Instant): Instant {
  const end = Math.floor(Date.parse(now) / 1_000) * 1_000 + CLAIM_MINUTES * MILLISECONDS_OF_A_MINUTE;
  return new Date(end).toISOString();
}

/**
 * An end in the past is no claim. Nor is one further away than any clock that is right could have set it: the donor
 * would be "being called" for years.
 */
export function isCurrent({ endsAt }: Pick<Claim, 'endsAt'>, now: Instant): boolean {
  const left = Date.parse(endsAt) - Date.parse(now);
  return left > 0 && left <= (CLAIM_MINUTES + MOST_MINUTES_OFF) * MILLISECONDS_OF_A_MINUTE;
}

export function isAboutToEnd({ endsAt }: Pick<Claim, 'endsAt'>, now: Instant): boolean {
  return Date.parse(endsAt) - Date.parse(now) < EXTEND_BELOW_MINUTES * MILLISECONDS_OF_A_MINUTE;
}

/**
 * Of claims that crossed the one with the lowest number in the CRM holds: both sides see the same numbers, so both
 * come to the same answer without talking.
 */
export function firstOfCrossing<Crossing extends { readonly crmId: number }>(
  crossing: readonly Crossing[],
): Crossing | null {
  return crossing.toSorted((a, b) => a.crmId - b.crmId)[0] ?? null;
}
