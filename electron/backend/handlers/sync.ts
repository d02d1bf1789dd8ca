/** Whether everything is saved and sent. */
import { countOperations } from '../../../db/queries/operations.ts';
import { countProposals } from '../../../db/queries/verify.ts';
import { readLastSync } from '../../../sync/engine.ts';
import { countItems } from '../attention/list-items.ts';
import { readDoubles } from '../claims/list-doubles.ts';
import type { Handler } from '../dispatcher.ts';
import { Refusal } from '../refusal.ts';

export const getStatus: Handler<'sync.status'> = async (context) => {
  const { store, sync, person } = context;
  // Only a coordinator can say yes to what a verifier proposed.
  const proposals = person.roles.includes('coordinator') ? await countProposals(store.reader) : 0;
  const { waiting, applied } = await countOperations(store.reader);
  return {
    ...sync.state(),
    waiting,
    attention: (await countItems(context)) + (await readDoubles(context)).length + proposals,
    applied,
    lastSuccessAt: await readLastSync(store),
  };
};

export const run: Handler<'sync.run'> = async ({ sync }) => {
  const report = await sync.run(true);
  const failure = report?.failure ?? report?.putOff ?? null;
  if (failure === null) return {};
  throw new Refusal(failure.kind === 'refused' ? 'crm-refused' : 'crm-unreachable', failure.sentence);
};
