/** Invents the donors of one trial, and counts what is true of such donors without asking the program anything. */
import { addDays, type CalendarDay } from '../../domain/calendar/day.ts';
import { addMonths } from '../../domain/calendar/years.ts';
import type { Arm, DrawnDonor, Months } from '../../domain/results/achieved/drawn.ts';
import type { Behaviour, Scenario } from './scenarios.ts';

/** What one donor does in the year after the draw: in which month, or never. */
export interface Life {
  readonly givesIn: number | null;
  readonly gift: number;
  /** Of a mandate that ran on the day of the draw; null for none. */
  readonly debit: number | null;
  readonly endsIn: number | null;
  readonly complainsIn: number | null;
  readonly objectsIn: number | null;
}

const WITH_MANDATE = 0.35;
const DEBIT = 1_000;
const LARGE_GIFT = 500_000;
/** When donors are drawn: evenly over these days. */
export interface Span {
  readonly start: CalendarDay;
  readonly days: number;
}

const YEAR: Span = { start: '2024-01-08', days: 360 };
/** Every window of every donor has ended by then. */
export const READING: CalendarDay = '2026-01-01';

type Random = () => number;

/** Once in a year with this chance, sooner rather than later. */
function monthOf(chance: number, random: Random): number | null {
  return random() < chance ? Math.floor(12 * random() ** 1.5) : null;
}

function live(
  { givesAgain, middleGift, endsMandate, complains, objects }: Behaviour,
  { skew, largeInHundred }: Scenario,
  often: number,
  random: Random,
): Life {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const isLarge = random() * 100 < largeInHundred;
  const hasMandate = random() < WITH_MANDATE;
  return {
    givesIn: monthOf(Math.min(0.95, givesAgain * often), random),
    gift: isLarge ? LARGE_GIFT : Math.max(100, Math.round(middleGift * Math.exp(skew * normal))),
    debit: hasMandate ? DEBIT : null,
    endsIn: monthOf(endsMandate, random),
    complainsIn: monthOf(complains, random),
    objectsIn: monthOf(objects, random),
  };
}

/** When in the year of the draws: 0 at its beginning, 1 at its end. */
function oftenAt(moment: number, { drift }: Scenario): number {
  return (2 / (1 + drift)) * (1 + (drift - 1) * moment);
}

/** Donors who were drawn by chance, and what they did. Who is drawn in two programmes is drawn in the second one later. */
export function inventTrial(scenario: Scenario, random: Random, { start, days } = YEAR): readonly DrawnDonor[] {
  return Array.from({ length: scenario.donors }, (_, donorId): DrawnDonor[] => {
    const moment = random();
    const [first, second] = scenario.programmes;
    const percent = scenario.percents[Math.min(scenario.percents.length - 1, Math.floor(moment * 2))] ?? 0;
    const arm: Arm = random() * 100 < percent ? 'held' : 'called';
    const life = live(scenario[arm], scenario, oftenAt(moment, scenario), random);
    const donor = asDrawn(
      life,
      { donorId, arm, percent, enteredOn: addDays(start, Math.floor(moment * days)) },
      random,
    );
    const own = { ...donor, programme: first ?? 'thank-you-call' };
    if (second === undefined || random() < 0.5) return [own];
    // Some come on the list of the second programme alone, some on both: their second draw is another one.
    if (random() < 0.5) return [{ ...donor, programme: second }];
    return [
      own,
      { ...donor, programme: second, arm: random() < 0.3 ? 'held' : 'called', enteredOn: addDays(donor.enteredOn, 40) },
    ];
  }).flat();
}

function asDrawn(
  life: Life,
  drawn: Pick<DrawnDonor, 'donorId' | 'arm' | 'percent' | 'enteredOn'>,
  random: Random,
): Omit<DrawnDonor, 'programme'> {
  const dayIn = (month: number): CalendarDay =>
    addDays(addMonths(drawn.enteredOn, month), 1 + Math.floor(27 * random()));
  const days = (month: number | null): readonly CalendarDay[] => (month === null ? [] : [dayIn(month)]);
  const { debit, endsIn } = life;
  const cancelledDay = endsIn === null ? null : dayIn(endsIn);
  const debits =
    debit === null ? [] : debitMonths(life).map((month) => ({ day: dayIn(month), amount: debit, mandateId: 1 }));
  return {
    ...drawn,
    isFromBefore: false,
    isRemoved: false,
    gifts: [...days(life.givesIn).map((day) => ({ day, amount: life.gift, mandateId: null })), ...debits],
    mandates:
      debit === null
        ? []
        : [
            {
              id: 1,
              startDay: addDays(drawn.enteredOn, -20),
              cancelledDay,
              status: cancelledDay === null ? 'running' : 'cancelled',
            },
          ],
    complaints: days(life.complainsIn),
    objections: days(life.objectsIn),
  };
}

/** Every month up to the one in which the mandate ends. */
function debitMonths({ endsIn }: Life): readonly number[] {
  return Array.from({ length: endsIn ?? 12 }, (_, month) => month);
}

/** What is true of the called group less what is true of the held-out one, per window. */
export type Truth = Readonly<Record<'gave-again' | 'mandate-kept' | 'complaint' | 'objection' | 'amount', number>>;

/** So many lives that the truth is known ten times as well as a trial tells it. */
const LIVES = 150_000;
const MOST_COUNTED = 100_000;

/** Counted from very many lives, not from the program: with two programmes as with one, since both do the same. */
export function truthOf(scenario: Scenario, months: Months, random: Random, count = LIVES): Truth {
  const mean = (arm: Arm, valueOf: (life: Life) => number | null): number => {
    let [sum, of] = [0, 0];
    for (const life of lives[arm]) {
      const value = valueOf(life);
      if (value === null) continue;
      sum += value;
      of += 1;
    }
    return sum / of;
  };
  const lives = {
    held: manyLives('held', scenario, random, count),
    called: manyLives('called', scenario, random, count),
  };
  const isIn = (month: number | null): number => (month !== null && month < months ? 1 : 0);
  const difference = (valueOf: (life: Life) => number | null): number =>
    mean('called', valueOf) - mean('held', valueOf);
  return {
    'gave-again': difference(({ givesIn }) => isIn(givesIn)),
    'mandate-kept': difference(({ debit, endsIn }) => (debit === null ? null : 1 - isIn(endsIn))),
    complaint: difference(({ complainsIn }) => isIn(complainsIn)),
    objection: difference(({ objectsIn }) => isIn(objectsIn)),
    amount: difference((life) => {
      const debits = debitMonths(life).filter((month) => month < months).length * (life.debit ?? 0);
      return Math.min(MOST_COUNTED, debits + (isIn(life.givesIn) === 1 ? life.gift : 0));
    }),
  };
}

/** The same chance for each, whenever they were drawn; with a drift the draws are weighed as the program weighs them. */
function manyLives(arm: Arm, scenario: Scenario, random: Random, count: number): readonly Life[] {
  const weights = weightsOfHalves(scenario);
  return Array.from({ length: count }, () => {
    const isSecond = random() < weights;
    const moment = (random() + (isSecond ? 1 : 0)) / 2;
    return live(scenario[arm], scenario, oftenAt(moment, scenario), random);
  });
}

/** Weight of the second half of the year: a draw weighs as its two groups do, n₁n₂/(n₁+n₂). */
function weightsOfHalves({ percents }: Scenario): number {
  const [first = 0, second = first] = percents.map((percent) => percent * (100 - percent));
  return second / (first + second);
}
