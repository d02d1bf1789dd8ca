/** Donors who were merged in the CRM: their work here moves to the winner, and somebody hears of it. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Sentence } from '../../domain/language.ts';
import { countAsk, mergeDonors, moveLeftBehind, readUnexplained } from '../../db/mirror/merge-donors.ts';
import { keepNotice } from '../../db/queries/notices.ts';
import type { Writer } from '../../db/store.ts';
import { mustStop, type PullContext } from './context.ts';

const ASKED_PER_ROUND = 200;

const MERGED: Sentence = {
  nl: 'Deze donateur stond dubbel in het CRM; de twee zijn daar samengevoegd. Wat hier was vastgelegd, is meegegaan.',
  en: 'This donor was in the CRM twice; the two were merged there. What was recorded here went along.',
};

/** @throws CrmFailure */
export async function settleMerges(context: PullContext): Promise<void> {
  const { store, connector, now } = context;
  for (const { id, crmId } of await readUnexplained(store.reader, ASKED_PER_ROUND)) {
    if (await mustStop(context)) return;
    const winnerCrmId = await connector.findWinner(crmId);
    await store.write(async (writer) => {
      if (winnerCrmId === null || winnerCrmId === crmId) return countAsk(writer, id);
      const { winnerId, moved } = await mergeDonors(writer, id, winnerCrmId);
      if (moved > 0) await tell(writer, winnerId, now());
    });
  }
  await store.write(async (writer) => {
    for (const winnerId of await moveLeftBehind(writer)) await tell(writer, winnerId, now());
  });
}

async function tell(writer: Writer, winnerId: number, at: Instant): Promise<void> {
  await keepNotice(writer, { at, kind: 'merged', donorId: winnerId, sentence: MERGED });
}
