/** Files that were made and are being fetched: one for each person, gone when it was fetched or another was made. */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import type { Sentence } from '../../../domain/language.ts';
import { createSpool, type Spool } from '../../../sync/files/staged/spool.ts';
import { Refusal } from '../refusal.ts';

export interface ExportService {
  /** @param write fills the spool */
  make(
    personId: number,
    write: (spool: Spool) => Promise<void>,
  ): Promise<{ readonly id: string; readonly pieces: number }>;
  /** @throws Refusal for somebody else's file, and one that is gone */
  piece(personId: number, id: string, index: number): Promise<Buffer>;
  stop(): Promise<void>;
}

interface Made {
  readonly id: string;
  readonly spool: Spool;
}

export function createExportService(folder = tmpdir()): ExportService {
  const made = new Map<number, Made>();
  const forget = async (personId: number): Promise<void> => {
    const file = made.get(personId);
    made.delete(personId);
    await file?.spool.remove();
  };
  return {
    make: async (personId, write) => {
      await forget(personId);
      const spool = await createSpool(folder);
      try {
        await write(spool);
      } catch (error) {
        await spool.remove();
        throw error;
      }
      await forget(personId);
      const id = randomUUID();
      made.set(personId, { id, spool });
      return { id, pieces: spool.blockCount };
    },
    piece: async (personId, id, index) => {
      const file = made.get(personId);
      if (file?.id !== id || index >= file.spool.blockCount) throw new Refusal('not-found', GONE);
      const bytes = await file.spool.block(index);
      if (index === file.spool.blockCount - 1) await forget(personId);
      return bytes;
    },
    stop: async () => {
      for (const personId of Array.from(made.keys())) await forget(personId);
    },
  };
}

const GONE: Sentence = {
  nl: 'Dit bestand is er niet meer. Maak het opnieuw.',
  en: 'This file is no longer there. Make it again.',
};
