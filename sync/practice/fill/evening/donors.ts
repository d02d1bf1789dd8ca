/**
 * Six invented donors, one for each situation of a first practice evening. They gave on the same day, and their amounts
 * put them in the order of the evening.
 */
import { donorNumberOf, type SituationId } from '../../../../domain/practice/situation.ts';
import type { Donor, Gift, Moment } from '../invented/donor.ts';

export interface EveningDonor {
  readonly number: string;
  readonly donor: Donor;
}

interface Person {
  readonly situation: SituationId;
  readonly gender: 'female' | 'male';
  readonly firstName: string;
  readonly prefix: string | null;
  readonly surname: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly mobile: string;
  readonly amount: number;
  /** Letters in one week, besides the welcome. */
  readonly letters?: number;
}

const NETHERLANDS = 1152;
/** Within the fortnight of the thank-you call, with days to spare for whoever goes on later. */
const GAVE_DAYS_AGO = 15;

const PEOPLE: readonly Person[] = [
  {
    situation: 'happy',
    gender: 'female',
    firstName: 'Ria',
    prefix: 'de',
    surname: 'Wit',
    street: 'Wilgenhof 14',
    postcode: '8265 TK',
    town: 'Kampen',
    mobile: '06 20004601',
    amount: 60,
  },
  {
    situation: 'nobody',
    gender: 'male',
    firstName: 'Henk',
    prefix: null,
    surname: 'Bakker',
    street: 'Kerkstraat 8',
    postcode: '7941 AG',
    town: 'Meppel',
    mobile: '06 20004602',
    amount: 50,
  },
  {
    situation: 'wrong',
    gender: 'female',
    firstName: 'Tineke',
    prefix: 'van',
    surname: 'Dam',
    street: 'Havenkade 3',
    postcode: '8321 AB',
    town: 'Urk',
    mobile: '06 20004603',
    amount: 45,
  },
  {
    situation: 'angry',
    gender: 'male',
    firstName: 'Gerard',
    prefix: null,
    surname: 'Visser',
    street: 'Molenweg 21',
    postcode: '8331 KT',
    town: 'Steenwijk',
    mobile: '06 20004604',
    amount: 40,
    letters: 3,
  },
  {
    situation: 'bereaved',
    gender: 'female',
    firstName: 'Jannie',
    prefix: null,
    surname: 'Mulder',
    street: 'Lindelaan 5',
    postcode: '8011 CW',
    town: 'Zwolle',
    mobile: '06 20004605',
    amount: 30,
  },
  {
    situation: 'stop',
    gender: 'male',
    firstName: 'Willem',
    prefix: null,
    surname: 'Prins',
    street: 'Singel 66',
    postcode: '7411 HV',
    town: 'Deventer',
    mobile: '06 20004606',
    amount: 25,
  },
];

/** @param today the number of the day (invented/calendar.ts) */
export function eveningDonors(today: number, campaignId: number): readonly EveningDonor[] {
  return PEOPLE.map((person) => ({
    number: donorNumberOf(person.situation),
    donor: invent(person, today - GAVE_DAYS_AGO, campaignId),
  }));
}

function invent(person: Person, gaveOn: number, campaignId: number): Donor {
  const { firstName, surname } = person;
  return {
    kind: 'Individual',
    firstName,
    middleName: person.prefix,
    lastName: surname,
    name: null,
    gender: person.gender,
    birthDate: null,
    address: {
      street: person.street,
      postcode: person.postcode,
      town: person.town,
      country: NETHERLANDS,
      shared: false,
    },
    phones: [{ number: person.mobile, mobile: true }],
    emails: [{ address: `${firstName}.${surname}@voorbeeld.nl`.toLowerCase(), onHold: false }],
    gifts: [gift(gaveOn, person.amount, campaignId)],
    mandates: [],
    moments: moments(gaveOn, person.letters ?? 0),
    wishes: new Set(),
    deceasedOn: null,
    inBin: false,
    isMerged: false,
    origin: null,
    preferredTime: null,
  };
}

function gift(day: number, amount: number, campaignId: number): Gift {
  return { day, amount, status: 'completed', source: 'Website', campaignId, mandate: null, isTest: false };
}

function moments(gaveOn: number, letters: number): Moment[] {
  const moment = (kind: Moment['kind'], day: number, subject: string): Moment => {
    return { kind, status: 'completed', day, hour: 11, subject, details: null, minutes: null };
  };
  return [
    moment('email', gaveOn, 'Bedankt voor uw gift'),
    moment('letter', gaveOn + 7, 'Welkomstbrief'),
    ...Array.from({ length: letters }, (_, index) => moment('letter', gaveOn + 8 + index, 'Nieuwsbrief')),
  ];
}
