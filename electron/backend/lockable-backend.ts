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
import { forgetWiped, readWiped } from '../../db/wipe.ts';
import { failureBehind } from '../../db/database-failure.ts';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { heldKey, isWrapped, openWrappedKey, rewrapKey, type Opener } from '../../db/wrapped-key.ts';
import { refusalOfPassphrase } from '../../domain/people/passphrase.ts';
import { readRecoveryCode } from '../../domain/people/recovery-code.ts';
import type { Sentence } from '../../domain/language.ts';
import { writeWiped } from '../../domain/workstation/wiped-sentence.ts';
import { kindOfError } from '../launch/host-log.ts';
import { UNEXPECTED_ANSWER } from '../launch/unexpected-answer.ts';
import type { Backend } from './backend.ts';
import type { OpenBackend, OpenBackendOptions } from './open-backend.ts';
import { describeHost } from './workstation/self.ts';
import { openWithPractice } from './practice/open-with-practice.ts';
import { readSetting } from '../../db/queries/settings.ts';
import { APPEARANCE, DEFAULT_APPEARANCE } from './profile-settings.ts';

export interface LockableOptions extends Omit<OpenBackendOptions, 'seal' | 'self' | 'whenRevoked'> {
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
  /** It is closed as soon as nothing is being answered: for as long as nobody opens it, or for good. */
  let closing: 'to-seal' | 'to-wipe' | null = null;
  /** Opening and closing, one after the other. */
  let turn: Promise<unknown> = Promise.resolve();
  /** Misses since it was last open; they are in the trail as soon as there is one to write to. */
  let missed = 0;
  let appearance: Appearance = DEFAULT_APPEARANCE;
  /** It was wiped before this start: whoever started it handed out a key of a new profile, or none. */
  let mayStartAnew = false;

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
        seal: { isOn: () => isWrapped(paths), begin: () => beginClosing('to-seal') },
        self: describeHost(options.folder),
        whenRevoked: () => beginClosing('to-wipe'),
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

  function beginClosing(why: 'to-seal' | 'to-wipe'): void {
    // What is to be wiped is not only sealed.
    if (closing !== 'to-wipe') closing = why;
    closeWhenFree();
  }

  /** What is being answered is finished first. */
  function closeWhenFree(): void {
    if (closing === null || answering > 0) return;
    inTurn(async () => {
      const backend = open;
      const why = closing;
      if (why === null || backend === null) return;
      open = null;
      try {
        // The screen that comes is in the language and light of the one before.
        appearance = (await readSetting(backend.store.reader, APPEARANCE)) ?? appearance;
        await (why === 'to-wipe' ? backend.wipe() : backend.close());
      } finally {
        closing = null;
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

  /** With an empty workstation, in the same folder. */
  async function startAnew(): Promise<Answer> {
    if (open === null && mayStartAnew) {
      mayStartAnew = false;
      forgetWiped(options.folder);
      await openWith(null);
      tell({ changed: [...TOPICS] });
    }
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
        const wiped = readWiped(options.folder);
        const value: OutputOf<'session.people'> = {
          state: wiped === null ? 'sealed' : 'wiped',
          wiped: wiped === null ? null : { sentences: writeWiped(wiped), mayStartAnew },
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
        if (procedure === 'session.startAnew' && mayStartAnew) return tryTo(startAnew);
        return { ok: false, failure: { code: 'locked', sentence: SEALED } };
    }
  }

  const wipedBefore = readWiped(options.folder);
  if (wipedBefore !== null) {
    mayStartAnew = true;
    appearance = { ...appearance, language: wipedBefore.language };
  } else if (!isWrapped(paths)) await inTurn(() => openWith(null));
  return {
    async ask(procedure, input, forWhom) {
      if (closing !== null) await turn;
      const backend = open;
      if (backend === null) return askSealed(procedure, input);
      answering += 1;
      try {
        return await backend.ask(procedure, input, forWhom);
      } finally {
        answering -= 1;
        closeWhenFree();
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
    wake: async () => {
      await open?.wake();
    },
    promised: async () => (await open?.promised()) ?? [],
    close: () =>
      inTurn(async () => {
        const backend = open;
        open = null;
        await backend?.close();
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
