/** Why a CRM could not be asked. */
import type { Sentence } from '../domain/language.ts';

/**
 * - `unreachable`: no network, no server, no answer in time: try again later, everything else would fail too
 * - `busy`: it answered, but not now: maintenance, a deadlock, an error of its own
 * - `forbidden`: this one thing is not allowed to us; everything else may be
 * - `refused`: it does not let us in, or is not what we think it is; trying again does not help
 */
export type CrmFailureKind = 'unreachable' | 'busy' | 'forbidden' | 'refused';

export class CrmFailure extends Error {
  override readonly name: string = 'CrmFailure';
  readonly kind: CrmFailureKind;
  readonly sentence: Sentence;
  /** What the CRM itself said, shortened; never a whole page. */
  readonly crmWords: string | null;
  constructor(kind: CrmFailureKind, sentence: Sentence, crmWords: string | null = null, options: ErrorOptions = {}) {
    super(sentence.en, options);
    this.kind = kind;
    this.sentence = sentence;
    this.crmWords = crmWords;
  }
}

/**
 * It answers, and we ask no more for now: what it still has of a day is for people on the phone, and for the charity's other
 * links. What is recorded and who is claimed still go through.
 */
export class PutOff extends CrmFailure {
  override readonly name = 'PutOff';
}

/** Whoever connected the workstation has to sign in once more; nothing else helps, and nothing is lost meanwhile. */
export class SignInNeeded extends CrmFailure {
  override readonly name = 'SignInNeeded';
}
