/** The settings of a profile that the backend itself needs. */
import { z } from 'zod';
import { THEMES } from '../../contract/procedures/session.ts';
import type { Setting } from '../../db/queries/settings.ts';
import { LANGUAGES } from '../../domain/language.ts';

const common = {
  address: z.string(),
  organisation: z.string(),
  contactId: z.int(),
  /** What tells the CRM's database from another organisation's; absent when the CRM does not show it. */
  organisationMark: z.object({ contactId: z.int(), hash: z.string().nullable() }).optional(),
  /** When somebody last connected it; absent when the program itself did, and before this was kept. */
  since: z.string().optional(),
};

const civicrmSchema = z.object({
  kind: z.literal('civicrm'),
  ...common,
  /** Kept in the encrypted database, whose key is in the key store (docs/decisions/0006). */
  apiKey: z.string(),
  /** PEM of the organisation's own issuer of certificates; absent when the usual ones will do. */
  authority: z.string().optional(),
});

/** Its tokens change with every renewal, and are a setting of their own (salesforce/tokens-in-store.ts). */
const salesforceSchema = z.object({
  kind: z.literal('salesforce'),
  ...common,
  /** Where people sign in. */
  loginUrl: z.string(),
  /** Consumer Key of the External Client App; no secret. */
  clientId: z.string(),
});

const connectionSchema = z.discriminatedUnion('kind', [civicrmSchema, salesforceSchema]);
export type Connection = z.infer<typeof connectionSchema>;
export type SalesforceConnection = z.infer<typeof salesforceSchema>;

export const CONNECTION: Setting<Connection> = { key: 'connection', schema: connectionSchema };

/** Set for a profile on the practice CRM: nobody is really called. */
export const IS_PRACTICE: Setting<boolean> = { key: 'practice', schema: z.boolean() };

export const CHARITY: Setting<{ readonly name: string }> = { key: 'charity', schema: z.object({ name: z.string() }) };

/** Donors of this profile come from files; it has no CRM. */
export const FROM_FILES: Setting<boolean> = { key: 'files', schema: z.boolean() };

/** Keys that people of this workstation chose, by person and command. */
export const OWN_KEYS: Setting<Readonly<Record<string, Readonly<Record<string, string>>>>> = {
  key: 'keys',
  schema: z.record(z.string(), z.record(z.string(), z.string())),
};

const appearanceSchema = z.object({ language: z.enum(LANGUAGES), theme: z.enum(THEMES) });
export const APPEARANCE: Setting<z.infer<typeof appearanceSchema>> = { key: 'appearance', schema: appearanceSchema };
export const DEFAULT_APPEARANCE: z.infer<typeof appearanceSchema> = { language: 'nl', theme: 'system' };
