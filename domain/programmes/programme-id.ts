/** The programmes that exist: the kinds of call, each with its rules; and the kinds of work that are no call. */
export const PROGRAMME_IDS = [
  'callback',
  'major-call',
  'service-call',
  'thank-you-call',
  'ambassador-call',
  'anniversary-call',
  'ask-feedback',
  'birthday',
] as const;
export type ProgrammeId = (typeof PROGRAMME_IDS)[number];

/** Programmes with a list of their own, apart from the calling lists. */
export const TASK_PROGRAMME_IDS = ['missing-thanks', 'post', 'verify'] as const;
export type TaskProgrammeId = (typeof TASK_PROGRAMME_IDS)[number];

/** The lanes that have a call list. */
export const CALLING_LANES = ['director', 'caller'] as const;
export type CallingLane = (typeof CALLING_LANES)[number];

/** The lanes of work that is no call. */
export const TASK_LANES = ['coordinator', 'verifier', 'caller', 'director'] as const;
export type TaskLane = (typeof TASK_LANES)[number];
