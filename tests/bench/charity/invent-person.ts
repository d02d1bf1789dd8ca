/** Names, numbers and addresses of invented donors. */
import { MEN, SURNAMES, WOMEN } from '../../../sync/practice/fill/invented/names.ts';
import type { Random } from './random.ts';

export interface InventedPerson {
  readonly firstName: string;
  readonly prefix: string;
  readonly surname: string;
  readonly displayName: string;
  readonly gender: 'female' | 'male';
  readonly externalId: string;
  /** E.164; null for a donor without a telephone. */
  readonly number: string | null;
  readonly email: string | null;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly doesNotWantCalls: boolean;
  readonly isDeceased: boolean;
}

const STREETS = ['Dorpsstraat', 'Kerkweg', 'Wilgenhof', 'Molenlaan', 'Stationsplein', 'Prins Hendrikkade'];
const TOWNS = ['Zwolle', 'Utrecht', 'Groningen', 'Breda', 'Leeuwarden', 'Maastricht', 'Amersfoort', 'Delft'];
/** Without those that are never given out together. */
const LETTERS = 'ABCDEGHJKLMNPRTVWXZ';

/** @param id from 1; it makes the telephone number and the donor's number unique */
export function inventPerson(id: number, random: Random): InventedPerson {
  const gender = random.chance(0.5) ? 'female' : 'male';
  const firstName = firstNameOf(gender, random);
  const [prefix, surname] = surnameOf(random);
  const displayName = [firstName, prefix, surname].filter((part) => part !== '').join(' ');
  const mailName = displayName.normalize('NFD').replaceAll(/[^A-Za-z]+/g, '.');
  return {
    firstName,
    prefix,
    surname,
    displayName,
    gender,
    externalId: `D${String(id).padStart(7, '0')}`,
    number: random.chance(0.88) ? `+316${String(10_000_000 + id * 13)}` : null,
    email: random.chance(0.7) ? `${mailName.toLowerCase()}.${id}@example.org` : null,
    street: `${random.pick(STREETS)} ${1 + random.below(240)}`,
    postcode: `${1_000 + random.below(9_000)} ${letter(random)}${letter(random)}`,
    town: random.pick(TOWNS),
    doesNotWantCalls: random.chance(0.04),
    isDeceased: random.chance(0.01),
  };
}

function firstNameOf(gender: 'female' | 'male', random: Random): string {
  const names = gender === 'female' ? WOMEN : MEN;
  if (random.chance(0.25)) return `${random.pick(names)[0]}.${random.pick(names)[0]}.`;
  return random.chance(0.1) ? `${random.pick(names)}-${random.pick(names)}` : random.pick(names);
}

/** A million people have more surnames than a list has: a third gets a double one. */
function surnameOf(random: Random): readonly [prefix: string, surname: string] {
  const [prefix, surname] = random.pick(SURNAMES);
  if (!random.chance(0.33)) return [prefix ?? '', surname];
  const [otherPrefix, other] = random.pick(SURNAMES);
  return [prefix ?? '', `${surname}-${otherPrefix === null ? '' : `${otherPrefix} `}${other}`];
}

function letter(random: Random): string {
  return LETTERS[random.below(LETTERS.length)] ?? 'A';
}
