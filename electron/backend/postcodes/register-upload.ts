/**
 * Takes a register of postcodes piece by piece, and then reads it page by page, so that calls, saving and sync go on
 * in between. The file lies in a folder for temporary things: it is a public register, and is gone afterwards.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Topic } from '../../../contract/event.ts';
import type { Sentence } from '../../../domain/language.ts';
import { addToRegister, forgetRegister, type RegisterRow } from '../../../db/queries/postcodes.ts';
import type { Store } from '../../../db/store.ts';
import { failureBehind } from '../../../db/database-failure.ts';
import {
  checkPostcodeRegister,
  readPostcodeRegister,
  type RegisterReport,
} from '../../../sync/files/postcode-register.ts';
import { FileRefusal } from '../../../sync/files/refusal.ts';
import { Refusal } from '../refusal.ts';

export interface RegisterPiece {
  readonly upload: string;
  readonly index: number;
  readonly base64: string;
  readonly isLast: boolean;
}

export interface RegisterState {
  readonly reading: { readonly rows: number } | null;
  readonly loaded: RegisterReport | null;
  readonly refusal: Sentence | null;
}

export interface RegisterUpload {
  /** @throws Refusal for a piece that does not follow, and for a file that is no register */
  add(piece: RegisterPiece): Promise<void>;
  state(): RegisterState;
  /** Leaves off where it is: what was read stays, the rest is not read. */
  stop(): Promise<void>;
}

export interface RegisterUploadOptions {
  readonly store: Store;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly onBug: (error: unknown) => void;
}

interface Receiving {
  readonly upload: string;
  readonly folder: string;
  readonly path: string;
  next: number;
}

class Stopped extends Error {
  override readonly name = 'Stopped';
}

export function createRegisterUpload({ store, announce, onBug }: RegisterUploadOptions): RegisterUpload {
  let state: RegisterState = { reading: null, loaded: null, refusal: null };
  let receiving: Receiving | null = null;
  let reading: Promise<void> | null = null;
  let isStopped = false;

  const show = (next: Partial<RegisterState>): void => {
    state = { ...state, ...next };
    announce(['postcodes']);
  };
  const forget = (file: Receiving): void => {
    rmSync(file.folder, { recursive: true, force: true });
    if (receiving === file) receiving = null;
  };
  const begin = (upload: string): Receiving => {
    if (receiving !== null) forget(receiving);
    const folder = mkdtempSync(join(tmpdir(), 'dankbel-postcodes-'));
    receiving = { upload, folder, path: join(folder, 'register.csv'), next: 0 };
    show({ loaded: null, refusal: null });
    return receiving;
  };

  const read = async (file: Receiving): Promise<void> => {
    let isFirst = true;
    const keep = async (rows: readonly RegisterRow[]): Promise<void> => {
      if (isStopped) throw new Stopped();
      await store.write(async (writer) => {
        // The old register goes with the first page of the new one: a file that cannot be read takes nothing away.
        if (isFirst) await forgetRegister(writer);
        isFirst = false;
        await addToRegister(writer, rows);
      });
      show({ reading: { rows: (state.reading?.rows ?? 0) + rows.length } });
    };
    try {
      const loaded = await readPostcodeRegister(file.path, keep);
      show({ loaded: { rows: loaded.rows, leftOut: loaded.leftOut } });
    } catch (error) {
      if (isStopped) return;
      const sentence = sentenceFor(error);
      if (sentence === UNEXPECTED) onBug(error);
      show({ refusal: sentence });
    } finally {
      forget(file);
      reading = null;
      if (!isStopped) show({ reading: null });
    }
  };

  return {
    state: () => state,
    async add({ upload, index, base64, isLast }) {
      if (reading !== null) throw new Refusal('refused', IS_READING);
      const file = index === 0 ? begin(upload) : receiving;
      if (file === null || file.upload !== upload || file.next !== index) throw new Refusal('refused', BROKEN_OFF);
      file.next += 1;
      try {
        await appendFile(file.path, Buffer.from(base64, 'base64'));
        if (index === 0) await checkPostcodeRegister(file.path);
      } catch (error) {
        forget(file);
        const sentence = sentenceFor(error);
        if (sentence === UNEXPECTED) throw error;
        show({ refusal: sentence });
        throw new Refusal('refused', sentence);
      }
      if (!isLast) return;
      show({ reading: { rows: 0 } });
      reading = read(file);
    },
    async stop() {
      isStopped = true;
      await reading;
      if (receiving !== null) forget(receiving);
    },
  };
}

function sentenceFor(error: unknown): Sentence {
  if (error instanceof FileRefusal) return error.sentence;
  const failure = failureBehind(error);
  if (failure?.code === 'disk-full') return failure.sentence;
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? NO_ROOM : UNEXPECTED;
}

const IS_READING: Sentence = {
  nl: 'Er wordt al een register gelezen. Wacht tot het klaar is, en probeer het dan opnieuw.',
  en: 'A register is being read already. Wait until it is done, and then try again.',
};
const BROKEN_OFF: Sentence = {
  nl: 'Het bestand kwam niet in zijn geheel aan. Kies het opnieuw; er is niets veranderd.',
  en: 'The file did not arrive as a whole. Choose it again; nothing was changed.',
};
const NO_ROOM: Sentence = {
  nl: 'Er is op deze computer geen ruimte voor dit bestand. Maak ruimte, en kies het opnieuw; er is niets veranderd.',
  en: 'There is no room for this file on this computer. Make room, and choose it again; nothing was changed.',
};
const UNEXPECTED: Sentence = {
  nl: 'Het register kon niet helemaal worden gelezen. Probeer het opnieuw. Bellen en bewaren gaan gewoon door.',
  en: 'The register could not be read as a whole. Try again. Calling and saving simply go on.',
};
