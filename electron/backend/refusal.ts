/** Thrown by a handler for what a user can meet; the dispatcher makes it a typed answer. Whatever else is thrown is a bug. */
import type { FailureCode } from '../../contract/failure.ts';
import type { Sentence } from '../../domain/language.ts';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: FailureCode;
  readonly sentence: Sentence;
  constructor(code: FailureCode, sentence: Sentence) {
    super(sentence.en);
    this.code = code;
    this.sentence = sentence;
  }
}

export function notFound(): Refusal {
  return new Refusal('not-found', {
    nl: 'Dit is er niet meer. Ga terug en kijk opnieuw.',
    en: 'This is no longer there. Go back and look again.',
  });
}
