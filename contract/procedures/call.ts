/** One call, from the first look at the donor to "save and next". */
import { z } from 'zod';
import { BENEFIT_ANSWERS } from '../../domain/benefits/benefit.ts';
import { CHECK_METHODS, DETAIL_FIELDS, DETAIL_STATES } from '../../domain/correction.ts';
import { SAID_KINDS } from '../../domain/follow-ups/topic.ts';
import { EMOTIONS, FOLLOW_UP_KINDS, OBJECTION_ANSWERS, THUMBS } from '../../domain/operation.ts';
import { OUTCOME_IDS } from '../../domain/outcome.ts';
import { ADDRESS_FORMS, SCRIPT_STEPS } from '../../domain/script/words.ts';
import { WISH_ABOUTS, WISH_CHANNELS } from '../../domain/wishes.ts';
import { command, query } from '../procedure.ts';
import { giftStorySchema } from './charity.ts';
import {
  centsSchema,
  daySchema,
  done,
  instantSchema,
  languageSchema,
  programmeSchema,
  sentenceSchema,
} from '../values.ts';

const CALLERS = ['caller', 'director', 'coordinator'] as const;
const LONGEST_NOTE = 20_000;

const callItemId = z.object({ callItemId: z.int() });

/** A detail is known by its field and the row of the CRM that holds it: "phone:2616", "name", "email:new". */
const detailKey = z.string().max(40);

const nameInput = z.object({ firstName: z.string(), prefix: z.string(), surname: z.string() });
const addressInput = z.object({ street: z.string(), postcode: z.string(), town: z.string(), country: z.string() });

/** What was typed, by field. Kept exactly as typed when it is refused. */
export const correctionInputSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('name'), value: nameInput }),
  z.object({ field: z.literal('address'), value: addressInput }),
  z.object({ field: z.literal('phone'), value: z.string().max(250) }),
  z.object({ field: z.literal('email'), value: z.string().max(500) }),
]);

/** What envelope and salutation need besides what can be corrected. */
export const addresseeSchema = z.object({
  kind: z.enum(['individual', 'organization', 'household']),
  gender: z.enum(['female', 'male', 'other']).nullable(),
  displayName: z.string(),
});

const npsSchema = z.int().min(0).max(10);

const detail = z.object({
  key: detailKey,
  field: z.enum(DETAIL_FIELDS),
  label: sentenceSchema,
  /** What the donor is asked to confirm, as one line; the corrected value when there is one. Empty when nothing is known. */
  text: z.string(),
  /** The line before the correction. */
  oldText: z.string().nullable(),
  state: z.enum(DETAIL_STATES),
  checkedBy: z.enum(CHECK_METHODS).nullable(),
  /** The value to start editing from. */
  input: correctionInputSchema,
  /** A question about the value as it is: "Dit nummer lijkt niet te kloppen." */
  doubt: sentenceSchema.nullable(),
});

const outcome = z.object({
  id: z.enum(OUTCOME_IDS),
  key: z.int().min(1).max(9),
  name: sentenceSchema,
  /** What will happen, shown before the key is pressed: "Zaterdag opnieuw". */
  consequence: sentenceSchema,
  /** The caller must first say whether the right to object was offered. */
  needsObjectionAnswer: z.boolean(),
});

