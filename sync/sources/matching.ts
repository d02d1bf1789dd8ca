/** Who somebody whom a place knows is among the donors (docs/decisions/0045). */
import { sql } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Identity } from '../../domain/matching/identity.ts';
import { compareWith, type MatchOutcome } from '../../domain/matching/match.ts';
import { isContradicted, reasonsOf, type MatchReasons } from '../../domain/matching/verdict.ts';
import { recordName } from '../../db/erasure/sources.ts';
import { readIdentities } from '../../db/matching/candidates.ts';
import { findByOwnNumber, outcomeFor } from '../../db/matching/outcome.ts';
import { readSourceIdentities } from '../../db/matching/source-identity.ts';
import { readOwnAmong } from '../../db/sources/own-addresses.ts';
import { inList } from '../../db/queries/many.ts';
import { setLink } from '../../db/sources/links.ts';
import { settleSources } from '../../db/sources/settle.ts';
import type { SourceLinkState } from '../../db/source-tables.ts';
import type { Reader, Store, Writer } from '../../db/store.ts';

interface Linked {
  readonly id: number;
  readonly state: SourceLinkState | null;
  readonly donorId: number | null;
  readonly decidedBy: number | null;
}

/**
 * Judges source donors anew and writes their links. What a person decided stays. Gifts are not touched.
 *
 * @returns donors whose links changed, those of before and those of now
 */
export async function matchSourceDonors(
  writer: Writer,
  sourceDonorIds: readonly number[],
  now: Instant,
): Promise<readonly number[]> {
  const { transaction } = writer;
  const { rows } = await sql<Linked>`
    SELECT source_donor.id, state, donor_id AS donorId, decided_by AS decidedBy
      FROM source_donor LEFT JOIN source_link ON source_donor_id = source_donor.id
     WHERE source_donor.id IN ${inList(sourceDonorIds)} AND source_donor.gone_at IS NULL
       AND (state IS NULL OR state IN ('certain', 'doubtful', 'new') OR (state = 'ignored' AND decided_by IS NULL))
     ORDER BY source_donor.id`.execute(transaction);
  const identities = await readSourceIdentities(
    transaction,
    rows.map(({ id }) => id),
  );
  const own = await readOwnAmong(
    transaction,
    rows.map(({ id }) => id),
  );
  const changed = new Set<number>();
  for (const row of rows) {
    const identity = identities.get(row.id);
    if (identity === undefined) continue;
    const judgement = own.has(row.id) ? OF_THE_CHARITY : await judge(transaction, row, identity);
    if (judgement === null) continue;
    await setLink(writer, {
      sourceDonorId: row.id,
      ...judgement,
      // "Later" is not taken back by looking again.
      decidedBy: judgement.state === row.state ? row.decidedBy : null,
      now,
    });
    if (judgement.donorId === row.donorId) continue;
    for (const id of [row.donorId, judgement.donorId]) if (id !== null) changed.add(id);
  }
  return [...changed];
}

interface Judgement {
  readonly donorId: number | null;
  readonly state: 'certain' | 'doubtful' | 'new' | 'ignored';
  readonly reasons: MatchReasons;
  readonly score: number | null;
}

/** A trial of its own staff: nobody is linked, nothing counts, nobody is called. */
const OF_THE_CHARITY: Judgement = {
  donorId: null,
  state: 'ignored',
  reasons: { kind: 'compared', candidates: [] },
  score: null,
};

/** Null when the link is to stay as it is. */
async function judge(reader: Reader, before: Linked, identity: Identity): Promise<Judgement | null> {
  const named = await findByRecordName(reader, before.id);
  if (named !== null) return { donorId: named, state: 'certain', reasons: { kind: 'crm-key' }, score: null };
  const numbered = await findByOwnNumber(reader, before.id, identity);
  if (numbered !== null) return { donorId: numbered, state: 'certain', reasons: { kind: 'own-number' }, score: null };
  if (before.donorId !== null && (await isStillHer(reader, before.id, before.donorId, identity))) return null;
  return judgementOf(await outcomeFor(reader, before.id, identity));
}

function judgementOf(outcome: MatchOutcome): Judgement {
  switch (outcome.kind) {
    case 'certain': {
      const { match } = outcome;
      return { donorId: match.donorId, state: 'certain', reasons: reasonsOf([match]), score: match.points };
    }
    case 'doubt': {
      const { candidates } = outcome;
      const score = candidates[0]?.points ?? null;
      return { donorId: null, state: 'doubtful', reasons: reasonsOf(candidates), score };
    }
    case 'none':
      return { donorId: null, state: 'new', reasons: reasonsOf([]), score: null };
  }
}

/** Only what now speaks against it opens a link again: a mailbox that was changed does not. */
async function isStillHer(
  reader: Reader,
  sourceDonorId: number,
  donorId: number,
  identity: Identity,
): Promise<boolean> {
  const donor = await reader
    .selectFrom('donor')
    .select(['slice', 'is_removed'])
    .where('id', '=', donorId)
    .executeTakeFirst();
  if (donor === undefined || donor.is_removed === 1) return false;
  // Of whom no details are held here there is nothing to compare.
  if (donor.slice === 'outside') return true;
  const [candidate] = await readIdentities(reader, [donorId], sourceDonorId);
  return candidate !== undefined && !isContradicted(compareWith(identity, candidate));
}

/** The donor whom the CRM knows by the name of one of her records: it got her from there. */
async function findByRecordName(reader: Reader, sourceDonorId: number): Promise<number | null> {
  const { rows: records } = await sql<{ siteId: string; sourceKey: string }>`
    SELECT site_id AS siteId, source_key AS sourceKey FROM source_donor WHERE id = ${sourceDonorId}
     UNION SELECT site_id, source_key FROM source_gift WHERE source_donor_id = ${sourceDonorId}
     UNION SELECT site_id, source_key FROM source_recurring WHERE source_donor_id = ${sourceDonorId}`.execute(reader);
  const names = JSON.stringify(records.map(({ siteId, sourceKey }) => recordName(siteId, sourceKey)));
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM donor
     WHERE external_id IN (SELECT value FROM json_each(${names})) AND external_id IS NOT NULL AND is_removed = 0
       AND NOT EXISTS (SELECT 1 FROM source_refused WHERE donor_id = donor.id AND source_donor_id = ${sourceDonorId})
     ORDER BY id`.execute(reader);
  const [only, ...others] = rows;
  return only === undefined || others.length > 0 ? null : only.id;
}

/** So many who wait are judged anew in one go: what the CRM brought meanwhile may have settled them. */
const AGAIN_AT_A_TIME = 25;

/** Judges those anew who wait longest, and lets count what then does. */
export async function judgeAgain(store: Store, now: Instant): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    SELECT source_donor_id AS id FROM source_link
     WHERE state IN ('doubtful', 'new') ORDER BY decided_at, source_donor_id LIMIT ${AGAIN_AT_A_TIME}`.execute(
    store.reader,
  );
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await store.write(async (writer) => settleSources(writer, await matchSourceDonors(writer, ids, now)));
}
