/** How a file travels between a screen and the backend, and what it can hold. */

/** What a piece of a file holds at most, before it is written as text. */
export const FILE_PIECE_BYTES = 512 * 1024;
/** 200 MB: a million donors as CSV. */
export const MOST_FILE_PIECES = 400;

/**
 * `kal`: what comes back from a telephone bureau (docs/kal.md). `people`: somebody in each row, with a gift or without: a
 * place beside the CRM.
 */
export const FILE_KINDS = ['donors', 'gifts', 'kal', 'people'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What can be brought in without a CRM, and beside one. */
export const OWN_FILE_KINDS = ['donors', 'gifts', 'kal'] as const satisfies readonly FileKind[];
export const PLACE_FILE_KINDS = ['people', 'kal'] as const satisfies readonly FileKind[];
