import type { FailureCode } from '../../contract/failure.ts';

/** Something a user can meet; the fake answers with it instead of a value. */
export class FakeFailure extends Error {
  readonly code: FailureCode;
  readonly nl: string;
  readonly en: string;
  constructor(code: FailureCode, nl: string, en: string) {
    super(en);
    this.code = code;
    this.nl = nl;
    this.en = en;
  }
}
