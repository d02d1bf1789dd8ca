/**
 * What the calls achieved: those who might be called against those who were held out, as they were drawn (intention to
 * treat). Read at fixed moments, because whoever looks every week finds a difference sooner or later, calling or not.
 */
import type { CalendarDay } from '../../calendar/day.ts';
import { addMonths } from '../../calendar/years.ts';
import { inOrder } from '../../in-order.ts';
import type { Cents } from '../../money.ts';
import { PROGRAMME_IDS, type ProgrammeId } from '../../programmes/programme-id.ts';
import { amountsOf, compareAmounts } from './amounts.ts';
import type { Comparison } from './comparison.ts';
import {
  amountGiven,
  complained,
  endOfWindow,
  gaveAgain,
  keptMandate,
  MOST_COUNTED,
  objected,
  WINDOWS,
  type Arm,
  type DrawnDonor,
  type Followed,
  type Months,
} from './drawn.ts';
import { addCounted, compareShares, type Counted } from './shares.ts';

export const ACHIEVED_SHARES = ['gave-again', 'mandate-kept', 'complaint', 'objection'] as const;
export type AchievedShare = (typeof ACHIEVED_SHARES)[number];

export interface ShareAchieved extends Comparison {
  readonly outcome: AchievedShare;
  readonly months: Months;
  readonly called: Counted;
  readonly held: Counted;
}

export interface AmountAchieved extends Comparison {
  readonly months: Months;
  readonly called: GivenByGroup;
  readonly held: GivenByGroup;
}

export interface GivenByGroup {
  readonly of: number;
  readonly givers: number;
  /** All that was given, also above what counts of one donor. */
  readonly total: Cents;
  /** As it is compared: of each donor no more than `MOST_COUNTED`. */
  readonly counted: Cents;
  /** Who gave more than counts. */
  readonly above: number;
}

export interface GroupAchieved {
  /** Null: over all programmes, each donor by her first draw. */
  readonly programme: ProgrammeId | null;
  readonly drawn: Readonly<Record<Arm, number>>;
  /** Drawn, and not yet followed for so long; in no figure of that window. */
  readonly notYet: readonly { readonly months: Months; readonly count: number }[];
  /** The shares that were in force, in per cent; each is compared by itself, and then they are taken together. */
  readonly percents: readonly number[];
  readonly shares: readonly ShareAchieved[];
  readonly amounts: readonly AmountAchieved[];
}

export interface LeftOut {
  /** Tried before the group was opened. */
  readonly triedBefore: number;
  readonly removed: Readonly<Record<Arm, number>>;
}

export interface Achieved {
  readonly reading: CalendarDay;
  readonly all: GroupAchieved;
  readonly programmes: readonly GroupAchieved[];
  readonly leftOut: LeftOut;
  /** On the list already when the group was opened; they are in the figures. */
  readonly fromBefore: number;
}

const MONTHS_OF_A_QUARTER = 3;

/** The newest moment of reading, the first day of a quarter. @param knownUntil gifts are known up to this day */
export function readingOn(knownUntil: CalendarDay): CalendarDay {
  const month = Number(knownUntil.slice(5, 7));
  const first = month - ((month - 1) % MONTHS_OF_A_QUARTER);
  return `${knownUntil.slice(0, 4)}-${String(first).padStart(2, '0')}-01` as CalendarDay;
}

export function nextReading(reading: CalendarDay): CalendarDay {
  return addMonths(reading, MONTHS_OF_A_QUARTER);
}

/** @param reading only windows that ended before this day are counted */
export function achievedOf(donors: readonly DrawnDonor[], reading: CalendarDay): Achieved {
  const drawn = donors.filter(({ enteredOn }) => enteredOn < reading);
  const removed = drawn.filter(({ isRemoved, arm }) => isRemoved && arm !== null);
  const counted = drawn.filter(({ isRemoved, arm }) => !isRemoved && arm !== null);
  const programmes = PROGRAMME_IDS.filter((id) => counted.some(({ programme }) => programme === id));
  return {
    reading,
    all: groupOf(null, firstDraws(counted), reading),
    programmes: programmes.map((id) =>
      groupOf(
        id,
        counted.filter(({ programme }) => programme === id),
        reading,
      ),
    ),
    leftOut: { triedBefore: drawn.filter(({ arm }) => arm === null).length, removed: byArm(removed) },
    fromBefore: counted.filter(({ isFromBefore }) => isFromBefore).length,
  };
}

