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

/** Where people sign in to Salesforce: the common pages, or an address of the organisation's own. */
export const LOGIN_PLACES = ['production', 'sandbox', 'own'] as const;

/** What an administrator gives. A Consumer Key is no secret. */
const appSchema = z.object({ clientId: z.string(), place: z.enum(LOGIN_PLACES), address: z.string() });
export type SalesforceApp = z.infer<typeof appSchema>;

const signInStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** Somebody has to sign in in the browser. */
  z.object({
    kind: z.literal('waiting'),
    address: z.string(),
    until: instantSchema,
    /** The browser was asked to show the address; where nothing can ask it, it is copied. */
    isOpened: z.boolean(),
  }),
  /** Somebody did; the CRM is asked who that is. */
  z.object({ kind: z.literal('finishing') }),
  z.object({ kind: z.literal('failed'), sentence: sentenceSchema }),
]);
export type SignInState = z.infer<typeof signInStateSchema>;

const connectionSchema = z.object({
  /** Null before the first connection. */
  connected: z
    .object({
      kind: z.enum(['civicrm', 'salesforce']),
      address: z.string(),
      organisation: z.string(),
      /** The user of the key or of the sign-in, by name; null when nobody here is that. The key itself never comes back. */
      user: z.string().nullable(),
      /** Null for a connection of before this was kept. */
      since: instantSchema.nullable(),
      /** The organisation's own issuer of certificates that is trusted besides the usual ones; null for none. */
      authority: z.object({ subject: z.string(), validUntil: instantSchema }).nullable(),
      /** Of Salesforce: what was filled in. */
      app: appSchema.nullable(),
    })
    .nullable(),
  signIn: signInStateSchema,
  /** What was filled in for a sign-in that did not end well yet. */
  asked: appSchema.nullable(),
  /** What the CRM counts of the questions of a day, all systems of the organisation together; null when it does not, or not yet. */
  budget: z
    .object({
      used: z.int(),
      most: z.int(),
      /** From so many on nothing is fetched. */
      stopsAt: z.int(),
      /** What goes on: everything, what callers need, or nothing because the CRM itself says that none are left. */
      allows: z.enum(['all', 'now', 'none']),
    })
    .nullable(),
  /** The only host that the administrator of this computer allows; null for any. */
  onlyHost: z.string().nullable(),
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
  /** Opens the sign-in at Salesforce in the browser; how it goes is in `connection.get`. One at a time. */
  'connection.beginSignIn': command(
    COORDINATOR,
    z.object({
      /** Consumer Key, as it was pasted. */
      clientId: z.string().max(2_000),
      place: z.enum(LOGIN_PLACES),
      /** Of `own`, as it was pasted. */
      address: z.string().max(2_000),
    }),
    done,
  ),
  /** The browser once more, at the address that is waited for. */
  'connection.openSignIn': command(COORDINATOR, nothing, done),
  'connection.cancelSignIn': command(COORDINATOR, nothing, done),
  /** Makes the custom fields of Dankbel in the CRM, with a key that is used once and not kept; null: with our own. */
  'connection.createFields': command(COORDINATOR, z.object({ apiKey: z.string().max(10_000).nullable() }), done),
  /** Which of the CRM's statuses is meant where the usual one is not there. */
  'connection.chooseStatuses': command(
    COORDINATOR,
    z.object({ statuses: z.array(z.object({ use: statusUse, name: z.string().max(512) })).max(100) }),
    done,
  ),
};
