/** What every place says of a donor, and the order of trust. */
import { dayOfInstant, type CalendarDay, type Instant } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { givingOn } from '../../../domain/giving.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { LEVEL_NAMES, levelOn } from '../../../domain/loyalty/level.ts';
import {
  DEFAULT_TRUST,
  joinPicture,
  PICTURE_FIELD_NAMES,
  PICTURE_FIELDS,
  TRUST_CHOICES,
  TRUST_NAMES,
  trustSchema,
  type JoinedField,
  type Saying,
  type Trust,
} from '../../../domain/one-picture/picture.ts';
import type { Picture } from '../../../contract/procedures/picture.ts';
import { readSourceGiving, readSourcePeopleOf, type SourcePerson } from '../../../db/matching/waiting.ts';
import { readSayings } from '../../../db/one-picture/places.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { readGifts, readMandates } from '../../../db/queries/giving.ts';
import { readSetting, writeSetting, type Setting } from '../../../db/queries/settings.ts';
import type { Reader } from '../../../db/store.ts';
import { writeAudit } from '../attention/end.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { requireAccess } from '../donor/access.ts';
import { nameAt, writeGiving } from '../matching/view-match.ts';
import { asItIs, writeMatched } from '../matching/write-value.ts';
import { notFound } from '../refusal.ts';

export const TRUST: Setting<Trust> = { key: 'trust', schema: trustSchema };

const readTrust = async (reader: Reader): Promise<Trust> => (await readSetting(reader, TRUST)) ?? DEFAULT_TRUST;

export const getPicture: Handler<'donor.picture'> = async (context, { donorId }) => {
  const { reader } = context.store;
  if (!(await readDonors(reader, [donorId])).has(donorId)) throw notFound();
  await requireAccess(context, donorId);
  const fields = joinPicture(await readSayings(reader, donorId), await readTrust(reader));
  const people = await readSourcePeopleOf(reader, [donorId]);
  return {
    fields: fields.map((field) => viewField(field, context.today)),
    level: await levelOf(context, donorId),
    links: await Promise.all(people.map((person) => viewLink(context, person))),
  };
};

function viewField({ field, values }: JoinedField, today: CalendarDay): Picture['fields'][number] {
  return {
    field,
    name: PICTURE_FIELD_NAMES[field],
    values: values.map(({ value, said }) => ({
      value: field === 'birthday' ? writeMatched('birthday', value) : writeShown(field, value),
      said: said.map((saying) => writePlace(saying, today)),
    })),
  };
}

const writeShown = (field: JoinedField['field'], value: string): Sentence =>
  field === 'phone' ? writeMatched('mobile', value) : asItIs(value);

function writePlace({ place, at }: Pick<Saying, 'place' | 'at'>, today: CalendarDay): Sentence {
  return at === null
    ? asItIs(place)
    : sentence((language) => `${place}, ${writeDay(dayOfInstant(at), language, { today })}`);
}

/** Gifts, mandates and actions of all places count: those of sites were made rows of the donor when she was linked. */
async function levelOf({ store, today, programmes }: AskContext, donorId: number): Promise<Sentence | null> {
  const [facts] = await readFacts(store.reader, [donorId]);
  if (facts === undefined) return null;
  const gifts = (await readGifts(store.reader, [donorId])).get(donorId) ?? [];
  const mandates = (await readMandates(store.reader, [donorId])).get(donorId) ?? [];
  const level = levelOn(today, facts, givingOn(today, gifts, mandates), programmes.loyalty);
  return level === null ? null : LEVEL_NAMES[level];
}

async function viewLink({ store, today }: AskContext, person: SourcePerson): Promise<Picture['links'][number]> {
  return {
    sourceDonorId: person.id,
    name: nameAt(person),
    siteName: person.siteName,
    giving: writeGiving(await readSourceGiving(store.reader, person.id), today),
    linked: writeLinked(person.linkedBy, person.linkedAt ?? person.first_seen_at, today),
  };
}

function writeLinked(by: string | null, at: Instant, today: CalendarDay): Sentence {
  const day = (language: 'nl' | 'en'): string => writeDay(dayOfInstant(at), language, { today });
  return by === null
    ? { nl: `Vanzelf gekoppeld, ${day('nl')}`, en: `Linked by itself, ${day('en')}` }
    : { nl: `Gekoppeld door ${by}, ${day('nl')}`, en: `Linked by ${by}, ${day('en')}` };
}

export const getTrust: Handler<'settings.trust'> = async ({ store }) => ({
  trust: await readTrust(store.reader),
  fields: PICTURE_FIELDS.map((id) => ({ id, name: PICTURE_FIELD_NAMES[id] })),
  choices: TRUST_CHOICES.map((id) => ({ id, name: TRUST_NAMES[id] })),
});

export const saveTrust: Handler<'settings.saveTrust'> = async (context, trust) => {
  await context.store.write(async (writer) => {
    await writeSetting(writer, TRUST, trust);
    await writeAudit(context, writer, 'trust-saved', 'trust', { detail: { trust } });
  });
  return {};
};
