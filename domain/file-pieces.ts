/** How a file travels between a screen and the backend, and what it can hold. */

/** What a piece of a file holds at most, before it is written as text. */
export const FILE_PIECE_BYTES = 512 * 1024;
/** 200 MB: a million donors as CSV. */
export const MOST_FILE_PIECES = 400;

/** `kal`: what comes back from a telephone bureau (docs/kal.md). */
export const FILE_KINDS = ['donors', 'gifts', 'kal'] as const;
export type FileKind = (typeof FILE_KINDS)[number];
