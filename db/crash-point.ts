/**
 * The places where a power cut or a kill would hurt most, by name. At each of them the code calls `at`, which does
 * nothing: the proof sets it, ends the workstation right there, and then looks whether everything arrives once.
 */

/** In the order in which an operation passes them. */
export const CRASH_POINTS = [
  /** The command is committed, and the outbox copy does not know of it yet. */
  'command-committed',
  /** The outbox copy has it; the screen was not answered yet. */
  'operation-copied',
  /** Forced to the disk that operations are being sent; nothing has left yet. */
  'sending-begun',
  /** Noted that the operation is about to be sent. */
  'marked-as-tried',
  /** The CRM has answered; nobody has noted what. */
  'answer-received',
  /** The answer is committed. */
  'answer-kept',
  /** Everything went out; the outbox copy still holds it. */
  'push-finished',
  /** The outbox copy has been written anew. */
  'copy-shortened',
  /** A page was read, and is not in the mirror yet. */
  'page-read',
  /** A page and its cursor are committed. */
  'page-kept',
  /** Everything came in; the round is not noted yet. */
  'pull-finished',
] as const;

/** In the order in which an erasure passes them. */
export const ERASURE_POINTS = [
  /** The rows are gone, and the tombstone stands; the files still hold what was in them. */
  'erasure-committed',
  /** The database is written anew, and its log is empty. */
  'erasure-vacuumed',
  /** The outbox copy is written anew. */
  'erasure-copy-written',
  /** The new snapshot is there; the older ones still are. */
  'erasure-snapshot-taken',
  /** The files are clean; nobody has noted it. */
  'erasure-scrubbed',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number] | (typeof ERASURE_POINTS)[number];

/** Told where the code is. Whatever it throws comes out there. */
export type CrashHook = (point: CrashPoint) => void;

export const NO_CRASH: CrashHook = () => undefined;
