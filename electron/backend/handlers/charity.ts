/** What the charity says of itself: read, checked, saved as a new version, taken back. */
import { checkCharity } from '../../../domain/charity/check-charity.ts';
import { picturesOf, type Charity } from '../../../domain/charity/charity.ts';
import { describeCharityChanges } from '../../../domain/charity/describe-charity.ts';
import { fold } from '../../../domain/charity/story-for.ts';
import type { Sentence } from '../../../domain/language.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { addCharityVersion, readCharityVersions } from '../../../db/queries/charity-versions.ts';
import { readCampaigns } from '../../../db/queries/campaigns.ts';
import { findPerson } from '../../../db/queries/people.ts';
import { findPicture, readPictureIds } from '../../../db/queries/pictures.ts';
import type { Reader } from '../../../db/store.ts';
import { keepPicture } from '../charity/keep-picture.ts';
import { readNameInCrm, readStandardCharity, readStory } from '../charity/read-own-charity.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { notFound, Refusal } from '../refusal.ts';

export const getCharity: Handler<'charity.get'> = async ({ store: { reader } }) => {
  const versions = await readCharityVersions(reader);
  const standard = await readStandardCharity(reader);
  const content = versions[0]?.content ?? standard;
  const known = new Set(content.projects.map(({ name }) => fold(name)));
  return {
    version: versions[0]?.number ?? null,
    content,
    nameInCrm: await readNameInCrm(reader),
    campaigns: (await readCampaigns(reader)).filter((name) => !known.has(fold(name))),
    history: await Promise.all(
      versions.map(async ({ number, at, personId, content: after, undoes }, index) => ({
        number,
        at,
        by: (await findPerson(reader, personId))?.name ?? '',
        changes: [...describeCharityChanges(versions[index + 1]?.content ?? standard, after)],
        undoes,
      })),
    ),
  };
};

export const checkTexts: Handler<'charity.check'> = async (_, { content }) => ({
  refusals: [...checkCharity(content)],
});

export const saveCharity: Handler<'charity.save'> = async (context, { content, version }) => {
  const refusals = checkCharity(content);
  if (refusals.length > 0) throw new Refusal('refused', together(refusals.map(({ sentence }) => sentence)));
  return save(context, version, null, () => content);
};

export const undoCharity: Handler<'charity.undo'> = async (context, { version }) =>
  save(context, version, version, (earlier) => earlier);

/** One new version, with who changed what, in one transaction. What is saved unchanged makes no version. */
async function save(
  { store, person, now }: AskContext,
  version: number | null,
  undoes: number | null,
  next: (earlier: Charity) => Charity,
): Promise<{ version: number }> {
  return store.write(async (writer) => {
    const { transaction } = writer;
    const standard = await readStandardCharity(transaction);
    const [current, earlier] = await readCharityVersions(transaction);
    if ((current?.number ?? null) !== version) throw new Refusal('out-of-date', SOMEBODY_SAVED);
    const content = next(earlier?.content ?? standard);
    const changes = describeCharityChanges(current?.content ?? standard, content);
    if (changes.length === 0) throw new Refusal('refused', NOTHING_CHANGED);
    await refuseUnknownPictures(transaction, content);
    const at = now();
    const number = await addCharityVersion(writer, { at, personId: person.id, content, undoes });
    const action = undoes === null ? 'charity-saved' : 'charity-undone';
    await noteAudit(writer, { at, personId: person.id, action, subject: String(number) });
    return { version: number };
  });
}

async function refuseUnknownPictures(reader: Reader, content: Charity): Promise<void> {
  const wanted = picturesOf(content);
  const here = await readPictureIds(reader, wanted);
  if (wanted.some((id) => !here.has(id))) throw new Refusal('refused', PICTURE_GONE);
}

export const addPicture: Handler<'charity.addPicture'> = async ({ store, now, person }, { base64 }) => {
  const { id, width, height } = await keepPicture(store, base64, { at: now(), personId: person.id });
  return { id, width, height };
};

export const getPicture: Handler<'charity.picture'> = async ({ store }, { id }) => {
  const picture = await findPicture(store.reader, id);
  if (picture === null) throw notFound();
  const { type, width, height, bytes } = picture;
  return { url: `data:${type};base64,${Buffer.from(bytes).toString('base64')}`, width, height };
};

export const getStory: Handler<'charity.story'> = async ({ store }, { project }) => ({
  story: await readStory(store.reader, project),
});

function together(sentences: readonly Sentence[]): Sentence {
  const join = (language: keyof Sentence): string => sentences.map((sentence) => sentence[language]).join(' ');
  return { nl: join('nl'), en: join('en') };
}

const SOMEBODY_SAVED: Sentence = {
  nl: 'Iemand anders heeft deze teksten net veranderd. Kijk opnieuw en bewaar dan.',
  en: 'Somebody else just changed these texts. Look again, and save then.',
};
const NOTHING_CHANGED: Sentence = {
  nl: 'Er is niets veranderd; er is niets te bewaren.',
  en: 'Nothing was changed; there is nothing to save.',
};
const PICTURE_GONE: Sentence = {
  nl: 'Een foto is niet meer op deze werkplek. Kies de foto opnieuw.',
  en: 'A picture is no longer on this workstation. Choose it again.',
};
