/** The objects and fields of the stand-in, as far as Dankbel or NPSP has to do with them (salesforce.md §6). */

import { nonprofitCloudObjects } from './nonprofit-cloud.ts';

export type FieldType = 'id' | 'string' | 'boolean' | 'double' | 'date' | 'datetime' | 'picklist' | 'email' | 'phone';

export interface StandInField {
  readonly type: FieldType;
  readonly length?: number;
  /** Set by the server alone. */
  readonly isReadOnly?: true;
  /** Said when it is made, and never changed. */
  readonly isFixed?: true;
  readonly isExternalId?: true;
  readonly isUnique?: true;
  readonly values?: readonly string[];
  /** Object that it refers to. */
  readonly refersTo?: string;
}

export interface StandInOptions {
  readonly hasNpsp?: boolean;
  readonly hasNonprofitCloud?: boolean;
  /** Nonprofit Cloud without them has nobody to call. */
  readonly hasPersonAccounts?: boolean;
  /** Fields of calls are there only with Salesforce CRM Call Center. */
  readonly hasCallCenter?: boolean;
  readonly hasMiddleName?: boolean;
  readonly hasIdField?: boolean;
  readonly hasClaimField?: boolean;
  /** `Contact.Dankbel_Id__c`. */
  readonly hasPersonField?: boolean;
  /** `Contact.MobilePhone`: hidden from this user by field-level security. */
  readonly hidden?: readonly string[];
  /** `Contact.MobilePhone`: seen, and not to be changed. */
  readonly frozen?: readonly string[];
  /** An organisation that was made in Dutch. */
  readonly isDutch?: boolean;
  readonly hasCurrencies?: boolean;
  readonly hasCountryCodes?: boolean;
  /** NPSP's workflows that copy the preferred phone and e-mail. */
  readonly hasPreferredWorkflows?: boolean;
  /** A rule against two contacts with one e-mail address. */
  readonly hasDuplicateRule?: boolean;
}

const text = (length = 255): StandInField => ({ type: 'string', length });
const to = (object: string): StandInField => ({ type: 'id', refersTo: object });
const flag: StandInField = { type: 'boolean' };
const phone: StandInField = { type: 'phone', length: 40 };
const email: StandInField = { type: 'email', length: 80 };
const date: StandInField = { type: 'date' };
const number: StandInField = { type: 'double' };
const readOnly = (field: StandInField): StandInField => ({ ...field, isReadOnly: true });

const SYSTEM: Readonly<Record<string, StandInField>> = {
  Id: readOnly({ type: 'id' }),
  IsDeleted: readOnly(flag),
  CreatedDate: readOnly({ type: 'datetime' }),
  LastModifiedDate: readOnly({ type: 'datetime' }),
  SystemModstamp: readOnly({ type: 'datetime' }),
};

export type Objects = Readonly<Record<string, Readonly<Record<string, StandInField>>>>;

/** Statuses of tasks: organisations name them as they like. */
export function statusesOf({ isDutch = false }: StandInOptions): readonly { name: string; isClosed: boolean }[] {
  return isDutch
    ? [
        { name: 'Niet gestart', isClosed: false },
        { name: 'Bezig', isClosed: false },
        { name: 'Voltooid', isClosed: true },
      ]
    : [
        { name: 'Not Started', isClosed: false },
        { name: 'In Progress', isClosed: false },
        { name: 'Completed', isClosed: true },
      ];
}

export const STAGES: Readonly<Record<string, { readonly isClosed: boolean; readonly isWon: boolean }>> = {
  Pledged: { isClosed: false, isWon: false },
  'Closed Won': { isClosed: true, isWon: true },
  Posted: { isClosed: true, isWon: true },
  'Closed Lost': { isClosed: true, isWon: false },
};

