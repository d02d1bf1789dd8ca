/** The charities in which the trials are held: how many donors, how they give, and what a call does to them. */
import type { ProgrammeId } from '../../domain/programmes/programme-id.ts';

/** What donors do within a year of the draw. */
export interface Behaviour {
  /** Of those with a share: how many give again. */
  readonly givesAgain: number;
  /** Cents in the middle; half of the givers give less. */
  readonly middleGift: number;
  /** Of those with a mandate: how many end it. */
  readonly endsMandate: number;
  readonly complains: number;
  readonly objects: number;
}

export interface Scenario {
  readonly name: string;
  readonly donors: number;
  /** In per cent; a second one takes over in the middle of the year. */
  readonly percents: readonly number[];
  readonly programmes: readonly ProgrammeId[];
  readonly held: Behaviour;
  readonly called: Behaviour;
  /** Of the logarithm of gifts: 1 is skewed as gifts are, 1.4 heavily. */
  readonly skew: number;
  /** Of a hundred givers so many give € 5,000. */
  readonly largeInHundred: number;
  /** Who is drawn later in the year gives so many times as often at its end as at its beginning. */
  readonly drift: number;
}

const HELD: Behaviour = { givesAgain: 0.25, middleGift: 4_000, endsMandate: 0.15, complains: 0.04, objects: 0.05 };
const BETTER: Behaviour = { givesAgain: 0.33, middleGift: 4_800, endsMandate: 0.1, complains: 0.06, objects: 0.08 };
const MUCH_BETTER: Behaviour = {
  givesAgain: 0.45,
  middleGift: 6_000,
  endsMandate: 0.06,
  complains: 0.02,
  objects: 0.1,
};

const PLAIN = {
  percents: [20],
  programmes: ['thank-you-call'],
  held: HELD,
  called: HELD,
  skew: 1,
  largeInHundred: 0,
  drift: 1,
} as const satisfies Partial<Scenario>;

export const SCENARIOS: readonly Scenario[] = [
  { ...PLAIN, name: '400, 30% held out, no effect', donors: 400, percents: [30] },
  { ...PLAIN, name: '1,500, 10% held out, no effect', donors: 1_500, percents: [10] },
  { ...PLAIN, name: '1,500, 10% held out, an effect', donors: 1_500, percents: [10], called: BETTER },
  { ...PLAIN, name: '3,000, 20% held out, a large effect', donors: 3_000, called: MUCH_BETTER },
  { ...PLAIN, name: '1,500, heavily skewed, no effect', donors: 1_500, skew: 1.4, largeInHundred: 1 },
  { ...PLAIN, name: '1,500, heavily skewed, an effect', donors: 1_500, skew: 1.4, largeInHundred: 1, called: BETTER },
  { ...PLAIN, name: '2,000, share 10% then 40%, no effect', donors: 2_000, percents: [10, 40], drift: 2.5 },
  {
    ...PLAIN,
    name: '2,000, two programmes, 10% then 40%, an effect',
    donors: 2_000,
    percents: [10, 40],
    programmes: ['thank-you-call', 'anniversary-call'],
    called: BETTER,
    drift: 2.5,
  },
];
