/**
 * One picture of a donor: what every place says of her, field by field, with where it came from and when. Nothing is
 * overwritten by it: it only says which value is gone by first.
 */
import { z } from 'zod';
import type { Instant } from '../calendar/day.ts';
import type { Sentence } from '../language.ts';
import { emailOf } from '../matching/prepare.ts';
import { validNumberIn } from '../phone-number.ts';
import { wordsOf } from '../search/search-words.ts';

export const PICTURE_FIELDS = ['name', 'organisation', 'email', 'phone', 'address', 'birthday'] as const;
export type PictureField = (typeof PICTURE_FIELDS)[number];

export const PICTURE_FIELD_NAMES: Readonly<Record<PictureField, Sentence>> = {
  name: { nl: 'Naam', en: 'Name' },
  organisation: { nl: 'Organisatie', en: 'Organisation' },
  email: { nl: 'E-mail', en: 'E-mail' },
  phone: { nl: 'Telefoon', en: 'Telephone' },
  address: { nl: 'Adres', en: 'Address' },
  birthday: { nl: 'Geboortedag', en: 'Date of birth' },
};

/** Of a kind there can be several places: two fundraising sites, three files. */
export const PLACE_KINDS = ['crm', 'site', 'file'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export interface Saying {
  readonly field: PictureField;
  /** As the place has it. */
  readonly value: string;
  readonly kind: PlaceKind;
  /** What people call the place. */
  readonly place: string;
  /** When it last said so; null for what it says now, as far as anybody knows. */
  readonly at: Instant | null;
}

export const TRUST_CHOICES = ['crm', 'site', 'file', 'newest'] as const;
export type TrustChoice = (typeof TRUST_CHOICES)[number];

export const TRUST_NAMES: Readonly<Record<TrustChoice, Sentence>> = {
  crm: { nl: 'Eerst het CRM', en: 'The CRM first' },
  site: { nl: 'Eerst de actiesites', en: 'Fundraising sites first' },
  file: { nl: 'Eerst de bestanden', en: 'Files first' },
  newest: { nl: 'Wat het laatst is gezegd', en: 'What was said last' },
};

const choice = z.enum(TRUST_CHOICES);
/** Whom to go by first, for each field; the other kinds follow in their usual order. */
export const trustSchema = z.object({
  name: choice,
  organisation: choice,
  email: choice,
  phone: choice,
  address: choice,
  birthday: choice,
});
export type Trust = z.infer<typeof trustSchema>;

/** The central CRM decides until a coordinator says otherwise. */
export const DEFAULT_TRUST: Trust = {
  name: 'crm',
  organisation: 'crm',
  email: 'crm',
  phone: 'crm',
  address: 'crm',
  birthday: 'crm',
};

export interface JoinedValue {
  /** As the most trusted place that says it has it. */
  readonly value: string;
  /** The most trusted first. */
  readonly said: readonly Pick<Saying, 'kind' | 'place' | 'at'>[];
}

export interface JoinedField {
  readonly field: PictureField;
  /** The one to go by first. */
  readonly values: readonly JoinedValue[];
}

/** @param sayings in any order; what is the same in another notation is one value */
export function joinPicture(sayings: readonly Saying[], trust: Trust): readonly JoinedField[] {
  return PICTURE_FIELDS.flatMap((field) => {
    const ordered = sayings
      .filter((saying) => saying.field === field && saying.value.trim() !== '')
      .toSorted((one, other) => compareTrust(one, other, trust[field]));
    const values = new Map<string, Saying[]>();
    for (const saying of ordered) {
      const key = sameness(field, saying.value);
      values.set(key, [...(values.get(key) ?? []), saying]);
    }
    if (values.size === 0) return [];
    return [{ field, values: [...values.values()].map(toValue) }];
  });
}

function toValue(said: readonly Saying[]): JoinedValue {
  return { value: said[0]?.value ?? '', said: said.map(({ kind, place, at }) => ({ kind, place, at })) };
}

/** Never undecided: two places of one kind go by when they said it, and then by name and words. */
function compareTrust(one: Saying, other: Saying, first: TrustChoice): number {
  const newest = (other.at ?? '').localeCompare(one.at ?? '');
  const byKind = rankOf(one.kind, first) - rankOf(other.kind, first);
  const [sooner, later] = first === 'newest' ? [newest, byKind] : [byKind, newest];
  return sooner || later || one.place.localeCompare(other.place) || one.value.localeCompare(other.value);
}

function rankOf(kind: PlaceKind, first: TrustChoice): number {
  return kind === first ? -1 : PLACE_KINDS.indexOf(kind);
}

/** What is one value in several notations has one key. */
function sameness(field: PictureField, value: string): string {
  if (field === 'email') return emailOf(value) ?? value;
  if (field === 'phone') return validNumberIn(value) ?? value;
  // Of a date of birth the CRM knows the day, and not the year.
  if (field === 'birthday') return value.slice(-5);
  return wordsOf(value).join('');
}
