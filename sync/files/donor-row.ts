/** One row of a file of donors. */
import type { FileDonor, WholeDonor } from '../../db/mirror/records-from-files.ts';
import type { PostalAddress } from '../../domain/postal-address.ts';
import type { DonorField } from './fields.ts';
import { readMandate, type MandateReaders } from './mandate-cells.ts';
import type { RowCells } from './row-cells.ts';
import { readCountry } from './values/country.ts';
import { readDonorKind } from './values/donor-kind.ts';
import { readGender } from './values/gender.ts';
import { readLanguage } from './values/language.ts';
import { joinStreet } from './values/street.ts';
import { readYesNo } from './values/yes-no.ts';

type DonorCells = RowCells<DonorField>;

/** Null when a cell was refused. */
export function readDonorRow(cells: DonorCells, readers: MandateReaders): FileDonor | null {
  const { has, text } = cells;
  const said: Partial<WholeDonor> = {
    ...readName(cells),
    ...(has('gender') ? { gender: readGender(text('gender')) ?? null } : {}),
    ...(has('language') ? { language: readLanguage(text('language')) } : {}),
    ...readFlag(cells, 'doesNotWantCalls'),
    ...readFlag(cells, 'doesNotWantEmail'),
    ...readFlag(cells, 'doesNotWantPost'),
    ...readFlag(cells, 'isDeceased'),
    ...(has('mobile') ? { mobile: text('mobile') } : {}),
    ...(has('phone') ? { phone: text('phone') } : {}),
    ...(has('email') ? { email: text('email') } : {}),
    ...(has('street') || has('postcode') || has('town') ? { address: readAddress(cells) } : {}),
  };
  const mandate = has('mandateAmount') ? { mandate: readMandate(cells, readers) } : {};
  return cells.refusal() === null ? { externalId: text('donorNumber'), said, ...mandate } : null;
}

type Name = Partial<Pick<WholeDonor, 'kind' | 'firstName' | 'prefix' | 'surname' | 'displayName'>>;

function readName(cells: DonorCells): Name {
  const { has, text } = cells;
  const organisation = text('organisation');
  const person = readPerson(cells);
  const isNameless = !person.firstName && !person.surname && !person.displayName;
  if (isNameless && organisation === '') {
    const column = (['surname', 'name', 'organisation'] as const).find(has) ?? 'surname';
    cells.refuse(column, { nl: 'De naam ontbreekt.', en: 'The name is missing.' });
  }
  if (!has('organisation') && !has('kind')) return person;
  const said = readDonorKind(text('kind'), organisation);
  const kind = said === 'individual' && isNameless ? readDonorKind('', organisation) : said;
  if (kind === 'individual') return { ...person, kind };
  return { ...person, kind, displayName: organisation || text('name') || text('surname') };
}

/**
 * The parts of a name. A column with only the whole name is not taken apart by guessing, save for the first name and
 * the prefix where the file has those in columns of their own; then what is left is the surname.
 */
function readPerson({ has, text }: DonorCells): Name {
  const firstName = text('firstName') || text('initials');
  const prefix = text('prefix');
  const parts = {
    ...(has('firstName') || has('initials') ? { firstName } : {}),
    ...(has('prefix') ? { prefix } : {}),
  };
  if (has('surname') && (text('surname') !== '' || !has('name'))) return { ...parts, surname: text('surname') };
  if (!has('name')) return parts;
  const whole = text('name');
  if (firstName === '') return { ...parts, surname: '', displayName: whole };
  return { ...parts, surname: withoutStart(withoutStart(whole, firstName), prefix) };
}

function withoutStart(whole: string, start: string): string {
  return start !== '' && whole.startsWith(`${start} `) ? whole.slice(start.length + 1) : whole;
}

type FlagField = 'doesNotWantCalls' | 'doesNotWantEmail' | 'doesNotWantPost' | 'isDeceased';

function readFlag(cells: DonorCells, field: FlagField): Partial<Record<FlagField, boolean>> {
  return cells.has(field) ? { [field]: cells.read(field, readYesNo) ?? false } : {};
}

function readAddress({ text }: DonorCells): PostalAddress | null {
  const street = joinStreet(text('street'), text('houseNumber'), text('addition'));
  const postcode = text('postcode');
  const town = text('town');
  if (street === '' && postcode === '' && town === '') return null;
  return { street, postcode, town, country: readCountry(text('country')) };
}
