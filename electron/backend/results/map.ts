/** The map of the journey from calls: how donors sounded by step, month and level. */
import type { OutputOf } from '../../../contract/index.ts';
import { givingOn } from '../../../domain/giving.ts';
import { sentence } from '../../../domain/language.ts';
import { LEVEL_NAMES, levelOn, type LoyaltyLevel } from '../../../domain/loyalty/level.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import { SECTION_OF } from '../../../domain/programmes/settings.ts';
import { journeyMapOf, pointsOf } from '../../../domain/results/journey-map.ts';
import { mapColumns } from '../../../domain/results/map-columns.ts';
import { meanOf } from '../../../domain/results/share.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import type { CallRow } from '../../../db/queries/results.ts';
import type { AskContext } from '../context.ts';

type MapView = OutputOf<'results.get'>['map'];
export type Levels = ReadonlyMap<number, LoyaltyLevel | null>;

/** Whose level is looked up: those who were spoken to last. */
const MOST_DONORS = 2_000;

/** The level, as it is today, of the donors who said something in these calls. */
export async function readLevels(context: AskContext, calls: readonly CallRow[]): Promise<Levels> {
  const { store, today, programmes } = context;
  const felt = calls.filter(({ emotion, nps }) => emotion !== null || nps !== null);
  const ids = [...new Set(felt.map(({ donorId }) => donorId))].slice(-MOST_DONORS);
  const facts = await readFacts(store.reader, ids);
  return new Map(
    facts.map((donor) => {
      const giving = givingOn(today, donor.gifts, donor.mandates);
      return [donor.donorId, levelOn(today, donor, giving, programmes.loyalty)];
    }),
  );
}

/** @param level null: everybody */
export function ofLevel({ donorId }: CallRow, levels: Levels, level: LoyaltyLevel | null): boolean {
  return level === null || levels.get(donorId) === level;
}

export function drawMap(calls: readonly CallRow[], levels: Levels): MapView {
  const felt = calls.flatMap(({ donorId, programme, day, emotion }) =>
    emotion === null ? [] : [{ programme, month: day.slice(0, 7), level: levels.get(donorId) ?? null, emotion }],
  );
  const map = journeyMapOf(felt);
  const { weakest } = map;
  return {
    felt: meanOf(felt.map(({ emotion }) => pointsOf(emotion))),
    columns: mapColumns(map.steps, (programme) => PROGRAMMES[programme].name).map(({ cell, ...column }) => ({
      ...column,
      cell: cell === null ? null : { mean: cell.mean, counts: [...cell.counts], median: cell.median },
    })),
    steps: map.steps.map(({ programme, mean }) => ({ programme, mean, name: PROGRAMMES[programme].name })),
    months: map.months.map((each) => ({ ...each, name: monthName(each.month) })),
    levels: map.levels.map((each) => ({ ...each, name: LEVEL_NAMES[each.level] })),
    weakest:
      weakest === null ? null : { programme: weakest, name: PROGRAMMES[weakest].name, section: SECTION_OF[weakest] },
  };
}

function monthName(month: string): MapView['months'][number]['name'] {
  const names = {
    nl: 'jan. feb. mrt. apr. mei juni juli aug. sep. okt. nov. dec.'.split(' '),
    en: 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' '),
  };
  return sentence((language) => `${names[language][Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`);
}
