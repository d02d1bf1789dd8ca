/**
 * Nakijken: doubtful details, one donor at a time. What is in here reaches people who may see no money, no notes and no
 * history of a donor: every field is meant for them.
 */
import { z } from 'zod';
import { CHECK_METHODS, DETAIL_FIELDS } from '../../domain/correction.ts';
import { DOUBT_KINDS } from '../../domain/tasks/verify.ts';
import { PROPOSAL_KINDS } from '../../domain/verify/proposal.ts';
import { command, query } from '../procedure.ts';
import { done, instantSchema, languageSchema, nothing, sentenceSchema } from '../values.ts';
import { addresseeSchema, correctionInputSchema } from './call.ts';

const VERIFIERS = ['verifier', 'coordinator'] as const;

export const VERIFY_KINDS = DOUBT_KINDS.filter((kind) => kind !== 'conflict');
const kindSchema = z.enum(VERIFY_KINDS as [(typeof VERIFY_KINDS)[number], ...(typeof VERIFY_KINDS)[number][]]);

const detail = z.object({
  key: z.string(),
  field: z.enum(DETAIL_FIELDS),
  label: sentenceSchema,
  /** As it is now, with what was corrected here. */
  lines: z.array(z.string()),
  input: correctionInputSchema,
  doubt: sentenceSchema.nullable(),
  suggestion: z.object({ input: correctionInputSchema, lines: z.array(z.string()), why: sentenceSchema }).nullable(),
  state: z.enum(['open', 'right', 'corrected']),
  /** Before it was corrected here; null when it was not, or when there was nothing. */
  was: z.string().nullable(),
});

const proposal = z.object({
  proposalId: z.int(),
  kind: z.enum(PROPOSAL_KINDS),
  name: sentenceSchema,
  value: z.string(),
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
});

export const verifyDonorSchema = z.object({
  donorId: z.int(),
  externalId: z.string().nullable(),
  crmId: z.int().nullable(),
  name: sentenceSchema,
  /** For the envelope: the donor's language, and what it needs besides name and address. */
  language: languageSchema,
  person: addresseeSchema,
  doubts: z.array(sentenceSchema),
  details: z.array(detail),
  /** What waits for a coordinator. */
  proposals: z.array(proposal),
});
export type VerifyDonor = z.infer<typeof verifyDonorSchema>;

const ofDonor = z.object({ donorId: z.int() });
const ofDetail = ofDonor.extend({ key: z.string().max(40) });

export const verifyProcedures = {
  /** Who is to be looked at, the surest mistakes first. Donors on a calling list of today are not: their call does it. */
  'verify.queue': query(
    VERIFIERS,
    z.object({ kind: kindSchema.nullable() }),
    z.object({
      kinds: z.array(z.object({ kind: kindSchema, name: sentenceSchema, count: z.int() })),
      donors: z.array(z.object({ donorId: z.int(), kind: kindSchema, name: sentenceSchema, doubt: sentenceSchema })),
      /** There are more than are shown or counted. */
      hasMore: z.boolean(),
      doneToday: z.int(),
    }),
  ),
  'verify.get': query(VERIFIERS, ofDonor, verifyDonorSchema),
  /** The detail is right as it is; `false` takes that back. */
  'verify.setRight': command(VERIFIERS, ofDetail.extend({ isRight: z.boolean() }), verifyDonorSchema),
  /** Answers `refused` with a sentence when the value cannot be right; nothing is written then. */
  'verify.correct': command(
    VERIFIERS,
    ofDetail.extend({ correction: correctionInputSchema, checkedBy: z.enum(CHECK_METHODS) }),
    verifyDonorSchema,
  ),
  'verify.undoCorrection': command(VERIFIERS, ofDetail, verifyDonorSchema),
  /** All was looked at: the donor leaves the queue until something new is doubtful. */
  'verify.finish': command(VERIFIERS, ofDonor, done),
  'verify.reopen': command(VERIFIERS, ofDonor, done),
  /** Waits for a coordinator. */
  'verify.propose': command(
    VERIFIERS,
    ofDonor.extend({
      kind: z.enum(PROPOSAL_KINDS),
      value: z.string().max(60),
      reason: z.string().trim().min(3).max(500),
    }),
    verifyDonorSchema,
  ),
  'verify.proposals': query(
    ['coordinator'],
    nothing,
    z.object({ proposals: z.array(proposal.extend({ donorId: z.int(), donorName: sentenceSchema })) }),
  ),
  /** Answers `out-of-date` when somebody decided already. */
  'verify.decide': command(['coordinator'], z.object({ proposalId: z.int(), isYes: z.boolean() }), done),
};
