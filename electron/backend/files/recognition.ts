/** Recognises those who came with files of places, in the background: a few in each write, and again after a start. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Store } from '../../../db/store.ts';
import { judgeNew } from '../../../sync/sources/judge-new.ts';
import { tellCrm, type TellContext } from './tell-crm.ts';

export interface Recognition {
  /** Begins, unless it goes on already. */
  start(): void;
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface RecognitionOptions extends TellContext {
  readonly store: Store;
  /** Lists and screens are to follow. @param isToSend something for the CRM was recorded */
  readonly onChange: (isToSend: boolean) => void;
  readonly onBug: (error: unknown) => void;
}

/** The screens follow this often, and at the end. */
const TELL_EVERY = 500;

export function createRecognition({ store, now, newId, onChange, onBug }: RecognitionOptions): Recognition {
  let going: Promise<void> | null = null;
  const life = { isAsked: false, isStopping: false };

  const recogniseAll = async (): Promise<void> => {
    let judged = 0;
    let isToSend = false;
    while (!life.isStopping) {
      const some = await store.write(async (writer) => {
        const ids = await judgeNew(writer, now());
        // At the end all are looked at: links are made and taken away by people, too.
        isToSend = (await tellCrm({ now, newId }, writer, ids.length === 0 ? null : ids)) || isToSend;
        return ids.length;
      });
      if (some === 0) break;
      judged += some;
      if (judged >= TELL_EVERY) {
        onChange(isToSend);
        judged = 0;
      }
      await nextTurn();
    }
    if (judged > 0 || isToSend) onChange(isToSend);
  };

  const run = async (): Promise<void> => {
    while (life.isAsked && !life.isStopping) {
      life.isAsked = false;
      try {
        await recogniseAll();
      } catch (error) {
        if (!life.isStopping) onBug(error);
      }
    }
    going = null;
  };

  return {
    start: () => {
      life.isAsked = true;
      going ??= run();
    },
    settled: async () => {
      for (let round = going; round !== null; round = going) await round;
    },
    stop: async () => {
      life.isStopping = true;
      await going;
    },
  };
}