/** A later draw of the same donor tells nothing that is independent of the first. */
function firstDraws(donors: readonly DrawnDonor[]): readonly DrawnDonor[] {
  const first = new Map<number, DrawnDonor>();
  for (const donor of donors.toSorted(compareDraws)) if (!first.has(donor.donorId)) first.set(donor.donorId, donor);
  return [...first.values()];
}

function compareDraws(a: DrawnDonor, b: DrawnDonor): number {
  return inOrder(a.enteredOn, b.enteredOn) || PROGRAMME_IDS.indexOf(a.programme) - PROGRAMME_IDS.indexOf(b.programme);
}

function byArm(donors: readonly DrawnDonor[]): Readonly<Record<Arm, number>> {
  const count = (arm: Arm): number => donors.filter((donor) => donor.arm === arm).length;
  return { called: count('called'), held: count('held') };
}

/** Followed donors of one draw: the same programme, at the same share. */
type Stratum = Readonly<Record<Arm, readonly Followed[]>>;

function groupOf(programme: ProgrammeId | null, donors: readonly DrawnDonor[], reading: CalendarDay): GroupAchieved {
  const windows = WINDOWS.map((months) => {
    const followed = donors
      .map((donor): Followed => ({ donor, until: endOfWindow(donor, months) }))
      .filter(({ until }) => until < reading);
    return { months, strata: strataOf(followed), notYet: donors.length - followed.length };
  });
  return {
    programme,
    drawn: byArm(donors),
    notYet: windows.map(({ months, notYet }) => ({ months, count: notYet })),
    percents: [...new Set(donors.map(({ percent }) => percent))].toSorted((a, b) => a - b),
    shares: ACHIEVED_SHARES.flatMap((outcome) =>
      windows.map(({ months, strata }) => shareAchieved(outcome, months, strata)),
    ),
    amounts: windows.map(({ months, strata }) => amountAchieved(months, strata)),
  };
}

function strataOf(followed: readonly Followed[]): readonly Stratum[] {
  const draws = Map.groupBy(followed, ({ donor }) => `${donor.programme} ${donor.percent}`);
  return [...draws.values()].map((own) => ({
    called: own.filter(({ donor }) => donor.arm === 'called'),
    held: own.filter(({ donor }) => donor.arm === 'held'),
  }));
}

/** Null of whom it cannot be said. */
const TRUE_OF: Readonly<Record<AchievedShare, (followed: Followed) => boolean | null>> = {
  'gave-again': gaveAgain,
  'mandate-kept': keptMandate,
  complaint: complained,
  objection: objected,
};

function shareAchieved(outcome: AchievedShare, months: Months, strata: readonly Stratum[]): ShareAchieved {
  const count = (followed: readonly Followed[]): Counted => {
    const told = followed.map(TRUE_OF[outcome]).filter((isTrue) => isTrue !== null);
    return { of: told.length, count: told.filter(Boolean).length };
  };
  const counted = strata.map(({ called, held }) => ({ called: count(called), held: count(held) }));
  return {
    outcome,
    months,
    called: addCounted(counted.map(({ called }) => called)),
    held: addCounted(counted.map(({ held }) => held)),
    ...compareShares(counted),
  };
}

function amountAchieved(months: Months, strata: readonly Stratum[]): AmountAchieved {
  const counted = strata.map(({ called, held }) => ({
    called: called.map(amountGiven),
    held: held.map(amountGiven),
  }));
  const atMost = (amounts: readonly Cents[]): readonly Cents[] =>
    amounts.map((amount) => Math.min(MOST_COUNTED, amount));
  return {
    months,
    called: givenBy(counted.flatMap(({ called }) => called)),
    held: givenBy(counted.flatMap(({ held }) => held)),
    ...compareAmounts(
      counted.map(({ called, held }) => ({ called: amountsOf(atMost(called)), held: amountsOf(atMost(held)) })),
    ),
  };
}

function givenBy(amounts: readonly Cents[]): GivenByGroup {
  const sum = (values: readonly Cents[]): Cents => values.reduce((total, value) => total + value, 0);
  return {
    of: amounts.length,
    givers: amounts.filter((amount) => amount > 0).length,
    total: sum(amounts),
    counted: sum(amounts.map((amount) => Math.min(MOST_COUNTED, amount))),
    above: amounts.filter((amount) => amount > MOST_COUNTED).length,
  };
}
