/**
 * The log of an installed program, where there is no terminal: a file that is put aside when it is full, and the oldest
 * of those deleted. Written at once and whole lines at a time, so that the last line before a crash is there.
 */
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface LogFile {
  write(line: string): void;
}

export interface LogFileOptions {
  /** Ends in `.log`. */
  readonly path: string;
  readonly bytes?: number;
  /** How many full ones are kept beside it. */
  readonly kept?: number;
}

export function logFolder(profileDirectory: string): string {
  return join(profileDirectory, 'logs');
}

/** Writing never throws: a full disk has worse to tell than that. */
export function rotatingLog({ path, bytes = 512 * 1024, kept = 4 }: LogFileOptions): LogFile {
  const numbered = (number: number): string => path.replace(/\.log$/, `.${number}.log`);
  let size: number | null = null;

  function rotate(): void {
    for (let number = kept - 1; number >= 1; number -= 1) {
      if (existsSync(numbered(number))) renameSync(numbered(number), numbered(number + 1));
    }
    renameSync(path, numbered(1));
    size = 0;
  }

  return {
    write(line) {
      try {
        if (size === null) {
          mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
          size = existsSync(path) ? statSync(path).size : 0;
        }
        const length = Buffer.byteLength(line);
        if (size > 0 && size + length > bytes) rotate();
        appendFileSync(path, line, { mode: 0o600 });
        size += length;
      } catch {
        size = null;
      }
    },
  };
}

/** Every line to each of them. */
export function bothLogs(...logs: readonly LogFile[]): LogFile {
  return {
    write(line) {
      for (const log of logs) log.write(line);
    },
  };
}
