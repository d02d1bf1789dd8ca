/**
 * What the subject of a workstation's announcement in the CRM says of it. A coordinator revokes one by writing INTREKKEN
 * (or REVOKE) before it, by hand or from Dankbel. Nothing else is a revocation: no other word, no missing row, no
 * other status.
 */
import type { Instant } from '../calendar/day.ts';

export type WorkstationState = 'working' | 'revoked' | 'wiping' | 'wiped';

const ID = /\[Dankbel-workstation ([0-9a-f-]{36})\]/;
const REVOKED = /^\s*(?:INTREKKEN|REVOKE)\b[\s:]*(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z)?/i;
const WIPING = /^Ingetrokken, wist zich sinds (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z)/;
const WIPED = /^Ingetrokken en gewist op (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z)/;

export function workstationMark(id: string): string {
  return `[Dankbel-workstation ${id}]`;
}

export function isWorkstationSubject(subject: string): boolean {
  return ID.test(subject);
}

/** Null for a subject that is not about a workstation. */
export function workstationIdIn(subject: string): string | null {
  return ID.exec(subject)?.[1] ?? null;
}

export interface SubjectState {
  readonly state: WorkstationState;
  /** When it was revoked, or when wiping began or ended; null when nobody wrote it down. */
  readonly at: Instant | null;
}

export function readState(subject: string): SubjectState {
  const stamped = (pattern: RegExp, state: WorkstationState): SubjectState | null => {
    const found = pattern.exec(subject);
    return found === null ? null : { state, at: found[1] ?? null };
  };
  return (
    stamped(REVOKED, 'revoked') ??
    stamped(WIPED, 'wiped') ??
    stamped(WIPING, 'wiping') ?? { state: 'working', at: null }
  );
}

/** @param who whose CRM user the workstation has */
export function writeSubject(id: string, { state, at }: SubjectState, who: string): string {
  const stamp = at ?? '';
  switch (state) {
    case 'working':
      return `Dankbel-werkplek van ${who} ${workstationMark(id)}`;
    case 'revoked':
      return `INTREKKEN ${stamp} Dankbel-werkplek van ${who} ${workstationMark(id)}`;
    case 'wiping':
      return `Ingetrokken, wist zich sinds ${stamp} ${workstationMark(id)}`;
    case 'wiped':
      return `Ingetrokken en gewist op ${stamp} ${workstationMark(id)}`;
  }
}
