/** One row of a file of gifts. */
import type { FileGift } from '../../db/mirror/records-from-files.ts';
import type { CalendarDay } from '../../domain/calendar/day.ts';
import type { GiftStatus } from '../../domain/gift.ts';
import type { Cents } from '../../domain/money.ts';
import type { GiftField } from './fields.ts';
import type { RowCells } from './row-cells.ts';
import { readAmount, type DecimalSign } from './values/amount.ts';
import { readCurrency } from './values/currency.ts';
import { readDay, type DayOrder } from './values/day.ts';
import { kindOfPayment, readGiftKind, type GiftKind } from './values/gift-kind.ts';
import { readGiftStatus } from './values/gift-status.ts';
import type { Reading } from './values/reading.ts';
import { remembered } from './values/remembered.ts';

/** Readers of the cells of one file, which know how its columns are written. */
export interface GiftReaders {
  readonly day: (text: string) => Reading<CalendarDay>;
  readonly amount: (text: string) => Reading<Cents>;
  readonly status: (text: string) => Reading<GiftStatus>;
  readonly kind: (text: string) => Reading<GiftKind>;
  readonly currency: (text: string) => Reading<'EUR'>;
}

/** For a file whose columns were looked through already. */
export function giftReadersFor(decimalSign: DecimalSign | null, dayOrder: DayOrder): GiftReaders {
  return {
    day: remembered((text) => readDay(text, dayOrder)),
    amount: remembered((text) => readAmount(text, decimalSign)),
    status: remembered(readGiftStatus),
    kind: remembered(readGiftKind),
    currency: remembered(readCurrency),
  };
}

/** Null when a cell was refused. Amounts of zero or less are taken as they are: the rules never count them as a gift. */
export function readGiftRow(cells: RowCells<GiftField>, readers: GiftReaders): FileGift | null {
  const { has, text, read } = cells;
  const donorExternalId = text('donorNumber');
  if (donorExternalId === '') {
    return cells.refuse('donorNumber', {
      nl: 'Het nummer van de donateur ontbreekt.',
      en: 'The number of the donor is missing.',
    });
  }
  const day = read('day', readers.day);
  const amount = read('amount', readers.amount);
  const status = read('status', readers.status);
  if (has('currency')) read('currency', readers.currency);
  const isByMandate = readIsByMandate(cells, readers);
  if (day === null || amount === null || status === null || cells.refusal() !== null) return null;
  return {
    externalId: text('giftNumber'),
    donorExternalId,
    day,
    amount,
    status,
    ...(isByMandate === null ? {} : { isByMandate }),
    ...(has('project') ? { project: text('project') || null } : {}),
    ...(has('source') ? { source: text('source') || null } : {}),
  };
}

/** The kind, else what the way of paying gives away; null when the file tells neither. */
function readIsByMandate({ has, text, read }: RowCells<GiftField>, readers: GiftReaders): boolean | null {
  if (text('kind') !== '') return read('kind', readers.kind) === 'mandate';
  if (has('paymentMethod')) return kindOfPayment(text('paymentMethod')) === 'mandate';
  return has('kind') ? false : null;
}
