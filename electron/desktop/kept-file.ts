/** A small file beside the profile, of what the desktop remembers. Nothing in it is worth a failure: what cannot be read is forgotten. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { writeFileDurably } from '../../db/durable-file.ts';
import { kindOfError, type HostLog } from '../launch/host-log.ts';

const LARGEST_BYTES = 64 * 1024;

export interface KeptFile<Value> {
  read(): Value | null;
  write(value: Value): void;
}

export function keptFile<Value>(path: string, schema: z.ZodType<Value>, log: HostLog): KeptFile<Value> {
  return {
    read() {
      try {
        const text = readFileSync(path, 'utf8');
        if (text.length > LARGEST_BYTES) return null;
        return schema.parse(JSON.parse(text));
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        writeFileDurably(path, `${JSON.stringify(value)}\n`, 0o600);
      } catch (error) {
        log.warn(kindOfError(error), 'desktop: not remembered');
      }
    },
  };
}
