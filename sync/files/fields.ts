/** What we read from a file of donors and from a file of gifts. */
import type { Sentence } from '../../domain/language.ts';
import { KAL_HEADERS } from './kal/kal-headers.ts';
import { DONOR_HEADERS, GIFT_HEADERS } from './known-headers.ts';
import { PEOPLE_HEADERS } from './people/people-headers.ts';
import { plainWord } from './values/plain-word.ts';

export type DonorField = keyof typeof DONOR_HEADERS;
export type GiftField = keyof typeof GIFT_HEADERS;
export type KalField = keyof typeof KAL_HEADERS;
export type PeopleField = keyof typeof PEOPLE_HEADERS;

/** The fields of one of the two files. */
export interface FieldSet<Field extends string> {
  readonly fields: readonly Field[];
  /** What a file must have; of each group one is enough. */
  readonly required: readonly (readonly Field[])[];
  /** What else it must have when it has the first of these. */
  readonly together: readonly Field[];
  /** What reports call a field. */
  readonly labelOf: (field: Field) => Sentence;
  /** Plain words of the headers that a field is known by, the best known first. */
  readonly wordsOf: (field: Field) => readonly string[];
}

export const DONOR_FIELDS: FieldSet<DonorField> = {
  ...fieldSet(DONOR_HEADERS),
  required: [['donorNumber'], ['surname', 'name', 'organisation']],
  together: ['mandateAmount', 'mandateFrequency', 'mandateStart'],
};

/** The status is needed, because without it a reversed gift would be thanked for. */
export const GIFT_FIELDS: FieldSet<GiftField> = {
  ...fieldSet(GIFT_HEADERS),
  required: [['giftNumber'], ['donorNumber'], ['day'], ['amount'], ['status']],
  together: [],
};

/** A file that comes back from a telephone bureau. Consent without its day is worth nothing. */
export const KAL_FIELDS: FieldSet<KalField> = {
  ...fieldSet(KAL_HEADERS),
  required: [['donorNumber'], ['surname', 'organisation', 'newSurname', 'newOrganisation']],
  together: ['consentText', 'consentDay'],
};

/** Somebody in each row. An amount without its day is no gift. */
export const PEOPLE_FIELDS: FieldSet<PeopleField> = {
  ...fieldSet(PEOPLE_HEADERS),
  required: [['surname', 'name', 'organisation']],
  together: ['amount', 'day'],
};

function fieldSet<Field extends string>(
  headers: Readonly<Record<Field, { readonly nl: string; readonly en: string }>>,
): Pick<FieldSet<Field>, 'fields' | 'labelOf' | 'wordsOf'> {
  return {
    fields: Object.keys(headers) as Field[],
    labelOf: (field) => ({ nl: firstOf(headers[field].nl), en: firstOf(headers[field].en) }),
    wordsOf: (field) => [headers[field].nl, headers[field].en].flatMap((names) => names.split(', ').map(plainWord)),
  };
}

function firstOf(names: string): string {
  return names.split(', ')[0] ?? names;
}
