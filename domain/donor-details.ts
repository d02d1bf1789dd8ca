/** The details that are checked in a call, as a screen shows them: what the CRM last said, with what was corrected here laid over it. */
import type { Correction } from './correction.ts';
import type { PersonName } from './person-name.ts';
import type { PostalAddress } from './postal-address.ts';

/** One phone, e-mail or address of a donor. */
export interface DetailRow<Value> {
  /** The workstation's id; null for one that was first heard in a call. */
  readonly rowId: number | null;
  readonly crmId: number | null;
  readonly value: Value;
  readonly isPrimary: boolean;
  /** What the CRM calls its kind or place: "Mobile", "Home", "Work"; null when it does not say. */
  readonly kind: string | null;
}

export interface DonorDetails {
  readonly name: PersonName;
  readonly phones: readonly DetailRow<string>[];
  readonly emails: readonly DetailRow<string>[];
  readonly addresses: readonly DetailRow<PostalAddress>[];
}

/** Mirror ⊕ overlay: lays corrections, oldest first, over the details. */
export function applyCorrections(details: DonorDetails, corrections: readonly Correction[]): DonorDetails {
  return corrections.reduce(applyCorrection, details);
}

function applyCorrection(details: DonorDetails, correction: Correction): DonorDetails {
  switch (correction.field) {
    case 'name':
      return { ...details, name: { ...details.name, ...correction.value } };
    case 'phone':
      return { ...details, phones: replaceRow(details.phones, correction, correction.value) };
    case 'email':
      return { ...details, emails: replaceRow(details.emails, correction, correction.value) };
    case 'address':
      return { ...details, addresses: replaceRow(details.addresses, correction, correction.value) };
  }
}

interface Target {
  readonly rowId: number | null;
  readonly crmId: number | null;
}

function replaceRow<Value>(
  rows: readonly DetailRow<Value>[],
  target: Target,
  value: Value,
): readonly DetailRow<Value>[] {
  const index = rows.findIndex((row) => isSameRow(row, target));
  if (index >= 0) return rows.map((row, each) => (each === index ? { ...row, value } : row));
  const { rowId, crmId } = target;
  return [...rows, { rowId, crmId, value, isPrimary: rows.length === 0, kind: null }];
}

function isSameRow(row: Target, target: Target): boolean {
  return target.crmId === null ? row.rowId === target.rowId && row.crmId === null : row.crmId === target.crmId;
}
