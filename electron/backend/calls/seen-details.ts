/**
 * What the caller was shown of a donor when the call began, so that a change by somebody else can be mentioned. Kept
 * as a hash per field: the comparison needs no copy of anybody's details.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DETAIL_FIELDS, type DetailField } from '../../../domain/correction.ts';
import type { DonorDetails } from '../../../domain/donor-details.ts';
import { listDetails } from './detail-list.ts';

const seenSchema = z.record(z.enum(DETAIL_FIELDS), z.string());

/** @returns JSON text for `call_item.seen_details` */
export function fingerprintDetails(details: DonorDetails): string {
  return JSON.stringify(hashesOf(details));
}

/**
 * Whether a detail is another one than at the beginning of the call.
 *
 * @param own fields that were corrected in this call: what changes there comes from here, or is a conflict that is
 * shown in its own place
 */
export function changedElsewhere(seen: string, details: DonorDetails, own: ReadonlySet<DetailField>): boolean {
  const before = seenSchema.parse(JSON.parse(seen));
  const now = hashesOf(details);
  return DETAIL_FIELDS.some((field) => !own.has(field) && before[field] !== now[field]);
}

function hashesOf(details: DonorDetails): Record<DetailField, string> {
  const lines = listDetails(details);
  const hash = (field: DetailField): string => {
    const texts = lines.filter((line) => line.field === field).map(({ text }) => text);
    return createHash('sha256').update(JSON.stringify(texts.toSorted())).digest('base64url').slice(0, 16);
  };
  return { name: hash('name'), address: hash('address'), phone: hash('phone'), email: hash('email') };
}