export const callSchema = z.object({
  callItemId: z.int(),
  donorId: z.int(),
  programme: programmeSchema,
  name: sentenceSchema,
  firstName: z.string(),
  town: z.string(),
  language: languageSchema,
  /** Numbers to dial, the right one first; wrong ones are left out. */
  numbers: z.array(
    z.object({ number: z.string(), display: z.string(), label: sentenceSchema, link: z.string().nullable() }),
  ),
  giftLabel: sentenceSchema,
  giftAmount: centsSchema.nullable(),
  giftText: sentenceSchema,
  why: sentenceSchema,
  past: z.array(z.object({ day: daySchema, dayText: sentenceSchema, text: sentenceSchema })),
  /** Why this donor may be called (rules-nl.md L1). */
  legalBasis: sentenceSchema,
  /** The conversation, text in the donor's language. `**…**` is emphasis. */
  script: z.array(z.object({ id: z.enum(SCRIPT_STEPS), title: sentenceSchema, text: z.string() })),
  /** How the donor is spoken to in it. */
  addressForm: z.enum(ADDRESS_FORMS),
  /** What the gift does, to tell with its picture; null when the charity has written nothing. */
  story: giftStorySchema.nullable(),
  details: z.array(detail),
  /** What may be offered to this donor, and what was answered to it in this call. */
  benefits: z.array(
    z.object({ id: z.string(), name: z.string(), words: z.string(), answer: z.enum(BENEFIT_ANSWERS).nullable() }),
  ),
  /** How the donor wants to hear from us; null where nobody asked. */
  wishes: z.array(
    z.object({
      about: z.enum(WISH_ABOUTS),
      name: sentenceSchema,
      channel: z.enum(WISH_CHANNELS).nullable(),
      isOfThisCall: z.boolean(),
    }),
  ),
  emailOptIn: z.object({
    /** To be read aloud, in the donor's language. */
    words: z.string(),
    isGiven: z.boolean().nullable(),
    isOfThisCall: z.boolean(),
    /** What was said earlier: "Gaf toestemming op 3 maart." */
    known: sentenceSchema.nullable(),
    /** The CRM says that the donor wants no e-mail at all. */
    isBlocked: z.boolean(),
  }),
  /** Lines of the envelope, as they would be printed now. Empty when there is no address. */
  envelope: z.array(z.string()),
  person: addresseeSchema,
  notes: z.string(),
  notesSavedAt: instantSchema.nullable(),
  objectionAnswer: z.enum(OBJECTION_ANSWERS).nullable(),
  emotion: z.enum(EMOTIONS).nullable(),
  followUps: z.array(
    z.object({
      id: z.int(),
      kind: z.enum(FOLLOW_UP_KINDS),
      text: z.string(),
      /** "Geld en incasso. Ineke antwoordt, uiterlijk woensdag 25 november." Null for what needs no answer. */
      goesTo: sentenceSchema.nullable(),
    }),
  ),
  /** Topics of what is said, "no topic" first; each with who answers and by when, as the donor can be told. */
  topics: z.array(
    z.object({
      id: z.string().nullable(),
      name: sentenceSchema,
      promise: z.record(z.enum(SAID_KINDS), sentenceSchema),
    }),
  ),
  /** What the donor thought of this contact. */
  thumb: z.enum(THUMBS).nullable(),
  /** How likely the donor is to recommend the charity, 0 to 10; asked when the programme asks it. */
  nps: npsSchema.nullable(),
  asksNps: z.boolean(),
  outcomes: z.array(outcome),
  /** When the dialling began; null before it. */
  startedAt: instantSchema.nullable(),
  /** Set when the CRM changed this donor during the call: shown quietly, nothing typed is touched. */
  notice: sentenceSchema.nullable(),
});
export type CallView = z.infer<typeof callSchema>;

const promisedCallback = z.object({
  day: daySchema,
  /** `HH:MM`, or null for "some time that day". */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  /** Kept for the caller who promised it, or for anyone. */
  byMe: z.boolean(),
});

