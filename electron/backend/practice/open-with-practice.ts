/**
 * A profile with a practice evening beside it. Every question says whether it comes from a window in which somebody
 * practises; such a question is answered by the evening alone. Windows of both kinds can be open at once.
 */
import { join } from 'node:path';
import type { BackendEvent } from '../../../contract/event.ts';
import type { Answer } from '../../../contract/failure.ts';
import type { Sentence } from '../../../domain/language.ts';
import { readCurrentPerson } from '../../../db/queries/people.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import { kindOfError } from '../../launch/host-log.ts';
import type { WindowKind } from '../backend.ts';
import { openBackend, type OpenBackend, type OpenBackendOptions } from '../open-backend.ts';
import { APPEARANCE, OWN_KEYS } from '../profile-settings.ts';
import { Refusal } from '../refusal.ts';
import type { PracticeDoor } from './practice-door.ts';
import {
  NOBODY,
  openPracticeEvening,
  removePracticeEvening,
  type Learner,
  type PracticeEvening,
} from './practice-evening.ts';

const CANNOT_PRACTISE: Sentence = {
  nl: 'Oefenen kon niet worden klaargezet. Je eigen lijst is zoals hij was. Kijk of er nog ruimte is op deze computer, en probeer het nog eens.',
  en: 'The practice could not be made ready. Your own list is as it was. See whether there is room on this computer, and try again.',
};
const CANNOT_OPEN: Answer = { ok: false, failure: { code: 'refused', sentence: CANNOT_PRACTISE } };

export interface BackendWithPractice extends OpenBackend {
  /** The evening that is open now; null while nobody practises. */
  practice(): Promise<PracticeEvening | null>;
}

/** Language, light and keys are the person's own, and so is being there, wherever she is. */
const OF_THE_PERSON = new Set(['session.setLanguage', 'session.setTheme', 'session.setKeys', 'session.touch']);
/** There is nothing to keep out of an evening: locking, and the PIN, are the workstation's, also from there. */
const OF_THE_WORKSTATION = new Set(['session.lock', 'session.changePin']);

/** @throws DatabaseFailure when the profile does not open; its sentence says what to do. */
export async function openWithPractice(options: OpenBackendOptions): Promise<BackendWithPractice> {
  const folder = join(options.folder, 'practice');
  const listeners = new Set<(event: BackendEvent) => void>();
  let evening: Promise<PracticeEvening> | null = null;
  /** What is being closed, or was: the next one is opened after it. */
  let before: Promise<unknown> = Promise.resolve();

  const open = async (): Promise<PracticeEvening> => {
    await before;
    // Key, lock and people of the profile are its own.
    const { now, random, log, syncsByItself } = options;
    const shared = { now, random, log, syncsByItself };
    const opened = await openPracticeEvening({ ...shared, folder, practice: door, learner: await readLearner() });
    opened.backend.listen((event) => {
      for (const listener of listeners) listener({ ...event, practice: true });
    });
    return opened;
  };
  const get = (): Promise<PracticeEvening> => {
    const opening = (evening ??= open());
    opening.catch(() => {
      // The next question tries again.
      if (evening === opening) evening = null;
    });
    return opening;
  };
  const leave = (): Promise<unknown> => {
    const leaving = evening;
    evening = null;
    if (leaving === null) return before;
    before = Promise.all([before, leaving.then((opened) => opened.close()).catch(() => undefined)]);
    return before;
  };
  const door: PracticeDoor = {
    async enter(anew) {
      if (anew || (await isOfSomebodyElse())) await leave();
      if (anew) removePracticeEvening(folder);
      if ((await get().catch((error: unknown) => noteFailure(error))) === null) {
        throw new Refusal('refused', CANNOT_PRACTISE);
      }
    },
    leave: () => void leave(),
  };
  const noteFailure = (error: unknown): null => {
    options.log.error(kindOfError(error), 'practice cannot be opened');
    return null;
  };
  const backend = await openBackend({ ...options, practice: door });

  /** Whoever begins has an evening of her own; one who practises already is not asked again. */
  async function isOfSomebodyElse(): Promise<boolean> {
    const open = await evening?.catch(() => null);
    return open != null && open.personId !== (await readLearner()).personId;
  }

  async function readLearner(): Promise<Learner> {
    const { reader } = backend.store;
    const person = await readCurrentPerson(reader);
    const personId = person?.id ?? NOBODY;
    const keys = (await readSetting(reader, OWN_KEYS))?.[personId] ?? {};
    return { personId, name: person?.name ?? '', appearance: await readSetting(reader, APPEARANCE), keys };
  }

  return {
    ...backend,
    practice: async () => evening,
    async ask(procedure: string, input: unknown, forWhom: WindowKind = 'work') {
      if (forWhom === 'work' || OF_THE_WORKSTATION.has(procedure)) return backend.ask(procedure, input);
      const opened = await get().catch((error: unknown) => noteFailure(error));
      if (opened === null) return CANNOT_OPEN;
      const answer = await opened.backend.ask(procedure, input);
      if (answer.ok && OF_THE_PERSON.has(procedure)) await backend.ask(procedure, input);
      return answer;
    },
    listen(listener) {
      const stop = backend.listen(listener);
      listeners.add(listener);
      return () => {
        stop();
        listeners.delete(listener);
      };
    },
    async close() {
      await leave();
      await backend.close();
    },
    async wipe(at) {
      await leave();
      await backend.wipe(at);
    },
  };
}
