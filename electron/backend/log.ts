/** The log: what happened, never to whom. No names, numbers, notes, addresses or keys are ever given to it. */
import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** Writes JSON lines to standard error, so that standard output stays the program's own. */
export function createLog(
  destination: DestinationStream = pino.destination(2),
  level = process.env['DANKBEL_LOG'] ?? 'warn',
): Log {
  return pino({ level, base: null }, destination);
}

/** For tests and for the command line, where a sentence is enough. */
export const SILENT_LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
