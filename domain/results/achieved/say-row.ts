/** One comparison in words and figures, the same on the screen and on paper: never a percentage by itself. */
import { sentence, type Language, type Sentence } from '../../language.ts';
import { writeMoney } from '../../money.ts';
import { writeCount } from '../../write-count.ts';
import type { AchievedShare, AmountAchieved, GroupAchieved, ShareAchieved } from './achieved.ts';
import { isShown, type Comparison, type Verdict } from './comparison.ts';
import type { Months } from './drawn.ts';

export const ACHIEVED_OUTCOMES = ['gave-again', 'amount', 'mandate-kept', 'complaint', 'objection'] as const;
export type AchievedOutcome = (typeof ACHIEVED_OUTCOMES)[number];

export const OUTCOME_WORDS: Readonly<Record<AchievedOutcome, Sentence>> = {
  'gave-again': { nl: 'Gaf opnieuw', en: 'Gave again' },
  amount: { nl: 'Gegeven per donateur', en: 'Given per donor' },
  'mandate-kept': { nl: 'Machtiging behouden', en: 'Mandate kept' },
  complaint: { nl: 'Had een klacht', en: 'Complained' },
  objection: { nl: 'Wil niet meer gebeld', en: 'No more calls' },
};

/** What was decided beforehand to count: everything else is looked at besides. */
export const MAIN = { outcome: 'gave-again', months: 12 } as const;

export interface AchievedRow {
  readonly outcome: AchievedOutcome;
  readonly months: Months;
  /** "142 van 610"; for amounts "€ 12.340 van 610". */
  readonly called: Sentence;
  readonly held: Sentence;
  readonly verdict: Verdict;
  /** In percentage points, or cents per donor; null where nothing is said. */
  readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** "+6,4 procentpunt"; null where nothing is said. */
  readonly differenceText: Sentence | null;
  /** "−1,1 tot +14,2". */
  readonly intervalText: Sentence | null;
  /** Both in a narrow column, without a unit: "+6,4 (−1,1 tot +14,2)"; null where nothing is said. */
  readonly shortText: Sentence | null;
  /** The smallest difference that so many donors could have shown. */
  readonly smallestShort: Sentence;
  readonly said: Sentence;
}

export function rowsOf(group: GroupAchieved): readonly AchievedRow[] {
  return ACHIEVED_OUTCOMES.flatMap((outcome) =>
    outcome === 'amount'
      ? group.amounts.map(amountRow)
      : group.shares.filter((each) => each.outcome === outcome).map(shareRow),
  );
}

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;
const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** "6,4" percentage points. */
export function writePoints(points: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], ONE_DECIMAL).format(Math.abs(points));
}

