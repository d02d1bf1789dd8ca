/** Takes a file of a place beside the CRM, page by page: as a trial that changes nothing, or for good. */
import { sql } from 'kysely';
import { erasedAmong } from '../../../db/erasure/sources.ts';
import type { FilePerson, FilePlaceGift, Numbered, SavedPeople } from '../../../db/sources/save-file-people.ts';
import { saveFilePeople } from '../../../db/sources/save-file-people.ts';
import type { SourceConsent } from '../../../db/sources/records.ts';
import type { Writer } from '../../../db/store.ts';
import type { Instant } from '../../../domain/calendar/day.ts';
import { giftKey, giftSameness, personKey } from '../people/record-keys.ts';
import type { PeopleRow, RefusalOf } from '../people/people-row.ts';
import { mergePeople } from '../people/merge-people.ts';
import type { ReadPage } from './page-reader.ts';
import type { TakenPage } from './take-page.ts';

export interface PlaceBy {
  readonly siteId: string;
  readonly file: string;
  readonly at: Instant;
  readonly isForGood: boolean;
  /** Made for the trial of a file whose place is not there yet. */
  readonly makePlace: ((writer: Writer) => Promise<void>) | null;
}

/** Goes through the pages of one file; what it remembers of earlier ones tells a second row of somebody from a first. */
export function createPeopleTaker(by: PlaceBy): (writer: Writer, page: ReadPage) => Promise<TakenPage> {
  const seen = { people: new Set<string>(), gifts: new Map<string, number>(), giftKeys: new Set<string>() };
  return async (writer, page) => {
    const rows = page.people.map(({ value }) => keyed(value, seen.gifts));
    const erased = await erasedAmong(
      writer.transaction,
      by.siteId,
      rows.flatMap(({ key, gift }) => (gift === null ? [key] : [key, gift.key])),
    );
    const known = rows.filter(({ key, gift }) => !erased.has(key) && (gift === null || !erased.has(gift.key)));
    const people = peopleOf(known, by.at);
    const gifts = [
      ...new Map(known.flatMap(({ gift }) => (gift === null ? [] : [[gift.key, gift] as const]))).values(),
    ];
    const saved = await carryOut(writer, by, () => saveFilePeople(writer, { ...by, people, gifts }));
    const taken: TakenPage = {
      saved: {
        donors: count(people, saved.people, seen.people),
        mandates: { new: 0, changed: 0, unchanged: 0 },
        gifts: count(gifts, saved.gifts, seen.giftKeys),
      },
      refusals: page.refusals,
      erased: rows.length - known.length,
      stale: [],
      consents: known.filter(({ row }) => row.consent !== null).length,
    };
    return taken;
  };
}

interface Keyed {
  readonly key: string;
  readonly row: PeopleRow;
  readonly gift: FilePlaceGift | null;
}

function keyed(row: PeopleRow, earlier: Map<string, number>): Keyed {
  const key = personKey(row.number, row.person);
  if (row.gift === null) return { key, row, gift: null };
  const { number, day, amount, status } = row.gift;
  let before = 0;
  if (number === '') {
    const same = giftSameness(row.gift, row.person);
    before = earlier.get(same) ?? 0;
    earlier.set(same, before + 1);
  }
  const gift = { key: giftKey(row.gift, row.person, before), personKey: key, day, amount, status };
  return { key, row, gift: { ...gift, number: number === '' ? null : number } };
}

/** Somebody who is on several rows is one. */
function peopleOf(rows: readonly Keyed[], at: Instant): readonly FilePerson[] {
  const people = new Map<string, FilePerson>();
  for (const { key, row } of rows) {
    const before = people.get(key);
    const consents = consentsOf(row, at);
    people.set(
      key,
      before === undefined
        ? { key, person: row.person, consents, numbered: numberedIn(row) }
        : {
            key,
            person: mergePeople(before.person, row.person),
            consents: [...before.consents, ...consents],
            numbered: before.numbered,
          },
    );
  }
  return [...people.values()];
}

const numberedIn = ({ number, delivered }: PeopleRow): Numbered => ({
  number: number === '' ? null : number,
  delivered,
});

const KINDS: Readonly<Record<RefusalOf, string>> = {
  doesNotWantCalls: 'contact_phone',
  doesNotWantEmail: 'contact_email',
  doesNotWantPost: 'contact_post',
  isDeceased: 'deceased',
};

function consentsOf({ refuses, consent }: PeopleRow, at: Instant): readonly SourceConsent[] {
  return [
    ...new Map(
      refuses.map((flag) => [flag, { kind: KINDS[flag], isGranted: false, at, words: '', version: null }]),
    ).values(),
    ...(consent === null
      ? []
      : [
          {
            kind: 'contact_phone',
            isGranted: true,
            at: `${consent.day}T00:00:00.000Z`,
            words: consent.words,
            version: consent.source,
          },
        ]),
  ];
}

/** A trial goes the same way, and leaves nothing behind. */
async function carryOut(
  writer: Writer,
  { isForGood, makePlace }: PlaceBy,
  save: () => Promise<SavedPeople>,
): Promise<SavedPeople> {
  const { transaction } = writer;
  if (isForGood) return save();
  await sql`SAVEPOINT trial`.execute(transaction);
  try {
    await makePlace?.(writer);
    return await save();
  } finally {
    await sql`ROLLBACK TO trial`.execute(transaction);
    await sql`RELEASE trial`.execute(transaction);
  }
}

/** What an earlier page counted is not counted again. */
function count(
  records: readonly { readonly key: string }[],
  { new: added, changed }: SavedPeople['people'],
  seen: Set<string>,
): { readonly new: number; readonly changed: number; readonly unchanged: number } {
  const first = records.filter(({ key }) => !seen.has(key));
  for (const { key } of first) seen.add(key);
  const news = first.filter(({ key }) => added.has(key)).length;
  const changes = first.filter(({ key }) => changed.has(key)).length;
  return { new: news, changed: changes, unchanged: first.length - news - changes };
}
