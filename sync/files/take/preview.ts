/** The first rows of a file as they will be read, with what is doubtful about each cell. */
import type { ImportKind } from '../../../db/import-tables.ts';
import type { Language, Sentence } from '../../../domain/language.ts';
import { writeMoney } from '../../../domain/money.ts';
import { validNumberIn, writeNumber } from '../../../domain/phone-number.ts';
import { dutchPostcode } from '../../../domain/postal-address.ts';
import { unreadHeaders } from '../mapping.ts';
import { cutValue } from '../refusal.ts';
import { rowCells } from '../row-cells.ts';
import type { StagedRow, StagedTable } from '../staged/staged-table.ts';
import { readAmount } from '../values/amount.ts';
import { readCountry } from '../values/country.ts';
import { readDay } from '../values/day.ts';
import { readGender } from '../values/gender.ts';
import { readYesNo } from '../values/yes-no.ts';
import { dayOfSerial } from '../xlsx/cell-text.ts';
import { createPageReader, SERIAL, type SaidMapping } from './page-reader.ts';
import type { Survey } from './survey.ts';

export interface PreviewCell {
  readonly field: string;
  /** As it will be read. */
  readonly text: string;
  readonly doubt: Sentence | null;
}

export interface PreviewRow {
  readonly line: number;
  readonly cells: readonly PreviewCell[];
  /** The field whose cell refuses the row, and why; null for a row that will be taken. */
  readonly refusal: { readonly column: string | null; readonly reason: Sentence } | null;
}

export interface Preview {
  /** In the order of the file. */
  readonly fields: readonly string[];
  readonly rows: readonly PreviewRow[];
  /** Columns that nothing is read from. */
  readonly unread: readonly string[];
}

export const PREVIEW_ROWS = 20;

/** @throws FileRefusal for a mapping that does not fit */
export async function previewTable(
  table: StagedTable,
  kind: ImportKind,
  mapping: SaidMapping,
  survey: Survey,
  language: Language,
): Promise<Preview> {
  // What a row holds is the same whatever becomes of it.
  const reader = createPageReader(table, kind, mapping, survey, false);
  const { columns } = reader;
  const first: StagedRow[] = [];
  for await (const page of table.pages()) {
    first.push(...page.slice(0, PREVIEW_ROWS - first.length));
    if (first.length >= PREVIEW_ROWS) break;
  }
  const fields = [...columns.at].sort((a, b) => a[1] - b[1]).map(([field]) => field);
  const refusals = new Map(reader.read(first).refusals.map((refusal) => [refusal.line, refusal]));
  return {
    fields,
    unread: unreadHeaders({ ...columns, table: { ...columns.table, header: table.header } }).map(cutValue),
    rows: first.map((row) => {
      const cells = rowCells(columns, row);
      const country = columns.at.has('country') ? readCountry(cells.text('country')) : 'NL';
      const refusal = refusals.get(row.line);
      return {
        line: row.line,
        refusal: refusal === undefined ? null : { column: refusal.column, reason: refusal.reason },
        cells: fields.map((field) => {
          const text = cells.text(field);
          const odd = row.odd?.[columns.at.get(field) ?? -1];
          return {
            field,
            text: cutValue(asRead(field, text, survey, table, language)),
            doubt: odd === 'formula' ? FORMULA : text === '' ? null : doubtAbout(field, text, country, table),
          };
        }),
      };
    }),
  };
}

const DAYS = /(?:^day|Day|Start|End|ChangedOn|birthDate)$/;
const FLAGS = /^(?:doesNotWant|isDeceased)/;
const PHONES = /(?:phone|mobile)$/i;
const EMAILS = /email$/i;

function asRead(field: string, text: string, survey: Survey, table: StagedTable, language: Language): string {
  if (text === '') return '';
  if (isDay(field)) {
    const day = readDay(serialDay(text, table) ?? text, survey.dayOrder);
    return day.ok ? day.value.split('-').reverse().join('-') : text;
  }
  if (/amount$/i.test(field)) {
    const amount = readAmount(text, survey.decimalSign);
    return amount.ok ? writeMoney(amount.value, language) : text;
  }
  if (FLAGS.test(field)) {
    const answer = readYesNo(text);
    return answer.ok ? YES_NO[language][answer.value ? 0 : 1] : text;
  }
  const number = PHONES.test(field) ? validNumberIn(text) : null;
  return number === null ? text : writeNumber(number);
}

const YES_NO: Readonly<Record<Language, readonly [string, string]>> = { nl: ['ja', 'nee'], en: ['yes', 'no'] };

function isDay(field: string): boolean {
  return DAYS.test(field);
}

function serialDay(text: string, { format, from1904 }: StagedTable): string | null {
  return format === 'xlsx' && SERIAL.test(text) ? dayOfSerial(Number(text), from1904) : null;
}

/** Null when nothing is odd. A doubt refuses nothing. */
function doubtAbout(field: string, text: string, country: string, table: StagedTable): Sentence | null {
  if (text.includes('\uFFFD')) return DAMAGED_LETTER;
  if (isDay(field)) return serialDay(text, table) === null ? null : A_NUMBER;
  if (PHONES.test(field) && validNumberIn(text) === null) return NO_NUMBER;
  if (EMAILS.test(field) && !/^[^\s@]+@[^\s@]+$/u.test(text)) return NO_EMAIL;
  if (/postcode$/i.test(field) && country === 'NL' && dutchPostcode(text) === null) return NO_POSTCODE;
  if (field === 'gender' && readGender(text) === undefined) return NO_GENDER;
  if (text.length > LONG) return VERY_LONG;
  return PHONES.test(field) || !/^[=+@]/.test(text) ? null : LIKE_A_FORMULA;
}

const LONG = 200;
const FORMULA: Sentence = {
  nl: 'Een formule. De laatste uitkomst die in het bestand staat wordt gelezen.',
  en: 'A formula. The last outcome that the file has is read.',
};
const DAMAGED_LETTER: Sentence = {
  nl: 'Er is een letter verloren gegaan vóórdat dit bestand werd gemaakt.',
  en: 'A letter was lost before this file was made.',
};
const A_NUMBER: Sentence = {
  nl: 'Een datum die als getal is bewaard. Kijk of de dag klopt.',
  en: 'A date that was kept as a number. See whether the day is right.',
};
const NO_NUMBER: Sentence = {
  nl: 'Geen bestaand telefoonnummer. Het wordt bewaard, en niet gebeld.',
  en: 'No possible phone number. It is kept, and not called.',
};
const NO_EMAIL: Sentence = {
  nl: 'Geen e-mailadres. Het wordt bewaard zoals het er staat.',
  en: 'No e-mail address. It is kept as it stands.',
};
const NO_POSTCODE: Sentence = {
  nl: 'Geen Nederlandse postcode. Die wordt bewaard zoals die er staat.',
  en: 'No Dutch postcode. It is kept as it stands.',
};
const NO_GENDER: Sentence = {
  nl: 'Dit geslacht is niet bekend. De donateur krijgt geen aanhef.',
  en: 'This gender is not known. The donor gets no form of address.',
};
const VERY_LONG: Sentence = {
  nl: 'Dit is lang. Kijk of de kolommen van deze rij kloppen.',
  en: 'This is long. See whether the columns of this row are right.',
};
const LIKE_A_FORMULA: Sentence = {
  nl: 'Dit lijkt op een formule. Het wordt gelezen als gewone tekst.',
  en: 'This looks like a formula. It is read as plain text.',
};
