/** Corrections on one line, for a person. */
import { writeValue } from '../../../domain/corrected-value.ts';
import type { Correction } from '../../../domain/correction.ts';
import { DETAIL_LABELS } from '../../../domain/doubt.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';

/** The value before the correction; null when there was none. */
export function writeCorrected({ base, field }: Correction): string | null {
  return base === null ? null : writeValue(base, field);
}

/** "E-mail: jan@voorbeeld.nl". */
export function writeCorrection({ value, field }: Correction): Sentence {
  return sentence((language) => `${DETAIL_LABELS[field][language]}: ${writeValue(value, field)}`);
}
