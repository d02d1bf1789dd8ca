/** Corrections: a proposed new value for one detail of a donor, with the value it replaces and how it was checked. */
import { z } from 'zod';
import type { Sentence } from './language.ts';
import { validNumberIn } from './phone-number.ts';
import { dutchPostcode, type PostalAddress } from './postal-address.ts';

export const DETAIL_FIELDS = ['name', 'address', 'phone', 'email'] as const;
export type DetailField = (typeof DETAIL_FIELDS)[number];

/** Each is asked in every call; nothing is ever assumed. */
export const DETAIL_STATES = ['confirmed', 'corrected', 'not-asked'] as const;
export type DetailState = (typeof DETAIL_STATES)[number];

/** `register`: taken from the register of postcodes. `looked-up`: by looking at the value; the donor was not asked. */
export const CHECK_METHODS = ['heard', 'read-back', 'spelled', 'register', 'looked-up'] as const;
export type CheckMethod = (typeof CHECK_METHODS)[number];

/** What a CRM keeps of a text; CiviCRM cuts a longer one without a word (civicrm-api4.md §7). */
const LONGEST_NAME = 64;
const LONGEST_STREET = 96;
const LONGEST_TOWN = 64;
const LONGEST_POSTCODE = 64;
const LONGEST_EMAIL = 254;

const nameValue = z.object({ firstName: z.string(), prefix: z.string(), surname: z.string() });
const addressValue = z.object({ street: z.string(), postcode: z.string(), town: z.string(), country: z.string() });

/**
 * `rowId`: the row of this workstation that is corrected, null for a detail that the donor did not have yet; `crmId`:
 * the same row in the CRM, null when it has none.
 */
export const correctionSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('name'), base: nameValue, value: nameValue }),
  z.object({
    field: z.literal('address'),
    rowId: z.int().nullable(),
    crmId: z.int().nullable(),
    base: addressValue.nullable(),
    value: addressValue,
  }),
  z.object({
    field: z.literal('phone'),
    rowId: z.int().nullable(),
    crmId: z.int().nullable(),
    base: z.string().nullable(),
    value: z.string(),
  }),
  z.object({
    field: z.literal('email'),
    rowId: z.int().nullable(),
    crmId: z.int().nullable(),
    base: z.string().nullable(),
    value: z.string(),
  }),
]);
export type Correction = z.infer<typeof correctionSchema>;
export type NameValue = z.infer<typeof nameValue>;

/** Says in words what is wrong with a value, or null when it can be kept. What is merely odd is not refused. */
export function refuseCorrection(correction: Correction): Sentence | null {
  switch (correction.field) {
    case 'name':
      return refuseName(correction.value);
    case 'address':
      return refuseAddress(correction.value);
    case 'phone':
      return refusePhone(correction.value);
    case 'email':
      return refuseEmail(correction.value);
  }
}

function refuseName({ firstName, prefix, surname }: NameValue): Sentence | null {
  if (surname.trim() === '' && firstName.trim() === '') {
    return { nl: 'Vul een voornaam of achternaam in.', en: 'Fill in a first name or a surname.' };
  }
  if ([firstName, prefix, surname].some((part) => part.length > LONGEST_NAME)) {
    return {
      nl: `Een naam mag ${LONGEST_NAME} tekens lang zijn.`,
      en: `A name may be ${LONGEST_NAME} characters long.`,
    };
  }
  return [firstName, prefix, surname].some(meansNothing) ? MEANS_NOTHING : null;
}

/** CiviCRM keeps the text "NULL" as nothing, and "null" as "Null" (civicrm-api4.md §7). Somebody can be called Null. */
function meansNothing(text: string): boolean {
  return text.trim() === 'NULL' || text.trim() === 'null';
}

const MEANS_NOTHING: Sentence = {
  nl: 'Het CRM leest dit woord als "leeg". Schrijf het met een hoofdletter en verder kleine letters: Null.',
  en: 'The CRM reads this word as "empty". Write it with one capital: Null.',
};

function refusePhone(value: string): Sentence | null {
  return validNumberIn(value) !== null
    ? null
    : {
        nl: 'Dit is geen bestaand telefoonnummer. Lees het cijfer voor cijfer voor.',
        en: 'This is not a possible phone number. Read it back digit by digit.',
      };
}

function refuseAddress({ street, postcode, town, country }: PostalAddress): Sentence | null {
  if (street.trim() === '' || town.trim() === '') {
    return { nl: 'Vul straat, huisnummer en plaats in.', en: 'Fill in street, house number and town.' };
  }
  if (street.length > LONGEST_STREET) {
    return {
      nl: `Een straat met huisnummer mag ${LONGEST_STREET} tekens lang zijn.`,
      en: `A street with its number may be ${LONGEST_STREET} characters long.`,
    };
  }
  if (town.length > LONGEST_TOWN || postcode.length > LONGEST_POSTCODE) {
    return {
      nl: `Een plaats en een postcode mogen ${LONGEST_TOWN} tekens lang zijn.`,
      en: `A town and a postcode may be ${LONGEST_TOWN} characters long.`,
    };
  }
  if ([street, postcode, town].some(meansNothing)) return MEANS_NOTHING;
  if (country === 'NL' && dutchPostcode(postcode) === null) {
    return {
      nl: 'Een postcode heeft vier cijfers en twee letters, zoals 8031 XD.',
      en: 'A postcode has four digits and two letters, such as 8031 XD.',
    };
  }
  return null;
}

/** One @, something before it, a dot somewhere after it, no white space: more cannot be known without writing to it. */
const EMAIL_SHAPE = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/u;

function refuseEmail(value: string): Sentence | null {
  return value.length <= LONGEST_EMAIL && EMAIL_SHAPE.test(value)
    ? null
    : {
        nl: 'Een e-mailadres heeft een @ met iets ervoor, en een punt erna. Laat het spellen.',
        en: 'An e-mail address has an @ with something before it, and a dot after it. Have it spelled.',
      };
}

export type ThreeWay = 'same' | 'write' | 'conflict';

/**
 * Compares a field three ways: as it was read, as it was corrected here, as the CRM has it now. `same`: the CRM has
 * the new value already; `write`: nobody touched it; `conflict`: both changed, and a person decides.
 */
export function compareThreeWays<T>(base: T, mine: T, theirs: T, equals: (a: T, b: T) => boolean): ThreeWay {
  if (equals(theirs, mine)) return 'same';
  return equals(theirs, base) ? 'write' : 'conflict';
}
