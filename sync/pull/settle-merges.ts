/** Donors who were merged in the CRM: their work here moves to the winner, and somebody hears of it. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Sentence } from '../../domain/language.ts';
import { countAsk, mergeDonors, moveLeftBehind, readUnexplained } from '../../db/mirror/merge-donors.ts';
import { findErased } from '../../db/erasure/tombstones.ts';
import { extendErasure } from '../../db/erasure/erase-donors.ts';
import { takeErasedSeen } from '../../db/erasure/guard.ts';
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
      const erasure = (await findErased(writer.transaction, 'contact', [winnerCrmId])).get(winnerCrmId);
      if (erasure !== undefined) {
        await countAsk(writer, id);
        return followErasure(writer, erasure, crmId, now());
      }
      const { winnerId, moved } = await mergeDonors(writer, id, winnerCrmId);
      if (moved > 0) await tell(writer, winnerId, now());
    });
  }
  for (const crmId of await takeErasedSeen(store.reader)) {
    if (await mustStop(context)) return;
    const winnerCrmId = await connector.findWinner(crmId);
    if (winnerCrmId === null || winnerCrmId === crmId) continue;
    await store.write(async (writer) => {
      const erased = await findErased(writer.transaction, 'contact', [crmId, winnerCrmId]);
      const erasure = erased.get(crmId);
      if (erasure !== undefined && !erased.has(winnerCrmId)) {
        await followErasure(writer, erasure, winnerCrmId, now());
      }
    });
  }
  await store.write(async (writer) => {
    for (const winnerId of await moveLeftBehind(writer)) await tell(writer, winnerId, now());
  });
}

async function tell(writer: Writer, winnerId: number, at: Instant): Promise<void> {
  await keepNotice(writer, { at, kind: 'merged', donorId: winnerId, sentence: MERGED });
}

const STILL_HERE: Sentence = {
  nl: 'Het CRM heeft deze donateur samengevoegd met iemand die hier is gewist. Er wacht hier nog werk over deze donateur. Maak dat af; daarna wordt ook dit gewist, of wis de donateur zelf.',
  en: 'The CRM merged this donor with somebody who was erased here. Work about this donor still waits here. Finish it; then this is erased too, or erase the donor yourself.',
};
const ERASED_TOO: Sentence = {
  nl: 'Het CRM heeft iemand die hier is gewist, samengevoegd met een andere donateur. Dat is dezelfde persoon: ook die gegevens zijn hier nu gewist. Klopt dat niet, hef de wissing dan op bij Instellingen, Privacy.',
  en: 'The CRM merged somebody who was erased here with another donor. That is the same person: those details were erased here too. When that is not right, lift the erasure in Settings, Privacy.',
};

/** Whoever the CRM takes for the same person as somebody who was erased, goes as well. */
async function followErasure(writer: Writer, erasureId: string, crmId: number, at: Instant): Promise<void> {
  const donor = await writer.transaction
    .selectFrom('donor')
    .select('id')
    .where('crm_id', '=', crmId)
    .executeTakeFirst();
  const isGone = await extendErasure(writer, erasureId, crmId);
  if (donor === undefined) return;
  await keepNotice(
    writer,
    isGone
      ? { at, kind: 'merged', donorId: null, sentence: ERASED_TOO }
      : { at, kind: 'merged', donorId: donor.id, sentence: STILL_HERE },
  );
}
