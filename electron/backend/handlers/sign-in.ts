/** Coming in and going out. */
import { refusalOfPin, secondsToWait } from '../../../domain/people/pin.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { hasPeople, readCurrentPerson, readPeople, signIn as signInAs } from '../../../db/queries/people.ts';
import { readMisses, writePin } from '../../../db/queries/pins.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import { keepSecret } from '../../../db/secret.ts';
import type { BackendContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { checkPin } from '../people/check-pin.ts';
import { givePin } from '../people/give-pin.ts';
import { hasCode, isCode, keepCode, makeCode, wrapForCode } from '../people/recovery.ts';
import { APPEARANCE, DEFAULT_APPEARANCE, IS_PRACTICE } from '../profile-settings.ts';
import { notFound, Refusal } from '../refusal.ts';

export const getPeople: Handler<'session.people'> = async ({ store, now }) => {
  const { reader } = store;
  const misses = await readMisses(reader);
  const people = (await readPeople(reader)).filter(({ isActive }) => isActive);
  const isIn = (await readCurrentPerson(reader)) !== null || !(await hasPeople(reader));
  return {
    state: isIn ? 'signed-in' : 'signed-out',
    people: people.map(({ id, name, roles }) => {
      const missed = misses.get(id);
      return {
        id,
        name,
        hasPin: missed !== undefined,
        isCoordinator: roles.includes('coordinator'),
        wait: missed === undefined ? 0 : secondsToWait(missed, now()),
      };
    }),
    wiped: null,
    hasRecovery: await hasCode(reader),
    isPractice: (await readSetting(reader, IS_PRACTICE)) ?? false,
    ...((await readSetting(reader, APPEARANCE)) ?? DEFAULT_APPEARANCE),
  };
};

export const signIn: Handler<'session.signIn'> = async (context, { personId, pin }) => {
  const { store, now, presence } = context;
  await requireHere(context, personId, false);
  await checkPin(context, personId, pin);
  presence.touch(false);
  await store.write(async (writer) => {
    await signInAs(writer, personId);
    await noteAudit(writer, { at: now(), personId, action: 'sign-in', subject: String(personId) });
  });
  return {};
};

export const recover: Handler<'session.recover'> = async (context, { personId, code, pin }) => {
  const { store, now, costs, presence } = context;
  await requireHere(context, personId, true);
  requireGoodPin(pin);
  if (!(await isCode(store.reader, code))) {
    await store.write((writer) =>
      noteAudit(writer, { at: now(), personId, action: 'code-missed', subject: String(personId) }),
    );
    throw new Refusal('refused', {
      nl: 'Dit is niet de herstelcode van deze werkplek. Kijk op het papier; een oude code geldt niet meer.',
      en: 'This is not the recovery code of this workstation. Look at the paper; an old code is worth nothing any more.',
    });
  }
  const [secret, next] = await Promise.all([keepSecret(pin, costs.pin), makeCode(context)]);
  presence.touch(false);
  await store.write(async (writer) => {
    await writePin(writer, personId, secret, now());
    await keepCode(writer, next);
    await signInAs(writer, personId);
    await noteAudit(writer, { at: now(), personId, action: 'recovered', subject: String(personId) });
  });
  await wrapForCode(context, next);
  return { code: next.code };
};

/** Whoever is answered here has the data open already (`electron/backend/lockable-backend.ts`). */
export const unseal: Handler<'session.unseal' | 'session.unsealWithCode' | 'session.startAnew'> = async () => ({});

export const lock: Handler<'session.lock'> = async ({ presence }) => {
  await presence.lock(true);
  return {};
};

export const touch: Handler<'session.touch'> = async ({ presence }, { isInCall }) => {
  presence.touch(isInCall);
  return {};
};

export const changePin: Handler<'session.changePin'> = async (context, { old, pin }) => {
  const { person, presence } = context;
  requireGoodPin(pin);
  await checkPin(context, person.id, old);
  presence.touch(false);
  return { code: await givePin(context, person, pin, 'pin-changed') };
};

/** @throws Refusal `refused` for a PIN that cannot be taken */
export function requireGoodPin(pin: string): void {
  const refusal = refusalOfPin(pin);
  if (refusal !== null) throw new Refusal('refused', refusal);
}

async function requireHere({ store }: BackendContext, personId: number, asCoordinator: boolean): Promise<void> {
  const person = (await readPeople(store.reader)).find(({ id }) => id === personId);
  if (person?.isActive !== true) throw notFound();
  if (asCoordinator && !person.roles.includes('coordinator')) {
    throw new Refusal('not-allowed', {
      nl: 'De herstelcode is van de coördinator. Vraag haar om een nieuwe pincode.',
      en: 'The recovery code is the coordinator’s. Ask her for a new PIN.',
    });
  }
}
