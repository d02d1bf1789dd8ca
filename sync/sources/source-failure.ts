/** Why a source could not be read. The sentence never holds an address or a key. */
import type { Sentence } from '../../domain/language.ts';

/**
 * - `unreachable`, `busy`: try again later; `limit`: it wants to be asked less, and says until when
 * - `refused`: it does not let us in, or is not what we think it is; somebody has to do something
 */
export type SourceFailureKind = 'unreachable' | 'busy' | 'limit' | 'refused' | 'missing';

export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';
  readonly kind: SourceFailureKind;
  readonly sentence: Sentence;
  constructor(kind: SourceFailureKind, sentence: Sentence, options: ErrorOptions = {}) {
    super(sentence.en, options);
    this.kind = kind;
    this.sentence = sentence;
  }
}
