/** Today: my list, the next donor, promises, and what I did. */
import { z } from 'zod';
import { OUTCOME_IDS } from '../../domain/outcome.ts';
import { command, query } from '../procedure.ts';
import {
  centsSchema,
  daySchema,
  done,
  instantSchema,
  laneSchema,
  languageSchema,
  programmeSchema,
  sentenceSchema,
} from '../values.ts';

/** A name as it is written in each language: "Mevrouw Van der Knaap", "Ms Van der Knaap". */
const donorSummary = z.object({
  donorId: z.int(),
  name: sentenceSchema,
  town: z.string(),
  programme: programmeSchema,
  /** Why this donor, today. */
  reason: sentenceSchema,
  /** The same in a few words, for a list: "Eerste gift van € 25". */
  about: sentenceSchema,
});

/** The next donor, as on the door of the Vandaag screen. */
const door = donorSummary.extend({
  fullName: z.string(),
  /** "Haar eerste gift", "Zijn machtiging", "De gift". */
  giftLabel: sentenceSchema,
  giftAmount: centsSchema.nullable(),
  /** What comes after the amount: "op dinsdag 10 november, voor Zwemles voor ieder kind". */
  giftText: sentenceSchema,
  why: sentenceSchema,
  /** What happened before, newest last; empty when nothing did. */
  past: z.array(sentenceSchema),
  /** The first sentence to say, in the donor's language. `**…**` is emphasis. */
  firstWords: z.string(),
  firstWordsLanguage: languageSchema,
  /** As it is read: "06 12 34 56 78". */
  number: z.string(),
  /** A call with this donor was begun and not finished; its notes are kept. */
  callItemId: z.int().nullable(),
});

const promise = z.object({
  callbackId: z.int(),
  donorId: z.int(),
  name: sentenceSchema,
  day: daySchema,
  /** `HH:MM`, or null when only the day was promised. */
  time: z.string().nullable(),
  note: sentenceSchema,
  /** The promised time has come. */
  isDue: z.boolean(),
});

const doneToday = z.object({
  attemptId: z.string(),
  at: instantSchema,
  time: z.string(),
  name: sentenceSchema,
  outcome: z.enum(OUTCOME_IDS),
  /** "Gesprek. Adres gecorrigeerd." */
  summary: sentenceSchema,
  wasReached: z.boolean(),
  isUndone: z.boolean(),
});

export const todaySchema = z.object({
  lane: laneSchema,
  date: daySchema,
  next: door.nullable(),
  /** Those after the next donor, in order; not more than a screen needs. */
  queue: z.array(donorSummary),
  /** Donors still to call today, the next one included. */
  left: z.int(),
  promises: z.array(promise),
  /** Newest first. */
  done: z.array(doneToday),
  called: z.int(),
  reached: z.int(),
  /** What the evening brought, for its end: corrections, questions and so on. */
  corrections: z.int(),
  followUps: z.int(),
});

export const todayProcedures = {
  'today.get': query(['caller', 'director', 'coordinator'], z.object({ lane: laneSchema }), todaySchema),
  /** "Later vanavond": to the end of today's list, for a donor who is on a list of the caller's. */
  'today.postpone': command(['caller', 'director', 'coordinator'], z.object({ donorId: z.int() }), done),
};
