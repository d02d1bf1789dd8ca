/** A donor who passed a draw for the hold-out group, and what became of her within a number of months. Pure. */
import { type CalendarDay } from '../../calendar/day.ts';
import { addMonths } from '../../calendar/years.ts';
import type { Mandate } from '../../mandate.ts';
import type { Cents } from '../../money.ts';
import type { ProgrammeId } from '../../programmes/programme-id.ts';

/** By the draw, whatever happened afterwards: who was held out and called all the same stays among the held-out. */
export type Arm = 'called' | 'held';

/** Months after the draw. */
export const WINDOWS = [3, 6, 12] as const;
export type Months = (typeof WINDOWS)[number];

/** What of one donor counts at most within a window: whoever gives more is phoned by the director, and never held out. */
export const MOST_COUNTED: Cents = 100_000;

export interface ReceivedGift {
  readonly day: CalendarDay;
  readonly amount: Cents;
  /** As `Mandate.id`; null for a one-off gift. */
  readonly mandateId: number | null;
}

export interface DrawnDonor {
  readonly donorId: number;
  readonly programme: ProgrammeId;
  /** The share that was held out when she was drawn. */
  readonly percent: number;
  /** Null: somebody had tried her before the group was opened, so that chance did not decide. */
  readonly arm: Arm | null;
  /** The day of the draw: what comes after it counts. */
  readonly enteredOn: CalendarDay;
  /** She was on the list already when the group was opened. */
  readonly isFromBefore: boolean;
  /** In the CRM's bin since, or merged into another. */
  readonly isRemoved: boolean;
  /** Received, and not taken back as far as is known now. */
  readonly gifts: readonly ReceivedGift[];
  readonly mandates: readonly Pick<Mandate, 'id' | 'startDay' | 'status' | 'cancelledDay'>[];
  readonly complaints: readonly CalendarDay[];
  readonly objections: readonly CalendarDay[];
}

/** The last day of a window. */
export function endOfWindow({ enteredOn }: Pick<DrawnDonor, 'enteredOn'>, months: Months): CalendarDay {
  return addMonths(enteredOn, months);
}

/** A donor who was followed to the end of a window. */
export interface Followed {
  readonly donor: DrawnDonor;
  readonly until: CalendarDay;
}

const isWithin = (day: CalendarDay, { donor, until }: Followed): boolean => day > donor.enteredOn && day <= until;

/** A mandate that ended on a day which the CRM does not know, ran on the day of the draw, and was not kept. */
function ranAtDraw({ mandates, enteredOn }: DrawnDonor): DrawnDonor['mandates'] {
  return mandates.filter(
    ({ startDay, cancelledDay }) => startDay <= enteredOn && (cancelledDay === null || cancelledDay > enteredOn),
  );
}

/** A gift that a mandate collected which ran already is none that was made again. */
export function gaveAgain(followed: Followed): boolean {
  const running = ranAtDraw(followed.donor);
  return followed.donor.gifts.some(
    ({ day, mandateId }) =>
      isWithin(day, followed) && (mandateId === null || !running.some(({ id }) => id === mandateId)),
  );
}

/** All that she gave, the debits of a mandate too. */
export function amountGiven(followed: Followed): Cents {
  return followed.donor.gifts.reduce((sum, { day, amount }) => (isWithin(day, followed) ? sum + amount : sum), 0);
}

/** Whether one of the mandates that ran on the day of the draw still ran at the end; null for whom none ran. */
export function keptMandate({ donor, until }: Followed): boolean | null {
  const ran = ranAtDraw(donor);
  if (ran.length === 0) return null;
  return ran.some(
    ({ status, cancelledDay }) => status === 'running' || (cancelledDay !== null && cancelledDay > until),
  );
}

export function complained({ donor, until }: Followed): boolean {
  return donor.complaints.some((day) => isSince(day, donor, until));
}

export function objected({ donor, until }: Followed): boolean {
  return donor.objections.some((day) => isSince(day, donor, until));
}

/** What is said in the call on the day of the draw itself was said after it. */
function isSince(day: CalendarDay, { enteredOn }: DrawnDonor, until: CalendarDay): boolean {
  return day >= enteredOn && day <= until;
}
