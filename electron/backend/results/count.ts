/** Counts the results of a period: the database gathers, the domain counts. */
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { THANKED_WITHIN } from '../../../contract/procedures/results.ts';
import { addDays, dayOfInstant, daysBetween, instantAt, type CalendarDay } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { PARTS_OF_DAY } from '../../../domain/calling-hours/part-of-day.ts';
import { CHECK_METHODS, DETAIL_FIELDS } from '../../../domain/correction.ts';
import { DETAIL_LABELS } from '../../../domain/doubt.ts';
import { sentence } from '../../../domain/language.ts';
import { FOLLOW_UP_KINDS } from '../../../domain/operation.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';
import { ATTEMPTS, paceOf, reachedOf, type CountedCall } from '../../../domain/results/calls.ts';
import { recommendationOf } from '../../../domain/results/nps.ts';
import { medianOf, shareOf } from '../../../domain/results/share.ts';
import {
  countCorrections,
  countRights,
  readCalls,
  readNewcomers,
  readSaid,
  type CallRow,
  type Newcomer,
  type SaidRow,
} from '../../../db/queries/results.ts';
import type { AskContext } from '../context.ts';
import { answerQuestions } from './journey-questions.ts';
import { drawMap, ofLevel, readLevels } from './map.ts';

type Results = OutputOf<'results.get'>;

/** So far back an attempt still belongs to the same try. */
const LOOK_BACK_DAYS = 60;
const PERIOD_DAYS = { month: 30, quarter: 90, year: 365 } as const;
const DAYS = { day1: 1, day7: 7, day14: 14 } as const;

export async function countResults(
  context: AskContext,
  { period, level }: ParsedInputOf<'results.get'>,
): Promise<Results> {
  const { store, today } = context;
  const { reader } = store;
  const from = addDays(today, -PERIOD_DAYS[period]);
  const since = instantAt(from, '00:00');
  const until = instantAt(addDays(today, 1), '00:00');
  const newcomers = await readNewcomers(reader, { from, to: today });
  const calls = await readCalls(reader, { from: addDays(from, -LOOK_BACK_DAYS), to: today });
  const inPeriod = calls.filter(({ day }) => day >= from);
  const levels = await readLevels(context, inPeriod);
  const segment = inPeriod.filter((call) => ofLevel(call, levels, level));
  const said = await readSaid(reader, since, until);
  const rights = await countRights(reader, since, until);
  const map = drawMap(segment, levels);
  const nps = recommendationOf(segment.flatMap(({ nps: answer }) => (answer === null ? [] : [answer])));
  const reached = reachedOf(calls.map(toCounted), from);
  return {
    from,
    to: today,
    periodText: sentence((language) => {
      const on = (day: CalendarDay): string => writeDay(day, language, { today: '0001-01-01' });
      return language === 'nl' ? `${on(from)} tot en met ${on(today)}` : `${on(from)} up to ${on(today)}`;
    }),
    newcomers: viewNewcomers(newcomers, today),
    reached: {
      all: reached.all,
      byPart: PARTS_OF_DAY.map((part) => ({ part, share: reached.byPart[part] })),
      byAttempt: ATTEMPTS.map((attempt) => ({ attempt, share: reached.byAttempt[attempt] })),
    },
    pace: paceOf(inPeriod.map(toCounted)),
    ...viewCorrections(await countCorrections(reader, since, until)),
    rights: {
      objections: rights.objections,
      consents: rights.consents,
      offered: offeredOf(inPeriod),
      optIns: shareOf(rights.optIns, rights.asked),
    },
    said: FOLLOW_UP_KINDS.map((kind) => {
      const own = said.filter((each) => each.kind === kind);
      return { kind, count: own.length, open: own.filter(({ isOpen }) => isOpen === 1).length };
    }),
    complaints: viewComplaints(said, today),
    map,
    questions: await answerQuestions(context, { newcomers, said, map, nps, segment, levels }),
    nps: { answers: [...nps.answers], score: nps.score },
  };
}

function toCounted(call: CallRow): CountedCall {
  const { donorId, programme, day, at, outcome, caller, seconds } = call;
  const isConversation = OUTCOMES[outcome].result === 'conversation';
  return { donorId, programme, day, at, isConversation, caller, durationSeconds: seconds };
}

/** Only who can have been thanked by then counts: somebody of yesterday has no day 14 yet. */
function viewNewcomers(newcomers: readonly Newcomer[], today: CalendarDay): Results['newcomers'] {
  const known = newcomers.filter(({ isKnown }) => isKnown === 1);
  return {
    counted: known.length,
    unknown: newcomers.length - known.length,
    thanked: THANKED_WITHIN.map((within) => {
      const ripe = known.filter(({ zero }) => addDays(zero, DAYS[within]) <= today);
      const thanked = ripe.filter(({ zero, email, post, call }) =>
        [email, post, call].some((day) => day !== null && daysBetween(zero, day) <= DAYS[within]),
      );
      return { within, share: shareOf(thanked.length, ripe.length) };
    }),
  };
}

function viewCorrections(rows: Awaited<ReturnType<typeof countCorrections>>): Pick<Results, 'corrections' | 'checked'> {
  const sum = (own: typeof rows): number => own.reduce((total, { count }) => total + count, 0);
  return {
    corrections: DETAIL_FIELDS.map((field) => ({
      field,
      label: DETAIL_LABELS[field],
      count: sum(rows.filter((row) => row.field === field)),
    })),
    checked: CHECK_METHODS.map((method) => ({ method, count: sum(rows.filter((row) => row.method === method)) })),
  };
}

function offeredOf(calls: readonly CallRow[]): Results['rights']['offered'] {
  const asked = calls.filter(({ outcome, caller }) => OUTCOMES[outcome].asksForObjection && caller !== null);
  return shareOf(asked.filter(({ objection }) => objection === 'offered' || objection === 'used').length, asked.length);
}

function viewComplaints(said: readonly SaidRow[], today: CalendarDay): Results['complaints'] {
  const complaints = said.filter(({ kind }) => kind === 'complaint');
  const days = complaints.flatMap(({ at, answeredAt }) =>
    answeredAt === null ? [] : [daysBetween(dayOfInstant(at), dayOfInstant(answeredAt))],
  );
  const judged = complaints.filter(
    ({ dueDay, answeredAt }) => dueDay !== null && (answeredAt !== null || dueDay < today),
  );
  const inTime = judged.filter(
    ({ dueDay, answeredAt }) => answeredAt !== null && dueDay !== null && dayOfInstant(answeredAt) <= dueDay,
  );
  return { medianDays: medianOf(days), answered: days.length, inTime: shareOf(inTime.length, judged.length) };
}
