/** The end of the subject of a moment: what it is, and the operation that made it. */
import { operationMark } from './call-subject.ts';

const MARK = /\[Dankbel-moment [a-z-]+ ([0-9a-f-]{36})\]$/;

/** "Bedankbrief [Dankbel-moment letter 0199…]". */
export function writeMomentSubject(subject: string, what: string, operationId: string): string {
  return `${subject} [Dankbel-moment ${what}${operationMark(operationId)}`;
}

/** The operation of a moment of ours that stands; null for every other subject. */
export function readMomentSubject(subject: string): string | null {
  return MARK.exec(subject)?.[1] ?? null;
}
