/** The subject of a claim: for people in the CRM in words, for other workstations with its end and its id. */
import type { Instant } from '../../../domain/calendar/day.ts';

const MARK = /\[Dankbel-claim (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z) ([0-9a-f-]{36})\]/;

/** "Wordt nu gebeld [Dankbel-claim 2026-11-21T13:30:00Z 0199…]". */
export function writeClaimSubject(id: string, endsAt: Instant): string {
  return `Wordt nu gebeld [Dankbel-claim ${new Date(endsAt).toISOString().slice(0, 19)}Z ${id}]`;
}

/** Of a claim that was given up: no mark of a claim any more, and still to be traced. */
export function writeEndedSubject(id: string): string {
  return `Niet gebeld, weer vrij [Dankbel-claim-ended ${id}]`;
}

/** True for a claim and for one that was ended: neither reached a donor. */
export function isClaimSubject(subject: string): boolean {
  return subject.includes('[Dankbel-claim');
}

/** Null for what is no claim. */
export function readClaimSubject(subject: string): { readonly id: string; readonly endsAt: Instant } | null {
  const [, end, id] = MARK.exec(subject) ?? [];
  if (end === undefined || id === undefined) return null;
  const milliseconds = Date.parse(end);
  return Number.isNaN(milliseconds) ? null : { id, endsAt: new Date(milliseconds).toISOString() };
}
