/** Rows of CiviCRM, parsed at the door. What the CRM says is outside text: a row that makes no sense is left out. */
import { z } from 'zod';

/** No field that is asked for is longer than 255 characters in CiviCRM, but for what an extension added. */
const LONGEST_TEXT = 2_000;
const text = z.string().max(LONGEST_TEXT).nullish();
const name = z.string().max(LONGEST_TEXT);
/** 5.77 sends ids of contacts as text in some places (civicrm-api4.md §8). */
export const idSchema = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
const flag = z.boolean().nullish();

export const contactRow = z.object({
  id: z.int(),
  contact_type: name,
  external_identifier: text,
  first_name: text,
  middle_name: text,
  last_name: text,
  display_name: text,
  'gender_id:name': text,
  preferred_language: text,
  do_not_phone: flag,
  do_not_email: flag,
  do_not_mail: flag,
  is_deceased: flag,
  is_deleted: flag,
});
export type ContactRow = z.infer<typeof contactRow>;

/** What is asked of contacts whose details are not to come here. */
export const stubRow = z.object({ id: z.int(), external_identifier: text, is_deleted: flag });

export const memberRow = z.object({
  id: z.int(),
  contact_id: idSchema,
  group_id: z.int(),
  'group_id:name': text,
  'group_id:label': text,
});

export const targetRow = z.object({ id: z.int(), activity_id: idSchema, contact_id: idSchema });

export const phoneRow = z.object({
  id: z.int(),
  contact_id: idSchema,
  // No more than a screen takes back (contract/procedures/call.ts).
  phone: z.string().max(250).nullish(),
  is_primary: flag,
  'phone_type_id:name': text,
  'location_type_id:name': text,
});

export const emailRow = z.object({
  id: z.int(),
  contact_id: idSchema,
  email: z.string().max(500).nullish(),
  is_primary: flag,
  on_hold: z.union([z.int(), z.boolean()]).nullish(),
  'location_type_id:name': text,
});

export const addressRow = z.object({
  id: z.int(),
  contact_id: idSchema,
  street_address: text,
  postal_code: text,
  city: text,
  'country_id:name': text,
  is_primary: flag,
  'location_type_id:name': text,
  master_id: z.int().nullish(),
});

export const contributionRow = z.object({
  id: z.int(),
  contact_id: idSchema,
  total_amount: z.number(),
  receive_date: name,
  contribution_recur_id: z.int().nullish(),
  'contribution_status_id:name': text,
  'campaign_id:label': text,
  source: text,
});

export const recurringRow = z.object({
  id: z.int(),
  contact_id: idSchema,
  amount: z.number(),
  frequency_unit: name,
  frequency_interval: z.int(),
  start_date: name,
  cancel_date: text,
  'contribution_status_id:name': text,
});

/** A mailing to the whole charity is an activity with as many targets. */
const MOST_CONTACTS = 1_000_000;

/** Loose: the custom fields of Dankbel are columns of it where a site has them. */
export const activityRow = z.looseObject({
  id: z.int(),
  'activity_type_id:name': name,
  'status_id:name': text,
  subject: text,
  activity_date_time: name,
  phone_number: text,
  source_contact_id: idSchema.nullish(),
  target_contact_id: z.array(idSchema).max(MOST_CONTACTS).nullish(),
  assignee_contact_id: z.array(idSchema).max(MOST_CONTACTS).nullish(),
});

/** The columns that a schema reads, which are the columns to select. */
export function columnsOf(schema: z.ZodObject): readonly string[] {
  return Object.keys(schema.shape).filter((column) => column !== 'id');
}

/** Rows that fit, and how many did not. */
export function readRows<Schema extends z.ZodType>(
  schema: Schema,
  rows: readonly unknown[],
): { readonly read: readonly z.output<Schema>[]; readonly leftOut: number } {
  const read = rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
  return { read, leftOut: rows.length - read.length };
}
