/** What a file can hold, and how it is told by its headers. */
import type { ImportKind } from '../../../db/import-tables.ts';
import type { Sentence } from '../../../domain/language.ts';
import { DONOR_FIELDS, GIFT_FIELDS, KAL_FIELDS, PEOPLE_FIELDS, type FieldSet } from '../fields.ts';
import { completeMapping, hasAllNeeded } from '../mapping.ts';
import type { Headed } from '../staged/staged-table.ts';

export type AnyField = string;

/** The fields of each kind; by name alone, for what comes from a screen. */
export const KINDS: Readonly<Record<ImportKind, FieldSet<AnyField>>> = {
  donors: widen(DONOR_FIELDS),
  gifts: widen(GIFT_FIELDS),
  kal: widen(KAL_FIELDS),
  people: widen(PEOPLE_FIELDS),
};

export const KIND_NAMES: Readonly<Record<ImportKind, Sentence>> = {
  donors: { nl: 'Donateurs', en: 'Donors' },
  gifts: { nl: 'Giften', en: 'Gifts' },
  kal: { nl: 'Belresultaten van een bureau (KAL)', en: 'Results of a telephone bureau (KAL)' },
  people: { nl: 'Mensen, met of zonder giften', en: 'People, with gifts or without' },
};

function widen<Field extends string>(set: FieldSet<Field>): FieldSet<AnyField> {
  return set as unknown as FieldSet<AnyField>;
}

/** By its headers alone. @param isBeside it is a place beside a CRM */
export function guessKind(table: Headed, isBeside: boolean): ImportKind {
  const kal = completeMapping(KAL_FIELDS, table, {});
  const isKal = hasAllNeeded(KAL_FIELDS, table);
  if (isKal && Object.entries(kal).some(([field, name]) => name !== null && /^(?:new|consent)/.test(field)))
    return 'kal';
  if (isBeside) return 'people';
  const isGifts = hasAllNeeded(GIFT_FIELDS, table);
  return isGifts && !hasAllNeeded(DONOR_FIELDS, table) ? 'gifts' : 'donors';
}
