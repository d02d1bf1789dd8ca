/**
 * People as they are, before anybody typed anything about them: households, who lives in them, and what they share.
 * Shares are those of public statistics, rounded, written down before anything was matched: two in five households are one
 * person, three couples in five have one account, one couple in seven reads one mailbox.
 */
import type { Chance } from './chance.ts';
import { drawFirstName, drawSurname, type FirstName, type Surname } from './names.ts';

export interface Home {
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
}

export interface Person {
  readonly id: number;
  readonly household: Household;
  readonly gender: 'female' | 'male';
  readonly first: FirstName;
  /** By birth. */
  readonly born: Surname;
  /** Of the partner, whom the person may be called after. */
  readonly partnerName: Surname | null;
  readonly emails: readonly string[];
  readonly mobile: string;
  readonly iban: string;
  readonly birthDate: string;
}

export interface Household {
  readonly home: Home;
  readonly landline: string | null;
  readonly members: Person[];
}

export class People {
  readonly #chance: Chance;
  #lastId = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  household(): Household {
    const chance = this.#chance;
    const household: Household = {
      home: this.home(),
      landline: chance.percent(45) ? this.landline() : null,
      members: [],
    };
    const kind = chance.weighted([
      ['single', 39],
      ['couple', 29],
      ['family', 25],
      ['parent', 7],
    ] as const);
    const first = this.#adult(household, chance.percent(50) ? 'female' : 'male');
    household.members.push(first);
    if (kind === 'couple' || kind === 'family') {
      const isSame = chance.percent(3);
      const gender = isSame ? first.gender : first.gender === 'female' ? 'male' : 'female';
      const partner = this.#partner(household, first, gender);
      household.members.push(partner);
      // Of a couple the CRM may know either one first; it is mostly she who takes his name.
      if (first.gender === 'female' && gender === 'male' && chance.percent(65)) {
        household.members[0] = { ...first, partnerName: partner.born };
      }
    }
    if ((kind === 'family' || kind === 'parent') && chance.percent(25)) {
      household.members.push(this.#child(household));
      if (chance.percent(25)) household.members.push(this.#child(household));
    }
    return household;
  }

  home(): Home {
    const chance = this.#chance;
    const [town, digits] = chance.weighted(TOWNS);
    const code = digits + chance.below(90);
    const letters = [LETTERS[chance.below(LETTERS.length)], LETTERS[chance.below(LETTERS.length)]].join('');
    const addition = chance.weighted([
      ['', 84],
      [' A', 4],
      [' B', 3],
      ['-2', 2],
      [' bis', 1],
      ['-12', 1],
      [' II', 1],
      [' 3', 1],
    ]);
    const street = `${chance.one(STREETS)}${chance.one(['straat', 'laan', 'weg', 'plein', 'hof', 'dijk', 'pad'])}`;
    return { street: `${street} ${1 + chance.below(180)}${addition}`, postcode: `${code} ${letters}`, town };
  }

  /** Somebody else altogether, who is called the same: "two donors of one name". */
  namesake(person: Person): Person {
    const household: Household = { ...this.household(), members: [] };
    const other = this.#adult(household, person.gender);
    const namesake: Person = {
      ...other,
      first: person.first,
      born: person.born,
      partnerName: person.partnerName,
      emails: this.#emails(person.first.called, person.born),
    };
    household.members.push(namesake);
    return namesake;
  }

  #adult(household: Household, gender: Person['gender']): Person {
    const first = drawFirstName(this.#chance, gender);
    const born = drawSurname(this.#chance);
    return {
      id: (this.#lastId += 1),
      household,
      gender,
      first,
      born,
      partnerName: null,
      emails: this.#emails(first.called, born),
      mobile: this.mobile(),
      iban: this.iban(),
      birthDate: this.#birthDate(1940, 60),
    };
  }

  #partner(household: Household, first: Person, gender: Person['gender']): Person {
    const chance = this.#chance;
    const person = this.#adult(household, gender);
    const sharesMailbox = chance.percent(14);
    const sharesAccount = chance.percent(60);
    return {
      ...person,
      partnerName: gender === 'female' && chance.percent(65) ? first.born : null,
      emails: sharesMailbox ? first.emails : person.emails,
      iban: sharesAccount ? first.iban : person.iban,
      mobile: chance.percent(5) ? first.mobile : person.mobile,
    };
  }

  /** Grown up and at home. One in thirty is called after a parent, whole. */
  #child(household: Household): Person {
    const chance = this.#chance;
    const [parent] = household.members;
    if (parent === undefined) throw new Error('a child has a parent');
    const person = this.#adult(household, chance.percent(50) ? 'female' : 'male');
    const first = person.gender === parent.gender && chance.percent(7) ? parent.first : person.first;
    return {
      ...person,
      first,
      born: parent.born,
      emails: chance.percent(8) ? parent.emails : this.#emails(first.called, parent.born),
      iban: chance.percent(6) ? parent.iban : person.iban,
      birthDate: this.#birthDate(1985, 22),
    };
  }

  #emails(called: string, { surname }: Surname): readonly string[] {
    const emails = [this.email(called, surname)];
    if (this.#chance.percent(35)) emails.push(this.email(called, surname));
    return emails;
  }

  email(called: string, surname: string): string {
    const chance = this.#chance;
    const [first, last] = [called, surname].map((name) =>
      name
        .normalize('NFD')
        .replaceAll(/[^A-Za-z]/g, '')
        .toLowerCase(),
    );
    const local = chance.weighted([
      [`${first}.${last}`, 30],
      [`${first?.slice(0, 1)}.${last}`, 20],
      [`${first}${last}${chance.below(100)}`, 20],
      [`${last}${chance.below(1000)}`, 12],
      [`${first}${chance.below(10_000)}`, 10],
      [`fam.${last}${chance.below(100)}`, 8],
    ]);
    const host = chance.weighted([
      ['gmail.com', 34],
      ['hotmail.com', 20],
      ['ziggo.nl', 14],
      ['kpnmail.nl', 9],
      ['outlook.com', 8],
      ['home.nl', 7],
      ['live.nl', 5],
      ['planet.nl', 3],
    ]);
    // Two people do not have one mailbox by chance: the provider gave out the name once.
    return `${local}${chance.percent(50) ? chance.below(1_000_000) : `.${chance.below(1_000_000)}`}@${host}`;
  }

  mobile(): string {
    // The ranges that are given out.
    return `+316${this.#chance.one(['1', '2', '3', '4', '5', '8'])}${String(this.#chance.below(10_000_000)).padStart(7, '0')}`;
  }

  landline(): string {
    const area = this.#chance.one(['20', '10', '30', '70', '40', '38', '26', '50', '58', '43']);
    return `+31${area}${2_000_000 + this.#chance.below(6_999_999)}`;
  }

  iban(): string {
    const bank = this.#chance.one(['INGB', 'ABNA', 'RABO', 'TRIO', 'SNSB', 'ASNB']);
    return withCheckDigits(bank, String(this.#chance.below(999_999_999)).padStart(10, '0'));
  }

  #birthDate(from: number, years: number): string {
    const chance = this.#chance;
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${from + chance.below(years)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
  }
}

function withCheckDigits(bank: string, account: string): string {
  const digits = Array.from(`${bank}${account}NL00`, (letter) => Number.parseInt(letter, 36)).join('');
  return `NL${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${bank}${account}`;
}

const LETTERS = 'ABCDEGHJKLMNPRTVWXZ';
const STREETS =
  'Wilgen Eiken Linden Kastanje Beuken Molen Kerk School Dorps Hoofd Stations Juliana Wilhelmina Beatrix Oranje Vondel Rembrandt Nassau Parallel Park Markt Haven Brug Dahlia Tulpen Rozen Merel Lijster Zwaluw Industrie Noorder Zuider Ooster Wester Koning Prins'.split(
    ' ',
  );
const TOWNS: readonly (readonly [readonly [string, number], number])[] = [
  [['Amsterdam', 1000], 9],
  [['Rotterdam', 3000], 7],
  [['Den Haag', 2500], 6],
  [['Utrecht', 3500], 4],
  [['Eindhoven', 5600], 3],
  [['Groningen', 9700], 3],
  [['Tilburg', 5000], 3],
  [['Almere', 1300], 2],
  [['Breda', 4800], 2],
  [['Nijmegen', 6500], 2],
  [['Apeldoorn', 7300], 2],
  [['Haarlem', 2000], 2],
  [['Arnhem', 6800], 2],
  [['Zwolle', 8000], 2],
  [['Leeuwarden', 8900], 2],
  [['Maastricht', 6200], 2],
  [['Dordrecht', 3300], 2],
  [['Gouda', 2800], 1],
  [['Assen', 9400], 1],
  [['Ede', 6710], 1],
  [['Hoorn', 1620], 1],
  [['Venlo', 5910], 1],
  [['Kampen', 8260], 1],
  [['Zeist', 3700], 1],
  [['Goes', 4460], 1],
  [['Sneek', 8600], 1],
  [['Barneveld', 3770], 1],
  [['Winterswijk', 7100], 1],
  [['Oss', 5340], 1],
  [['Meppel', 7940], 1],
  [['Veenendaal', 3900], 1],
  [['Hulst', 4560], 1],
];
