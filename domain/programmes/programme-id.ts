/** The programmes that exist: the kinds of call, each with its rules. */
export const PROGRAMME_IDS = ['callback', 'major-call', 'service-call', 'thank-you-call'] as const;
export type ProgrammeId = (typeof PROGRAMME_IDS)[number];

/** The lanes that have a call list. */
export const CALLING_LANES = ['director', 'caller'] as const;
export type CallingLane = (typeof CALLING_LANES)[number];
