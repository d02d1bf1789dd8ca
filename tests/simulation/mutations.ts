/**
 * The rules of the sync, broken one at a time: a proof that finds nothing then proves nothing. They are broken from
 * outside, in the network and around the connector, so that the program itself has no switch for it.
 */
import type { Connector } from '../../sync/connector.ts';
import type { Writer } from '../../db/store.ts';
import type { nextToSend } from '../../sync/push-order.ts';
import type { Asked, Question } from './network.ts';

export interface Mutation {
  readonly name: string;
  /** Rewrites what is asked of CiviCRM. */
  readonly change?: (question: Question) => Record<string, unknown>;
  /** Rewrites a request to Salesforce, and the text of its answer. */
  readonly rewrite?: (asked: Asked) => Asked;
  readonly reply?: (asked: Asked, text: string) => string;
  /** The workstation never reads how many questions are gone. */
  readonly hidesBudget?: true;
  readonly wrap?: (connector: Connector) => Connector;
  readonly planner?: typeof nextToSend;
  /** What a workstation no longer knows when it begins again after a kill. */
  readonly forgets?: (writer: Writer) => Promise<void>;
}

/** As it was recorded, whatever it is. */
export const byTime: typeof nextToSend = (waiting, now, triedInVain) =>
  waiting
    .filter(
      ({ id, nextTryAt }) => triedInVain?.has(id) !== true && (now === null || nextTryAt === null || nextTryAt <= now),
    )
    .toSorted((a, b) => a.sequence - b.sequence)[0] ?? null;

export type Condition = readonly unknown[];

export function conditionsOf({ parameters }: Question): readonly Condition[] {
  return Array.isArray(parameters['where']) ? (parameters['where'] as Condition[]) : [];
}

const OVERLAP_MILLISECONDS = 2 * 3_600_000;

function withoutOverlap(condition: Condition): Condition {
  const [column, operator, stamp] = condition;
  if (column !== 'modified_date' || operator !== '>=' || typeof stamp !== 'string') return condition;
  const later = new Date(Date.parse(`${stamp.replace(' ', 'T')}Z`) + OVERLAP_MILLISECONDS);
  return [column, operator, later.toISOString().slice(0, 19).replace('T', ' ')];
}

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'no overlap in the pull',
    change: ({ parameters }) => {
      const { where } = parameters;
      return Array.isArray(where) ? { ...parameters, where: (where as Condition[]).map(withoutOverlap) } : parameters;
    },
  },
  {
    name: 'no read-back before a retry',
    change: (question) => {
      const isReadBack =
        question.entity === 'Activity' &&
        question.action === 'get' &&
        conditionsOf(question).some(([column, , value]) => column === 'subject' && String(value).startsWith('% '));
      return isReadBack ? { ...question.parameters, where: [['id', '=', -1]] } : question.parameters;
    },
  },
  { name: 'no priority for objections', planner: byTime },
  {
    name: 'no claim check',
    change: (question) => {
      const isLook =
        question.entity === 'Activity' &&
        conditionsOf(question).some(([column, , value]) => column === 'subject' && value === '%[Dankbel%');
      return isLook ? { ...question.parameters, where: [['id', '=', -1]] } : question.parameters;
    },
  },
  {
    name: 'no guard on corrections',
    change: (question) => {
      const isCorrection =
        question.action === 'update' && ['Phone', 'Email', 'Address', 'Contact'].includes(question.entity);
      if (!isCorrection) return question.parameters;
      const kept = conditionsOf(question).filter(([column]) =>
        ['id', 'contact_id', 'is_deleted'].includes(String(column)),
      );
      return { ...question.parameters, where: kept };
    },
  },
];
