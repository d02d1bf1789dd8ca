/** The coordinator's settings for the conversation, as they are kept: with the value before, so that it can come back. */
import { z } from 'zod';
import { instantSchema } from '../../../contract/values.ts';
import { PRACTICE_TALK } from '../../../domain/talk/practice-talk.ts';
import { NEW_TALK, talkSchema, type Talk } from '../../../domain/talk/talk.ts';
import { readSetting, type Setting } from '../../../db/queries/settings.ts';
import type { Reader } from '../../../db/store.ts';
import { IS_PRACTICE } from '../profile-settings.ts';

const keptSchema = z.object({
  version: z.int(),
  content: talkSchema,
  /** What held before the last change. */
  before: talkSchema,
  at: instantSchema,
  by: z.string(),
});
export type KeptTalk = z.infer<typeof keptSchema>;

export const TALK: Setting<KeptTalk> = { key: 'talk', schema: keptSchema };

export async function readTalk(reader: Reader): Promise<Talk> {
  return (await readSetting(reader, TALK))?.content ?? readStandardTalk(reader);
}

/** What a charity begins with; while practising that of an invented one. */
export async function readStandardTalk(reader: Reader): Promise<Talk> {
  return (await readSetting(reader, IS_PRACTICE)) === true ? PRACTICE_TALK : NEW_TALK;
}
