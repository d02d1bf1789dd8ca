/** Outcomes: what came of an attempt, and what each of them means for the donor (mission.md, What happens in a call). */
import type { CallResult } from './call-fact.ts';
import type { Sentence } from './language.ts';

export const OUTCOME_IDS = [
  'conversation',
  'callback',
  'refused',
  'no-answer',
  'busy',
  'voicemail-left',
  'voicemail-nothing',
  'wrong-number',
  'not-in-service',
  'objection',
  'deceased',
  'moved',
  'other-language',
  'other-person',
  'cannot-decide',
] as const;
export type OutcomeId = (typeof OUTCOME_IDS)[number];

export interface Outcome {
  readonly id: OutcomeId;
  /** The key of a call screen; outcomes that share one are told apart by a second question. */
  readonly key: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
  readonly name: Sentence;
  /** What it means for the list rules. */
  readonly result: CallResult;
  /** The donor was on the line, so the caller must answer whether the right to object was offered (rules-nl.md L6). */
  readonly asksForObjection: boolean;
  /** The number that was dialled is not the donor's. */
  readonly marksNumberWrong: boolean;
  /** An open promise to call back ends with it. */
  readonly closesCallback: boolean;
}

type Consequences = Omit<Outcome, 'id' | 'key' | 'name'>;

const NOT_REACHED: Consequences = {
  result: 'attempt',
  asksForObjection: false,
  marksNumberWrong: false,
  closesCallback: false,
};
const REACHED: Consequences = { ...NOT_REACHED, asksForObjection: true, closesCallback: true };

export const OUTCOMES: Readonly<Record<OutcomeId, Outcome>> = {
  conversation: {
    ...REACHED,
    id: 'conversation',
    key: 1,
    result: 'conversation',
    name: { nl: 'Gesprek gevoerd', en: 'We talked' },
  },
  callback: { ...REACHED, id: 'callback', key: 2, name: { nl: 'Later terugbellen', en: 'Call back later' } },
  refused: {
    ...REACHED,
    id: 'refused',
    key: 3,
    result: 'closed',
    name: { nl: 'Wil nu niet praten', en: 'Won’t talk now' },
  },
  'no-answer': { ...NOT_REACHED, id: 'no-answer', key: 4, name: { nl: 'Neemt niet op', en: 'No answer' } },
  busy: { ...NOT_REACHED, id: 'busy', key: 5, name: { nl: 'Bezet', en: 'Busy' } },
  'voicemail-left': {
    ...NOT_REACHED,
    id: 'voicemail-left',
    key: 6,
    result: 'voicemail-left',
    name: { nl: 'Voicemail ingesproken', en: 'Voicemail left' },
  },
  'voicemail-nothing': {
    ...NOT_REACHED,
    id: 'voicemail-nothing',
    key: 6,
    name: { nl: 'Voicemail, niets ingesproken', en: 'Voicemail, nothing left' },
  },
  'wrong-number': {
    ...NOT_REACHED,
    id: 'wrong-number',
    key: 7,
    marksNumberWrong: true,
    name: { nl: 'Verkeerd nummer', en: 'Wrong number' },
  },
  'not-in-service': {
    ...NOT_REACHED,
    id: 'not-in-service',
    key: 7,
    marksNumberWrong: true,
    name: { nl: 'Nummer niet in gebruik', en: 'Number not in service' },
  },
  objection: {
    ...REACHED,
    id: 'objection',
    key: 8,
    // The right was not only offered but used: there is nothing left to ask.
    asksForObjection: false,
    name: { nl: 'Niet meer bellen', en: 'Do not call again' },
  },
  deceased: {
    ...REACHED,
    id: 'deceased',
    key: 9,
    // Somebody else was on the line, at a moment to ask nothing more.
    asksForObjection: false,
    name: { nl: 'Overleden', en: 'Has died' },
  },
  moved: {
    ...NOT_REACHED,
    id: 'moved',
    key: 9,
    marksNumberWrong: true,
    name: { nl: 'Verhuisd, nummer is van een ander', en: 'Moved, somebody else has the number' },
  },
  'other-language': {
    ...REACHED,
    id: 'other-language',
    key: 9,
    result: 'attempt',
    closesCallback: false,
    name: { nl: 'Spreekt een andere taal', en: 'Speaks another language' },
  },
  'other-person': {
    ...NOT_REACHED,
    id: 'other-person',
    key: 9,
    name: { nl: 'Iemand anders aan de lijn', en: 'Somebody else on the line' },
  },
  'cannot-decide': {
    ...REACHED,
    id: 'cannot-decide',
    key: 9,
    // A child, or somebody who is confused: the call ends without a question, and nothing of why is written down (L17).
    asksForObjection: false,
    name: { nl: 'Kan dit niet zelf beslissen', en: 'Cannot decide this alone' },
  },
};

export function outcomesOfKey(key: Outcome['key']): readonly Outcome[] {
  return OUTCOME_IDS.map((id) => OUTCOMES[id]).filter((outcome) => outcome.key === key);
}
