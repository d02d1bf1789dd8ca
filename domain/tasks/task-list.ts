/** The lists of work that is no call, one per programme, in a total order. */
import type { CalendarDay } from '../calendar/day.ts';
import type { DonorFacts } from '../donor-facts.ts';
import { givingOn } from '../giving.ts';
import type { ProgrammeSettings } from '../programmes/settings.ts';
import { missingThanks } from './missing-thanks.ts';
import { post } from './post.ts';
import type { TaskItem, TaskJudgement, TaskList, TaskQuestion } from './task.ts';
import { verify, type VerifyFacts } from './verify.ts';
import { inOrder } from '../in-order.ts';

export interface TaskContext {
  readonly today: CalendarDay;
  readonly settings: ProgrammeSettings;
}

/** `missing-thanks` and `post` need nothing but the donors' facts. */
export const TASK_PROGRAMMES = { 'missing-thanks': missingThanks, post } as const;

export function buildTaskList(
  programme: keyof typeof TASK_PROGRAMMES,
  donors: readonly DonorFacts[],
  context: TaskContext,
): TaskList {
  return listOf(donors, context, (donor, question) => TASK_PROGRAMMES[programme].judge({ ...question, donor }));
}

/** @param onCallingList donors who are on a calling list today: their details are checked in that call */
export function buildVerifyList(
  donors: readonly (DonorFacts & { readonly verify: VerifyFacts })[],
  onCallingList: ReadonlySet<number>,
  context: TaskContext,
): TaskList {
  return listOf(donors, context, (donor, question) =>
    verify.judge({ ...question, donor, verify: donor.verify, isOnCallingList: onCallingList.has(donor.donorId) }),
  );
}

function listOf<Donor extends DonorFacts>(
  donors: readonly Donor[],
  { today, settings }: TaskContext,
  judge: (donor: Donor, question: Omit<TaskQuestion, 'donor'>) => TaskJudgement,
): TaskList {
  const all = donors
    .flatMap((donor): TaskItem[] => {
      const giving = givingOn(today, donor.gifts, donor.mandates);
      const { match, suppressions } = judge(donor, { today, giving, settings });
      const tieBreaker = donor.crmId ?? donor.donorId;
      return match === null ? [] : [{ donorId: donor.donorId, tieBreaker, match, suppressions }];
    })
    .sort(compareTasks);
  return {
    items: all.filter(({ suppressions }) => suppressions.length === 0),
    suppressed: all.filter(({ suppressions }) => suppressions.length > 0),
  };
}

/** The earlier due first, then cards before letters, then the larger amount, then the CRM's id. */
export function compareTasks(a: TaskItem, b: TaskItem): number {
  return (
    inOrder(a.match.due, b.match.due) ||
    a.match.priority - b.match.priority ||
    b.match.amount - a.match.amount ||
    a.tieBreaker - b.tieBreaker
  );
}
