/** The settings of the telephone, whose device rings, and how a call goes. */
import { refuseSystem } from '../../../domain/telephone/check-system.ts';
import { LINE_WORDS } from '../../../domain/telephone/line-state.ts';
import { isDevice } from '../../../domain/telephone/placeholders.ts';
import type { TelephoneSystem } from '../../../domain/telephone/systems.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import type { Handler } from '../dispatcher.ts';
import { Refusal } from '../refusal.ts';
import { DEVICES, readDevice, readTelephone, TELEPHONE } from '../telephone/system-setting.ts';

export const getTelephone: Handler<'telephone.get'> = async ({ store }) => {
  const { system, secret } = await readTelephone(store.reader);
  return { system, hasSecret: secret !== '' };
};

export const saveTelephone: Handler<'telephone.save'> = async (context, { system, secret }) => {
  const { store, person, now } = context;
  const trouble = refuseSystem(system);
  if (trouble !== null) throw new Refusal('invalid-input', trouble);
  const before = await readTelephone(store.reader);
  const kept =
    secret ?? (hostsOf(system).every((host) => hostsOf(before.system).includes(host)) ? before.secret : null);
  if (kept === null) throw new Refusal('refused', SECRET_AGAIN);
  await store.write(async (writer) => {
    await writeSetting(writer, TELEPHONE, { system, secret: system.kind === 'link' ? '' : kept });
    await noteAudit(writer, { at: now(), personId: person.id, action: 'telephone-saved', subject: system.kind });
  });
  return {};
};

export const getMine: Handler<'telephone.mine'> = async ({ store, person, telephone }) => ({
  needsDevice: await telephone.isUsed(),
  device: await readDevice(store.reader, person.id),
});

export const setDevice: Handler<'telephone.setDevice'> = async ({ store, person }, { device }) => {
  if (!isDevice(device)) throw new Refusal('invalid-input', NOT_A_DEVICE);
  await store.write(async (writer) => {
    const devices = (await readSetting(writer.transaction, DEVICES)) ?? {};
    await writeSetting(writer, DEVICES, { ...devices, [String(person.id)]: device });
  });
  return {};
};

export const getState: Handler<'telephone.state'> = async ({ telephone }, { callItemId }) => {
  const state = await telephone.state(callItemId);
  return { state, words: state === null ? null : LINE_WORDS[state] };
};

/** Where the secret is sent. */
function hostsOf(system: TelephoneSystem): readonly string[] {
  switch (system.kind) {
    case 'link':
      return [];
    case 'asterisk':
      return [new URL(system.url).host];
    case 'click-to-dial':
      return [system.dial.url, system.state?.url, system.tokenUrl].flatMap((url) =>
        url === null || url === undefined ? [] : [new URL(url).host],
      );
  }
}

const SECRET_AGAIN = {
  nl: 'Vul ook het geheim in. Het geheim dat hier bewaard is, gaat alleen naar de centrale waarvoor het is gegeven.',
  en: 'Fill in the secret too. The secret that is kept here goes only to the system for which it was given.',
};

const NOT_A_DEVICE = {
  nl: 'Een toestel bestaat uit letters, cijfers, punten en streepjes, zoals 201. Het staat op je toestel of bij je coördinator.',
  en: 'A phone is written with letters, digits, dots and dashes, such as 201. It is on your phone, or with your coordinator.',
};
