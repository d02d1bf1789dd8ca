/** Who put what where in the CRM, in the order in which it happened there. */
import type { CrmView, Register, Registers } from './crm-view.ts';

/** A person in the CRM itself, or the operation of a workstation. */
export type Author = 'person' | { readonly workstation: number; readonly operationId: string | null };

export interface Change {
  /** When, in steps of the whole simulation. */
  readonly moment: number;
  readonly key: string;
  readonly before: Register | null;
  readonly after: Register | null;
  readonly by: Author;
}

export class History {
  readonly #view: CrmView;
  #registers: Registers;
  readonly changes: Change[] = [];

  constructor(view: CrmView) {
    this.#view = view;
    this.#registers = view.registers();
  }

  get registers(): Registers {
    return this.#registers;
  }

  /** Looks what has changed since it looked last. */
  observe(moment: number, by: Author): readonly Change[] {
    const before = this.#registers;
    const after = this.#view.registers();
    this.#registers = after;
    const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): readonly Change[] => {
      const [old, now] = [before.get(key) ?? null, after.get(key) ?? null];
      const isSame = old?.value === now?.value && old?.contactId === now?.contactId && old?.masterId === now?.masterId;
      return isSame ? [] : [{ moment, key, before: old, after: now, by }];
    });
    this.changes.push(...changed);
    return changed;
  }

  /** The moment since which the CRM says without a break that this contact does not want to be called; null when it does not. */
  objectsSince(contactId: number): number | null {
    const key = `flag:${contactId}`;
    if (this.#registers.get(key)?.value !== '1') return null;
    return this.changes.findLast((change) => change.key === key && change.after?.value === '1')?.moment ?? 0;
  }

  /** Whether the objection of a contact was cleared in the CRM after a moment, by anybody. */
  wasClearedAfter(contactId: number, moment: number): boolean {
    const key = `flag:${contactId}`;
    return this.changes.some((change) => change.key === key && change.moment > moment && change.after?.value === '0');
  }

  /** Whether a field ever held a value. */
  everHeld(key: string, isValue: (value: string) => boolean): boolean {
    const first = this.changes.find((change) => change.key === key);
    const values = this.changes.filter((change) => change.key === key).map(({ after }) => after?.value);
    return [first?.before?.value ?? this.#registers.get(key)?.value, ...values].some(
      (value) => value !== undefined && isValue(value),
    );
  }
}
