/** Vervolgacties: questions, complaints, ideas, tasks, and thank-you e-mails that are missing. */
import { readNames } from '../../../db/queries/follow-ups.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { listWork } from '../follow-ups/list.ts';
import * as settle from '../follow-ups/settle.ts';

export const list: Handler<'followups.list'> = async (context) => ({
  items: [...(await listWork(context))],
  people: [...(await readNames(context.store.reader))],
});

function sending<Input>(work: (context: AskContext, input: Input) => Promise<void>) {
  return async (context: AskContext, input: Input): Promise<Record<string, never>> => {
    await work(context, input);
    context.sync.changed();
    return {};
  };
}

export const answer: Handler<'followups.answer'> = sending(settle.answer);
export const handOver: Handler<'followups.handOver'> = sending(settle.handOver);
export const close: Handler<'followups.close'> = sending(settle.close);
export const reopen: Handler<'followups.reopen'> = sending(settle.reopen);
export const thanked: Handler<'followups.thanked'> = sending(settle.thanked);
