/** The columns of the map of the journey: every step of it in its order, asked about or not; then the other calls. Pure. */
import { JOURNEY_NAMES, type JourneyStepId } from '../journey/journey.ts';
import type { Sentence } from '../language.ts';
import type { ProgrammeId } from '../programmes/programme-id.ts';
import type { FeltCell } from './journey-map.ts';

export interface MapColumn {
  readonly id: JourneyStepId | ProgrammeId;
  readonly name: Sentence;
  /** When in the journey it comes. */
  readonly when: Sentence;
  /** Only calls hear how somebody sounds. */
  readonly isAsked: boolean;
  /** Null where nobody answered. */
  readonly cell: FeltCell | null;
}

type StepColumn = readonly [id: JourneyStepId | 'major-call' | 'service-call' | 'thank-you-call', when: Sentence];

const OF_THE_JOURNEY: readonly StepColumn[] = [
  ['thanks-email', { nl: 'binnen 24 uur', en: 'within 24 hours' }],
  ['service-call', { nl: 'als een betaling misging', en: 'when a payment failed' }],
  ['post', { nl: 'dag 7', en: 'day 7' }],
  ['major-call', { nl: 'grote gift', en: 'major gift' }],
  ['thank-you-call', { nl: 'dag 14', en: 'day 14' }],
  ['first-mailing', { nl: 'dag 30', en: 'day 30' }],
  ['second-mailing', { nl: 'dag 60', en: 'day 60' }],
];

const LATER: Sentence = { nl: 'later', en: 'later' };

/** @param nameOf the name of a programme */
export function mapColumns(
  cells: readonly FeltCell[],
  nameOf: (programme: ProgrammeId) => Sentence,
): readonly MapColumn[] {
  const own = OF_THE_JOURNEY.map(([id, when]): MapColumn => {
    if (id === 'major-call' || id === 'service-call' || id === 'thank-you-call') {
      return {
        id,
        when,
        isAsked: true,
        name: nameOf(id),
        cell: cells.find(({ programme }) => programme === id) ?? null,
      };
    }
    return { id, when, isAsked: false, name: JOURNEY_NAMES[id], cell: null };
  });
  const others = cells
    .filter(({ programme }) => !OF_THE_JOURNEY.some(([id]) => id === programme))
    .map((cell): MapColumn => ({ id: cell.programme, when: LATER, isAsked: true, name: nameOf(cell.programme), cell }));
  return [...own, ...others];
}
