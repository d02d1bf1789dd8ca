/**
 * The subject of an activity that Dankbel makes. It is read by people in the CRM, and at its end by Dankbel: the
 * operation's id, so that sending twice does it once, and the exact outcome and programme, which the CRM's few
 * statuses cannot hold. Works on every site, without custom fields.
 */
import { OUTCOME_IDS, OUTCOMES, type OutcomeId } from '../../../domain/outcome.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import { PROGRAMME_IDS, type ProgrammeId } from '../../../domain/programmes/programme-id.ts';

export interface CallMark {
  readonly operationId: string;
  readonly programme: ProgrammeId;
  /** For a callback: the programme in which it was promised. */
  readonly promisedIn: ProgrammeId | null;
  readonly outcome: OutcomeId;
}

const MARK = /\[Dankbel ([a-z-]+)(?:\/([a-z-]+))? ([a-z-]+) ([0-9a-f-]{36})\]/;

/** "Bedanktelefoontje: gesprek gevoerd [Dankbel thank-you-call conversation 0199…]". */
export function writeCallSubject({ operationId, programme, promisedIn, outcome }: CallMark): string {
  const name = PROGRAMMES[programme].name.nl;
  const words = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${OUTCOMES[outcome].name.nl.toLowerCase()}`;
  return `${words} [Dankbel ${programme}${promisedIn === null ? '' : `/${promisedIn}`} ${outcome} ${operationId}]`;
}

/** The part of the subject that only this operation has. */
export function operationMark(operationId: string): string {
  return ` ${operationId}]`;
}

/** Null for a subject that Dankbel did not write, or that names what this version does not know. */
export function readCallSubject(subject: string): CallMark | null {
  const [, programme = '', promisedIn = '', outcome = '', operationId = ''] = MARK.exec(subject) ?? [];
  return callMarkOf({ programme, promisedIn, outcome, operationId });
}

/** Null when a part of it is missing, or is not known to this version. */
export function callMarkOf(words: Readonly<Record<keyof CallMark, string>>): CallMark | null {
  const programme = PROGRAMME_IDS.find((id) => id === words.programme);
  const outcome = OUTCOME_IDS.find((id) => id === words.outcome);
  if (words.operationId === '' || programme === undefined || outcome === undefined) return null;
  return {
    operationId: words.operationId,
    programme,
    promisedIn: PROGRAMME_IDS.find((id) => id === words.promisedIn) ?? null,
    outcome,
  };
}