export const callProcedures = {
  /** Begins a call with a donor of today's list, or goes on with the one that was begun. */
  'call.open': command(CALLERS, z.object({ donorId: z.int() }), callSchema),
  'call.get': query(CALLERS, callItemId, callSchema),
  /**
   * The caller dials, always by a key of her own (rules-nl.md L13): starts the timer. Answers `closed` outside the
   * calling hours, and `refused` when the telephone system did not make the call.
   */
  'call.dial': command(
    CALLERS,
    callItemId.extend({
      number: z.string().max(32),
      /** `own`: somebody dials by hand on another phone; nothing is asked of a telephone system. */
      through: z.enum(['telephone', 'own']).default('telephone'),
    }),
    callSchema,
  ),
  'call.saveNotes': command(
    CALLERS,
    callItemId.extend({ notes: z.string().max(LONGEST_NOTE) }),
    z.object({ savedAt: instantSchema }),
  ),
  /** `used` is an objection: it takes effect at once, before the call is over. */
  'call.answerObjection': command(
    CALLERS,
    callItemId.extend({ answer: z.enum(OBJECTION_ANSWERS).nullable() }),
    callSchema,
  ),
  'call.setEmotion': command(CALLERS, callItemId.extend({ emotion: z.enum(EMOTIONS).nullable() }), callSchema),
  /** "U" or "je", from now on, for this donor. */
  'call.setAddressForm': command(CALLERS, callItemId.extend({ form: z.enum(ADDRESS_FORMS) }), callSchema),
  /** Null takes back what was said in this call. */
  'call.setWish': command(
    CALLERS,
    callItemId.extend({ about: z.enum(WISH_ABOUTS), channel: z.enum(WISH_CHANNELS).nullable() }),
    callSchema,
  ),
  'call.setEmailOptIn': command(CALLERS, callItemId.extend({ isGiven: z.boolean().nullable() }), callSchema),
  /** Null takes back what was answered in this call. */
  'call.answerBenefit': command(
    CALLERS,
    callItemId.extend({ benefitId: z.string().max(40), answer: z.enum(BENEFIT_ANSWERS).nullable() }),
    callSchema,
  ),
  'call.setThumb': command(CALLERS, callItemId.extend({ thumb: z.enum(THUMBS).nullable() }), callSchema),
  'call.setNps': command(CALLERS, callItemId.extend({ nps: npsSchema.nullable() }), callSchema),
  'call.addFollowUp': command(
    CALLERS,
    callItemId.extend({
      followUp: z.enum(SAID_KINDS),
      text: z.string().trim().min(1).max(2_000),
      topic: z.string().max(40).nullable().default(null),
    }),
    callSchema,
  ),
  'call.removeFollowUp': command(CALLERS, callItemId.extend({ followUpId: z.int() }), callSchema),
  /** "Confirmed unchanged", and how it was checked. */
  'call.confirmDetail': command(
    CALLERS,
    callItemId.extend({
      key: detailKey,
      isConfirmed: z.boolean(),
      checkedBy: z.enum(CHECK_METHODS).default('read-back'),
    }),
    callSchema,
  ),
  /** Streets of a postcode by the register that a coordinator loaded; none without one. Never in the way of anything. */
  'call.findStreets': query(
    CALLERS,
    z.object({ postcode: z.string().max(12), houseNumber: z.int().min(0).max(99_999) }),
    z.object({ streets: z.array(z.object({ street: z.string(), town: z.string(), hasNumber: z.boolean() })) }),
  ),
  /** Answers `refused` with a sentence when the value cannot be right; nothing is written then. */
  'call.correctDetail': command(
    CALLERS,
    callItemId.extend({ key: detailKey, correction: correctionInputSchema, checkedBy: z.enum(CHECK_METHODS) }),
    callSchema,
  ),
  'call.undoCorrection': command(CALLERS, callItemId.extend({ key: detailKey }), callSchema),
  /** Save and next. A wrong number with another number left keeps the call open for that one. */
  'call.finish': command(
    CALLERS,
    callItemId.extend({
      outcome: z.enum(OUTCOME_IDS),
      callback: promisedCallback.nullable(),
      /** The number that was dialled, when it turned out wrong. */
      number: z.string().max(32).nullable(),
    }),
    z.object({ attemptId: z.string(), isOver: z.boolean() }),
  ),
  /** Takes an outcome back, with a visible trace; the donor is on the list again as before. */
  'call.undo': command(CALLERS, z.object({ attemptId: z.string() }), done),
};
