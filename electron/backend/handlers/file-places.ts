/** Places beside the CRM that came from files: which there are, and taking one away whole (docs/decisions/0055). */
import { readFilePlaces } from '../../../db/sources/file-places.ts';
import { countPlace, whyPlaceStays, type WhyStays } from '../../../db/sources/remove-place.ts';
import type { Reader } from '../../../db/store.ts';
import type { Sentence } from '../../../domain/language.ts';
import type { Handler } from '../dispatcher.ts';
import { notFound, Refusal } from '../refusal.ts';

export const list: Handler<'files.places'> = async ({ store: { reader } }) => {
  const places = [];
  for (const { id, name, lastReadAt } of await readFilePlaces(reader)) {
    const { people, donors, gifts } = await countPlace(reader, id);
    places.push({ id, name, people, donors, gifts, lastReadAt });
  }
  return { places };
};

async function whyNot(reader: Reader, id: string): Promise<Sentence | null> {
  if (!(await readFilePlaces(reader)).some((place) => place.id === id)) throw notFound();
  const why = await whyPlaceStays(reader, id);
  return why === null ? null : WHY_STAYS[why];
}

export const preview: Handler<'files.placePreview'> = async ({ store: { reader } }, { id }) => ({
  whyNot: await whyNot(reader, id),
  ...(await countPlace(reader, id)),
});

export const remove: Handler<'files.removePlace'> = async ({ store, files, person }, { id }) => {
  const why = await whyNot(store.reader, id);
  if (why !== null) throw new Refusal('refused', why);
  files.removePlace(id, person.id);
  return {};
};

const WHY_STAYS: Readonly<Record<WhyStays, Sentence>> = {
  'not-compared': {
    nl: 'Nog niet iedereen van deze plek is met de donateurs vergeleken. Dat gaat vanzelf; kijk over een paar minuten opnieuw.',
    en: 'Not everybody of this place was compared with the donors yet. That goes by itself; look again in a few minutes.',
  },
  'unsent-objection': {
    nl: 'Verzet uit deze plek moet nog naar het CRM. Dat gaat vanzelf bij de volgende ronde; daarna kan de plek weg.',
    en: 'An objection of this place is still to go to the CRM. That goes by itself at the next round; then the place can go.',
  },
  'on-the-way': {
    nl: 'Iemand van deze plek is onderweg naar het CRM. Na de volgende ronde kan de plek weg.',
    en: 'Somebody of this place is on the way to the CRM. After the next round the place can go.',
  },
};
