/** What a place says of somebody, by the columns that keep it. */
import type { SourcePerson } from './records.ts';

export function personColumns(person: Omit<SourcePerson, 'isCallable'>) {
  return {
    first_name: person.firstName,
    infix: person.infix,
    last_name: person.lastName,
    organisation: person.organisation,
    email: person.email,
    phone: person.phone,
    phone_number: person.phoneNumber,
    iban: person.iban,
    street: person.street,
    house_number: person.houseNumber,
    house_number_addition: person.houseNumberAddition,
    postcode: person.postcode,
    town: person.town,
    country: person.country,
    language: person.language,
    birth_date: person.birthDate,
  } as const;
}
