/**
 * A backend that can be closed and opened again while its host goes on. Where the key is wrapped by a passphrase the
 * profile starts closed, and locking closes it: the database, and with it the key, are gone from the memory, and no
 * question is answered but how to come in.
 */
import type { Answer } from '../../contract/failure.ts';
import type { BackendEvent } from '../../contract/event.ts';
import { TOPICS } from '../../contract/event.ts';
import { PROCEDURES, type OutputOf } from '../../contract/index.ts';
import { noteAudit } from '../../db/queries/audit.ts';
import { failureBehind } from '../../db/database-failure.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { heldKey, isWrapped, openWrappedKey, rewrapKey, type Opener } from '../../db/wrapped-key.ts';
import { refusalOfPassphrase } from '../../domain/people/passphrase.ts';
import { readRecoveryCode } from '../../domain/people/recovery-code.ts';
import type { Sentence } from '../../domain/language.ts';
import { kindOfError } from '../launch/host-log.ts';
import { UNEXPECTED_ANSWER } from '../launch/unexpected-answer.ts';
import type { Backend } from './backend.ts';
import type { OpenBackend, OpenBackendOptions } from './open-backend.ts';
import { openWithPractice } from './practice/open-with-practice.ts';
import { readSetting } from '../../db/queries/settings.ts';
import { APPEARANCE, DEFAULT_APPEARANCE } from './profile-settings.ts';

export interface LockableOptions extends Omit<OpenBackendOptions, 'seal'> {
  /** Each time the profile has been opened, before anything is asked. `again`: it closed the backend, open it anew. */
  readonly whenOpened?: (backend: OpenBackend) => Promise<'again' | undefined>;
}

type Appearance = typeof DEFAULT_APPEARANCE;

/** @throws DatabaseFailure when the profile does not open; one with a passphrase is opened later. */
export async function openLockable(options: LockableOptions): Promise<Backend> {
  const paths = profilePaths(options.folder);
  const listeners = new Set<(event: BackendEvent) => void>();
  const tell = (event: BackendEvent): void => listeners.forEach((listener) => listener(event));
  let open: OpenBackend | null = null;
  let answering = 0;
  let isSealing = false;
  /** Opening and closing, one after the other. */
  let turn: Promise<unknown> = Promise.resolve();
  /** Misses since it was last open; they are in the trail as soon as there is one to write to. */
  let missed = 0;
  let appearance: Appearance = DEFAULT_APPEARANCE;

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  async function openWith(key: Buffer | null): Promise<void> {
    try {
      const backend = await openWithPractice({
        ...options,
        ...(key === null ? {} : { keyStore: heldKey(key) }),
        seal: { isOn: () => isWrapped(paths), begin: beginSealing },
      });
      backend.listen(tell);
      await noteMisses(backend);
      if ((await options.whenOpened?.(backend)) === 'again') return await openWith(key);
      open = backend;
    } finally {
      key?.fill(0);
    }
  }

  async function noteMisses({ store }: OpenBackend): Promise<void> {
    if (missed === 0) return;
    const entry = { at: options.now(), personId: null, action: 'passphrase-missed', subject: String(missed) } as const;
    await store.write((writer) => noteAudit(writer, entry));
    missed = 0;
  }

  function beginSealing(): void {
    isSealing = true;
    sealWhenFree();
  }

  /** What is being answered is finished first. */
  function sealWhenFree(): void {
    if (!isSealing || answering > 0) return;
    inTurn(async () => {
      const closing = open;
      if (!isSealing || closing === null) return;
      open = null;
      try {
        // The screen that comes is in the language and light of the one before.
        appearance = (await readSetting(closing.store.reader, APPEARANCE)) ?? appearance;
        await closing.close();
      } finally {
        isSealing = false;
        tell({ changed: [...TOPICS] });
      }
    }).catch((error: unknown) => options.log.error(kindOfError(error), 'not closed well'));
  }

  async function unseal(opener: Opener, text: string, passphrase: string | null): Promise<Answer> {
    if (open !== null) return { ok: true, value: {} };
    const key = await openWrappedKey(paths, opener, text);
    if (key === null) {
      missed += 1;
      return refused(opener === 'passphrase' ? OTHER_PASSPHRASE : OTHER_CODE);
    }
    if (passphrase !== null) await rewrapKey(paths, key, 'passphrase', passphrase, options.costs);
    await openWith(key);
    tell({ changed: [...TOPICS] });
    return { ok: true, value: {} };
  }

  /** What is the matter with the profile is told in its own sentence. */
  async function tryTo(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await inTurn(work);
    } catch (error) {
      const failure = failureBehind(error);
      if (failure !== null) return refused(failure.sentence);
      options.log.error(kindOfError(error), 'not opened');
      return UNEXPECTED_ANSWER;
    }
  }

  async function askSealed(procedure: string, input: unknown): Promise<Answer> {
    switch (procedure) {
      case 'session.people': {
        const value: OutputOf<'session.people'> = {
          state: 'sealed',
          people: [],
          hasRecovery: true,
          isPractice: false,
          ...appearance,
        };
        return { ok: true, value };
      }
      case 'session.unseal': {
        const asked = PROCEDURES[procedure].input.safeParse(input);
        if (!asked.success) return refused(OTHER_PASSPHRASE);
        return tryTo(() => unseal('passphrase', asked.data.passphrase, null));
      }
      case 'session.unsealWithCode': {
        const asked = PROCEDURES[procedure].input.safeParse(input);
        const code = asked.success ? readRecoveryCode(asked.data.code) : null;
        if (!asked.success || code === null) return refused(OTHER_CODE);
        const refusal = refusalOfPassphrase(asked.data.passphrase);
        if (refusal !== null) return refused(refusal);
        return tryTo(() => unseal('recovery', code, asked.data.passphrase));
      }
      case 'session.setLanguage':
      case 'session.setTheme': {
        // For this screen alone: where it is kept is closed.
        const asked = PROCEDURES[procedure].input.safeParse(input);
        if (asked.success) appearance = { ...appearance, ...asked.data };
        tell({ changed: ['session'] });
        return { ok: true, value: {} };
      }
      default:
        return { ok: false, failure: { code: 'locked', sentence: SEALED } };
    }
  }

  if (!isWrapped(paths)) await inTurn(() => openWith(null));
  return {
    async ask(procedure, input, forWhom) {
      if (isSealing) await turn;
      const backend = open;
      if (backend === null) return askSealed(procedure, input);
      answering += 1;
      try {
        return await backend.ask(procedure, input, forWhom);
      } finally {
        answering -= 1;
        sealWhenFree();
      }
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    lock: async () => {
      await open?.lock();
      await turn;
    },
    close: () =>
      inTurn(async () => {
        const closing = open;
        open = null;
        await closing?.close();
      }),
  };
}

function refused(sentence: Sentence): Answer {
  return { ok: false, failure: { code: 'refused', sentence } };
}

const SEALED: Sentence = {
  nl: 'Deze werkplek is vergrendeld. Geef eerst de wachtzin.',
  en: 'This workstation is locked. First give the passphrase.',
};
const OTHER_PASSPHRASE: Sentence = {
  nl: 'Dit is niet de wachtzin van deze werkplek. Let op hoofdletters en spaties.',
  en: 'This is not the passphrase of this workstation. Mind capitals and spaces.',
};
const OTHER_CODE: Sentence = {
  nl: 'Dit is niet de herstelcode van deze werkplek. Kijk op het papier; een oude code geldt niet meer.',
  en: 'This is not the recovery code of this workstation. Look at the paper; an old code is worth nothing any more.',
};
