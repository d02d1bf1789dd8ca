/** The connection to the CRM: where it is, whose key opens it, what was found there, and what a coordinator can change. */
import { z } from 'zod';
import { OUTCOME_IDS } from '../../domain/outcome.ts';
import { command, query } from '../procedure.ts';
import { done, instantSchema, nothing, sentenceSchema } from '../values.ts';

/** What a status of the CRM is needed for: an outcome, or a call that was taken back. */
const statusUse = z.enum([...OUTCOME_IDS, 'undone']);

const checkItem = z.object({
  id: z.string(),
  /** `warning`: it works, with something missing or odd. `problem`: it does not, until somebody changes something. */
  state: z.enum(['ok', 'warning', 'problem']),
  title: sentenceSchema,
  /** What was found, what it is for, and what to do. */
  text: sentenceSchema,
});

const connectionSchema = z.object({
  /** Null before the first connection. */
  connected: z
    .object({
      address: z.string(),
      organisation: z.string(),
      /** The user of the key, by name. The key itself never comes back. */
      user: z.string(),
      /** The organisation's own issuer of certificates that is trusted besides the usual ones; null for none. */
      authority: z.object({ subject: z.string(), validUntil: instantSchema }).nullable(),
    })
    .nullable(),
  /** The donors were invented: connecting to a real CRM begins anew. */
  isPractice: z.boolean(),
});

const checkSchema = z.object({
  items: z.array(checkItem),
  fields: z.object({
    missing: z.array(z.string()),
    /** The user of the key may make them; somebody else's key may be given instead. */
    mayCreate: z.boolean(),
  }),
  /** Statuses that the CRM has. */
  statuses: z.array(z.object({ name: z.string(), label: z.string() })),
  /** What needs a choice, or has one. */
  uses: z.array(
    z.object({
      use: statusUse,
      name: sentenceSchema,
      /** The status that is meant now; it may be one that the CRM does not have. */
      status: z.string(),
      isMissing: z.boolean(),
    }),
  ),
});

const COORDINATOR = ['coordinator'] as const;

export const connectionProcedures = {
  'connection.get': query(COORDINATOR, nothing, connectionSchema),
  /** Asks the CRM everything that can be asked; changes nothing. */
  'connection.check': query(COORDINATOR, nothing, checkSchema),
  'connection.connect': command(
    COORDINATOR,
    z.object({
      /** As it was pasted. */
      url: z.string().max(2_000),
      /** Null: the key that is kept here, which is only sent to where it was sent before. */
      apiKey: z.string().max(10_000).nullable(),
      /** PEM of the organisation's own issuer of certificates. Null: as it was; empty: none any more. */
      authority: z.string().max(50_000).nullable().default(null),
      /** The key may travel unencrypted to another computer. */
      allowsPlainHttp: z.boolean(),
    }),
    done,
  ),
  /** Makes the custom fields of Dankbel in the CRM, with a key that is used once and not kept; null: with our own. */
  'connection.createFields': command(COORDINATOR, z.object({ apiKey: z.string().max(10_000).nullable() }), done),
  /** Which of the CRM's statuses is meant where the usual one is not there. */
  'connection.chooseStatuses': command(
    COORDINATOR,
    z.object({ statuses: z.array(z.object({ use: statusUse, name: z.string().max(512) })).max(100) }),
    done,
  ),
};
