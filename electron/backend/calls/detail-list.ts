/** The details of a donor that are gone through in a call, each with a key that stays the same while the call lasts. */
import type { z } from 'zod';
import type { correctionInputSchema } from '../../../contract/procedures/call.ts';
import type { Correction, DetailField } from '../../../domain/correction.ts';
import type { DetailRow, DonorDetails } from '../../../domain/donor-details.ts';
import {
  DETAIL_LABELS,
  doubtAboutAddress,
  doubtAboutEmail,
  doubtAboutName,
  doubtAboutPhone,
} from '../../../domain/doubt.ts';
import type { Sentence } from '../../../domain/language.ts';
import { fullName, type PersonName } from '../../../domain/person-name.ts';
import { validNumberIn, writeNumber } from '../../../domain/phone-number.ts';
import { writeAddress, writePostcode, type PostalAddress } from '../../../domain/postal-address.ts';

export type CorrectionInput = z.output<typeof correctionInputSchema>;

export interface Detail {
  readonly key: string;
  readonly field: DetailField;
  readonly label: Sentence;
  readonly text: string;
  readonly input: CorrectionInput;
  readonly doubt: Sentence | null;
  /** The correction that a new value makes, the value as it is now being its base. */
  correct(input: CorrectionInput): Correction | null;
}

const NO_ADDRESS: PostalAddress = { street: '', postcode: '', town: '', country: 'NL' };

/** Name, address, every phone, e-mail; what is missing is asked for as well. */
export function listDetails({ name, phones, emails, addresses }: DonorDetails): readonly Detail[] {
  const address = addresses.find(({ isPrimary }) => isPrimary) ?? addresses[0] ?? null;
  return [
    ...(name.kind === 'individual' ? [nameDetail(name)] : []),
    addressDetail(address),
    ...phones.map((row, index) => phoneDetail(row, index)),
    ...(phones.length === 0 ? [phoneDetail(null, 0)] : []),
    ...emails.map((row, index) => emailDetail(row, index)),
    ...(emails.length === 0 ? [emailDetail(null, 0)] : []),
  ];
}

function keyOf(field: DetailField, row: DetailRow<unknown> | null): string {
  return `${field}:${row?.rowId ?? 'new'}`;
}

function numbered(label: Sentence, index: number): Sentence {
  return index === 0 ? label : { nl: `${label.nl} ${index + 1}`, en: `${label.en} ${index + 1}` };
}

function nameDetail(name: PersonName): Detail {
  const base = { firstName: name.firstName, prefix: name.prefix, surname: name.surname };
  return {
    key: 'name',
    field: 'name',
    label: DETAIL_LABELS.name,
    text: fullName(name),
    input: { field: 'name', value: base },
    doubt: doubtAboutName(name),
    correct: (input) => (input.field === 'name' ? { field: 'name', base, value: trimmed(input.value) } : null),
  };
}

function phoneDetail(row: DetailRow<string> | null, index: number): Detail {
  const raw = row?.value ?? '';
  const number = validNumberIn(raw);
  return {
    key: keyOf('phone', row),
    field: 'phone',
    label: numbered(DETAIL_LABELS.phone, index),
    text: number === null || /\p{L}/u.test(raw) ? raw : writeNumber(number),
    input: { field: 'phone', value: raw },
    doubt: doubtAboutPhone(raw),
    correct: (input) =>
      input.field === 'phone'
        ? {
            field: 'phone',
            rowId: row?.rowId ?? null,
            crmId: row?.crmId ?? null,
            base: row?.value ?? null,
            value: input.value.trim(),
          }
        : null,
  };
}

function emailDetail(row: DetailRow<string> | null, index: number): Detail {
  const email = row?.value ?? '';
  return {
    key: keyOf('email', row),
    field: 'email',
    label: numbered(DETAIL_LABELS.email, index),
    text: email,
    input: { field: 'email', value: email },
    doubt: doubtAboutEmail(email),
    correct: (input) =>
      input.field === 'email'
        ? {
            field: 'email',
            rowId: row?.rowId ?? null,
            crmId: row?.crmId ?? null,
            base: row?.value ?? null,
            value: input.value.trim(),
          }
        : null,
  };
}

function addressDetail(row: DetailRow<PostalAddress> | null): Detail {
  const address = row?.value ?? NO_ADDRESS;
  return {
    key: keyOf('address', row),
    field: 'address',
    label: DETAIL_LABELS.address,
    text: writeAddress(address),
    input: { field: 'address', value: { ...address, postcode: writePostcode(address.postcode) } },
    doubt: row === null ? null : doubtAboutAddress(address),
    correct: (input) =>
      input.field === 'address'
        ? {
            field: 'address',
            rowId: row?.rowId ?? null,
            crmId: row?.crmId ?? null,
            base: row?.value ?? null,
            value: { ...trimmed(input.value), postcode: writePostcode(input.value.postcode.trim()) },
          }
        : null,
  };
}

function trimmed<Value extends Readonly<Record<string, string>>>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, text.trim()])) as Value;
}
