/** A clock that stands still until it is put forward. */
export class SetClock {
  #time: number;

  constructor(moment: string) {
    this.#time = Date.parse(moment);
  }

  /** To be handed over as a function. */
  readonly now = (): Date => new Date(this.#time);

  advance(milliseconds: number): void {
    this.#time += milliseconds;
  }
}
