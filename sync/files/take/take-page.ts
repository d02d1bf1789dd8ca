/** Writes one page of a file: part of one write, so that the page is taken as a whole or not at all. */
import { findErased } from '../../../db/erasure/tombstones.ts';
import { findDonorIds } from '../../../db/mirror/known-from-files.ts';
import type { FileDonor, FileGift } from '../../../db/mirror/records-from-files.ts';
import { saveFromFiles, tryFromFiles, type SavedFromFiles } from '../../../db/mirror/save-from-files.ts';
import type { Writer } from '../../../db/store.ts';
import type { Instant } from '../../../domain/calendar/day.ts';
import type { Sentence } from '../../../domain/language.ts';
import { cutValue, type RowRefusal } from '../refusal.ts';
import type { KalConsent, KalRow } from '../kal/kal-row.ts';
import { kalNews, onlyNews, readShown } from './own-corrections.ts';
import type { ReadPage, TakenRow } from './page-reader.ts';

export interface TakenPage {
  readonly saved: SavedFromFiles;
  readonly refusals: readonly RowRefusal[];
  /** Rows of donors who were erased here. */
  readonly erased: number;
  /** Rows of a KAL file whose correction was made of something that is no longer known. */
  readonly stale: readonly number[];
  readonly consents: number;
}

export interface TakeBy {
  readonly file: string;
  /** Header of the column with the number of the donor. */
  readonly donorColumn: string;
  readonly personId: number;
  readonly at: Instant;
  /** False: nothing is written. */
  readonly isForGood: boolean;
}

export async function takePage(writer: Writer, page: ReadPage, by: TakeBy): Promise<TakenPage> {
  const { donors, gifts, kal, erased } = await withoutErased(writer, page);
  const known = await knownGifts(writer, gifts, by);
  const news = await newsOf(writer, donors, kal);
  const saved = await (by.isForGood ? saveFromFiles : tryFromFiles)(
    writer,
    news.donors,
    known.taken.map(({ value }) => value),
  );
  const consents = await saveConsents(writer, kal, by);
  return {
    saved: consents.isNewsOf.size === 0 ? saved : countConsents(saved, consents.isNewsOf, news.unchanged),
    refusals: [...page.refusals, ...known.refusals].sort((a, b) => a.line - b.line),
    erased,
    stale: news.stale,
    consents: consents.count,
  };
}

async function withoutErased(
  { transaction }: Writer,
  { donors, gifts, kal }: ReadPage,
): Promise<Pick<ReadPage, 'donors' | 'gifts' | 'kal'> & { readonly erased: number }> {
  const numbers = [
    ...donors.map(({ value }) => value.externalId),
    ...gifts.map(({ value }) => value.donorExternalId),
    ...kal.map(({ value }) => value.donor.externalId),
  ];
  const erased = await findErased(transaction, 'number', [...new Set(numbers)]);
  if (erased.size === 0) return { donors, gifts, kal, erased: 0 };
  return {
    donors: donors.filter(({ value }) => !erased.has(value.externalId)),
    gifts: gifts.filter(({ value }) => !erased.has(value.donorExternalId)),
    kal: kal.filter(({ value }) => !erased.has(value.donor.externalId)),
    erased: erased.size,
  };
}

interface News {
  readonly donors: readonly FileDonor[];
  readonly stale: readonly number[];
  /** Numbers of known donors of whom a KAL file says nothing new. */
  readonly unchanged: ReadonlySet<string>;
}

