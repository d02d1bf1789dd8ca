/** Somebody who stands on several rows of a file: what a later row says, and what only an earlier one has. */
import type { SourcePerson } from '../../../db/sources/records.ts';

export function mergePeople(earlier: SourcePerson, later: SourcePerson): SourcePerson {
  const isNamed = later.firstName !== '' || later.lastName !== '' || later.organisation !== '';
  const { firstName, infix, lastName, organisation } = isNamed ? later : earlier;
  const home = later.street === null && later.postcode === null ? earlier : later;
  const reached = later.phone === null ? earlier : later;
  return {
    firstName,
    infix,
    lastName,
    organisation,
    email: later.email ?? earlier.email,
    phone: reached.phone,
    phoneNumber: reached.phoneNumber,
    iban: later.iban ?? earlier.iban,
    street: home.street,
    houseNumber: home.houseNumber,
    houseNumberAddition: home.houseNumberAddition,
    postcode: home.postcode,
    town: home.town,
    country: home.country,
    language: later.language,
    birthDate: later.birthDate ?? earlier.birthDate,
    isCallable: later.isCallable || earlier.isCallable,
  };
}
