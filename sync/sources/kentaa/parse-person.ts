/** Whoever a record of Kentaa is about, and what she agreed to. */
import { z } from 'zod';
import type { Language } from '../../../domain/language.ts';
import { validNumberIn } from '../../../domain/phone-number.ts';
import { dutchPostcode } from '../../../domain/postal-address.ts';
import type { SourceConsent, SourcePerson } from '../../../db/sources/records.ts';
import { day, ibanIn, instantIn, plainText, text, textOrNull } from './values.ts';

const addressSchema = z.looseObject({
  address: textOrNull,
  street: textOrNull,
  house_number: textOrNull,
  house_number_addition: textOrNull,
  zipcode: textOrNull,
  city: textOrNull,
  country: textOrNull,
});

const personSchema = z.looseObject({
  first_name: text,
  infix: text,
  last_name: text,
  company: text,
  email: textOrNull,
  phone: textOrNull,
  birthday: day,
  locale: text,
  account_iban: textOrNull,
  address: z.unknown().optional(),
});

/** @param isCallable false for what somebody else typed in about her */
export function personIn(record: unknown, isCallable = true): SourcePerson {
  const person = personSchema.parse(record);
  // A donation has its address in an object; an account has the parts beside the rest.
  const nested = addressSchema.safeParse(person.address);
  const address = nested.success ? nested.data : addressSchema.parse({ ...person });
  const country = address.country?.toUpperCase() ?? null;
  const { phone } = person;
  return {
    firstName: person.first_name,
    infix: person.infix,
    lastName: person.last_name,
    organisation: person.company,
    email: emailIn(person.email),
    phone,
    phoneNumber: phone === null ? null : validNumberIn(phone),
    iban: ibanIn(person.account_iban),
    // Outside the Netherlands the parts are not told apart.
    street: address.street ?? address.address,
    houseNumber: address.street === null ? null : address.house_number,
    houseNumberAddition: address.street === null ? null : address.house_number_addition,
    postcode: postcodeIn(address.zipcode, country),
    town: address.city,
    country: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
    language: languageIn(person.locale),
    birthDate: person.birthday,
    isCallable,
  };
}

function emailIn(value: string | null): string | null {
  const email = value?.toLowerCase() ?? '';
  return email.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}

function postcodeIn(zipcode: string | null, country: string | null): string | null {
  if (zipcode === null) return null;
  const dutch = country === null || country === 'NL' ? dutchPostcode(zipcode) : null;
  return dutch === null ? zipcode.toUpperCase() : dutch.replaceAll(' ', '');
}

function languageIn(locale: string): Language {
  return locale === '' || /^(?:nl|fy|af)/i.test(locale) ? 'nl' : 'en';
}

/** What is of use here; agreeing to terms is not. */
const KEPT_CONSENTS = new Set(['contact_phone', 'contact_phone_commercial', 'newsletter_subscription']);

const consentSchema = z.looseObject({
  consent_type: text,
  consent_status: text,
  granted_at: z.unknown().optional(),
  revoked_at: z.unknown().optional(),
  consent_text: z.string().nullish().catch(null),
  text: z.string().nullish().catch(null),
  privacy_version: textOrNull,
  version: textOrNull,
});

/** A consent of which it is not known when it was given counts from when the record was made. */
export function consentsIn(consents: unknown, recordedAt: string): readonly SourceConsent[] {
  const listed = z.array(z.unknown()).max(50).safeParse(consents);
  return (listed.data ?? []).flatMap((each): SourceConsent[] => {
    const parsed = consentSchema.safeParse(each);
    if (!parsed.success || !KEPT_CONSENTS.has(parsed.data.consent_type)) return [];
    const { data } = parsed;
    const status = data.consent_status;
    if (status !== 'granted' && status !== 'revoked') return [];
    const isGranted = status === 'granted';
    const at = instantIn(isGranted ? data.granted_at : data.revoked_at) ?? instantIn(data.granted_at) ?? recordedAt;
    const words = plainText(data.consent_text ?? data.text ?? '');
    return [{ kind: data.consent_type, isGranted, at, words, version: data.privacy_version ?? data.version }];
  });
}
