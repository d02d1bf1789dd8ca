/** How donors sounded, by step of the journey, by month and by level: what the map of the journey is drawn from. */
import { EMOTIONS, type Emotion } from '../operation.ts';
import { LOYALTY_LEVELS, type LoyaltyLevel } from '../loyalty/level.ts';
import { PROGRAMME_IDS, type ProgrammeId } from '../programmes/programme-id.ts';
import { FEWEST, meanOf, medianOf, type Mean } from './share.ts';

export interface Felt {
  readonly programme: ProgrammeId;
  /** `YYYY-MM`. */
  readonly month: string;
  /** As it is now; null for somebody who never gave. */
  readonly level: LoyaltyLevel | null;
  readonly emotion: Emotion;
}

/** From -2 for angry to 2 for delighted. */
export function pointsOf(emotion: Emotion): number {
  return EMOTIONS.indexOf(emotion) - 2;
}

export interface FeltCell {
  readonly programme: ProgrammeId;
  readonly mean: Mean;
  /** How many sounded so, from angry to delighted. */
  readonly counts: readonly number[];
  /** Emotions are ordered, not measured: the one in the middle, between two where it is even. */
  readonly median: number | null;
}

export interface JourneyMap {
  /** Every programme in which somebody recorded how it sounded, in the order of the journey. */
  readonly steps: readonly FeltCell[];
  readonly months: readonly { readonly month: string; readonly mean: Mean }[];
  readonly levels: readonly { readonly level: LoyaltyLevel; readonly mean: Mean }[];
  /** The step that sounds worst, where its interval lies below that of the best; null else. */
  readonly weakest: ProgrammeId | null;
}

export function journeyMapOf(felt: readonly Felt[]): JourneyMap {
  const mean = (own: readonly Felt[]): Mean => meanOf(own.map(({ emotion }) => pointsOf(emotion)));
  const steps = PROGRAMME_IDS.map((programme): FeltCell => {
    const own = felt.filter((each) => each.programme === programme);
    return {
      programme,
      mean: mean(own),
      counts: EMOTIONS.map((emotion) => own.filter((each) => each.emotion === emotion).length),
      median: medianOf(own.map(({ emotion }) => pointsOf(emotion))),
    };
  }).filter((step) => step.mean.of > 0);
  const months = [...new Set(felt.map(({ month }) => month))]
    .toSorted()
    .map((month) => ({ month, mean: mean(felt.filter((each) => each.month === month)) }));
  const levels = LOYALTY_LEVELS.map((level) => ({ level, mean: mean(felt.filter((each) => each.level === level)) }));
  const enough = steps
    .filter((step) => step.mean.of >= FEWEST)
    .toSorted((a, b) => (a.mean.mean ?? 0) - (b.mean.mean ?? 0));
  return {
    steps,
    months,
    levels: levels.filter((each) => each.mean.of > 0),
    weakest: isApart(enough[0]?.mean, enough.at(-1)?.mean) ? (enough[0]?.programme ?? null) : null,
  };
}

/** Two intervals that overlap tell no difference. */
function isApart(low: Mean | undefined, high: Mean | undefined): boolean {
  return (low?.high ?? 0) < (high?.low ?? 0);
}
