/** Koppelen: whom a fundraising site knows, beside the donors of the CRM. Only a coordinator asks. */
import { countWaiting, readWaiting } from '../../../db/matching/waiting.ts';
import type { Handler } from '../dispatcher.ts';
import { decide as decideMatch, undo as undoDecision, unlink as unlinkDonor } from '../matching/decide.ts';
import { viewBeside } from '../matching/beside.ts';
import { takeBackNew } from '../matching/take-back-new.ts';
import { nameAt, viewMatch } from '../matching/view-match.ts';

const MOST_SHOWN = 100;

export const getQueue: Handler<'matching.queue'> = async ({ store }, { kind }) => {
  const waiting = await readWaiting(store.reader, kind, MOST_SHOWN + 1);
  return {
    ...(await countWaiting(store.reader)),
    people: waiting.slice(0, MOST_SHOWN).map(({ sourceDonorId, firstName, infix, lastName, organisation, score }) => ({
      sourceDonorId,
      name: nameAt({ first_name: firstName, infix, last_name: lastName, organisation }),
      points: score,
    })),
    hasMore: waiting.length > MOST_SHOWN,
  };
};

export const get: Handler<'matching.get'> = async (context, { sourceDonorId }) => viewMatch(context, sourceDonorId);

export const decide: Handler<'matching.decide'> = async (context, input) => ({
  decisionId: await decideMatch(context, input),
});

export const unlink: Handler<'matching.unlink'> = async (context, { sourceDonorId }) => ({
  decisionId: await unlinkDonor(context, sourceDonorId),
});

export const beside: Handler<'matching.beside'> = async (context, both) => viewBeside(context, both);

export const undoAdd: Handler<'matching.undoAdd'> = async (context, { sourceDonorId }) => {
  await takeBackNew(context, sourceDonorId);
  return {};
};

export const undo: Handler<'matching.undo'> = async (context, { decisionId }) => {
  await undoDecision(context, decisionId);
  return {};
};
