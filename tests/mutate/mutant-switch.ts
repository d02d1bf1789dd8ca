/** Switches mutants on while the tests run, and notes which of them a test comes by. `__mutant` in the instrumented code. */

export class MutantSwitch {
  /** The mutant that is on; 0 for none. */
  active = 0;
  /** Mutants that were come by since this was emptied. */
  readonly passed = new Set<number>();
  /** How often code came by any of them, all in all. */
  count = 0;
  /** How often code may still come by while a mutant is on: a loop that never ends would hold everything up. */
  #fuel = Infinity;

  start(id: number, fuel: number): void {
    this.active = id;
    this.#fuel = fuel;
  }

  stop(): void {
    this.active = 0;
    this.#fuel = Infinity;
  }

  #pass(id: number, count = 1): void {
    if (this.active === 0) for (let each = id; each < id + count; each += 1) this.passed.add(each);
    this.count += 1;
    this.#fuel -= 1;
    if (this.#fuel < 0) throw new Error('the mutant does not end');
  }

  not(id: number, value: unknown): unknown {
    this.#pass(id);
    return this.active === id ? !value : value;
  }

  number(id: number, value: number): number {
    this.#pass(id, 2);
    return this.active === id ? value + 1 : this.active === id + 1 ? value - 1 : value;
  }

  name(id: number, name: string, other: string): string {
    this.#pass(id);
    return this.active === id ? other : name;
  }

  logical(id: number, operator: '&&' | '||', left: () => unknown, right: () => unknown): unknown {
    this.#pass(id);
    const isAnd = (operator === '&&') !== (this.active === id);
    return isAnd ? left() && right() : left() || right();
  }

  binary(id: number, operators: readonly string[], left: never, right: never): unknown {
    this.#pass(id, operators.length - 1);
    const index = this.active - id;
    const isOn = index >= 0 && index < operators.length - 1;
    return compute(operators[isOn ? index + 1 : 0] ?? '', left, right);
  }
}

function compute(operator: string, left: never, right: never): unknown {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '===':
      return left === right;
    case '!==':
      return left !== right;
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    default:
      return left % right;
  }
}
