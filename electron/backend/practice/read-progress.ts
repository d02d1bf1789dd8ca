/** What was done in the calls of a practice evening, read from where every call is kept. */
import { donorNumberOf, SITUATION_IDS, type SituationProgress } from '../../../domain/practice/situation.ts';
import type { Reader } from '../../../db/store.ts';

/** Nothing on a profile that holds none of the evening's donors. */
export async function readPracticeProgress(reader: Reader): Promise<readonly SituationProgress[]> {
  const donors = await reader
    .selectFrom('donor')
    .select(['id', 'external_id'])
    .where('external_id', 'in', SITUATION_IDS.map(donorNumberOf))
    .execute();
  const progress: SituationProgress[] = [];
  for (const id of SITUATION_IDS) {
    const donor = donors.find((row) => row.external_id === donorNumberOf(id));
    if (donor !== undefined) progress.push({ id, donorId: donor.id, ...(await readOne(reader, donor.id)) });
  }
  return progress;
}

async function readOne(reader: Reader, donorId: number): Promise<Omit<SituationProgress, 'id' | 'donorId'>> {
  const call = await reader
    .selectFrom('call_item')
    .selectAll()
    .where('donor_id', '=', donorId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const attempts = await reader
    .selectFrom('attempt')
    .select(['outcome', 'at', 'undone_at'])
    .where('donor_id', '=', donorId)
    .orderBy('at')
    .execute();
  const said = await reader
    .selectFrom('follow_up')
    .select('id')
    .where('donor_id', '=', donorId)
    .where('kind', '=', 'complaint')
    .execute();
  const standing = attempts.findLast(({ undone_at: undoneAt }) => undoneAt === null);
  const isOpen = call?.state === 'open';
  return {
    callItemId: isOpen ? call.id : null,
    isBegun: isOpen && call.started_at !== null,
    objectionAnswer: call?.objection_answer ?? null,
    checked: call === undefined ? 0 : await countChecked(reader, call.id),
    complaints: said.length,
    outcome: standing?.outcome ?? null,
    finishedAt: standing?.at ?? null,
    hasUndone: attempts.some(({ undone_at: undoneAt }) => undoneAt !== null),
  };
}

async function countChecked(reader: Reader, callItemId: number): Promise<number> {
  const confirmed = await reader
    .selectFrom('detail_check')
    .select('detail')
    .where('call_item_id', '=', callItemId)
    .execute();
  const corrected = await reader
    .selectFrom('correction')
    .select('detail')
    .where('call_item_id', '=', callItemId)
    .where('undone_at', 'is', null)
    .execute();
  return new Set([...confirmed, ...corrected].map(({ detail }) => detail)).size;
}
