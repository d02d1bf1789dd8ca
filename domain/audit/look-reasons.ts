/** Why somebody looks at a donor outside the list. A choice, so that the trail holds nothing about a donor but the id. */
import type { Sentence } from '../language.ts';

export const LOOK_REASONS = {
  'rings-back': { nl: 'Belt zelf of belt terug', en: 'Rings us, or rings back' },
  question: { nl: 'Vraag of klacht uitzoeken', en: 'To look into a question or complaint' },
  details: { nl: 'Gegevens nakijken', en: 'To check details' },
  asked: { nl: 'Een collega vroeg het', en: 'A colleague asked' },
  coordinates: { nl: 'Coördinatie', en: 'Coordination' },
  other: { nl: 'Iets anders', en: 'Something else' },
} as const satisfies Readonly<Record<string, Sentence>>;
export type LookReason = keyof typeof LOOK_REASONS;

/** What a person can choose, in the order of the screen; a coordinator is not asked. */
export const LOOK_CHOICES = [
  'rings-back',
  'question',
  'details',
  'asked',
  'other',
] as const satisfies readonly LookReason[];
