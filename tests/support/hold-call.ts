/** Carries out a call by the questions of the contract, as the screen does. */
import type { OutputOf } from '../../contract/index.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import type { ObjectionAnswer } from '../../domain/operation.ts';
import { donorIdOf, type Workstation } from './workstation.ts';

export interface CallPlan {
  readonly outcome: OutcomeId;
  readonly notes?: string;
  readonly objectionAnswer?: ObjectionAnswer;
  readonly callback?: {
    readonly day: `${number}-${number}-${number}`;
    readonly time: string | null;
    readonly byMe: boolean;
  };
}

export async function openCall(workstation: Workstation, externalId: string): Promise<OutputOf<'call.open'>> {
  return workstation.ask('call.open', { donorId: await donorIdOf(workstation, externalId) });
}

/** Opens, dials, answers and finishes. @returns the attempt's id */
export async function holdCall(workstation: Workstation, externalId: string, plan: CallPlan): Promise<string> {
  const { callItemId, numbers } = await openCall(workstation, externalId);
  const number = numbers[0]?.number ?? '';
  await workstation.ask('call.dial', { callItemId, number });
  workstation.clock.advance(90);
  if (plan.notes !== undefined) await workstation.ask('call.saveNotes', { callItemId, notes: plan.notes });
  if (plan.objectionAnswer !== undefined) {
    await workstation.ask('call.answerObjection', { callItemId, answer: plan.objectionAnswer });
  }
  const { attemptId } = await workstation.ask('call.finish', {
    callItemId,
    outcome: plan.outcome,
    callback: plan.callback ?? null,
    number,
  });
  return attemptId;
}

/** The key of the first detail of a field in a call. */
export function detailKey(call: OutputOf<'call.open'>, field: 'name' | 'address' | 'phone' | 'email'): string {
  const detail = call.details.find((each) => each.field === field);
  if (detail === undefined) throw new Error(`no ${field} in this call`);
  return detail.key;
}
