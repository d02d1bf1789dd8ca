/** What was delivered, and beside it what came out of the calls (docs/kal.md). */
import { readDonors, readMirrorDonors, type Donor } from '../../../../db/queries/donor-details.ts';
import { groupByDonor, inList } from '../../../../db/queries/many.ts';
import { readObjecting } from '../../../../db/queries/overlay-facts.ts';
import type { Reader } from '../../../../db/store.ts';
import { dayOfInstant, type CalendarDay } from '../../../../domain/calendar/day.ts';
import { flatDetails } from '../../../../domain/flat-details.ts';
import type { Language } from '../../../../domain/language.ts';
import type { PostalAddress } from '../../../../domain/postal-address.ts';
import { KAL_HEADERS } from '../../../../sync/files/kal/kal-headers.ts';
import { fileNumber, headersOf, type ExportRow, type Layout } from './layout.ts';
import { GENDER_WORDS, yesNo } from './words.ts';

const FIELDS = [
  'donorNumber',
  'organisation',
  'gender',
  'firstName',
  'prefix',
  'surname',
  'street',
  'postcode',
  'town',
  'country',
  'phone',
  'mobile',
  'email',
  'newFirstName',
  'newPrefix',
  'newSurname',
  'newStreet',
  'newPostcode',
  'newTown',
  'newCountry',
  'addressChangedOn',
  'newPhone',
  'newMobile',
  'newEmail',
  'doesNotWantCalls',
  'doesNotWantEmail',
  'doesNotWantPost',
  'isDeceased',
  'consentText',
  'consentDay',
  'consentSource',
] as const;

export const KAL_LAYOUT: Layout = {
  name: { nl: 'kal', en: 'kal' },
  header: headersOf(KAL_HEADERS, FIELDS),
  rows: async (reader, donorIds, language) => {
    const mirror = await readMirrorDonors(reader, donorIds);
    const shown = await readDonors(reader, donorIds);
    const extra = await readExtra(reader, donorIds);
    return donorIds.flatMap((id) => {
      const before = mirror.get(id);
      const now = shown.get(id);
      return before === undefined || now === undefined ? [] : [rowOf(before, now, extra, language)];
    });
  },
};

interface Extra {
  readonly objecting: ReadonlySet<number>;
  readonly movedOn: ReadonlyMap<number, CalendarDay>;
  readonly consents: ReadonlyMap<number, Consent>;
}

interface Consent {
  readonly day: CalendarDay;
  readonly words: string;
  readonly source: string;
}

async function readExtra(reader: Reader, donorIds: readonly number[]): Promise<Extra> {
  const list = inList(donorIds);
  const moves = await reader
    .selectFrom('correction')
    .select(['donor_id', 'at'])
    .where('donor_id', 'in', list)
    .where('field', '=', 'address')
    .where('undone_at', 'is', null)
    .orderBy('at')
    .execute();
  const consents = await reader
    .selectFrom('consent')
    .select(['donor_id', 'day', 'words', 'source'])
    .where('donor_id', 'in', list)
    .orderBy('day')
    .orderBy('id')
    .execute();
  return {
    objecting: await readObjecting(reader, donorIds),
    movedOn: new Map(moves.map(({ donor_id, at }) => [donor_id, dayOfInstant(at)])),
    consents: new Map(
      [...groupByDonor(consents, (row) => row)].flatMap(([id, rows]) => {
        const newest = rows.at(-1);
        return newest === undefined ? [] : [[id, newest] as const];
      }),
    ),
  };
}

function rowOf(before: Donor, now: Donor, { objecting, movedOn, consents }: Extra, language: Language): ExportRow {
  const old = flatDetails(before.details);
  const current = flatDetails(now.details);
  const isPerson = old.name.kind === 'individual';
  const newer = (was: string, is: string): string => (is === was ? '' : is);
  const isNewName = (['firstName', 'prefix', 'surname'] as const).some((part) => old.name[part] !== current.name[part]);
  const hasMoved = !isSame(old.address, current.address);
  const moved = hasMoved ? movedOn.get(now.donorId) : undefined;
  const consent = consents.get(now.donorId);
  const hasParts = old.name.firstName !== '' || old.name.surname !== '';
  return [
    fileNumber(before),
    isPerson ? '' : old.name.displayName,
    old.name.gender === null ? '' : GENDER_WORDS[old.name.gender][language],
    old.name.firstName,
    old.name.prefix,
    isPerson && !hasParts ? old.name.displayName : old.name.surname,
    ...addressCells(old.address),
    old.phone,
    old.mobile,
    old.email,
    newer(old.name.firstName, current.name.firstName),
    // The prefix goes with its surname, or nobody could say that it is gone.
    isNewName ? current.name.prefix : '',
    isNewName ? current.name.surname : '',
    ...(hasMoved ? addressCells(current.address) : ['', '', '', '']),
    moved === undefined ? null : { day: moved },
    newer(old.phone, current.phone),
    newer(old.mobile, current.mobile),
    newer(old.email, current.email),
    yesNo(objecting.has(now.donorId) || now.doesNotWantCalls, language),
    yesNo(now.wishes.doesNotWantEmail, language),
    yesNo(now.wishes.doesNotWantPost, language),
    yesNo(now.isDeceased, language),
    consent?.words ?? '',
    consent === undefined ? null : { day: consent.day },
    consent?.source ?? '',
  ];
}

function addressCells(address: PostalAddress | null): readonly string[] {
  return address === null ? ['', '', '', ''] : [address.street, address.postcode, address.town, address.country];
}

function isSame(a: PostalAddress | null, b: PostalAddress | null): boolean {
  return JSON.stringify(addressCells(a)) === JSON.stringify(addressCells(b));
}
