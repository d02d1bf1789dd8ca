/** Rows of CiviCRM, parsed at the door. What the CRM says is outside text: a row that makes no sense is left out. */
import { z } from 'zod';

const text = z.string().nullish();
/** 5.77 sends ids of contacts as text in some places (civicrm-api4.md §8). */
const id = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);
const flag = z.boolean().nullish();

export const contactRow = z.object({
  id: z.int(),
  contact_type: z.string(),
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
  contact_id: id,
  group_id: z.int(),
  'group_id:name': text,
  'group_id:label': text,
});

export const targetRow = z.object({ id: z.int(), activity_id: id, contact_id: id });

export const phoneRow = z.object({
  id: z.int(),
  contact_id: id,
  phone: text,
  is_primary: flag,
  'phone_type_id:name': text,
  'location_type_id:name': text,
});

export const emailRow = z.object({
  id: z.int(),
  contact_id: id,
  email: text,
  is_primary: flag,
  on_hold: z.union([z.int(), z.boolean()]).nullish(),
  'location_type_id:name': text,
});

export const addressRow = z.object({
  id: z.int(),
  contact_id: id,
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
  contact_id: id,
  total_amount: z.number(),
  receive_date: z.string(),
  contribution_recur_id: z.int().nullish(),
  'contribution_status_id:name': text,
  'campaign_id:label': text,
  source: text,
});

export const recurringRow = z.object({
  id: z.int(),
  contact_id: id,
  amount: z.number(),
  frequency_unit: z.string(),
  frequency_interval: z.int(),
  start_date: z.string(),
  cancel_date: text,
  'contribution_status_id:name': text,
});

/** Loose: the custom fields of Dankbel are columns of it where a site has them. */
export const activityRow = z.looseObject({
  id: z.int(),
  'activity_type_id:name': z.string(),
  'status_id:name': text,
  subject: text,
  activity_date_time: z.string(),
  source_contact_id: id.nullish(),
  target_contact_id: z.array(id).nullish(),
  assignee_contact_id: z.array(id).nullish(),
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
