/** Firms, churches and schools that give; some have branches, and somebody who fills in the form. */
import type { Identity } from '../../../domain/matching/identity.ts';
import type { Chance } from './chance.ts';
import type { Home, People, Person } from './people.ts';
import { drawSurname } from './names.ts';
import { inSomeCase, phoneAsTyped, typed } from './typing.ts';

export interface Organisation {
  readonly name: string;
  readonly home: Home;
  readonly email: string;
  readonly phone: string;
  readonly iban: string;
}

const KINDS = [
  'Bakkerij',
  'Garage',
  'Installatiebedrijf',
  'Basisschool',
  'Protestantse Gemeente',
  'Slagerij',
  'Accountants',
  'Kinderopvang',
  'Fysiotherapie',
  'Hoveniersbedrijf',
  'Rotary',
  'Zorggroep',
];
const FORMS = ['', ' B.V.', ' BV', ' VOF', ' en Zn.'];

export function drawOrganisation(chance: Chance, people: People): Organisation {
  const { prefix, surname } = drawSurname(chance);
  const home = people.home();
  const name = `${chance.one(KINDS)} ${chance.percent(30) ? home.town : `${prefix} ${surname}`.trim()}${chance.one(FORMS)}`;
  const host = `${name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()}${chance.below(10_000)}.nl`;
  return { name, home, email: `info@${host}`, phone: people.landline(), iban: people.iban() };
}

/** Of the same firm in another town: the mailbox and the bank are those of the firm. */
export function branchOf(chance: Chance, people: People, organisation: Organisation): Organisation {
  const home = people.home();
  return {
    name: chance.percent(50) ? organisation.name : `${organisation.name} ${home.town}`,
    home,
    email: organisation.email,
    phone: people.mobile(),
    iban: organisation.iban,
  };
}

export function crmOrganisation(chance: Chance, { name, home, email, phone, iban }: Organisation): Identity {
  return {
    kind: 'organization',
    firstName: '',
    prefix: '',
    surname: '',
    organisation: typed(chance, name, 1.2),
    gender: null,
    emails: chance.percent(70) ? [email] : [],
    ibans: chance.percent(30) ? [iban] : [],
    phones: chance.percent(60) ? [phone] : [],
    addresses: chance.percent(95) ? [{ ...home, country: 'NL' }] : [],
    birthday: null,
    language: 'nl',
    isDeceased: false,
    isSecondHand: false,
  };
}

/** A form is filled in by a person: her name stands beside that of the firm. */
export function siteOrganisation(
  chance: Chance,
  { name, home, email, phone, iban }: Organisation,
  by: Person,
): Identity {
  const withoutForm = name.replace(/ (?:B\.V\.|BV|VOF)$/, '');
  return {
    kind: 'individual',
    firstName: by.first.called,
    prefix: by.born.prefix,
    surname: by.born.surname,
    organisation: inSomeCase(chance, typed(chance, chance.percent(50) ? withoutForm : name, 1.5)),
    gender: null,
    emails: [chance.percent(65) ? email : (by.emails[0] ?? email)],
    ibans: chance.percent(70) ? [iban] : [],
    phones: chance.percent(55) ? [phoneAsTyped(chance, phone)] : [],
    addresses: chance.percent(60) ? [{ ...home, country: 'NL' }] : [],
    birthday: null,
    language: 'nl',
    isDeceased: false,
    isSecondHand: false,
  };
}
