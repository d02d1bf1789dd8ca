/** How often a mandate is debited: times a year ("12"), or in words ("per kwartaal", "monthly"). */
import type { MandateFrequency } from '../../../domain/mandate.ts';
import { soleWord } from './plain-word.ts';
import { notUnderstood, understood, type Reading } from './reading.ts';

const MONTHLY: MandateFrequency = { unit: 'month', interval: 1 };
const QUARTERLY: MandateFrequency = { unit: 'month', interval: 3 };
const HALF_YEARLY: MandateFrequency = { unit: 'month', interval: 6 };
const YEARLY: MandateFrequency = { unit: 'year', interval: 1 };
const WEEKLY: MandateFrequency = { unit: 'week', interval: 1 };

const TIMES_A_YEAR: ReadonlyMap<number, MandateFrequency> = new Map([
  [1, YEARLY],
  [2, HALF_YEARLY],
  [3, { unit: 'month', interval: 4 }],
  [4, QUARTERLY],
  [6, { unit: 'month', interval: 2 }],
  [12, MONTHLY],
  [13, { unit: 'week', interval: 4 }],
  [26, { unit: 'week', interval: 2 }],
  [52, WEEKLY],
]);

const WORDS: ReadonlyMap<string, MandateFrequency> = new Map(
  (
    [
      [MONTHLY, 'm maand maandelijks permaand 1xpermaand month monthly permonth everymonth'],
      [QUARTERLY, 'k q kwartaal perkwartaal driemaandelijks quarter quarterly perquarter'],
      [HALF_YEARLY, 'halfjaar halfjaarlijks perhalfjaar halfyear halfyearly semiannual semiannually'],
      [YEARLY, 'j y jaar jaarlijks perjaar year yearly annual annually peryear'],
      [WEEKLY, 'w week wekelijks perweek weekly everyweek'],
    ] as const
  ).flatMap(([frequency, words]) => words.split(' ').map((word): [string, MandateFrequency] => [word, frequency])),
);

/** No way to say it is longer. */
const LONGEST_FREQUENCY = 60;

/** "12", "12x", "4 x per jaar", "4 times a year", and the "12,0" of a spreadsheet. */
const COUNTED = /^(\d{1,3})(?:[.,]0+)?\s*(?:x|×|keer|maal|times)?\s*(?:(?:per|p\/|\/|a)\s*(?:jaar|jr|year))?$/i;

/** "elke 5 maanden", "every 2 years": what cannot be said as times a year. */
const EVERY = /^(?:elke|om de|every)\s+(\d{1,3})\s+(dag|weke?|maand|jaar|day|month|year)(?:en|n|s)?$/;
const UNITS = {
  dag: 'day',
  day: 'day',
  week: 'week',
  weke: 'week',
  maand: 'month',
  month: 'month',
  jaar: 'year',
  year: 'year',
} as const;

/** As `readFrequency` reads it back, whatever it is. */
export function writeFrequency({ unit, interval }: MandateFrequency): string {
  const times = [...TIMES_A_YEAR].find(([, each]) => each.unit === unit && each.interval === interval);
  if (times !== undefined) return String(times[0]);
  const word = { day: 'dagen', week: 'weken', month: 'maanden', year: 'jaar' } as const;
  return `elke ${interval} ${word[unit]}`;
}

export function readFrequency(text: string): Reading<MandateFrequency> {
  const every = text.length > LONGEST_FREQUENCY ? null : EVERY.exec(text.trim().toLowerCase());
  const unit = UNITS[(every?.[2] ?? '') as keyof typeof UNITS] as MandateFrequency['unit'] | undefined;
  if (unit !== undefined && Number(every?.[1]) > 0) return understood({ unit, interval: Number(every?.[1]) });
  const times = text.length > LONGEST_FREQUENCY ? undefined : COUNTED.exec(text.trim())?.[1];
  const frequency = times === undefined ? WORDS.get(soleWord(text) ?? '') : TIMES_A_YEAR.get(Number(times));
  if (frequency !== undefined) return understood(frequency);
  return notUnderstood({
    nl: 'Hoe vaak is niet duidelijk. Schrijf het aantal keer per jaar (12, 4, 2 of 1), of maandelijks, per kwartaal of jaarlijks.',
    en: 'How often is not clear. Write the number of times a year (12, 4, 2 or 1), or monthly, quarterly or yearly.',
  });
}
