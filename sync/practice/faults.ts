/** What a request asks for: the entity and the action of its path, as they were written. */
export interface CallName {
  readonly entity: string;
  readonly action: string;
}

export type FaultName =
  // The connection breaks after the work was done, or before.
  'dropAfter' | 'dropBefore' | 'errorAfterWrite' | 'htmlPage' | 'latency' | 'maintenance' | 'refuse' | 'staleReads';

/** When a fault strikes: at every request, at the next so many, or at those that a predicate picks. */
export type FaultWhen = 'always' | 'never' | { readonly next: number } | ((call: CallName) => boolean);

export interface LoggedRequest extends CallName {
  /** `dropped`: the connection was broken instead of answered. */
  readonly status: number | 'dropped';
}

interface Knob {
  when: FaultWhen;
  left: number;
  strength: number;
  struck: number;
  /** Of `refuse`: the part of a refusal that has gathered. */
  gathered: number;
}

const LOG_LENGTH = 1000;
const NAMES: readonly FaultName[] = [
  'dropAfter',
  'dropBefore',
  'errorAfterWrite',
  'htmlPage',
  'latency',
  'maintenance',
  'refuse',
  'staleReads',
];

function knob(): Knob {
  return { when: 'never', left: 0, strength: 0, struck: 0, gathered: 0 };
}

/**
 * The ways in which a real connection and a real server fail, to be turned on by tests and simulations.
 *
 * - `latency`: the answer comes so many milliseconds late (`strength`)
 * - `dropBefore`: the connection breaks before anything was done; `dropAfter`: after it was done, the answer is lost
 * - `errorAfterWrite`: a write is done, and answered with an error 500
 * - `htmlPage`: nothing is done, the answer is a page with status 200
 * - `maintenance`: 503 in the words of the server, for everybody but the administrator
 * - `staleReads`: a `get` answers from before the last write; it knows of writes since it was first turned on
 * - `refuse`: every so many-th request is refused with 503 by the web server (`strength` 0.25: each fourth)
 */
export class FaultKnobs {
  readonly #knobs = new Map<FaultName, Knob>(NAMES.map((name) => [name, knob()]));
  readonly #requests: LoggedRequest[] = [];

  /** Turns a knob. `strength` is milliseconds for `latency`, a fraction for `refuse`, and nothing for the others. */
  set(name: FaultName, when: FaultWhen, strength = 1): void {
    const left = typeof when === 'object' ? when.next : 0;
    Object.assign(this.#knob(name), { when, left, strength, gathered: 0 });
  }

  /** Turns all knobs off; the counters and the log stay. */
  clear(): void {
    for (const name of NAMES) this.set(name, 'never');
  }

  /** How often a fault struck. */
  struck(name: FaultName): number {
    return this.#knob(name).struck;
  }

  /** The latest requests, the oldest first. */
  get requests(): readonly LoggedRequest[] {
    return this.#requests;
  }

  forgetRequests(): void {
    this.#requests.length = 0;
  }

  /** Nothing was asked yet, and nothing will go wrong. */
  get isUntouched(): boolean {
    return this.#requests.length === 0 && NAMES.every((name) => !this.isOn(name));
  }

  isOn(name: FaultName): boolean {
    return this.#knob(name).when !== 'never';
  }

  strength(name: FaultName): number {
    return this.#knob(name).strength;
  }

  /** Whether the fault strikes this request; if so, it counts as struck. */
  strikes(name: FaultName, call: CallName): boolean {
    const knob = this.#knob(name);
    if (!this.#applies(knob, call)) return false;
    if (name === 'refuse' && !this.#gathers(knob)) return false;
    knob.struck += 1;
    return true;
  }

  log(request: LoggedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > LOG_LENGTH) this.#requests.shift();
  }

  #knob(name: FaultName): Knob {
    const known = this.#knobs.get(name);
    if (known === undefined) throw new Error(`There is no fault called ${name}.`);
    return known;
  }

  #applies(knob: Knob, call: CallName): boolean {
    if (typeof knob.when === 'function') return knob.when(call);
    if (knob.when === 'always') return true;
    if (knob.left === 0) return false;
    knob.left -= 1;
    return true;
  }

  /** Spreads refusals evenly instead of at random: the same requests are refused every time. */
  #gathers(knob: Knob): boolean {
    knob.gathered += knob.strength;
    if (knob.gathered < 1) return false;
    knob.gathered -= 1;
    return true;
  }
}
