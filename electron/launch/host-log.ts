/** What a host writes down: names of procedures, codes and counts. Never a value that somebody typed or a donor has. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** A part of pino's interface, so that its loggers fit. */
export interface HostLog {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** What may be said of an error: its kind. Its message may hold what the error was about. */
export function kindOfError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { error: error.name, code };
}
