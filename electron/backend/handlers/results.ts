/** Results, for a coordinator. */
import type { Handler } from '../dispatcher.ts';
import { countResults } from '../results/count.ts';

export const getResults: Handler<'results.get'> = countResults;
