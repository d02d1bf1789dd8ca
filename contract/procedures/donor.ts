/** Finding donors, and what is recorded about a donor outside a call. */
import { z } from 'zod';
import { OUTCOME_IDS } from '../../domain/outcome.ts';
import { command, query } from '../procedure.ts';
import { daySchema, instantSchema, sentenceSchema } from '../values.ts';

const foundDonor = z.object({
  donorId: z.int(),
  crmId: z.int().nullable(),
  externalId: z.string().nullable(),
  name: sentenceSchema,
  fullName: z.string(),
  /**
   * "Wilgenhof 41, 8031 XD Zwolle"; empty when no address is known. To a caller of somebody outside her list only the
   * place, and then number and e-mail are null: the rest comes when she has said why (`donor.look`).
   */
  address: z.string(),
  /** As it is read: "06 12 34 56 78"; null without one. */
  number: z.string().nullable(),
  email: z.string().nullable(),
  isDeceased: z.boolean(),
});

export const EVIDENCE_PARTS = ['basis', 'consent', 'objection', 'requested', 'call'] as const;

const evidenceSchema = z.object({
  madeAt: instantSchema,
  charity: z.string(),
  name: z.string(),
  externalId: z.string().nullable(),
  crmId: z.int().nullable(),
  /** Why this donor may be called, or that nothing shows it. */
  basis: sentenceSchema,
  parts: z.array(
    z.object({
      part: z.enum(EVIDENCE_PARTS),
      title: sentenceSchema,
      /** Oldest first, the day in each sentence. */
      lines: z.array(sentenceSchema),
    }),
  ),
});

export const donorProcedures = {
  /** Search as you type: names, telephone, postcode with house number, e-mail, donor's number. Best first. */
  'donor.search': query(
    ['caller', 'director', 'coordinator'],
    z.object({ text: z.string().max(200) }),
    z.object({ donors: z.array(foundDonor), hasMore: z.boolean() }),
  ),
  /** A link that was clicked in the CRM: who that is here. Null for nobody; the CRM is not asked. */
  'donor.ofCrm': query(
    ['caller', 'director', 'coordinator'],
    z.object({ crmId: z.int().positive() }),
    z.object({ donorId: z.int().nullable() }),
  ),
  /** "Who just called me?": everybody who has exactly this number, and what our last call was. */
  'donor.whoCalled': query(
    ['caller', 'director', 'coordinator'],
    z.object({ number: z.string().max(60) }),
    z.object({
      /** Null when no valid number was given. */
      number: z.string().nullable(),
      donors: z.array(
        foundDonor.extend({
          lastCall: z.object({ day: daySchema, outcome: z.enum(OUTCOME_IDS), personName: z.string() }).nullable(),
        }),
      ),
    }),
  ),
  /**
   * Consent to be called, in the donor's own words. Undoes objections that were recorded here; a flag that is only the
   * CRM's must be taken away there, and a task asks for it (rules-nl.md L3, L8).
   */
  'donor.recordConsent': command(
    ['coordinator'],
    z.object({
      donorId: z.int(),
      day: daySchema,
      words: z.string().trim().min(1).max(2_000),
      source: z.string().trim().min(1).max(200),
    }),
    z.object({ mayBeCalled: z.boolean() }),
  ),
  /** Everything by which a donor may or may not be called, to be handed over (rules-nl.md L18). */
  'donor.evidence': query(
    ['coordinator'],
    z.object({ donor: z.union([z.object({ donorId: z.int() }), z.object({ externalId: z.string() })]) }),
    evidenceSchema,
  ),
};
