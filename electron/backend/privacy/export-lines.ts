/** An export as somebody reads it: a heading for every kind of data, a line for every row. */
import { isCalendarDay, wallClock } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import type { Language, Sentence } from '../../../domain/language.ts';
import { writeLegalBasis, type LegalBasis } from '../../../domain/legal-basis.ts';
import { writeMoney } from '../../../domain/money.ts';
import type { Report } from '../../../domain/paper/report-pages.ts';
import { exportColumns, exportKey } from '../../../domain/privacy/donor-export.ts';
import {
  EXPORT_TABLES,
  EXPORTED_TABLES,
  type ExportedTable,
  type ExportKind,
} from '../../../domain/privacy/export-tables.ts';
import { wordOf } from '../../../domain/privacy/export-words.ts';
import type { ExportedRow } from '../../../db/queries/donor-export.ts';

/** Years are written out: it is read later. */
const NO_YEAR = '0001-01-01';

const NOTHING_OF: Sentence = { nl: 'Hiervan hebben wij niets van u', en: 'Of this we hold nothing about you' };

export function exportSections(
  data: Readonly<Record<ExportedTable, readonly ExportedRow[]>>,
  language: Language,
): Report['sections'] {
  const titleOf = (table: ExportedTable): string => EXPORT_TABLES[table].title[language];
  const held = EXPORTED_TABLES.filter((table) => data[table].length > 0);
  const absent = EXPORTED_TABLES.filter((table) => data[table].length === 0);
  return [
    ...held.map((table) => ({
      title: titleOf(table),
      lines: data[table].map((row) => lineOf(table, row, language)),
    })),
    ...(absent.length === 0
      ? []
      : [{ title: NOTHING_OF[language], lines: [`${absent.map((table) => titleOf(table)).join('; ')}.`] }]),
  ];
}

function lineOf(table: ExportedTable, row: ExportedRow, language: Language): string {
  return exportColumns(table)
    .flatMap(([name, [kind, nl, en]]) => {
      const value = row[exportKey(name, kind)];
      if (value === null || value === undefined || value === '' || value === false) return [];
      return [`${language === 'nl' ? nl : en}: ${write(value, kind, name, language)}`];
    })
    .join('; ');
}

function write(value: unknown, kind: ExportKind, name: string, language: Language): string {
  if (kind === 'cents') return writeMoney(Number(value), language);
  if (kind === 'flag') return language === 'nl' ? 'ja' : 'yes';
  if (kind === 'json' && name === 'legal_basis') return writeLegalBasis(value as LegalBasis | null, NO_YEAR)[language];
  if (typeof value !== 'string') return writeParts(value, language);
  if (kind === 'day' && isCalendarDay(value)) return writeDay(value, language, { today: NO_YEAR });
  if (kind === 'instant') {
    const { day, time } = wallClock(value);
    return `${writeDay(day, language, { today: NO_YEAR })} ${time}`;
  }
  return wordOf(name, value)[language];
}

/** A sentence in its language; a correction as old and new; of anything else its values. */
function writeParts(value: unknown, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return value.toString();
  if (typeof value !== 'object' || value === null) return '-';
  const parts = value as Readonly<Record<string, unknown>>;
  if (typeof parts[language] === 'string') return parts[language];
  if ('base' in parts && 'value' in parts) {
    const [was, now] = language === 'nl' ? ['was', 'nu'] : ['was', 'now'];
    return `${was} ${writeParts(parts['base'], language)}, ${now} ${writeParts(parts['value'], language)}`;
  }
  return Object.values(parts)
    .filter((part) => part !== null && part !== '')
    .map((part) => writeParts(part, language))
    .join(', ');
}
