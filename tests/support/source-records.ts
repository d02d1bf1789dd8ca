/** What a place says in a test: of a person and of a gift only what the test is about; all else is unsaid, or as it is mostly. */
import { dayOfInstant, type Instant } from '../../domain/calendar/day.ts';
import type { GiftRecord, SourcePerson } from '../../db/sources/records.ts';

/** Somebody of whom a place says no more than a name and a mailbox. */
export function saidOf(person: Partial<SourcePerson> & Pick<SourcePerson, 'lastName' | 'email'>): SourcePerson {
  return {
    firstName: 'Noor',
    infix: '',
    organisation: '',
    phone: null,
    phoneNumber: null,
    iban: null,
    street: null,
    houseNumber: null,
    houseNumberAddition: null,
    postcode: null,
    town: null,
    country: null,
    language: 'nl',
    birthDate: null,
    isCallable: true,
    ...person,
  };
}

/** A donation of € 25 that was received, by nothing but itself; `number` tells it from the others of its place. */
export function saidGift(
  number: number | string,
  at: Instant,
  gift: Partial<GiftRecord> & Pick<GiftRecord, 'person'>,
): GiftRecord {
  return {
    kind: 'gift',
    key: `donation:${number}`,
    createdAt: at,
    updatedAt: at,
    consents: [],
    at,
    day: dayOfInstant(at),
    amount: 2_500,
    currency: 'EUR',
    status: 'received',
    sourceStatus: 'paid',
    isManual: false,
    isAnonymous: false,
    isOwnAction: false,
    isCountable: true,
    recurringKey: null,
    pageKey: null,
    transactionKey: `tx-${number}`,
    device: null,
    message: null,
    ...gift,
  };
}
