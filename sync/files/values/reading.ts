/** What became of reading a cell: a value, or the reason why it has none. Readers are pure and never throw. */
import type { Sentence } from '../../../domain/language.ts';

export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  // For whoever looks through the rows that were left out.
  | { readonly ok: false; readonly reason: Sentence };

export function understood<Value>(value: Value): Reading<Value> {
  return { ok: true, value };
}

export function notUnderstood(reason: Sentence): { readonly ok: false; readonly reason: Sentence } {
  return { ok: false, reason };
}
