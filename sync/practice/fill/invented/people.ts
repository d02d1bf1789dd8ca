import type { Donor, DonorAddress, DonorEmail, DonorPhone } from './donor.ts';
import { COMPANIES, LEGAL_FORMS, MEN, SURNAMES, WOMEN } from './names.ts';
import { ADDITIONS, FORBIDDEN_LETTERS, STREETS, TOWNS } from './places.ts';
import type { Town } from './places.ts';
import type { Random } from './random.ts';

const NETHERLANDS = 1152;
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXZ';

function postcodeLetters(random: Random): string {
  const letters = random.letter(LETTERS) + random.letter(LETTERS);
  return FORBIDDEN_LETTERS.has(letters) ? 'AB' : letters;
}

/** An address in a town; the postcode is one that the town could have. */
export function inventAddress(random: Random, town: Town): DonorAddress {
  return {
    street: `${random.pick(STREETS)} ${random.integer(1, 240)}${random.pick(ADDITIONS)}`,
    postcode: `${random.integer(town.from, town.to)} ${postcodeLetters(random)}`,
    town: town.name,
    country: NETHERLANDS,
    shared: false,
  };
}

/** The ways in which people write a number; the first is the plainest. */
function notate(random: Random, area: string, rest: string): string {
  const half = Math.floor(rest.length / 2);
  return random.pick([
    `0${area}-${rest}`,
    `0${area} ${rest}`,
    `0${area}${rest}`,
    `+31${area}${rest}`,
    `+31 ${area} ${rest}`,
    `(0${area}) ${rest}`,
    `0${area} - ${rest.slice(0, half)} ${rest.slice(half)}`,
    `0031${area}${rest}`,
  ]);
}

/** Mobile numbers start with 06-1 to 06-5. */
export function inventMobile(random: Random): DonorPhone {
  return { number: notate(random, '6', `${random.integer(1, 5)}${random.digits(7)}`), mobile: true };
}

/** A number at home, with the area code of the town. */
export function inventLandline(random: Random, town: Town): DonorPhone {
  const rest = `${random.integer(2, 8)}${random.digits(8 - town.area.length)}`;
  return { number: notate(random, town.area, rest), mobile: false };
}

function plain(text: string): string {
  const letters = text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i');
  return letters.replace(/[^a-z]+/g, '');
}

/** An address made of the parts of a name, in a domain that belongs to nobody. */
export function inventEmail(random: Random, ...parts: readonly (string | null)[]): DonorEmail {
  const name = parts
    .map((part) => plain(part ?? ''))
    .filter((part) => part !== '')
    .join(random.pick(['.', '', '_']));
  return {
    address: `${name}${random.integer(1, 9999)}@${random.pick(['', 'mail.', 'post.'])}example.nl`,
    onHold: false,
  };
}

function contactPoints(random: Random, donor: Donor, town: Town): void {
  donor.address = inventAddress(random, town);
  if (random.chance(0.88)) donor.phones.push(inventMobile(random));
  if (donor.phones.length === 0 || random.chance(0.2)) donor.phones.push(inventLandline(random, town));
  if (random.chance(0.9)) donor.emails.push(inventEmail(random, donor.firstName, donor.lastName, donor.name));
}

function emptyDonor(kind: Donor['kind'], gender: Donor['gender'], birthDate: string | null): Donor {
  return {
    kind,
    firstName: null,
    middleName: null,
    lastName: null,
    name: null,
    gender,
    birthDate,
    address: null,
    phones: [],
    emails: [],
    gifts: [],
    mandates: [],
    moments: [],
    wishes: new Set(),
    deceasedOn: null,
    inBin: false,
    isMerged: false,
    origin: null,
    preferredTime: null,
  };
}

function inventBirthDate(random: Random, year: number): string | null {
  if (!random.chance(0.45)) return null;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year - random.integer(22, 88)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
}

function inventIndividual(random: Random, year: number): Donor {
  const isWoman = random.chance(0.55);
  const donor = emptyDonor(
    'Individual',
    random.chance(0.75) ? (isWoman ? 'female' : 'male') : null,
    inventBirthDate(random, year),
  );
  donor.firstName = random.chance(0.06) ? `${random.letter('ABCDEGHJKLMPRSTW')}.` : random.pick(isWoman ? WOMEN : MEN);
  const [prefix, surname] = random.pick(SURNAMES);
  donor.middleName = prefix;
  donor.lastName = surname;
  return donor;
}

function inventNamed(random: Random, kind: 'Household' | 'Organization'): Donor {
  const donor = emptyDonor(kind, null, null);
  const [prefix, surname] = random.pick(SURNAMES);
  donor.name =
    kind === 'Organization'
      ? `${random.pick(COMPANIES)} ${random.pick(LEGAL_FORMS)}`.trim()
      : `Familie ${[prefix, surname].filter((part) => part !== null).join(' ')}`;
  return donor;
}

/** Invents somebody, with an address, numbers and an e-mail, who has not given anything yet. */
export function inventPerson(random: Random, year: number): Donor {
  const kind = random.weighted({ Individual: 94, Organization: 3, Household: 3 });
  const donor = kind === 'Individual' ? inventIndividual(random, year) : inventNamed(random, kind);
  contactPoints(random, donor, random.pick(TOWNS));
  return donor;
}

/** Invents somebody who lives with somebody else: the same address, and often the same number at home. */
export function inventPartner(random: Random, year: number, other: Donor): Donor {
  const partner = inventIndividual(random, year);
  if (random.chance(0.5)) {
    partner.middleName = other.middleName;
    partner.lastName = other.lastName;
  }
  const town = TOWNS.find((candidate) => candidate.name === other.address?.town) ?? random.pick(TOWNS);
  contactPoints(random, partner, town);
  if (other.address !== null) partner.address = { ...other.address, shared: true };
  const shared = other.phones[0];
  if (shared !== undefined && random.chance(0.6)) {
    partner.phones.length = 0;
    partner.phones.push({ ...shared });
  }
  return partner;
}
