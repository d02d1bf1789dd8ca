/** Corrections on one line, for a person. */
import type { Correction } from '../../../domain/correction.ts';
import { DETAIL_LABELS } from '../../../domain/doubt.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { writeAddress } from '../../../domain/postal-address.ts';

/** The value before the correction; null when there was none. */
export function writeCorrected(correction: Correction): string | null {
  return correction.base === null ? null : writeValue({ ...correction, value: correction.base } as Correction);
}

/** "E-mail: jan@voorbeeld.nl". */
export function writeCorrection(correction: Correction): Sentence {
  return sentence((language) => `${DETAIL_LABELS[correction.field][language]}: ${writeValue(correction)}`);
}

function writeValue(correction: Correction): string {
  switch (correction.field) {
    case 'name':
      return [correction.value.firstName, correction.value.prefix, correction.value.surname].filter(Boolean).join(' ');
    case 'address':
      return writeAddress(correction.value);
    case 'phone':
    case 'email':
      return correction.value;
  }
}
