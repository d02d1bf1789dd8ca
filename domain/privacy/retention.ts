/**
 * How long a workstation keeps what was recorded on it, and why (rules-nl.md P6). The CRM owns the facts and keeps its own
 * terms; this is about the words that were typed here and are in the CRM already. What has not been sent stays whatever
 * the term, and so do objections and consents: they are what protects the donor (L7, L8, L18). Whom only another place
 * knows, and who was never recognised, has a term as well: nothing else would ever end what is held of her (P1).
 */
import { z } from 'zod';
import { addDays, dayOfInstant, type CalendarDay, type Instant } from '../calendar/day.ts';
import type { Sentence } from '../language.ts';

export const RETENTION_KINDS = ['notes', 'followUps', 'corrections', 'reasons', 'strangers'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

interface Rule {
  readonly name: Sentence;
  readonly reason: Sentence;
  readonly days: number;
}

export const SHORTEST_DAYS = 7;
export const LONGEST_DAYS = 3_653;

/** The terms that a workstation begins with; a coordinator can change them. */
export const RETENTION: Readonly<Record<RetentionKind, Rule>> = {
  notes: {
    name: { nl: 'Aantekeningen van gesprekken', en: 'Notes of calls' },
    reason: {
      nl: 'Ze staan in het CRM. Hier zijn ze alleen nog nodig om een volgend gesprek op voort te bouwen.',
      en: 'They are in the CRM. Here they are needed only to build the next call on.',
    },
    days: 90,
  },
  followUps: {
    name: { nl: 'Afgesloten vragen, klachten en ideeën', en: 'Closed questions, complaints and ideas' },
    reason: {
      nl: 'Beantwoord en verstuurd. Een half jaar is genoeg om na te kijken of het goed is afgehandeld.',
      en: 'Answered and sent. Half a year is enough to look whether it was handled well.',
    },
    days: 180,
  },
  corrections: {
    name: {
      nl: 'Correcties en rekeningnummers, met oude en nieuwe waarden',
      en: 'Corrections and account numbers, with old and new values',
    },
    reason: {
      nl: 'De nieuwe waarde staat in het CRM. De oude is alleen nodig om iets terug te draaien.',
      en: 'The new value is in the CRM. The old one is needed only to take something back.',
    },
    days: 180,
  },
  reasons: {
    name: { nl: 'Waarom iemand een donateur bekeek', en: 'Why somebody looked at a donor' },
    reason: {
      nl: 'Een jaar is genoeg om het gebruik na te kijken. Dat er is gekeken, blijft in het logboek.',
      en: 'A year is enough to check the use. That somebody looked stays in the log.',
    },
    days: 365,
  },
  strangers: {
    name: {
      nl: 'Mensen van een actiesite of uit een bestand die niemand heeft herkend',
      en: 'People of a fundraising site or a file whom nobody recognised',
    },
    reason: {
      nl: 'Ze staan niet in het CRM en tellen nergens mee. Een half jaar is genoeg om te beslissen of ze erin horen. Wie verzet maakte, blijft.',
      en: 'They are not in the CRM and count nowhere. Half a year is enough to decide whether they belong in it. Who objected stays.',
    },
    days: 180,
  },
};

const daysSchema = z.int().min(SHORTEST_DAYS).max(LONGEST_DAYS).nullable();

export const retentionSettingsSchema = z.object({
  /** Null: kept. */
  days: z.object({
    notes: daysSchema,
    followUps: daysSchema,
    corrections: daysSchema,
    reasons: daysSchema,
    // Absent in what was saved before there was this term.
    strangers: daysSchema.default(RETENTION.strangers.days),
  }),
  /** Every day by itself. */
  isDaily: z.boolean(),
});
export type RetentionSettings = z.infer<typeof retentionSettingsSchema>;

export const DEFAULT_RETENTION: RetentionSettings = {
  days: {
    notes: RETENTION.notes.days,
    followUps: RETENTION.followUps.days,
    corrections: RETENTION.corrections.days,
    reasons: RETENTION.reasons.days,
    strangers: RETENTION.strangers.days,
  },
  isDaily: false,
};

/** One thing that is kept. */
export interface KeptThing {
  /** When it was done with: the call, the answer, the decision. */
  readonly at: Instant;
  /** Nothing about it is on its way to the CRM, in conflict or refused. */
  readonly isSettled: boolean;
}

/** The first day that is still within the term; null when the kind is kept. */
export function keptFrom(kind: RetentionKind, settings: RetentionSettings, now: Instant): CalendarDay | null {
  const days = settings.days[kind];
  return days === null ? null : addDays(dayOfInstant(now), -days);
}

/** Whether its term is over. Days are those of Amsterdam: the day of the term itself is still within it. */
export function isOver(thing: KeptThing, kind: RetentionKind, settings: RetentionSettings, now: Instant): boolean {
  const from = keptFrom(kind, settings, now);
  return from !== null && thing.isSettled && dayOfInstant(thing.at) < from;
}

export type RetentionCounts = Readonly<Record<RetentionKind, number>>;

export function sumOf(counts: RetentionCounts): number {
  return RETENTION_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}
