/** Rows of Salesforce, parsed at the door. A row that makes no sense is left out. */
import { z } from 'zod';

const LONGEST_TEXT = 2_000;
const text = z.string().max(LONGEST_TEXT).nullish();
const flag = z.boolean().nullish();
const amount = z.number().nullish();
/** Fifteen or eighteen letters and digits; the API gives eighteen. */
export const idSchema = z.string().regex(/^[A-Za-z0-9]{15,18}$/);
/** `2026-11-21T14:03:22.000+0000`, whose offset has no colon (salesforce.md §3). */
export const stampSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})$/)
  .transform((stamp, context) => {
    const milliseconds = Date.parse(stamp.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    if (!Number.isNaN(milliseconds)) return new Date(milliseconds).toISOString();
    context.addIssue('no instant');
    return z.NEVER;
  });

export const contactRow = z.object({
  /** Of the contact, by which tasks know her. */
  Id: idSchema,
  /** Of the record that holds her, where that is another one. */
  RecordId: idSchema.nullish(),
  IsDeleted: flag,
  MasterRecordId: idSchema.nullish(),
  AccountId: idSchema.nullish(),
  Dankbel_Id__c: text,
  Name: text,
  Salutation: text,
  FirstName: text,
  MiddleName: text,
  LastName: text,
  Phone: z.string().max(250).nullish(),
  MobilePhone: z.string().max(250).nullish(),
  HomePhone: z.string().max(250).nullish(),
  OtherPhone: z.string().max(250).nullish(),
  npe01__WorkPhone__c: z.string().max(250).nullish(),
  npe01__PreferredPhone__c: text,
  Email: z.string().max(500).nullish(),
  npe01__HomeEmail__c: z.string().max(500).nullish(),
  npe01__WorkEmail__c: z.string().max(500).nullish(),
  npe01__AlternateEmail__c: z.string().max(500).nullish(),
  DoNotCall: flag,
  HasOptedOutOfEmail: flag,
  npsp__Do_Not_Contact__c: flag,
  npsp__Deceased__c: flag,
  MailingStreet: text,
  MailingPostalCode: text,
  MailingCity: text,
  MailingCountry: text,
  MailingCountryCode: text,
  npsp__is_Address_Override__c: flag,
  LastModifiedDate: stampSchema.nullish(),
  SystemModstamp: stampSchema.nullish(),
});
export type ContactRow = z.infer<typeof contactRow>;

export const giftRow = z.object({
  Id: idSchema,
  npsp__Primary_Contact__c: idSchema,
  Amount: amount,
  CloseDate: z.string().max(40),
  IsWon: z.boolean(),
  IsClosed: z.boolean(),
  CurrencyIsoCode: text,
  npe03__Recurring_Donation__c: idSchema.nullish(),
  Campaign: z.object({ Name: text }).nullish(),
  LeadSource: text,
  npe01__OppPayment__r: z
    .object({
      records: z
        .array(z.object({ npsp__DebitType__c: text, npe01__Paid__c: flag, npe01__Payment_Amount__c: amount }))
        .max(2_000),
    })
    .nullish(),
});
export type GiftRow = z.infer<typeof giftRow>;

export const mandateRow = z.object({
  Id: idSchema,
  npe03__Contact__c: idSchema,
  npe03__Amount__c: amount,
  CurrencyIsoCode: text,
  npe03__Installment_Period__c: text,
  npsp__InstallmentFrequency__c: amount,
  npsp__Status__c: text,
  npe03__Open_Ended_Status__c: text,
  npsp__StartDate__c: text,
  npsp__EndDate__c: text,
  npe03__Date_Established__c: text,
});
export type MandateRow = z.infer<typeof mandateRow>;

export const taskRow = z.object({
  Id: idSchema,
  WhoId: idSchema.nullish(),
  OwnerId: idSchema.nullish(),
  Subject: text,
  Status: text,
  IsClosed: z.boolean(),
  ActivityDate: text,
  TaskSubtype: text,
  Type: text,
  CallObject: text,
  CreatedDate: stampSchema,
  CompletedDateTime: stampSchema.nullish(),
  Dankbel_Id__c: text,
  Dankbel_Claim__c: text,
  LastModifiedDate: stampSchema.nullish(),
});
export type TaskRow = z.infer<typeof taskRow>;

export interface Read<Row> {
  readonly read: readonly Row[];
  readonly leftOut: number;
}

/** Rows that fit, and how many did not. */
export function readRows<Schema extends z.ZodType>(schema: Schema, rows: readonly unknown[]): Read<z.output<Schema>> {
  const read = rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
  return { read, leftOut: rows.length - read.length };
}
