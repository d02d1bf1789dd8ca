/** How likely donors are to recommend the charity: who gives 9 or 10, less who gives 0 to 6, with the spread of the answers. */
import { meanOf, type Mean } from './share.ts';

export interface Recommendation {
  /** How many gave each answer, 0 to 10. */
  readonly answers: readonly number[];
  /** Between -100 and 100, with its interval. */
  readonly score: Mean;
}

const PROMOTES_FROM = 9;
const DETRACTS_UP_TO = 6;

/** @param answers each 0 to 10 */
export function recommendationOf(answers: readonly number[]): Recommendation {
  const points = answers.map((answer) => (answer >= PROMOTES_FROM ? 100 : answer <= DETRACTS_UP_TO ? -100 : 0));
  return {
    answers: Array.from({ length: 11 }, (_, answer) => answers.filter((each) => each === answer).length),
    score: meanOf(points),
  };
}
