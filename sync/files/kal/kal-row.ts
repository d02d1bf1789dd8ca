/**
 * One row of a KAL file. Beside what was delivered stands what came out of the call: a value there is the newer one, an
 * empty cell says that nothing changed. An opt-out is taken; a "no" takes none away, for a bureau does not know what was
 * said elsewhere.
 */
import type { FileDonor, WholeDonor } from '../../../db/mirror/records-from-files.ts';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import type { PostalAddress } from '../../../domain/postal-address.ts';
import type { KalField } from '../fields.ts';
import type { RowCells } from '../row-cells.ts';
import { readCountry } from '../values/country.ts';
import { readDonorKind } from '../values/donor-kind.ts';
import { readGender } from '../values/gender.ts';
import type { Reading } from '../values/reading.ts';
import { readYesNo } from '../values/yes-no.ts';

type KalCells = RowCells<KalField>;

export interface KalConsent {
  readonly day: CalendarDay;
  readonly words: string;
  readonly source: string;
}

export interface KalRow {
  /** Of a donor who is not known yet: what was delivered, with the newer values over it. */
  readonly donor: FileDonor;
  /** Of a donor who is known: the newer values alone. */
  readonly newer: Partial<WholeDonor>;
  /** What was delivered, to see whether it is still what is known. */
  readonly delivered: Delivered;
  readonly consent: KalConsent | null;
}

export interface Delivered {
  readonly name: string;
  /** Empty for a person. */
  readonly organisation: string;
  readonly address: PostalAddress | null;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
}

const FLAGS = ['doesNotWantCalls', 'doesNotWantEmail', 'doesNotWantPost', 'isDeceased'] as const;

/** Null when a cell was refused. */
export function readKalRow(cells: KalCells, readDay: (text: string) => Reading<CalendarDay>): KalRow | null {
  const { has, text } = cells;
  const consent = readConsent(cells, readDay);
  if (has('addressChangedOn') && text('addressChangedOn') !== '') cells.read('addressChangedOn', readDay);
  const flags = Object.fromEntries(
    FLAGS.flatMap((flag) => (has(flag) && cells.read(flag, readYesNo) === true ? [[flag, true]] : [])),
  ) as Partial<Record<(typeof FLAGS)[number], boolean>>;
  const newer: Partial<WholeDonor> = { ...newerName(cells), ...newerDetails(cells), ...flags };
  const delivered: Delivered = {
    name: nameOf(text('firstName') || text('initials'), text('prefix'), text('surname')),
    organisation: text('organisation'),
    address: addressOf(cells, 'street', 'postcode', 'town', 'country'),
    phone: text('phone'),
    mobile: text('mobile'),
    email: text('email'),
  };
  const organisation = text('newOrganisation') || text('organisation');
  const firstName = text('newFirstName') || text('firstName') || text('initials');
  const surname = text('newSurname') || text('surname');
  if (organisation === '' && firstName === '' && surname === '') {
    const column = (['surname', 'organisation', 'newSurname', 'newOrganisation'] as const).find(has) ?? 'surname';
    cells.refuse(column, { nl: 'De naam ontbreekt.', en: 'The name is missing.' });
  }
  if (cells.refusal() !== null) return null;
  const isPerson = organisation === '';
  const gender = readGender(text('gender')) ?? null;
  const said: Partial<WholeDonor> = {
    kind: isPerson ? 'individual' : readDonorKind('', organisation),
    firstName,
    prefix: text('newPrefix') || text('prefix'),
    surname,
    ...(isPerson ? {} : { displayName: organisation }),
    ...(has('gender') ? { gender } : {}),
    address: delivered.address,
    phone: delivered.phone,
    mobile: delivered.mobile,
    email: delivered.email,
    ...newer,
  };
  return { donor: { externalId: text('donorNumber'), said }, newer, delivered, consent };
}

/** A prefix belongs to its surname: a new surname without one has none. */
function newerName({ text }: KalCells): Partial<WholeDonor> {
  const [firstName, prefix, surname] = [text('newFirstName'), text('newPrefix'), text('newSurname')];
  const organisation = text('newOrganisation');
  return {
    ...(firstName === '' ? {} : { firstName }),
    ...(surname === '' && prefix === '' ? {} : { prefix, surname: surname || text('surname') }),
    ...(organisation === '' ? {} : { displayName: organisation }),
  };
}

/** An address is one thing: with a new street come its postcode and its town. */
function newerDetails(cells: KalCells): Partial<WholeDonor> {
  const { text } = cells;
  const [street, postcode, town] = [text('newStreet'), text('newPostcode'), text('newTown')];
  const hasMoved = street !== '' || postcode !== '' || town !== '';
  const address: PostalAddress = {
    street: street || text('street'),
    postcode: postcode || text('postcode'),
    town: town || text('town'),
    country: readCountry(text('newCountry') || text('country')),
  };
  return {
    ...(hasMoved ? { address } : {}),
    ...(text('newPhone') === '' ? {} : { phone: text('newPhone') }),
    ...(text('newMobile') === '' ? {} : { mobile: text('newMobile') }),
    ...(text('newEmail') === '' ? {} : { email: text('newEmail') }),
  };
}

function addressOf(
  { text }: KalCells,
  streetField: KalField,
  postcodeField: KalField,
  townField: KalField,
  countryField: KalField,
): PostalAddress | null {
  const [street, postcode, town] = [text(streetField), text(postcodeField), text(townField)];
  if (street === '' && postcode === '' && town === '') return null;
  return { street, postcode, town, country: readCountry(text(countryField)) };
}

/** What legislation asks of consent: in which words, and when (rules-nl.md L3). */
function readConsent(cells: KalCells, readDay: (text: string) => Reading<CalendarDay>): KalConsent | null {
  const { has, text } = cells;
  if (!has('consentText') || (text('consentText') === '' && text('consentDay') === '')) return null;
  if (text('consentText') === '') {
    return cells.refuse('consentText', {
      nl: 'Hier staat een datum van toestemming, maar niet waarvoor. Zonder de woorden telt toestemming niet.',
      en: 'Here is a date of consent, but not to what. Without the words consent does not count.',
    });
  }
  if (text('consentDay') === '') {
    return cells.refuse('consentDay', {
      nl: 'Bij deze toestemming ontbreekt de datum. Zonder datum telt toestemming niet.',
      en: 'The date of this consent is missing. Without a date consent does not count.',
    });
  }
  const day = cells.read('consentDay', readDay);
  if (day === null) return null;
  return { day, words: text('consentText'), source: text('consentSource') || 'KAL' };
}

function nameOf(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
