/** What is odd about the files or about what was read from them, without being a reason to refuse anything. */
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import type { Sentence } from '../../domain/language.ts';
import { unreadHeaders, type Columns } from './mapping.ts';
import { listNames } from './refusal.ts';
import type { ImportRemark } from './report.ts';

/** What was seen in the rows of a file, one by one. */
export interface SeenDonors {
  readonly rows: number;
  readonly wrongIbans: number;
  readonly oddGenders: number;
  readonly running: number;
}

export function donorRemarks(columns: Columns<string>, seen: SeenDonors): readonly ImportRemark[] {
  const { file } = columns.table;
  const { rows, wrongIbans, oddGenders, running } = seen;
  const saysEnd = columns.at.has('mandateEnd') || columns.at.has('mandateStatus');
  return [
    ...unread(columns),
    ...remark(file, columns.at.has('doesNotWantCalls') ? 0 : rows, () => ({
      nl: 'Er is geen kolom die zegt wie niet gebeld wil worden. Wie al bekend was als "niet bellen" blijft dat; van de anderen weten we het niet.',
      en: 'There is no column that says who does not want to be called. Who was known as "do not phone" stays so; of the others we do not know.',
    })),
    ...remark(file, saysEnd ? 0 : running, (count) => ({
      nl: `Machtigingen die als lopend gelden, omdat het bestand niet zegt of ze gestopt zijn: ${count}.`,
      en: `Mandates that count as running, because the file does not say whether they have stopped: ${count}.`,
    })),
    ...remark(file, wrongIbans, (count) => ({
      nl: `IBAN dat niet klopt: ${count}. De donateur is wel overgenomen; een IBAN wordt niet bewaard.`,
      en: `IBAN that is not valid: ${count}. The donor was taken all the same; an IBAN is not kept.`,
    })),
    ...remark(file, oddGenders, (count) => ({
      nl: `Geslacht dat niet te lezen is: ${count}. Het blijft onbekend: "heer of mevrouw".`,
      en: `Gender that cannot be read: ${count}. It stays unknown: "Mr or Ms".`,
    })),
  ];
}

export interface SeenGifts {
  readonly rows: number;
  readonly notAbove: number;
  readonly inFuture: number;
}

export function giftRemarks(
  columns: Columns<string>,
  { rows, notAbove, inFuture }: SeenGifts,
): readonly ImportRemark[] {
  const { file } = columns.table;
  const tellsKind = columns.at.has('kind') || columns.at.has('paymentMethod');
  return [
    ...unread(columns),
    ...remark(file, tellsKind ? 0 : rows, () => ({
      nl: 'Er is geen kolom die zegt of een gift bij een machtiging hoort: nieuwe gelden als eenmalig.',
      en: 'There is no column that says whether a gift belongs to a mandate: new ones count as one-off.',
    })),
    ...remark(file, notAbove, (count) => ({
      nl: `Giften van nul of minder: ${count}. Ze worden bewaard, en tellen nooit als gift.`,
      en: `Gifts of zero or less: ${count}. They are kept, and never count as a gift.`,
    })),
    ...remark(file, inFuture, (count) => ({
      nl: `Giften met een datum in de toekomst: ${count}. Ze tellen mee vanaf die dag.`,
      en: `Gifts with a date in the future: ${count}. They count from that day on.`,
    })),
  ];
}

/** Gifts of the profile that were collected under a mandate which no file has. */
export function orphanRemarks(file: string, count: number): readonly ImportRemark[] {
  return remark(file, count, () => ({
    nl: `Giften van een machtiging die niet bij de donateur staat: ${count}. Ze gelden als gift van een machtiging.`,
    en: `Gifts of a mandate that the donor does not have: ${count}. They count as gifts of a mandate.`,
  }));
}

export function absentRemarks(file: string, kind: 'donors' | 'gifts', count: number): readonly ImportRemark[] {
  const { nl, en } = { donors: { nl: 'donateurs', en: 'donors' }, gifts: { nl: 'giften', en: 'gifts' } }[kind];
  return remark(file, count, () => ({
    nl: `Bekende ${nl} die niet in dit bestand staan: ${count}. Ze blijven zoals ze waren.`,
    en: `Known ${en} that are not in this file: ${count}. They stay as they were.`,
  }));
}

function unread(columns: Columns<string>): readonly ImportRemark[] {
  const names = unreadHeaders(columns);
  const list = listNames(names);
  return remark(columns.table.file, names.length, () => ({
    nl: `Niet gelezen kolommen: ${list}.`,
    en: `Columns that were not read: ${list}.`,
  }));
}

function remark(file: string, count: number, write: (count: number) => Sentence): readonly ImportRemark[] {
  return count === 0 ? [] : [{ file, count, text: write(count) }];
}

export function isIban(text: string): boolean {
  return isValidIBAN(electronicFormatIBAN(text) ?? '');
}
