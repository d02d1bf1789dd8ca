/** What fundraising sites and files say of those who are linked to this donor. */
import type { PictureField, Saying } from '../../domain/one-picture/picture.ts';
import { writeAddress } from '../../domain/postal-address.ts';
import { addressOf } from '../matching/source-identity.ts';
import { readSourcePeopleOf, type SourcePerson } from '../matching/waiting.ts';
import type { Reader } from '../store.ts';

export async function readFromSites(reader: Reader, donorId: number): Promise<readonly Saying[]> {
  return (await readSourcePeopleOf(reader, [donorId])).flatMap(sayingsOf);
}

function sayingsOf(person: SourcePerson): readonly Saying[] {
  const name = [person.first_name, person.infix, person.last_name].filter((part) => part !== '').join(' ');
  const hasAddress = person.street !== null || person.postcode !== null;
  const said: readonly (readonly [PictureField, string | null])[] = [
    ['name', name],
    ['organisation', person.organisation],
    ['email', person.email],
    ['phone', person.phone],
    ['address', hasAddress ? writeAddress(addressOf(person)) : null],
    ['birthday', person.birth_date],
  ];
  return said.flatMap(([field, value]) =>
    value === null || value === '' ? [] : [{ field, value, ...placeOf(person), at: person.changed_at }],
  );
}

/** Of a file also which one it was: there can be several of one place. */
function placeOf({ siteKind, siteName, file }: SourcePerson): Pick<Saying, 'kind' | 'place'> {
  if (siteKind !== 'file') return { kind: 'site', place: siteName };
  return { kind: 'file', place: file === null ? siteName : `${siteName} (${file})` };
}
