/**
 * The practice evening: a profile and a practice CRM in a folder of their own inside the profile, opened when somebody
 * practises. It is connected to that CRM and can be connected to nothing else, so nothing of it can reach another one.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dayOfInstant, daysBetween, type CalendarDay } from '../../../domain/calendar/day.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { readSetting, writeSetting, type Setting } from '../../../db/queries/settings.ts';
import { startPracticeCrm, type PracticeCrm } from '../../../sync/practice/server.ts';
import { connectProfile } from '../connect.ts';
import { openBackend, type OpenBackend, type OpenBackendOptions } from '../open-backend.ts';
import { APPEARANCE, OWN_KEYS } from '../profile-settings.ts';

export interface PracticeEvening {
  readonly backend: OpenBackend;
  /** Whose evening it is, by the id in the profile. */
  readonly personId: number;
  readonly crm: PracticeCrm;
  close(): Promise<void>;
}

/** Who practises, as far as it is known here. */
export interface Learner {
  readonly personId: number;
  readonly name: string;
  readonly appearance: z.infer<typeof APPEARANCE.schema> | null;
  readonly keys: Readonly<Record<string, string>>;
}

export type PracticeEveningOptions = Omit<OpenBackendOptions, 'keyStore'> & { readonly learner: Learner };

/** The invented gifts grow old: after so many days their calls are no longer due. */
const FRESH_DAYS = 7;
const MADE_ON: Setting<CalendarDay> = {
  key: 'practice.madeOn',
  schema: z.custom<CalendarDay>((day) => typeof day === 'string'),
};
/** The id of whoever is not known: a profile that nobody has used, or that is locked. */
export const NOBODY = 0;
/** Whose evening it is. */
const LEARNER: Setting<number> = { key: 'practice.learner', schema: z.int() };
/** Somebody whose name nobody knows yet. */
const NEWCOMER = { nl: 'Vrijwilliger', en: 'Volunteer' } as const;

/** Opens the evening as it was left, or makes a new one when there is none that can be used. */
export async function openPracticeEvening(options: PracticeEveningOptions): Promise<PracticeEvening> {
  const kept = await openKept(options);
  if (kept !== null) return kept;
  removePracticeEvening(options.folder);
  return open(options);
}

/** Everything in it was invented. */
export function removePracticeEvening(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Null for an evening that is too old or somebody else's, or does not open: what was only practised is not worth mending. */
async function openKept(options: PracticeEveningOptions): Promise<PracticeEvening | null> {
  let evening: PracticeEvening;
  try {
    evening = await open(options);
  } catch (error) {
    options.log.info({ kind: error instanceof Error ? error.name : typeof error }, 'practice is made anew');
    return null;
  }
  const { reader } = evening.backend.store;
  const madeOn = await readSetting(reader, MADE_ON);
  const { personId } = options.learner;
  // While the profile is locked nobody is known; who practises goes on.
  const isOwn = personId === NOBODY || (await readSetting(reader, LEARNER)) === personId;
  if (isOwn && madeOn !== null && Math.abs(daysBetween(madeOn, dayOfInstant(options.now()))) <= FRESH_DAYS)
    return evening;
  await evening.close();
  return null;
}

async function open(options: PracticeEveningOptions): Promise<PracticeEvening> {
  const { folder, now } = options;
  const backend = await openBackend(options);
  let crm: PracticeCrm | null = null;
  const close = async (): Promise<void> => {
    await backend.close();
    await crm?.stop();
  };
  try {
    crm = await startPracticeCrm({
      dataDir: join(folder, 'practice-crm'),
      clock: () => new Date(now()),
      fill: { kind: 'evening', date: dayOfInstant(now()) },
    });
    await settleIn(backend, crm, options);
    await backend.sync.run(true);
    return { backend, crm, personId: options.learner.personId, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Connects to the CRM of the evening, for a caller with the learner's name, language and light. */
async function settleIn(backend: OpenBackend, crm: PracticeCrm, options: PracticeEveningOptions): Promise<void> {
  const { learner, now } = options;
  const { store } = backend;
  const { contactId } = await connectProfile(store, { url: crm.url, apiKey: crm.apiKey, isPractice: true });
  const isNew = (await readSetting(store.reader, MADE_ON)) === null;
  await store.write(async (writer) => {
    const name = learner.name === '' ? NEWCOMER[learner.appearance?.language ?? 'nl'] : learner.name;
    const { id } = await setCurrentPerson(writer, { crmId: contactId, name, roles: ['caller'] });
    if (learner.appearance !== null) await writeSetting(writer, APPEARANCE, learner.appearance);
    await writeSetting(writer, OWN_KEYS, { [id]: learner.keys });
    if (!isNew) return;
    await writeSetting(writer, MADE_ON, dayOfInstant(now()));
    await writeSetting(writer, LEARNER, learner.personId);
  });
  await backend.reconnect();
}
