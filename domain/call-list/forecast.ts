/**
 * Who will be due on each of the coming days, if nothing happens: the list of each day, made by the very function that
 * makes today's. Against the capacity that the coordinator enters it says where work will be left.
 */
import { addDays, weekdayOf, type CalendarDay } from '../calendar/day.ts';
import type { DonorFacts } from '../donor-facts.ts';
import { CALLING_LANES, type CallingLane, type ProgrammeId } from '../programmes/programme-id.ts';
import { buildCallList, ofLane, type CallList } from './call-list.ts';
import type { ListContext } from './evaluate.ts';

export const FORECAST_DAYS = 28;

export interface ForecastLane {
  readonly lane: CallingLane;
  /** On the list of that day when nobody is called until then. */
  readonly onList: number;
  /** Of these, on the list for the first time in this forecast. */
  readonly fresh: number;
  /** Of these, due that day. */
  readonly due: number;
  readonly byProgramme: Partial<Record<ProgrammeId, number>>;
}

export interface ForecastDay {
  readonly day: CalendarDay;
  readonly lanes: readonly ForecastLane[];
}

/** The lists of today and the days after it, one by one. @param donors everybody who could be on one of them */
export function* listsAhead(
  donors: readonly DonorFacts[],
  context: ListContext,
  days = FORECAST_DAYS,
): Generator<{ readonly day: CalendarDay; readonly list: CallList }> {
  for (let ahead = 0; ahead < days; ahead += 1) {
    const day = addDays(context.today, ahead);
    const { calledToday, ...planned } = context;
    const onThatDay =
      ahead === 0 && calledToday !== undefined ? { ...planned, calledToday } : { ...planned, today: day };
    yield { day, list: buildCallList(donors, onThatDay) };
  }
}

/** Day by day, so that whoever asks need not keep others waiting for all of them. */
export function* forecastDays(
  donors: readonly DonorFacts[],
  context: ListContext,
  days = FORECAST_DAYS,
): Generator<ForecastDay> {
  const seen = new Set<string>();
  for (const { day, list } of listsAhead(donors, context, days)) {
    const lanes = CALLING_LANES.map((lane) => countLane(list, lane, day, seen));
    for (const { donorId, match } of list.items) seen.add(`${donorId} ${match.programme}`);
    yield { day, lanes };
  }
}

function countLane(list: CallList, lane: CallingLane, day: CalendarDay, seen: ReadonlySet<string>): ForecastLane {
  const { items } = ofLane(list, lane);
  const byProgramme: Partial<Record<ProgrammeId, number>> = {};
  for (const { match } of items) byProgramme[match.programme] = (byProgramme[match.programme] ?? 0) + 1;
  return {
    lane,
    onList: items.length,
    fresh: items.filter(({ donorId, match }) => !seen.has(`${donorId} ${match.programme}`)).length,
    due: items.filter(({ match }) => match.due === day).length,
    byProgramme,
  };
}

/** How many calls a lane can make on each weekday, Monday first. */
export type Capacity = readonly [number, number, number, number, number, number, number];

export interface Workload {
  readonly day: CalendarDay;
  readonly capacity: number;
  /** Work that waits that day: what comes new, and what was left. */
  readonly waiting: number;
  /** Left at the end of the day. */
  readonly left: number;
}

/** Lays what comes new in a lane against its capacity, day by day; what is left goes on to the next day. */
export function againstCapacity(
  days: readonly ForecastDay[],
  lane: CallingLane,
  capacity: Capacity,
): readonly Workload[] {
  let left = 0;
  return days.map(({ day, lanes }) => {
    const own = lanes.find((each) => each.lane === lane);
    const waiting = left + (own?.fresh ?? 0);
    const possible = capacity[weekdayOf(day) - 1] ?? 0;
    left = Math.max(0, waiting - possible);
    return { day, capacity: possible, waiting, left };
  });
}
