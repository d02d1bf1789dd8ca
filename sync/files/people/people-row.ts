/** One row of a file of a place: somebody, what she does not want, and what she gave. */
import { validNumberIn } from '../../../domain/phone-number.ts';
import { dutchPostcode, type PostalAddress } from '../../../domain/postal-address.ts';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import type { GiftStatus } from '../../../domain/gift.ts';
import type { Cents } from '../../../domain/money.ts';
import type { WholeDonor } from '../../../db/mirror/records-from-files.ts';
import type { SourcePerson } from '../../../db/sources/records.ts';
import { emailOf, ibanOf } from '../../../domain/matching/prepare.ts';
import { readDonorRow } from '../donor-row.ts';
import type { DonorField, PeopleField } from '../fields.ts';
import type { GiftReaders } from '../gift-row.ts';
import type { KalConsent, KalRow } from '../kal/kal-row.ts';
import type { MandateReaders } from '../mandate-cells.ts';
import type { RowCells } from '../row-cells.ts';
import type { Reading } from '../values/reading.ts';
import { splitName } from './split-name.ts';

export const REFUSALS = ['doesNotWantCalls', 'doesNotWantEmail', 'doesNotWantPost', 'isDeceased'] as const;
export type RefusalOf = (typeof REFUSALS)[number];

export interface PeopleRow {
  /** Of the place's own; empty for none. */
  readonly number: string;
  readonly person: SourcePerson;
  readonly refuses: readonly RefusalOf[];
  readonly consent: KalConsent | null;
  readonly gift: PeopleGift | null;
  /** What a KAL file repeats of what went out; null of any other. */
  readonly delivered: { readonly name: string; readonly postcode: string | null } | null;
}

export interface PeopleGift {
  readonly number: string;
  readonly day: CalendarDay;
  readonly amount: Cents;
  readonly status: GiftStatus;
}

type Cells = RowCells<PeopleField>;

/** Null when a cell was refused. */
export function readPeopleRow(
  cells: Cells,
  gifts: GiftReaders,
  readBirthDate: (text: string) => Reading<CalendarDay>,
): PeopleRow | null {
  // Fields of mandates and kinds, which such a file has not, are asked for in vain.
  const donor = readDonorRow(cells as unknown as RowCells<DonorField>, NO_MANDATES);
  const gift = readGift(cells, gifts);
  const birthDate =
    cells.has('birthDate') && cells.text('birthDate') !== '' ? cells.read('birthDate', readBirthDate) : null;
  if (donor === null || cells.refusal() !== null) return null;
  const person = personOf(donor.said, { iban: cells.has('iban') ? cells.text('iban') : '', birthDate });
  return { number: donor.externalId, person, refuses: refusedIn(donor.said), consent: null, gift, delivered: null };
}

const NO_MANDATES = {} as MandateReaders;

/** Money at a counter has come in; a file that has a status says it itself. */
function readGift(cells: Cells, readers: GiftReaders): PeopleGift | null {
  const { has, text, read } = cells;
  if (!has('amount') || text('amount') === '') return null;
  const amount = read('amount', readers.amount);
  const day = has('day') ? read('day', readers.day) : null;
  if (day === null && cells.refusal() === null) {
    return cells.refuse('amount', {
      nl: 'Bij deze gift ontbreekt de dag. Kies de kolom met de datum.',
      en: 'The day of this gift is missing. Choose the column with the date.',
    });
  }
  if (has('currency')) read('currency', readers.currency);
  const status = has('status') && text('status') !== '' ? read('status', readers.status) : 'received';
  if (amount === null || day === null || status === null || cells.refusal() !== null) return null;
  return { number: has('giftNumber') ? text('giftNumber') : '', day, amount, status };
}

/** What a bureau says of somebody: the newer values, over what was delivered. */
export function peopleRowOfKal({ donor, consent, delivered: { name, organisation, address } }: KalRow): PeopleRow {
  return {
    number: donor.externalId,
    person: personOf(donor.said, { iban: '', birthDate: null }),
    refuses: refusedIn(donor.said),
    consent,
    gift: null,
    delivered: { name: organisation === '' ? name : organisation, postcode: filled(dutchIn(address)) },
  };
}

const refusedIn = (said: Partial<WholeDonor>): readonly RefusalOf[] => REFUSALS.filter((flag) => said[flag] === true);

function personOf(
  said: Partial<WholeDonor>,
  { iban, birthDate }: { readonly iban: string; readonly birthDate: CalendarDay | null },
): SourcePerson {
  const { kind = 'individual', firstName = '', prefix = '', surname = '', displayName = '' } = said;
  const isWhole = firstName === '' && surname === '' && kind !== 'organization';
  const name = isWhole
    ? splitName(displayName.replace(/^(?:familie|fam\.?|gezin)\s+/i, ''))
    : { firstName, infix: prefix, lastName: surname };
  const phone = [said.mobile, said.phone].find((each) => each !== undefined && each !== '') ?? null;
  const address = said.address ?? null;
  return {
    ...name,
    organisation: kind === 'organization' ? displayName : '',
    email: said.email === undefined || said.email === '' ? null : emailOf(said.email),
    phone,
    phoneNumber: phone === null ? null : validNumberIn(phone),
    iban: iban === '' ? null : ibanOf(iban),
    street: filled(address?.street),
    houseNumber: null,
    houseNumberAddition: null,
    postcode: filled(dutchIn(address)),
    town: filled(address?.town),
    country: address?.country ?? null,
    language: said.language ?? 'nl',
    birthDate,
    isCallable: true,
  };
}

/** "6811AD" in the Netherlands; elsewhere as it stands. */
const dutchIn = (address: PostalAddress | null): string | undefined =>
  (address?.country === 'NL' ? dutchPostcode(address.postcode) : null) ?? address?.postcode;

const filled = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
