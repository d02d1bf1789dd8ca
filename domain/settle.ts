/** What a person's decision about a conflict makes of the correction that was in it. Pure. */
import type { Correction } from './correction.ts';
import type { CorrectedValue } from './corrected-value.ts';
import { writePostcode, type PostalAddress } from './postal-address.ts';

/** `dissolved`: nobody had to decide, because the two sides came to say the same. */
export const CONFLICT_CHOICES = ['mine', 'theirs', 'other', 'dissolved'] as const;
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

/** What was typed into an editor: a value for a field, with nothing said about what it replaces. */
export type TypedValue =
  | { readonly field: 'name'; readonly value: Extract<Correction, { field: 'name' }>['value'] }
  | { readonly field: 'address'; readonly value: PostalAddress }
  | { readonly field: 'phone' | 'email'; readonly value: string };

export type Settlement =
  | { readonly keep: 'mine' }
  | { readonly keep: 'theirs' }
  // Neither of the two.
  | { readonly keep: 'other'; readonly typed: TypedValue };

/**
 * The correction that has to be sent now: based on what the person saw that the CRM has, so that another change in
 * between is a conflict again. Null when nothing is sent, because theirs stands, or because what was typed is about
 * another field.
 *
 * @param theirs null: the row was removed in the CRM, and what is kept becomes a new one
 */
export function settle(
  correction: Correction,
  theirs: CorrectedValue | null,
  settlement: Settlement,
): Correction | null {
  if (settlement.keep === 'theirs') return null;
  const rebased = withBase(correction, theirs);
  return settlement.keep === 'mine' ? rebased : withValue(rebased, settlement.typed);
}

function withBase(correction: Correction, theirs: CorrectedValue | null): Correction {
  if (correction.field === 'name')
    return theirs === null ? correction : ({ ...correction, base: theirs } as Correction);
  return theirs === null
    ? { ...correction, rowId: null, crmId: null, base: null }
    : ({ ...correction, base: theirs } as Correction);
}

/** The same correction with another value; null when what was typed is about another field. */
export function withValue(correction: Correction, typed: TypedValue): Correction | null {
  if (correction.field === 'name' && typed.field === 'name') return { ...correction, value: trimmed(typed.value) };
  if (correction.field === 'address' && typed.field === 'address') {
    const value = trimmed(typed.value);
    return { ...correction, value: { ...value, postcode: writePostcode(value.postcode) } };
  }
  if (correction.field === 'phone' && typed.field === 'phone') return { ...correction, value: typed.value.trim() };
  if (correction.field === 'email' && typed.field === 'email') return { ...correction, value: typed.value.trim() };
  return null;
}

function trimmed<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text).trim()])) as Value;
}
