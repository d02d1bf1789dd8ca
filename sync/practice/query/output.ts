import type { Json } from '../json.ts';
import { parseJson } from '../json.ts';
import type { DataType, FieldSpec } from '../metadata/field.ts';
import type { Site } from '../site.ts';
import type { Compiled } from './compile.ts';
import type { SqlValue } from './scope.ts';

/** Turns what a column keeps into what an answer says. */
export type Reader = (raw: SqlValue) => Json;

const SEPARATOR = '\u0001';

function splitBookend(text: string): readonly string[] {
  return text.split(SEPARATOR).filter((part) => part !== '');
}

/** Lists of contact ids are numbers since 6, texts before (civicrm-api4.md §8). */
function splitComma(site: Site, text: string): readonly Json[] {
  const parts = text.split(',');
  return site.version === '5.77' ? parts : parts.map(Number);
}

function translated(site: Site, field: FieldSpec, suffix: string): Reader {
  if (field.options === undefined || (suffix !== 'name' && suffix !== 'label')) return () => null;
  const names = site.catalogue.options.translation(field.options, suffix);
  if (field.serialize === 'bookend') {
    return (raw) => (raw === null ? null : splitBookend(String(raw)).flatMap((part) => names.get(part) ?? []));
  }
  return (raw) => (raw === null ? null : (names.get(String(raw)) ?? null));
}

function byDataType(dataType: DataType | undefined): Reader {
  switch (dataType) {
    case 'Boolean':
      return (raw) => (raw === null ? null : raw !== 0 && raw !== '0' && raw !== '');
    case 'Integer':
      return (raw) => (raw === null ? null : Math.trunc(Number(raw)));
    case 'Float':
    case 'Money':
      return (raw) => (raw === null ? null : Number(raw));
    case 'Date':
      return (raw) => (typeof raw === 'string' ? raw.slice(0, 10) : raw);
    case 'Array':
    case 'String':
    case 'Text':
    case 'Timestamp':
    case undefined:
      return (raw) => raw;
  }
}

/** GROUP_CONCAT answers a list; its values are of the kind that was gathered. */
function gathered(site: Site, field: FieldSpec | undefined): Reader {
  const read = field === undefined ? (raw: SqlValue): Json => raw : plainReader(site, field, field.dataType);
  return (raw) => {
    const list = typeof raw === 'string' ? parseJson(raw) : null;
    return Array.isArray(list) ? list.filter((item) => item !== null).map((item) => read(item as SqlValue)) : null;
  };
}

function plainReader(site: Site, field: FieldSpec, dataType: DataType | undefined): Reader {
  if (field.storage === 'timestamp' && dataType === 'Timestamp') {
    const show = site.time.timestampReader();
    return (raw) => (raw === null ? null : show(Number(raw)));
  }
  if (field.serialize === 'bookend') return (raw) => (raw === null ? null : splitBookend(String(raw)));
  if (field.serialize === 'comma') return (raw) => (raw === null ? null : splitComma(site, String(raw)));
  return byDataType(dataType);
}

/** How the values of one selected column are read. */
export function readerFor(site: Site, compiled: Compiled, suffix: string | undefined): Reader {
  if (compiled.column !== undefined && suffix !== undefined) return translated(site, compiled.column.field, suffix);
  if (compiled.dataType === 'Array' && compiled.column === undefined) return gathered(site, compiled.field);
  if (compiled.field !== undefined && (compiled.column !== undefined || compiled.storage === compiled.field.storage)) {
    return plainReader(site, compiled.field, compiled.dataType);
  }
  return byDataType(compiled.dataType);
}
