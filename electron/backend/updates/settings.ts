/** What a profile remembers of versions. */
import { z } from 'zod';
import type { Setting } from '../../../db/queries/settings.ts';
import { UPDATE_CHANNELS } from '../../../contract/procedures/updates.ts';

export const UPDATE_CHANNEL: Setting<(typeof UPDATE_CHANNELS)[number]> = {
  key: 'updates.channel',
  schema: z.enum(UPDATE_CHANNELS),
};

/** The version of Dankbel that opened this profile first, as far as it is known. */
export const FIRST_VERSION: Setting<string> = { key: 'program.first', schema: z.string() };

/** The version of which each person, by number, saw what is new. */
export const NEWS_SEEN: Setting<Readonly<Record<string, string>>> = {
  key: 'news.seen',
  schema: z.record(z.string(), z.string()),
};
