/** The columns of a file with somebody in each row, with a gift or without: guests of an evening, an old list, a counter. */
import { DONOR_HEADERS, GIFT_HEADERS } from '../known-headers.ts';

const {
  kind: _kind,
  gender: _gender,
  mandateAmount: _amount,
  mandateFrequency: _frequency,
  mandateStart: _start,
  mandateEnd: _end,
  mandateStatus: _status,
  donorNumber,
  ...details
} = DONOR_HEADERS;
const { giftNumber, day, amount, currency, status } = GIFT_HEADERS;

export const PEOPLE_HEADERS = {
  donorNumber: {
    nl: `Nummer, ${donorNumber.nl}, Deelnemernummer, Gastnummer, Registratienummer, Inschrijfnummer`,
    en: `Number, ${donorNumber.en}, Attendee number, Guest number, Registration number`,
  },
  ...details,
  birthDate: { nl: 'Geboortedatum, Geboren, Geboortedag', en: 'Date of birth, Birth date, Birthday' },
  giftNumber,
  day,
  amount,
  currency,
  status,
} as const;
