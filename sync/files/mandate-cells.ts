/** The mandate in a row of a file of donors. */
import type { FileMandate } from '../../db/mirror/records-from-files.ts';
import type { CalendarDay } from '../../domain/calendar/day.ts';
import type { MandateFrequency, MandateStatus } from '../../domain/mandate.ts';
import type { Cents } from '../../domain/money.ts';
import type { DonorField } from './fields.ts';
import type { RowCells } from './row-cells.ts';
import { readAmount, type DecimalSign } from './values/amount.ts';
import { readDay, type DayOrder } from './values/day.ts';
import { readFrequency } from './values/frequency.ts';
import { readMandateStatus } from './values/mandate-status.ts';
import type { Reading } from './values/reading.ts';
import { remembered } from './values/remembered.ts';

/** Readers of the cells of one file, which know how its columns are written. */
export interface MandateReaders {
  readonly amount: (text: string) => Reading<Cents>;
  readonly day: (text: string) => Reading<CalendarDay>;
  readonly frequency: (text: string) => Reading<MandateFrequency>;
  readonly status: (text: string) => Reading<MandateStatus>;
}

/** For a file whose columns were looked through already. */
export function mandateReadersFor(decimalSign: DecimalSign | null, dayOrder: DayOrder): MandateReaders {
  return {
    amount: remembered((text) => readAmount(text, decimalSign)),
    day: remembered((text) => readDay(text, dayOrder)),
    frequency: remembered(readFrequency),
    status: remembered(readMandateStatus),
  };
}

/**
 * Null for a donor without a mandate: nothing is filled in, or only an amount of zero. What is half filled in refuses
 * the row. A file that does not say that a mandate came to an end has running ones only.
 */
export function readMandate(cells: RowCells<DonorField>, readers: MandateReaders): FileMandate | null {
  const { text, read } = cells;
  if (text('mandateStart') === '' && isNothing(text('mandateAmount'), readers)) return null;
  const amount = read('mandateAmount', readers.amount);
  const startDay = read('mandateStart', readers.day);
  const frequency = read('mandateFrequency', readers.frequency);
  const endDay = text('mandateEnd') === '' ? null : read('mandateEnd', readers.day);
  const said = text('mandateStatus') === '' ? null : read('mandateStatus', readers.status);
  if (amount === null || startDay === null || frequency === null) return null;
  if (amount <= 0) {
    return cells.refuse('mandateAmount', {
      nl: 'Het bedrag van een machtiging moet meer dan nul zijn.',
      en: 'The amount of a mandate must be more than zero.',
    });
  }
  const status = endDay !== null && said !== 'ended' ? 'cancelled' : (said ?? 'running');
  return { startDay, amount, frequency, status, cancelledDay: status === 'cancelled' ? endDay : null };
}

/** Exports fill in "0,00" for a donor without a mandate. */
function isNothing(amountText: string, readers: MandateReaders): boolean {
  if (amountText === '') return true;
  const amount = readers.amount(amountText);
  return amount.ok && amount.value === 0;
}
