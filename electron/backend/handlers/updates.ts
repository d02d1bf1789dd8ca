/** The version of the program, its updates, and what is new. */
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { hasUnseen, newsOf } from '../../../domain/news/news.ts';
import { RELEASES } from '../../../domain/news/releases.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import { VERSION } from '../../launch/version.ts';
import { writeState } from '../../updates/state.ts';
import { WAY_WORDS } from '../../updates/way.ts';
import type { Handler } from '../dispatcher.ts';
import { Refusal } from '../refusal.ts';
import { readChannel } from '../updates/desk.ts';
import { FIRST_VERSION, NEWS_SEEN, UPDATE_CHANNEL } from '../updates/settings.ts';

export const getUpdates: Handler<'updates.get'> = async ({ store, updates, policy }) => {
  const state = updates.state();
  const own =
    updates.way() === 'itself'
      ? {
          channel: await readChannel(store.reader, policy),
          isChannelFixed: policy.updates !== undefined,
          state: state.kind,
          stateText: writeState(state),
          refusal: state.kind === 'ready' ? await updates.refusal() : null,
        }
      : null;
  return { version: VERSION, way: WAY_WORDS[updates.way()], own };
};

export const setChannel: Handler<'updates.setChannel'> = async (context, { channel }) => {
  const { store, updates, policy, person, now } = context;
  if (updates.way() !== 'itself') throw new Refusal('refused', WAY_WORDS[updates.way()]);
  if (policy.updates !== undefined) throw new Refusal('refused', FIXED);
  await store.write(async (writer) => {
    await writeSetting(writer, UPDATE_CHANNEL, channel);
    await noteAudit(writer, { at: now(), personId: person.id, action: 'update-channel', subject: channel });
  });
  return {};
};

export const check: Handler<'updates.check'> = async ({ updates }) => {
  if (updates.way() !== 'itself') throw new Refusal('refused', WAY_WORDS[updates.way()]);
  await updates.check();
  return {};
};

export const install: Handler<'updates.install'> = async ({ updates }) => {
  if (updates.way() !== 'itself') throw new Refusal('refused', WAY_WORDS[updates.way()]);
  if (updates.state().kind !== 'ready') throw new Refusal('out-of-date', NOTHING_READY);
  const refusal = await updates.refusal();
  if (refusal !== null) throw new Refusal('refused', refusal);
  updates.restart();
  return {};
};

export const getNews: Handler<'news.get'> = async ({ store, person, today }) => {
  const seen = (await readSetting(store.reader, NEWS_SEEN))?.[person.id];
  const since = seen ?? (await readSetting(store.reader, FIRST_VERSION)) ?? VERSION;
  return {
    version: VERSION,
    hasUnseen: hasUnseen(RELEASES, VERSION, since),
    releases: newsOf(RELEASES, VERSION).map(({ version, day, changes }) => ({
      version,
      day: day === null ? null : sentence((language) => writeDay(day, language, { today })),
      changes: [...changes],
    })),
  };
};

export const seeNews: Handler<'news.seen'> = async ({ store, person }) => {
  await store.write(async (writer) => {
    const others = (await readSetting(writer.transaction, NEWS_SEEN)) ?? {};
    await writeSetting(writer, NEWS_SEEN, { ...others, [person.id]: VERSION });
  });
  return {};
};

const FIXED: Sentence = {
  nl: 'Welke versies deze computer krijgt, heeft je beheerder vastgelegd.',
  en: 'Your administrator has fixed which versions this computer gets.',
};
const NOTHING_READY: Sentence = {
  nl: 'Er staat geen nieuwe versie meer klaar. Kijk opnieuw.',
  en: 'No new version is ready any more. Look again.',
};
