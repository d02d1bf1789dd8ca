/** The fields of an editor, and the correction that they make. Pure. */
import type { InputOf } from '../../../contract/index.ts';
import type { DetailField } from '../../../domain/correction.ts';
import { doubtedDomain } from '../../../domain/verify/email-domain.ts';

type Correction = InputOf<'call.correctDetail'>['correction'];

/** What is typed, by the name of its field. */
export type FieldTexts = Readonly<Record<string, string>>;

/** The names of the fields of each detail, in the order in which they are typed. */
export const FIELD_NAMES = {
  name: ['firstName', 'prefix', 'surname'],
  address: ['street', 'postcode', 'town', 'country'],
  phone: ['phone'],
  email: ['email'],
} as const satisfies Record<DetailField, readonly string[]>;

export type FieldName = (typeof FIELD_NAMES)[DetailField][number];

export function fieldsOf(correction: Correction): FieldTexts {
  switch (correction.field) {
    case 'name':
    case 'address':
      return correction.value;
    case 'phone':
      return { phone: correction.value };
    case 'email':
      return { email: correction.value };
  }
}

/** Spaces around a value were never meant. */
export function correctionOf(field: DetailField, texts: FieldTexts): Correction {
  const text = (name: FieldName): string => (texts[name] ?? '').trim();
  switch (field) {
    case 'name':
      return { field, value: { firstName: text('firstName'), prefix: text('prefix'), surname: text('surname') } };
    case 'address':
      return {
        field,
        value: { street: text('street'), postcode: text('postcode'), town: text('town'), country: text('country') },
      };
    case 'phone':
      return { field, value: text('phone') };
    case 'email':
      return { field, value: text('email') };
  }
}

/** The domain that was probably meant, when there is a question to ask before saving. */
export function doubtAbout(field: DetailField, texts: FieldTexts): string | null {
  return field === 'email' ? doubtedDomain((texts['email'] ?? '').trim()) : null;
}
