/**
 * What the CRM once wrote down of somebody, and what she types years later on a fundraising site. The shares were written
 * down before anything was matched, and are not changed to please the matcher; where they come from stands in
 * docs/matching.md.
 */
import type { Identity } from '../../../domain/matching/identity.ts';
import type { Chance } from './chance.ts';
import type { Surname } from './names.ts';
import type { Home, People, Person } from './people.ts';
import { inSomeCase, mistyped, phoneAsTyped, typed, withoutMarks } from './typing.ts';

/** What changed between the two moments. */
export interface Life {
  readonly home: Home;
  readonly name: NameUse;
  readonly emails: readonly string[];
  readonly mobile: string;
  readonly hasMoved: boolean;
  readonly hasMarried: boolean;
}

type NameUse = 'own' | 'partner' | 'both';

/** Which name a person with a partner's name goes by. */
export function drawNameUse(chance: Chance, person: Person): NameUse {
  if (person.partnerName === null) return 'own';
  return person.gender === 'male'
    ? 'own'
    : chance.weighted([
        ['own', 30],
        ['partner', 30],
        ['both', 40],
      ] as const);
}

function surnameOf({ born, partnerName }: Person, use: NameUse): Surname {
  if (partnerName === null || use === 'own') return born;
  if (use === 'partner') return partnerName;
  const own = [born.prefix, born.surname].filter((part) => part !== '').join(' ');
  return { prefix: partnerName.prefix, surname: `${partnerName.surname}-${own}` };
}

/** Four years, in the mean: one in ten moves each year, and half of those moves reach the CRM. */
export function lifeGoesOn(chance: Chance, people: People, person: Person, name: NameUse): Life {
  const hasMoved = chance.percent(20);
  const hasMarried = person.partnerName !== null && person.gender === 'female' && chance.percent(7);
  const others = (['own', 'partner', 'both'] as const).filter((use) => use !== name);
  const { emails } = person;
  return {
    home: hasMoved ? people.home() : person.household.home,
    name: hasMarried ? chance.one(others) : name,
    emails: chance.percent(12) ? [people.email(person.first.called, person.born.surname), ...emails.slice(1)] : emails,
    mobile: chance.percent(8) ? people.mobile() : person.mobile,
    hasMoved,
    hasMarried,
  };
}

const initialsOf = (names: readonly string[]): string => names.map((name) => `${name.slice(0, 1)}.`).join('');

/** The record in the CRM, when she first gave. */
export function crmRecord(chance: Chance, person: Person, name: NameUse): Identity {
  const { first, household, emails } = person;
  const { prefix, surname } = surnameOf(person, name);
  const firstName = chance.weighted([
    [initialsOf(first.official), 30],
    [first.official[0] ?? '', 22],
    [first.called, 45],
    ['', 3],
  ]);
  const isJoined = chance.percent(15);
  const landline = household.landline !== null && chance.percent(50) ? [household.landline] : [];
  return {
    kind: 'individual',
    firstName: typed(chance, firstName, 1.2),
    prefix: isJoined ? '' : prefix,
    surname: typed(chance, isJoined ? `${prefix} ${surname}`.trim() : surname, 1.2),
    organisation: '',
    gender: chance.percent(70) ? person.gender : null,
    emails: chance.percent(78) ? [typed(chance, (chance.percent(85) ? emails[0] : emails.at(-1)) ?? '', 0.5)] : [],
    ibans: chance.percent(30) ? [person.iban] : [],
    phones: [...(chance.percent(55) ? [person.mobile] : []), ...landline],
    addresses: chance.percent(95) ? [{ ...household.home, country: 'NL' }] : [],
    birthday: chance.percent(35) ? person.birthDate.slice(5) : null,
    language: 'nl',
    isDeceased: chance.percent(2),
    isSecondHand: false,
  };
}

/** What she types on the site of the action. */
export function siteRecord(chance: Chance, person: Person, life: Life): Identity {
  const { first, household } = person;
  const { prefix, surname } = surnameOf(person, life.name);
  const isJoined = chance.percent(40);
  const partner = household.members.find((member) => member !== person);
  const written = (text: string): string =>
    inSomeCase(chance, typed(chance, chance.percent(50) ? withoutMarks(text) : text, 1.5));
  const email = chance.percent(80) ? life.emails[0] : life.emails.at(-1);
  const lent = partner !== undefined && chance.percent(4) ? partner.emails[0] : email;
  const phone = household.landline !== null && chance.percent(15) && !life.hasMoved ? household.landline : life.mobile;
  const paidByPartner = partner !== undefined && chance.percent(10);
  return {
    kind: 'individual',
    firstName: written(
      chance.weighted([
        [first.called, 82],
        [first.official[0] ?? '', 8],
        [initialsOf(first.official), 10],
      ]),
    ),
    prefix: isJoined ? '' : prefix,
    surname: written(isJoined ? `${prefix} ${surname}`.trim() : surname),
    organisation: '',
    gender: chance.percent(30) ? person.gender : null,
    emails: chance.percent(97) ? [chance.percent(0.8) ? mistyped(chance, lent ?? '') : (lent ?? '')] : [],
    ibans: chance.percent(70) ? [paidByPartner ? partner.iban : person.iban] : [],
    phones: chance.percent(55) ? [phoneAsTyped(chance, phone)] : [],
    addresses: chance.percent(60) ? [{ ...life.home, street: typed(chance, life.home.street, 1), country: 'NL' }] : [],
    birthday: chance.percent(15) ? person.birthDate : null,
    language: 'nl',
    isDeceased: false,
    isSecondHand: false,
  };
}
