/**
 * What a programme has to say about a donor on a day.
 *
 * - `on`: on this list; `suppressed`: belongs to it, and something stands in the way
 * - `also`: belongs to it, and another programme goes before; `done`: was done already
 * - `no`: a condition does not hold; `off`: switched off
 */
export const ANSWER_STATES = ['on', 'suppressed', 'also', 'done', 'no', 'off'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];
