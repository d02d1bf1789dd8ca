/** The people of this workstation: added, changed, gone, and their PINs. All of it is in the log. */
import { LAST_COORDINATOR, isLastCoordinator, refusalsOfPerson } from '../../../domain/people/change.ts';
import { refusalOfPassphrase } from '../../../domain/people/passphrase.ts';
import { readRecoveryCode } from '../../../domain/people/recovery-code.ts';
import type { Role } from '../../../domain/role.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { insertPerson, readPeople, updatePerson } from '../../../db/queries/people.ts';
import { readMisses, removePin as forgetPin } from '../../../db/queries/pins.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import type { Reader } from '../../../db/store.ts';
import { isWrapped, wrapKey } from '../../../db/wrapped-key.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { givePin } from '../people/give-pin.ts';
import { letLeave } from '../people/leave.ts';
import { hasCode, keepCode, makeCode, wrapForCode } from '../people/recovery.ts';
import { DEFAULT_LOCK_MINUTES, LOCK } from '../people/settings.ts';
import { lockMinutesHere, refuseMinutes } from '../policy/policy.ts';
import { notFound, Refusal } from '../refusal.ts';
import { requireGoodPin } from './sign-in.ts';

export const listPeople: Handler<'people.list'> = async ({ store, paths, person: self }) => {
  const { reader } = store;
  const [people, misses] = await Promise.all([readPeople(reader), readMisses(reader)]);
  const colleagues = await reader.selectFrom('colleague').selectAll().where('name', '<>', '').orderBy('name').execute();
  return {
    people: people.map((person) => ({
      ...person,
      roles: [...person.roles],
      hasPin: misses.has(person.id),
      isSelf: person.id === self.id,
      isLastCoordinator: isLastCoordinator(people, person.id),
    })),
    colleagues: colleagues
      .filter((colleague) => !people.some(({ crmId }) => crmId === colleague.crm_id))
      .map(({ crm_id: crmId, name }) => ({ crmId, name })),
    hasRecovery: await hasCode(reader),
    hasPassphrase: isWrapped(paths),
    lockMinutes: ((await readSetting(reader, LOCK)) ?? { minutes: DEFAULT_LOCK_MINUTES }).minutes,
  };
};

interface Change {
  readonly name: string;
  readonly crmId: number | null;
  readonly roles: readonly Role[];
}

export const addPerson: Handler<'people.add'> = (context, change) => save(context, 0, change);

export const changePerson: Handler<'people.change'> = async (context, { id, ...change }) => save(context, id, change);

/** Judged and written in one transaction: two windows cannot each take away the other's last coordinator. */
async function save({ store, now, person: self }: AskContext, id: number, change: Change) {
  return store.write(async (writer) => {
    const people = await readPeople(writer.transaction);
    const known = people.find((person) => person.id === id);
    if (id !== 0 && known === undefined) throw notFound();
    const next = { id, ...change, name: change.name.trim(), isActive: known?.isActive ?? true };
    const refusals = refusalsOfPerson(people, next);
    if (refusals.length > 0) return { isSaved: false as const, refusals: [...refusals] };
    const savedId = known === undefined ? await insertPerson(writer, next) : id;
    if (known !== undefined) await updatePerson(writer, next, next.isActive);
    const before = known === undefined ? {} : { rolesBefore: known.roles };
    await noteAudit(writer, {
      at: now(),
      personId: self.id,
      action: known === undefined ? 'person-added' : 'person-changed',
      subject: String(savedId),
      detail: { roles: next.roles, ...before },
    });
    return { isSaved: true as const, id: savedId };
  });
}

export const leave: Handler<'people.leave'> = async (context, { id }) => {
  const people = await readPeople(context.store.reader);
  const leaving = people.find((person) => person.id === id);
  if (leaving?.isActive !== true) throw notFound();
  if (isLastCoordinator(people, id)) throw new Refusal('refused', LAST_COORDINATOR);
  await letLeave(context, leaving);
  return {};
};

export const comeBack: Handler<'people.comeBack'> = async ({ store, now, person: self }, { id }) => {
  await store.write(async (writer) => {
    const people = await readPeople(writer.transaction);
    const person = people.find((each) => each.id === id);
    if (person === undefined) throw notFound();
    const [refusal] = refusalsOfPerson(people, { ...person, isActive: true });
    if (refusal !== undefined) throw new Refusal('refused', refusal.sentence);
    await updatePerson(writer, person, true);
    await noteAudit(writer, { at: now(), personId: self.id, action: 'person-back', subject: String(id) });
  });
  return {};
};

export const setPin: Handler<'people.setPin'> = async (context, { id, pin }) => {
  requireGoodPin(pin);
  const person = await findHere(context.store.reader, id);
  // From now on idleness counts.
  context.presence.touch(false);
  return { code: await givePin(context, person, pin, 'pin-set') };
};

export const removePin: Handler<'people.removePin'> = async ({ store, now, person: self }, { id }) => {
  await findHere(store.reader, id);
  await store.write(async (writer) => {
    await forgetPin(writer, id);
    await noteAudit(writer, { at: now(), personId: self.id, action: 'pin-removed', subject: String(id) });
  });
  return {};
};

export const newCode: Handler<'people.newCode'> = async (context) => {
  const { store, now, person: self } = context;
  const code = await makeCode(context);
  await store.write(async (writer) => {
    await keepCode(writer, code);
    await noteAudit(writer, { at: now(), personId: self.id, action: 'recovery-code', subject: 'new' });
  });
  await wrapForCode(context, code);
  return { code: code.code };
};

export const setPassphrase: Handler<'people.setPassphrase'> = async (context, { passphrase }) => {
  const { store, now, paths, costs, person } = context;
  const refusal = refusalOfPassphrase(passphrase);
  if (refusal !== null) throw new Refusal('refused', refusal);
  const code = await makeCode(context);
  const recovery = readRecoveryCode(code.code) ?? '';
  await store.withKey((key) => wrapKey(paths, key, { passphrase, recovery }, costs));
  await store.write(async (writer) => {
    await keepCode(writer, code);
    await noteAudit(writer, { at: now(), personId: person.id, action: 'passphrase', subject: 'set' });
  });
  return { code: code.code };
};

export const setLock: Handler<'people.setLock'> = async ({ store, now, person: self, policy }, { minutes }) => {
  if (lockMinutesHere(policy, minutes) !== minutes) throw new Refusal('refused', refuseMinutes(policy));
  await store.write(async (writer) => {
    await writeSetting(writer, LOCK, { minutes });
    await noteAudit(writer, { at: now(), personId: self.id, action: 'lock-minutes', subject: String(minutes) });
  });
  return {};
};

async function findHere(reader: Reader, id: number) {
  const person = (await readPeople(reader)).find((each) => each.id === id && each.isActive);
  if (person === undefined) throw notFound();
  return person;
}
