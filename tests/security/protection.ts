/**
 * What protects, and how it is switched off: a text in a file of the program, and what stands there instead. With each
 * of them a test must fail, or the test proves nothing. The program itself has no switch for any of it.
 */
export interface Protection {
  readonly name: string;
  readonly file: string;
  /** Stands there exactly once. */
  readonly text: string;
  readonly instead: string;
  /** The tests that must notice. */
  readonly tests: readonly string[];
}
