/** How often matching is right, over donors of whom the truth is known. */
import { matchDonor, type MatchOutcome } from '../../domain/matching/match.ts';
import { candidatesIn } from './candidates.ts';
import { KINDS, type Kind, type SourceDonor, type World } from './world/world.ts';

/** `right` and `wrong` at certain; in the queue with the right donor among those shown, or without; nobody was found, rightly or not. */
export const VERDICTS = [
  'certain-right',
  'certain-wrong',
  'queue-with',
  'queue-without',
  'none-right',
  'none-wrong',
] as const;
export type JudgedAs = (typeof VERDICTS)[number];

export interface Judged {
  readonly source: SourceDonor;
  readonly outcome: MatchOutcome;
  readonly judged: JudgedAs;
}

export interface Figures {
  readonly sources: number;
  readonly donors: number;
  /** Of those linked by themselves, how many to the right donor. */
  readonly precision: number;
  /** Of those who are in the CRM, how many were linked by themselves; and how many with a coordinator's yes. */
  readonly recallCertain: number;
  readonly recallWithQueue: number;
  readonly queue: number;
  /** Of the queue, who are not in the CRM. */
  readonly strangersInQueue: number;
  /** Of those in the queue who are in the CRM, how many have their donor on the first place. */
  readonly firstInQueue: number;
  readonly confusion: Readonly<Record<Kind, Readonly<Record<JudgedAs, number>>>>;
}

export function judgeAll({ crm, sources }: World): readonly Judged[] {
  const find = candidatesIn(crm);
  return sources.map((source) => {
    const outcome = matchDonor(source.identity, find(source.identity));
    return { source, outcome, judged: judge(source, outcome) };
  });
}

function judge({ truth }: SourceDonor, outcome: MatchOutcome): JudgedAs {
  switch (outcome.kind) {
    case 'certain':
      return truth.has(outcome.match.donorId) ? 'certain-right' : 'certain-wrong';
    case 'doubt':
      return outcome.candidates.some(({ donorId }) => truth.has(donorId)) ? 'queue-with' : 'queue-without';
    case 'none':
      return truth.size === 0 ? 'none-right' : 'none-wrong';
  }
}

export function figuresOf({ crm }: World, judged: readonly Judged[]): Figures {
  const count = (...wanted: readonly JudgedAs[]): number =>
    judged.filter((each) => wanted.includes(each.judged)).length;
  const inCrm = judged.filter(({ source }) => source.truth.size > 0).length;
  const withQueue = judged.filter(({ judged: verdict }) => verdict === 'queue-with');
  const firsts = withQueue.filter(
    ({ outcome, source }) =>
      outcome.kind === 'doubt' &&
      outcome.candidates[0] !== undefined &&
      source.truth.has(outcome.candidates[0].donorId),
  );
  const right = count('certain-right');
  return {
    sources: judged.length,
    donors: crm.length,
    precision: right / (right + count('certain-wrong')),
    recallCertain: right / inCrm,
    recallWithQueue: (right + withQueue.length) / inCrm,
    queue: count('queue-with', 'queue-without'),
    strangersInQueue: judged.filter(
      ({ judged: verdict, source }) => verdict === 'queue-without' && source.truth.size === 0,
    ).length,
    firstInQueue: firsts.length / withQueue.length,
    confusion: Object.fromEntries(
      KINDS.map((kind) => {
        const ofKind = judged.filter(({ source }) => source.kind === kind);
        return [
          kind,
          Object.fromEntries(
            VERDICTS.map((verdict) => [verdict, ofKind.filter((each) => each.judged === verdict).length]),
          ),
        ];
      }),
    ) as Figures['confusion'],
  };
}
