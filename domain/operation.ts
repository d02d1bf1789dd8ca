/**
 * Operations: the changes that wait in the outbox to reach the CRM. Id, time and arguments are fixed when a command
 * is carried out, so that sending one again does the same thing. The shapes are kept in the database and parsed
 * whenever they are read; a shape never changes meaning, a new one gets a new kind.
 */
import { z } from 'zod';
import { BENEFIT_ANSWERS } from './benefits/benefit.ts';
import { correctionSchema, CHECK_METHODS, DETAIL_FIELDS } from './correction.ts';
import { OUTCOME_IDS } from './outcome.ts';
import { WISH_ABOUTS, WISH_CHANNELS } from './wishes.ts';
import { PROGRAMME_IDS } from './programmes/programme-id.ts';

/** What became of the right to object: offered and calls may go on, offered and used, or not offered (rules-nl.md L6). */
export const OBJECTION_ANSWERS = ['offered', 'used', 'not-offered'] as const;
export type ObjectionAnswer = (typeof OBJECTION_ANSWERS)[number];

export const FOLLOW_UP_KINDS = ['question', 'complaint', 'idea', 'task'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

export const EMOTIONS = ['angry', 'disappointed', 'neutral', 'happy', 'delighted'] as const;
export type Emotion = (typeof EMOTIONS)[number];

/** What the donor thought of this contact. */
export const THUMBS = ['up', 'down'] as const;
export type Thumb = (typeof THUMBS)[number];

const followUpSchema = z.object({
  kind: z.enum(FOLLOW_UP_KINDS),
  text: z.string(),
  /** Name of the topic, and of who answers it. */
  topic: z.string().optional(),
  assignee: z.string().optional(),
  /** Answered on this day at the latest. */
  dueDay: z.iso.date().optional(),
});

const callSchema = z.object({
  kind: z.literal('call'),
  programme: z.enum(PROGRAMME_IDS),
  /** For a call in `callback`: the programme in which it was promised. */
  promisedIn: z.enum(PROGRAMME_IDS).nullable(),
  outcome: z.enum(OUTCOME_IDS),
  /** Why the donor was on the list, in Dutch; absent for calls of before this was kept. */
  reason: z.string().optional(),
  /** When the call began. */
  at: z.iso.datetime(),
  durationSeconds: z.int().nonnegative(),
  number: z.string().nullable(),
  notes: z.string(),
  objectionAnswer: z.enum(OBJECTION_ANSWERS).nullable(),
  emotion: z.enum(EMOTIONS).nullable(),
  /** The moment of a promised callback. */
  promisedAt: z.iso.datetime().nullable(),
  confirmedFields: z.array(z.string()),
  /** How each of them was checked, where that is known. */
  confirmedBy: z.partialRecord(z.enum(DETAIL_FIELDS), z.enum(CHECK_METHODS)).optional(),
  followUps: z.array(followUpSchema),
  /** Benefits that were offered, and what was answered. */
  benefits: z.array(z.object({ name: z.string(), answer: z.enum(BENEFIT_ANSWERS) })).optional(),
  /** By which channel the donor wants to hear what. */
  wishes: z.array(z.object({ about: z.enum(WISH_ABOUTS), channel: z.enum(WISH_CHANNELS) })).optional(),
  /** Consent to e-mail, or that it was refused, in the words that were read. */
  emailOptIn: z.object({ isGiven: z.boolean(), words: z.string(), day: z.iso.date(), by: z.string() }).optional(),
  thumb: z.enum(THUMBS).optional(),
  /** How likely the donor is to recommend the charity: 0 to 10. */
  nps: z.int().min(0).max(10).optional(),
  /** The claim under which the donor was called: the call takes its place in the CRM. */
  claimId: z.uuid().optional(),
});

const objectionSchema = z.object({
  kind: z.literal('objection'),
  at: z.iso.datetime(),
  /** The donor's flag in the CRM was set already when this was recorded: taking this back leaves it. */
  wasSetBefore: z.boolean(),
});

const correctionOperationSchema = z.object({
  kind: z.literal('correction'),
  at: z.iso.datetime(),
  correction: correctionSchema,
  checkedBy: z.enum(CHECK_METHODS),
});

const undoSchema = z.object({
  kind: z.literal('undo'),
  at: z.iso.datetime(),
  /** The operation that is taken back. */
  operationId: z.uuid(),
  /** The donor gave consent anew: an objection that somebody else recorded earlier does not stand against that. */
  byConsent: z.literal(true).optional(),
});

/**
 * What was done for a donor outside a call: an answer to a question, a complaint or an idea (by whichever channel), the
 * thank-you e-mail that was missing, a card or a letter.
 */
export const MOMENT_WHATS = ['answer', 'thanks-email', 'card', 'letter', 'note'] as const;
export const MOMENT_CHANNELS = ['email', 'phone', 'post', 'other'] as const;
export type MomentWhat = (typeof MOMENT_WHATS)[number];
export type MomentChannel = (typeof MOMENT_CHANNELS)[number];

/** What CiviCRM keeps of a subject, less the room for the mark behind it. */
const LONGEST_SUBJECT = 160;

const momentSchema = z.object({
  kind: z.literal('moment'),
  at: z.iso.datetime(),
  what: z.enum(MOMENT_WHATS),
  channel: z.enum(MOMENT_CHANNELS),
  /** One line for a person in the CRM. */
  subject: z.string().min(1).max(LONGEST_SUBJECT),
  text: z.string(),
  /** The question, complaint or idea that it answers, as it was recorded. */
  answers: z.object({ kind: z.enum(FOLLOW_UP_KINDS), text: z.string() }).optional(),
});

/** Flags of a contact that only change after a coordinator's yes. */
export const CONTACT_FLAGS = ['is_deceased', 'do_not_email'] as const;
export type ContactFlag = (typeof CONTACT_FLAGS)[number];

const flagSchema = z.object({
  kind: z.literal('flag'),
  at: z.iso.datetime(),
  flag: z.enum(CONTACT_FLAGS),
  value: z.boolean(),
  /** As it was here when this was recorded: taking it back brings that back. */
  wasBefore: z.boolean(),
});

export const operationBodySchema = z.discriminatedUnion('kind', [
  callSchema,
  objectionSchema,
  correctionOperationSchema,
  undoSchema,
  momentSchema,
  flagSchema,
]);

export type OperationBody = z.infer<typeof operationBodySchema>;
export const OPERATION_KINDS = [
  'call',
  'objection',
  'correction',
  'undo',
  'moment',
  'flag',
] as const satisfies readonly OperationBody['kind'][];
export type OperationKind = OperationBody['kind'];
export type CallOperation = z.infer<typeof callSchema>;
export type FlagOperation = z.infer<typeof flagSchema>;
export type MomentOperation = z.infer<typeof momentSchema>;
export type CorrectionOperation = z.infer<typeof correctionOperationSchema>;

/** `waiting`: not sent yet, or to be tried again. The others are the CRM's answers; `withdrawn` is a person's. */
export const OPERATION_STATES = ['waiting', 'applied', 'conflict', 'rejected', 'withdrawn'] as const;
export type OperationState = (typeof OPERATION_STATES)[number];
