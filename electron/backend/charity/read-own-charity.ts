/** What the charity says of itself, as everything that speaks or prints uses it. */
import { readCharity } from '../../../db/queries/charity-versions.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import type { Reader } from '../../../db/store.ts';
import { NEW_CHARITY, type Charity } from '../../../domain/charity/charity.ts';
import { PRACTICE_CHARITY } from '../../../domain/charity/practice-charity.ts';
import { storyFor, type GiftStory } from '../../../domain/charity/story-for.ts';
import { CHARITY, CONNECTION, IS_PRACTICE } from '../profile-settings.ts';

export async function readOwnCharity(reader: Reader): Promise<Charity> {
  return (await readCharity(reader)) ?? readStandardCharity(reader);
}

/** What a charity begins with; while practising with the texts of an invented one, so that there is something to say. */
export async function readStandardCharity(reader: Reader): Promise<Charity> {
  return (await readSetting(reader, IS_PRACTICE)) === true ? PRACTICE_CHARITY : NEW_CHARITY;
}

/** The name that donors hear: the coordinator's, else the organisation of the CRM. */
export async function readCharityName(reader: Reader): Promise<string> {
  const { name } = await readOwnCharity(reader);
  return name.trim() === '' ? readNameInCrm(reader) : name.trim();
}

export async function readNameInCrm(reader: Reader): Promise<string> {
  const kept = await readSetting(reader, CHARITY);
  return kept?.name ?? (await readSetting(reader, CONNECTION))?.organisation ?? '';
}

/**
 * What the call and the paper tell of a gift.
 *
 * @param project the campaign of the gift (`Gift.project`)
 */
export async function readStory(reader: Reader, project: string | null): Promise<GiftStory | null> {
  return storyFor(await readOwnCharity(reader), project);
}
