/**
 * The full trace behind an explanation: every condition of every programme and every suppression, with the value that
 * was looked at and the record it came from. It reads the very conditions by which the list decides.
 */
import { isCalendarDay, type CalendarDay } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import type { DonorFacts } from '../donor-facts.ts';
import { sentence, type Language, type Sentence } from '../language.ts';
import type { Condition } from '../programmes/condition.ts';
import { PROGRAMMES } from '../programmes/index.ts';
import { PROGRAMME_IDS, type ProgrammeId } from '../programmes/programme-id.ts';
import { writeAmount } from '../programmes/write-value.ts';
import type { RecordRef } from '../record-ref.ts';
import { buildCallList } from './call-list.ts';
import { evaluate, type ListContext } from './evaluate.ts';
import { SUPPRESSION_IDS, type SuppressionId } from './suppression.ts';
import { writeSuppression } from './suppression-sentences.ts';

export interface TraceLine {
  readonly about: 'condition' | 'done' | 'winner' | 'suppression';
  readonly programme: ProgrammeId | null;
  readonly suppression: SuppressionId | null;
  /** For a condition: it holds. For the others: it is so. */
  readonly holds: boolean;
  readonly sentence: Sentence;
  readonly record: RecordRef | null;
}

/** @param rivals as for `explain`. The donor is on the list exactly when there is a winner and no suppression holds. */
export function traceOf(donor: DonorFacts, rivals: readonly DonorFacts[], context: ListContext): readonly TraceLine[] {
  const { candidate, giving, done } = evaluate(donor, context);
  const { today, settings } = context;
  const conditions = PROGRAMME_IDS.flatMap((programme) => {
    const judgement = PROGRAMMES[programme].judge({ today, donor, giving, settings });
    return judgement.conditions.map((condition) => lineOf(programme, condition, today));
  });
  const finished = done.map(({ programme }): TraceLine => {
    const { name } = PROGRAMMES[programme];
    const words = { nl: `Het ${name.nl} is al geweest.`, en: `The ${name.en} has been made already.` };
    return { about: 'done', programme, suppression: null, holds: true, sentence: words, record: null };
  });
  if (candidate === null) return [...conditions, ...finished];
  const { programme, reason } = candidate.match;
  const winner: TraceLine = {
    about: 'winner',
    programme,
    suppression: null,
    holds: true,
    sentence: reason,
    record: null,
  };
  const others = rivals.filter(({ donorId }) => donorId !== donor.donorId);
  const list = buildCallList([donor, ...others], context);
  const left = list.suppressed.find(({ donorId }) => donorId === donor.donorId);
  const suppressions = SUPPRESSION_IDS.map((id): TraceLine => {
    const found = left?.suppressions.find((each) => each.id === id) ?? null;
    const words = found === null ? notSuppressed(id) : writeSuppression(found, context);
    const record = found?.record ?? null;
    return { about: 'suppression', programme, suppression: id, holds: found !== null, sentence: words, record };
  });
  return [...conditions, ...finished, winner, ...suppressions];
}

function lineOf(programme: ProgrammeId, condition: Condition, today: CalendarDay): TraceLine {
  const { holds, record } = condition;
  const words = writeCondition(condition, today);
  return { about: 'condition', programme, suppression: null, holds, sentence: words, record };
}

/** "Gift die alleen de grens haalt: € 600, moet minstens € 1.000 zijn." */
export function writeCondition(condition: Condition, today: CalendarDay): Sentence {
  return sentence((language) => {
    const name = capital(condition.name[language]);
    const value = writeFound(condition, language, today);
    const bounds = writeBounds(condition, language);
    return bounds === '' ? `${name}: ${value}.` : `${name}: ${value}, ${bounds}.`;
  });
}

function writeFound({ value, kind, holds, atLeast }: Condition, language: Language, today: CalendarDay): string {
  const [yes, no, none] = language === 'nl' ? ['ja', 'nee', 'geen'] : ['yes', 'no', 'none'];
  if (value === null) return holds ? yes : atLeast === undefined ? no : none;
  if (typeof value === 'object') return holds ? value[language] : `${no}, ${value[language]}`;
  if (typeof value === 'string') return isCalendarDay(value) ? writeDay(value, language, { today }) : value;
  return writeNumber(value, kind, language);
}

function writeNumber(value: number, kind: Condition['kind'], language: Language): string {
  if (kind === 'days' || kind === 'cents' || kind === 'years') return writeAmount(value, kind, language);
  return String(value);
}

function writeBounds({ atLeast, atMost, kind }: Condition, language: Language): string {
  const dutch = language === 'nl';
  const [low, high] = [atLeast, atMost].map((bound) =>
    bound === undefined ? null : writeNumber(bound, kind, language),
  );
  // "van 14 tot en met 28 dagen", but "van € 10 tot en met € 50": a unit stands behind its number, a currency before.
  const from = kind === 'cents' ? low : atLeast;
  if (low != null && high != null)
    return dutch ? `moet van ${from} tot en met ${high} zijn` : `must be from ${from} to ${high}`;
  if (low != null) return dutch ? `moet minstens ${low} zijn` : `must be at least ${low}`;
  return '';
}

const NAMES: Readonly<Record<SuppressionId, Sentence>> = {
  deceased: { nl: 'overleden', en: 'deceased' },
  removed: { nl: 'weggegooid of samengevoegd', en: 'binned or merged' },
  objection: { nl: 'verzet tegen bellen', en: 'objection to calls' },
  'cannot-decide': { nl: 'kan niet zelf beslissen', en: 'cannot decide alone' },
  'no-phone': { nl: 'geen telefoonnummer', en: 'no phone number' },
  'bad-phone': { nl: 'geen geldig telefoonnummer', en: 'no valid phone number' },
  'no-legal-basis': { nl: 'geen grond om te bellen', en: 'no basis for a call' },
  'relation-ended': { nl: 'laatste gift te lang geleden', en: 'last gift too long ago' },
  complaint: { nl: 'lopende klacht', en: 'open complaint' },
  reversed: { nl: 'gift niet doorgegaan', en: 'gift did not go through' },
  'cool-down': { nl: 'rust na een gesprek', en: 'rest after a conversation' },
  'contact-pressure': { nl: 'te vaak van ons gehoord', en: 'heard from us too often' },
  'attempt-today': { nl: 'vandaag al gebeld', en: 'called today already' },
  'attempt-pause': { nl: 'rust na een poging', en: 'rest after an attempt' },
  'household-pause': { nl: 'rust na een gesprek met een huisgenoot', en: 'rest after a call to the household' },
  'attempts-used': { nl: 'pogingen op', en: 'attempts used' },
  promised: { nl: 'terugbelafspraak later', en: 'callback promised for later' },
  scheduled: { nl: 'belafspraak van een ander in het CRM', en: 'call of somebody else in the CRM' },
  claimed: { nl: 'een collega is ermee bezig', en: 'a colleague is on it' },
  'same-number': { nl: 'hetzelfde nummer als een ander op de lijst', en: 'same number as somebody on the list' },
  'held-out': { nl: 'vergelijkingsgroep', en: 'hold-out group' },
  'daily-maximum': { nl: 'lijst van vandaag vol', en: 'today’s list full' },
};

function notSuppressed(id: SuppressionId): Sentence {
  return { nl: `${capital(NAMES[id].nl)}: nee.`, en: `${capital(NAMES[id].en)}: no.` };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