async function newsOf(
  { transaction }: Writer,
  donors: readonly TakenRow<FileDonor>[],
  kal: readonly TakenRow<KalRow>[],
): Promise<News> {
  const numbers = [...donors, ...kal.map(({ line, value }) => ({ line, value: value.donor }))];
  const shown = await readShown(
    transaction,
    numbers.map(({ value }) => value.externalId),
  );
  const stale: number[] = [];
  const ofKal = kal.map((row) => {
    const news = kalNews(row, shown.get(row.value.donor.externalId));
    if (news.isStale) stale.push(row.line);
    return news.donor;
  });
  return {
    donors: [
      ...donors.map(({ value }) => {
        const donor = shown.get(value.externalId);
        return donor === undefined ? value : { ...value, said: onlyNews(value.said, donor) };
      }),
      ...ofKal,
    ],
    stale,
    unchanged: new Set(ofKal.flatMap(({ externalId, said }) => (Object.keys(said).length === 0 ? [externalId] : []))),
  };
}

/** Gifts of donors who are not known are refused: in the screen, donors come first. */
async function knownGifts(
  { transaction }: Writer,
  gifts: readonly TakenRow<FileGift>[],
  { file, donorColumn }: TakeBy,
): Promise<{ readonly taken: readonly TakenRow<FileGift>[]; readonly refusals: readonly RowRefusal[] }> {
  if (gifts.length === 0) return { taken: gifts, refusals: [] };
  const known = await findDonorIds(transaction, [...new Set(gifts.map(({ value }) => value.donorExternalId))]);
  const isKnown = ({ value }: TakenRow<FileGift>): boolean => known.has(value.donorExternalId);
  return {
    taken: gifts.filter(isKnown),
    refusals: gifts
      .filter((row) => !isKnown(row))
      .map(({ line, value }) => ({
        file,
        line,
        column: cutValue(donorColumn),
        value: cutValue(value.donorExternalId),
        reason: UNKNOWN_DONOR,
      })),
  };
}

interface SavedConsents {
  readonly count: number;
  readonly isNewsOf: ReadonlySet<string>;
}

/** A consent is a fact: it is added, and the same one is not added twice. */
async function saveConsents(
  { transaction }: Writer,
  kal: readonly TakenRow<KalRow>[],
  { personId, at, isForGood }: TakeBy,
): Promise<SavedConsents> {
  const given = kal.flatMap(({ value: { donor, consent } }) =>
    consent === null ? [] : [{ number: donor.externalId, consent }],
  );
  if (given.length === 0) return { count: 0, isNewsOf: new Set() };
  const ids = await findDonorIds(
    transaction,
    given.map(({ number }) => number),
  );
  const isNewsOf = new Set<string>();
  for (const { number, consent } of given) {
    const donorId = ids.get(number);
    if (donorId !== undefined && (await isRecorded(transaction, donorId, consent))) continue;
    isNewsOf.add(number);
    if (!isForGood || donorId === undefined) continue;
    await transaction
      .insertInto('consent')
      .values({ donor_id: donorId, person_id: personId, at, ...consent })
      .execute();
  }
  return { count: isNewsOf.size, isNewsOf };
}

async function isRecorded(
  transaction: Writer['transaction'],
  donorId: number,
  { day, words }: KalConsent,
): Promise<boolean> {
  const rows = await transaction
    .selectFrom('consent')
    .select('words')
    .where('donor_id', '=', donorId)
    .where('day', '=', day)
    .execute();
  const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
  return rows.some((row) => plain(row.words) === plain(words));
}

/** A donor of whom only the consent is new counts as changed. */
function countConsents(
  saved: SavedFromFiles,
  isNewsOf: ReadonlySet<string>,
  unchanged: ReadonlySet<string>,
): SavedFromFiles {
  const more = [...isNewsOf].filter((number) => unchanged.has(number)).length;
  const { donors } = saved;
  return {
    ...saved,
    donors: { ...donors, changed: donors.changed + more, unchanged: donors.unchanged - more },
  };
}

/** Of a gift whose donor is not known here. */
export const UNKNOWN_DONOR: Sentence = {
  nl: 'Deze donateur is op deze werkplek niet bekend. Lees eerst het bestand met donateurs in.',
  en: 'This donor is not known on this workstation. Import the file of donors first.',
};