/** With its sign, and a zero without one. */
function signed(value: number, write: (value: number) => string): string {
  const text = write(value);
  if (!/[1-9]/.test(text)) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

const pointsWord = (language: Language): string => (language === 'nl' ? 'procentpunt' : 'points');
const to = (language: Language): string => (language === 'nl' ? 'tot' : 'to');
const of = (language: Language): string => (language === 'nl' ? 'van' : 'of');

const counts = ({ count, of: all }: ShareAchieved['called'], language: Language): string =>
  `${writeCount(count, language)} ${of(language)} ${writeCount(all, language)}`;

function shareRow(found: ShareAchieved): AchievedRow {
  const { outcome, called, held } = found;
  const write = (language: Language) => (value: number) => writePoints(value, language);
  return {
    outcome,
    called: sentence((language) => counts(called, language)),
    held: sentence((language) => counts(held, language)),
    ...common(found, 100, write, (text, language) => `${text} ${pointsWord(language)}`),
    said: saidOf(found, SHARE_WORDS[outcome]),
  };
}

function amountRow(found: AmountAchieved): AchievedRow {
  const write = (language: Language) => (cents: number) => writeMoney(Math.abs(Math.round(cents)), language);
  const given = (group: AmountAchieved['called'], language: Language): string =>
    `${writeMoney(Math.round(group.total / 100) * 100, language, 'spoken')} ${of(language)} ${writeCount(group.of, language)}`;
  return {
    outcome: 'amount',
    called: sentence((language) => given(found.called, language)),
    held: sentence((language) => given(found.held, language)),
    ...common(
      found,
      1,
      write,
      (text) => text,
      (language) => (cents) => write(language)(cents).replace(/^€ ?/, ''),
    ),
    said: saidOf(found, AMOUNT_WORDS),
  };
}

function common(
  { months, verdict, difference, detectable }: Comparison & { readonly months: Months },
  scale: number,
  write: (language: Language) => (value: number) => string,
  withUnit: (text: string, language: Language) => string,
  short = write,
) {
  const scaled =
    difference === null
      ? null
      : { value: difference.value * scale, low: difference.low * scale, high: difference.high * scale };
  return {
    months,
    verdict,
    difference: scaled,
    differenceText:
      scaled === null ? null : sentence((language) => withUnit(signed(scaled.value, write(language)), language)),
    intervalText:
      scaled === null
        ? null
        : sentence(
            (language) =>
              `${signed(scaled.low, write(language))} ${to(language)} ${signed(scaled.high, write(language))}`,
          ),
    smallestShort: sentence((language) => (detectable === null ? '–' : short(language)(detectable * scale))),
    shortText:
      scaled === null
        ? null
        : sentence((language) => {
            const number = (value: number): string => signed(value, short(language));
            return `${number(scaled.value)} (${number(scaled.low)} ${to(language)} ${number(scaled.high)})`;
          }),
  };
}

interface Words {
  readonly more: Sentence;
  readonly less: Sentence;
}

const SHARE_WORDS: Readonly<Record<AchievedShare, Words>> = {
  'gave-again': {
    more: { nl: 'Wie gebeld mocht worden gaf vaker opnieuw', en: 'Those who might be called gave again more often' },
    less: {
      nl: 'Wie gebeld mocht worden gaf minder vaak opnieuw',
      en: 'Those who might be called gave again less often',
    },
  },
  'mandate-kept': {
    more: {
      nl: 'Wie gebeld mocht worden hield de machtiging vaker',
      en: 'Those who might be called kept their mandate more often',
    },
    less: {
      nl: 'Wie gebeld mocht worden hield de machtiging minder vaak',
      en: 'Those who might be called kept their mandate less often',
    },
  },
  complaint: {
    more: { nl: 'Wie gebeld mocht worden had vaker een klacht', en: 'Those who might be called complained more often' },
    less: {
      nl: 'Wie gebeld mocht worden had minder vaak een klacht',
      en: 'Those who might be called complained less often',
    },
  },
  objection: {
    more: {
      nl: 'Wie gebeld mocht worden wilde vaker niet meer gebeld worden',
      en: 'Those who might be called objected to calls more often',
    },
    less: {
      nl: 'Wie gebeld mocht worden wilde minder vaak niet meer gebeld worden',
      en: 'Those who might be called objected to calls less often',
    },
  },
};
const AMOUNT_WORDS: Words = {
  more: { nl: 'Wie gebeld mocht worden gaf meer', en: 'Those who might be called gave more' },
  less: { nl: 'Wie gebeld mocht worden gaf minder', en: 'Those who might be called gave less' },
};

export const TOO_FEW: Sentence = { nl: 'te weinig om iets te zeggen', en: 'too few to tell' };
export const NO_DIFFERENCE: Sentence = { nl: 'geen verschil aangetoond', en: 'no difference was shown' };

function saidOf({ difference }: Comparison, { more, less }: Words): Sentence {
  if (difference === null) return TOO_FEW;
  if (!isShown(difference)) return NO_DIFFERENCE;
  return difference.value > 0 ? more : less;
}
