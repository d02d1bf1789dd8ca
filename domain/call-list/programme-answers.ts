/**
 * For every programme one sentence: on the list, or why not. Read from the same conditions and suppressions as the list,
 * so the two never disagree.
 */
import type { DonorFacts } from '../donor-facts.ts';
import type { Sentence } from '../language.ts';
import { PROGRAMMES } from '../programmes/index.ts';
import type { Condition } from '../programmes/condition.ts';
import { PROGRAMME_IDS, type ProgrammeId, type TaskProgrammeId } from '../programmes/programme-id.ts';
import { missingThanks } from '../tasks/missing-thanks.ts';
import { post } from '../tasks/post.ts';
import type { TaskJudgement } from '../tasks/task.ts';
import { writeTaskSuppression } from '../tasks/task-sentences.ts';
import { verify, type VerifyFacts } from '../tasks/verify.ts';
import type { AnswerState } from './answer-state.ts';
import { buildCallList } from './call-list.ts';
import { evaluate, isSwitchedOn, type Candidate, type ListContext } from './evaluate.ts';
import { writeSuppression } from './suppression-sentences.ts';
import { writeCondition } from './trace.ts';

export interface ProgrammeAnswer {
  readonly programme: ProgrammeId | TaskProgrammeId;
  readonly state: AnswerState;
  readonly sentence: Sentence;
}

const OFF: Sentence = { nl: 'Dit programma staat uit.', en: 'This programme is switched off.' };

/** @param rivals as for `explain` */
export function answerProgrammes(
  donor: DonorFacts,
  rivals: readonly DonorFacts[],
  context: ListContext,
): readonly ProgrammeAnswer[] {
  const { today, settings } = context;
  const { giving, done, candidate: alone } = evaluate(donor, context);
  const others = rivals.filter(({ donorId }) => donorId !== donor.donorId);
  const list = alone === null ? null : buildCallList([donor, ...others], context);
  const isThis = ({ donorId }: Candidate): boolean => donorId === donor.donorId;
  const isOn = list?.items.some(isThis) === true;
  const candidate = isOn ? alone : (list?.suppressed.find(isThis) ?? null);
  return PROGRAMME_IDS.map((programme): ProgrammeAnswer => {
    if (!isSwitchedOn(programme, settings)) return { programme, state: 'off', sentence: OFF };
    if (candidate?.match.programme === programme) {
      const [first] = candidate.suppressions;
      if (isOn || first === undefined) return { programme, state: 'on', sentence: candidate.match.reason };
      return { programme, state: 'suppressed', sentence: writeSuppression(first, context) };
    }
    if (candidate?.also.includes(programme) === true) {
      return { programme, state: 'also', sentence: goesBefore(candidate.match.programme) };
    }
    if (done.some((match) => match.programme === programme)) {
      const { name } = PROGRAMMES[programme];
      const sentence = { nl: `Het ${name.nl} is al geweest.`, en: `The ${name.en} has been made already.` };
      return { programme, state: 'done', sentence };
    }
    const { conditions } = PROGRAMMES[programme].judge({ today, donor, giving, settings });
    return { programme, state: 'no', sentence: failing(conditions, context) };
  });
}

/**
 * The same for work that is no call.
 *
 * @param isOnCallingList as the list of the same day says
 */
export function answerTasks(
  donor: DonorFacts & { readonly verify: VerifyFacts },
  isOnCallingList: boolean,
  context: ListContext,
): readonly ProgrammeAnswer[] {
  const { today, settings } = context;
  const { giving } = evaluate(donor, context);
  const question = { today, donor, giving, settings };
  const answers: readonly (readonly [TaskProgrammeId, boolean, TaskJudgement])[] = [
    ['missing-thanks', settings.missingThanks.isOn, missingThanks.judge(question)],
    ['post', settings.post.isOn, post.judge(question)],
    ['verify', settings.verify.isOn, verify.judge({ ...question, verify: donor.verify, isOnCallingList })],
  ];
  return answers.map(([programme, isSwitched, { match, suppressions, conditions }]): ProgrammeAnswer => {
    if (!isSwitched) return { programme, state: 'off', sentence: OFF };
    if (match === null) return { programme, state: 'no', sentence: failing(conditions, context) };
    const [first] = suppressions;
    if (first === undefined) return { programme, state: 'on', sentence: match.reason };
    return { programme, state: 'suppressed', sentence: writeTaskSuppression(first.id) };
  });
}

function goesBefore(winner: ProgrammeId): Sentence {
  const { name } = PROGRAMMES[winner];
  return {
    nl: `Hoort er ook bij, maar het programma “${name.nl}” gaat voor.`,
    en: `Belongs to it as well, but the programme “${name.en}” goes before.`,
  };
}

function failing(conditions: readonly Condition[], { today }: ListContext): Sentence {
  const condition = conditions.find(({ holds }) => !holds);
  if (condition === undefined) throw new Error('a programme that does not match has a condition that does not hold');
  return writeCondition(condition, today);
}
