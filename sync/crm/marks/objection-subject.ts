/** The subject of the mark that an objection leaves: whose it is, and whether the flag is there because of it. */
import { operationMark } from './call-subject.ts';

export const OBJECTION_BEGIN = '[Dankbel-objection ';
/** Whether the flag was set by this objection, or found set. */
const FLAGS = { set: `${OBJECTION_BEGIN}set `, found: `${OBJECTION_BEGIN}found ` } as const;

/** True for one that was taken back too. */
export function isObjectionMark(subject: string): boolean {
  return subject.includes('[Dankbel-objection');
}

export function writeObjectionSubject(id: string, holdsFlag: boolean): string {
  return `Verzet tegen bellen vastgelegd ${(holdsFlag ? FLAGS.set : FLAGS.found).trimEnd()}${operationMark(id)}`;
}

/** Of one that was taken back. */
export function writeEndedObjection(id: string): string {
  return `Verzet teruggedraaid [Dankbel-objection-undone${operationMark(id)}`;
}

/** Null for what is no objection that stands. */
export function readObjectionSubject(
  subject: string,
): { readonly objectionId: string; readonly holdsFlag: boolean } | null {
  const objectionId = / ([0-9a-f-]{36})\]$/.exec(subject)?.[1];
  if (objectionId === undefined || !subject.includes(OBJECTION_BEGIN)) return null;
  return { objectionId, holdsFlag: subject.includes(FLAGS.set) };
}