export function objectsOf(options: StandInOptions): Objects {
  const { hasNpsp = true, hasNonprofitCloud = false, hasCallCenter = true, hasMiddleName = true } = options;
  const { hasIdField = true, hasClaimField = true, hasPersonField = true } = options;
  const { hasCurrencies = false, hasCountryCodes = false } = options;
  const currency = hasCurrencies ? { CurrencyIsoCode: text(3) } : {};
  const objects: Record<string, Record<string, StandInField>> = {
    Organization: { ...SYSTEM, Name: text() },
    User: { ...SYSTEM, Name: readOnly(text()), IsActive: flag },
    TaskStatus: { ...SYSTEM, ApiName: text(), MasterLabel: text(), IsClosed: flag, IsDefault: flag },
    Account: { ...SYSTEM, Name: text() },
    Campaign: { ...SYSTEM, Name: text(80) },
    Contact: {
      ...SYSTEM,
      MasterRecordId: readOnly(to('Contact')),
      AccountId: to('Account'),
      Name: readOnly(text(121)),
      Salutation: text(40),
      FirstName: text(40),
      ...(hasMiddleName ? { MiddleName: text(40) } : {}),
      LastName: text(80),
      Email: email,
      Phone: phone,
      MobilePhone: phone,
      HomePhone: phone,
      OtherPhone: phone,
      DoNotCall: flag,
      HasOptedOutOfEmail: flag,
      MailingStreet: text(),
      MailingPostalCode: text(20),
      MailingCity: text(40),
      MailingCountry: text(80),
      ...(hasCountryCodes ? { MailingCountryCode: text(2) } : {}),
      ...(hasPersonField ? { Dankbel_Id__c: { type: 'string', length: 80, isExternalId: true, isUnique: true } } : {}),
      ...(hasNpsp
        ? {
            npe01__WorkPhone__c: phone,
            npe01__PreferredPhone__c: { type: 'picklist', values: ['Home', 'Work', 'Mobile', 'Other'] },
            npe01__HomeEmail__c: email,
            npe01__WorkEmail__c: email,
            npe01__AlternateEmail__c: email,
            npe01__Preferred_Email__c: { type: 'picklist', values: ['Personal', 'Work', 'Alternate'] },
            npsp__Do_Not_Contact__c: flag,
            npsp__Deceased__c: flag,
            npsp__is_Address_Override__c: flag,
          }
        : {}),
    },
    Task: {
      ...SYSTEM,
      WhoId: to('Contact'),
      WhatId: text(18),
      OwnerId: to('User'),
      Subject: text(),
      Status: { type: 'picklist', values: statusesOf(options).map(({ name }) => name) },
      Priority: { type: 'picklist', values: ['High', 'Normal', 'Low'] },
      ActivityDate: date,
      Description: text(32_000),
      Type: text(40),
      TaskSubtype: { type: 'picklist', values: ['Task', 'Email', 'Call'], isFixed: true },
      ...(hasCallCenter
        ? {
            CallType: { type: 'picklist', values: ['Inbound', 'Internal', 'Outbound'] },
            CallDisposition: text(),
            CallDurationInSeconds: number,
            CallObject: text(),
          }
        : {}),
      IsClosed: readOnly(flag),
      CompletedDateTime: readOnly({ type: 'datetime' }),
      IsArchived: readOnly(flag),
      ...(hasIdField ? { Dankbel_Id__c: { type: 'string', length: 36, isExternalId: true, isUnique: true } } : {}),
      ...(hasClaimField ? { Dankbel_Claim__c: { type: 'string', length: 18, isUnique: true } } : {}),
    },
    Opportunity: {
      ...SYSTEM,
      Name: text(120),
      AccountId: to('Account'),
      Amount: number,
      CloseDate: date,
      StageName: { type: 'picklist', values: Object.keys(STAGES) },
      IsWon: readOnly(flag),
      IsClosed: readOnly(flag),
      CampaignId: to('Campaign'),
      LeadSource: text(40),
      ...currency,
      ...(hasNpsp
        ? { npsp__Primary_Contact__c: to('Contact'), npe03__Recurring_Donation__c: to('npe03__Recurring_Donation__c') }
        : {}),
    },
  };
  if (hasNpsp) {
    objects['npe01__OppPayment__c'] = {
      ...SYSTEM,
      npe01__Opportunity__c: to('Opportunity'),
      npe01__Payment_Amount__c: number,
      npe01__Paid__c: flag,
      npsp__DebitType__c: text(),
    };
    objects['npe03__Recurring_Donation__c'] = {
      ...SYSTEM,
      Name: text(80),
      npe03__Contact__c: to('Contact'),
      npe03__Amount__c: number,
      npe03__Installment_Period__c: text(),
      npsp__InstallmentFrequency__c: number,
      npsp__RecurringType__c: text(),
      npsp__Status__c: text(),
      npsp__StartDate__c: date,
      npsp__EndDate__c: date,
      npe03__Date_Established__c: date,
      ...currency,
    };
  }
  if (hasNonprofitCloud) Object.assign(objects, nonprofitCloudObjects(options, SYSTEM));
  for (const path of options.hidden ?? []) {
    const [object = '', field = ''] = path.split('.');
    delete objects[object]?.[field];
  }
  for (const path of options.frozen ?? []) {
    const [object = '', field = ''] = path.split('.');
    const known = objects[object]?.[field];
    if (known !== undefined) objects[object] = { ...objects[object], [field]: readOnly(known) };
  }
  return objects;
}

/** The first three characters of an id say which object it is of. */
export const PREFIXES: Readonly<Record<string, string>> = {
  Organization: '00D',
  User: '005',
  Account: '001',
  Contact: '003',
  Opportunity: '006',
  Campaign: '701',
  Task: '00T',
  TaskStatus: '016',
  npe01__OppPayment__c: 'a01',
  npe03__Recurring_Donation__c: 'a0E',
  GiftTransaction: '6TR',
  GiftCommitment: '6gc',
  GiftCommitmentSchedule: '6cs',
};
