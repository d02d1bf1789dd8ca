/** What somebody types for a setting, and the value it stands for. What cannot be read goes as it is: the backend refuses it in words. */
import type { OutputOf } from '../../../contract/index.ts';
import type { Language } from '../../../domain/language.ts';

type SettingsView = OutputOf<'settings.programmes'>;
export type SectionView = SettingsView['sections'][number];
export type FieldView = SectionView['fields'][number];
export type FieldValue = FieldView['value'];

const CENTS_OF_A_EURO = 100;
/** "500", "1000,50", "1.000", "1,000.50". */
const AMOUNT = /^(\d+|\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?$/;
const WHOLE = /^-?\d+$/;

export function isNumeric({ kind }: FieldView): boolean {
  return kind === 'number' || kind === 'optional-number';
}

/** @returns a number, null for a limit that is left out, or the text itself when it cannot be read */
export function readTyped(field: FieldView, text: string): number | string | null {
  const bare = text.replaceAll(/[\s€%]/g, '');
  if (bare === '' && field.kind === 'optional-number') return null;
  if (field.unit === 'cents') {
    const [, euros, cents = ''] = AMOUNT.exec(bare) ?? [];
    if (euros === undefined) return text;
    return Number(euros.replaceAll(/[.,]/g, '')) * CENTS_OF_A_EURO + Number(cents.padEnd(2, '0'));
  }
  return WHOLE.test(bare) ? Number(bare) : text;
}

/** A value as it stands in its field, ready to be typed over. */
export function writeTyped(field: FieldView, value: FieldValue, language: Language): string {
  if (typeof value !== 'number') return '';
  if (field.unit !== 'cents' || value % CENTS_OF_A_EURO === 0) {
    return String(field.unit === 'cents' ? value / CENTS_OF_A_EURO : value);
  }
  const text = (value / CENTS_OF_A_EURO).toFixed(2);
  return language === 'nl' ? text.replace('.', ',') : text;
}
