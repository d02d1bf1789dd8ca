/** The work of the coming weeks: the same function as the list, run on each of the coming days. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { capacitySchema } from '../../../contract/procedures/forecast.ts';
import { addDays, type CalendarDay } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import {
  againstCapacity,
  FORECAST_DAYS,
  forecastDays,
  type Capacity,
  type ForecastDay,
  type Workload,
} from '../../../domain/call-list/forecast.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { CALLING_LANES, type CallingLane } from '../../../domain/programmes/programme-id.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { findCandidatesBetween } from '../../../db/queries/candidates.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { readSetting, writeSetting, type Setting } from '../../../db/queries/settings.ts';
import { sliceDays } from '../../../db/queries/slice.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { fullListContext } from '../calls/current-list.ts';
import type { Handler } from '../dispatcher.ts';
import { readSliceSettings } from '../slice-settings.ts';

const CAPACITY: Setting<Partial<Record<CallingLane, number[]>>> = {
  key: 'capacity',
  schema: z.partialRecord(z.enum(CALLING_LANES), capacitySchema),
};

export const getForecast: Handler<'forecast.get'> = async (context) => {
  const { store, today, programmes } = context;
  const last = addDays(today, FORECAST_DAYS - 1);
  const donors = await readFacts(store.reader, await findCandidatesBetween(store.reader, today, last, programmes));
  const days: ForecastDay[] = [];
  for (const day of forecastDays(donors, await fullListContext(context))) {
    days.push(day);
    // A large charity has much to count: whoever asks something else meanwhile gets an answer.
    await nextTurn();
  }
  const capacities = (await readSetting(store.reader, CAPACITY)) ?? {};
  const until = sliceDays({ today, ...(await readSliceSettings(store.reader)) })?.to ?? null;
  return {
    lanes: CALLING_LANES.map((lane) => viewLane(days, lane, capacities[lane] ?? null, today)),
    completeUntil:
      until === null || until >= last ? null : sentence((language) => writeDay(until, language, { today })),
  };
};

export const saveCapacity: Handler<'forecast.saveCapacity'> = async ({ store, person, now }, { lane, capacity }) => {
  await store.write(async (writer) => {
    // Read inside the write: two lanes may be saved at once, and neither may take the other back.
    const known = (await readSetting(writer.transaction, CAPACITY)) ?? {};
    await writeSetting(writer, CAPACITY, { ...known, [lane]: capacity });
    await noteAudit(writer, {
      at: now(),
      personId: person.id,
      action: 'capacity-saved',
      subject: lane,
      detail: capacity,
    });
  });
  return {};
};

type LaneView = OutputOf<'forecast.get'>['lanes'][number];

function viewLane(
  days: readonly ForecastDay[],
  lane: CallingLane,
  capacity: number[] | null,
  today: CalendarDay,
): LaneView {
  const workload = capacity === null ? null : againstCapacity(days, lane, capacity as unknown as Capacity);
  return {
    lane,
    capacity,
    finding: findingOf(days, lane, workload, today),
    days: days.map(({ day, lanes }, index) => {
      const own = lanes.find((each) => each.lane === lane);
      const load = workload?.[index];
      return {
        day,
        dayText: sentence((language) => writeDay(day, language, { today, style: 'weekday' })),
        onList: own?.onList ?? 0,
        fresh: own?.fresh ?? 0,
        due: own?.due ?? 0,
        waiting: load?.waiting ?? null,
        capacity: load?.capacity ?? null,
        left: load?.left ?? null,
      };
    }),
  };
}

/** The title of the chart is what it shows. */
function findingOf(
  days: readonly ForecastDay[],
  lane: CallingLane,
  workload: readonly Workload[] | null,
  today: CalendarDay,
): Sentence {
  const all = days.reduce((sum, { lanes }) => sum + (lanes.find((each) => each.lane === lane)?.fresh ?? 0), 0);
  if (workload === null) {
    return {
      nl: `${all} donateurs in ${days.length} dagen; hoeveel er gebeld kunnen worden, is niet ingevuld.`,
      en: `${all} donors in ${days.length} days; how many can be called has not been filled in.`,
    };
  }
  const left = workload.at(-1)?.left ?? 0;
  const busy = workload.findLast((each) => each.left > 0);
  if (left === 0 && busy !== undefined) {
    return sentence((language) => {
      const until = writeDay(busy.day, language, { today });
      return language === 'nl'
        ? `${all} donateurs in ${days.length} dagen: tot en met ${until} blijft er werk liggen, daarna past het.`
        : `${all} donors in ${days.length} days: up to ${until} work is left over, after that there is room.`;
    });
  }
  if (left === 0) {
    return {
      nl: `${all} donateurs in ${days.length} dagen: het past.`,
      en: `${all} donors in ${days.length} days: there is room for all.`,
    };
  }
  const lastRoom = workload.findLastIndex((each) => each.left === 0);
  const since = workload[lastRoom + 1]?.day ?? today;
  return sentence((language) => {
    const on = writeDay(since, language, { today });
    return language === 'nl'
      ? `Vanaf ${on} blijft er werk liggen; na ${days.length} dagen ${left} van de ${all} donateurs.`
      : `From ${on} work is left over; after ${days.length} days ${left} of ${all} donors.`;
  });
}
