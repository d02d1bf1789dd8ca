/**
 * The objects of Nonprofit Cloud in the stand-in, as salesforce.md §7 has them, and what Salesforce does with a person
 * account. That a contact behind a person account cannot be written is from memory.
 */
import type { StandInField, StandInOptions } from './objects.ts';

type Fields = Readonly<Record<string, StandInField>>;

const text = (length = 255): StandInField => ({ type: 'string', length });
const to = (object: string): StandInField => ({ type: 'id', refersTo: object });
const flag: StandInField = { type: 'boolean' };
const phone: StandInField = { type: 'phone', length: 40 };
const date: StandInField = { type: 'date' };
const number: StandInField = { type: 'double' };
const pick = (...values: readonly string[]): StandInField => ({ type: 'picklist', values });
const readOnly = (field: StandInField): StandInField => ({ ...field, isReadOnly: true });

export function nonprofitCloudObjects(
  { hasMiddleName = true, hasCountryCodes = false, hasPersonAccounts = true, hasCurrencies = false }: StandInOptions,
  system: Fields,
): Readonly<Record<string, Record<string, StandInField>>> {
  const currency = hasCurrencies ? { CurrencyIsoCode: text(3) } : {};
  const person: Fields = {
    IsPersonAccount: readOnly(flag),
    PersonContactId: readOnly(to('Contact')),
    Salutation: text(40),
    FirstName: text(40),
    ...(hasMiddleName ? { MiddleName: text(40) } : {}),
    LastName: text(80),
    PersonMobilePhone: phone,
    PersonHomePhone: phone,
    PersonEmail: { type: 'email', length: 80 },
    PersonDoNotCall: flag,
    PersonHasOptedOutOfEmail: flag,
    PersonMailingStreet: text(),
    PersonMailingPostalCode: text(20),
    PersonMailingCity: text(40),
    PersonMailingCountry: text(80),
    ...(hasCountryCodes ? { PersonMailingCountryCode: text(2) } : {}),
  };
  return {
    Account: {
      ...system,
      MasterRecordId: readOnly(to('Account')),
      Name: text(),
      Phone: phone,
      ...(hasPersonAccounts ? person : {}),
    },
    Contact: {
      ...system,
      MasterRecordId: readOnly(to('Contact')),
      AccountId: readOnly(to('Account')),
      Name: readOnly(text(121)),
      LastName: readOnly(text(80)),
    },
    GiftTransaction: {
      ...system,
      DonorId: to('Account'),
      OriginalAmount: number,
      RefundedAmount: readOnly(number),
      CurrentAmount: readOnly(number),
      Status: pick('Unpaid', 'Canceled', 'Failed', 'Fully Refunded', 'Paid', 'Pending', 'Written-Off'),
      TransactionDate: date,
      TransactionDueDate: date,
      PaymentMethod: text(40),
      GiftType: pick('Individual', 'Organizational'),
      GiftCommitmentId: to('GiftCommitment'),
      CampaignId: to('Campaign'),
      ...currency,
    },
    GiftCommitment: {
      ...system,
      DonorId: to('Account'),
      Status: pick('Draft', 'Active', 'Failing', 'Lapsed', 'Paused', 'Closed'),
      RecurrenceType: pick('Open Ended', 'Fixed Length'),
      EffectiveStartDate: date,
      ExpectedEndDate: date,
      NextTransactionDate: date,
      NextTransactionAmount: readOnly(number),
      EffectiveTransactionPeriod: text(40),
      EffectiveTransactionInterval: number,
      CurrentGiftCmtScheduleId: readOnly(to('GiftCommitmentSchedule')),
      ...currency,
    },
    GiftCommitmentSchedule: {
      ...system,
      GiftCommitmentId: to('GiftCommitment'),
      TransactionAmount: number,
      TransactionPeriod: pick('Monthly', 'Custom', 'Daily', 'Weekly', 'Yearly'),
      TransactionInterval: number,
      TransactionDay: text(10),
      StartDate: date,
      EndDate: date,
      Type: pick('Create Transactions', 'Pause Transactions'),
    },
  };
}
