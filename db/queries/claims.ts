/** Claims: those of others, as the CRM said last, and our own. */
import type { Selectable } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Claim } from '../../domain/claims/claim.ts';
import type { ClaimState, ClaimTable } from '../schema.ts';
import type { Reader, Store, Writer } from '../store.ts';
import { groupByDonor, inList } from './many.ts';

export type ClaimRow = Selectable<ClaimTable>;

/** Claims of other workstations and people. */
export async function readClaims(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Claim[]>> {
  const rows = await reader
    .selectFrom('claim')
    .leftJoin('colleague', 'colleague.crm_id', 'claim.holder_crm_id')
    .select(['claim.id', 'claim.donor_id', 'claim.ends_at', 'colleague.name'])
    .where('claim.donor_id', 'in', inList(donorIds))
    .where('claim.state', '=', 'theirs')
    .execute();
  return groupByDonor(rows, ({ id, ends_at: endsAt, name }) => ({ id, endsAt, holder: name }));
}

/** All claims that are known, whosever they are, with the name of who holds them. */
export async function readAllClaims(
  reader: Reader,
): Promise<readonly (ClaimRow & { readonly holder: string | null })[]> {
  return reader
    .selectFrom('claim')
    .leftJoin('colleague', 'colleague.crm_id', 'claim.holder_crm_id')
    .selectAll('claim')
    .select('colleague.name as holder')
    .orderBy('claim.id')
    .execute();
}

/** All of our own, of whatever state. */
export async function readOwnClaims(reader: Reader): Promise<readonly ClaimRow[]> {
  return reader.selectFrom('claim').selectAll().where('state', '!=', 'theirs').orderBy('id').execute();
}

/** The claim of ours under which a donor is, or is about to be, called. */
export async function findOwnClaim(reader: Reader, donorId: number): Promise<ClaimRow | null> {
  const row = await reader
    .selectFrom('claim')
    .selectAll()
    .where('donor_id', '=', donorId)
    .where('state', 'in', ['wanted', 'held'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** A claim of ours on this donor that could still last was left, lost, or taken back. */
export async function hasGivenUp(reader: Reader, donorId: number, now: Instant): Promise<boolean> {
  const row = await reader
    .selectFrom('claim')
    .select('id')
    .where('donor_id', '=', donorId)
    .where('state', 'in', ['over', 'ended'])
    .where('ends_at', '>', now)
    .where('attempt_id', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findClaim(reader: Reader, id: string): Promise<ClaimRow | null> {
  return (await reader.selectFrom('claim').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** A claim of ours, written before the CRM hears of it. */
export async function insertClaim(
  writer: Writer,
  claim: Pick<ClaimRow, 'id' | 'donor_id' | 'ends_at' | 'holder_crm_id'>,
): Promise<void> {
  await writer.transaction
    .insertInto('claim')
    .values({ ...claim, crm_id: null, state: 'wanted', attempt_id: null })
    .execute();
}

export interface ClaimChange {
  readonly id: string;
  readonly state?: ClaimState;
  readonly crm_id?: number | null;
  readonly ends_at?: Instant;
  readonly attempt_id?: string | null;
}

export async function changeClaim({ transaction }: Writer, { id, ...change }: ClaimChange): Promise<void> {
  await transaction.updateTable('claim').set(change).where('id', '=', id).execute();
}

/** The call is over: its operation takes the claim along. @returns the claim's id, null when there is none */
export async function turnClaim(writer: Writer, donorId: number, attemptId: string): Promise<string | null> {
  const claim = await findOwnClaim(writer.transaction, donorId);
  if (claim === null) return null;
  await changeClaim(writer, { id: claim.id, state: 'turning', attempt_id: attemptId });
  return claim.id;
}

interface TheirClaim {
  readonly id: string;
  readonly crmId: number;
  readonly donorCrmIds: readonly number[];
  readonly holderCrmId: number | null;
  readonly endsAt: Instant;
}

/** What the CRM says of others takes the place of what it said before. What stayed as it was is not touched. */
export async function replaceTheirs(writer: Writer, claims: readonly TheirClaim[]): Promise<void> {
  const { transaction } = writer;
  const known = await transaction.selectFrom('claim').selectAll().where('state', '=', 'theirs').execute();
  const gone = known.filter(
    ({ id, ends_at: endsAt }) => !claims.some((claim) => claim.id === id && claim.endsAt === endsAt),
  );
  for (const { id } of gone) await transaction.deleteFrom('claim').where('id', '=', id).execute();
  const kept = new Set(known.filter((claim) => !gone.includes(claim)).map(({ id }) => id));
  for (const claim of claims) if (!kept.has(claim.id)) await insertTheirs(writer, claim);
}

async function insertTheirs({ transaction }: Writer, claim: TheirClaim): Promise<void> {
  const donor = await transaction
    .selectFrom('donor')
    .select('id')
    .where('crm_id', 'in', inList(claim.donorCrmIds))
    .executeTakeFirst();
  // Of a donor whom this workstation does not hold nothing need be known.
  if (donor === undefined) return;
  await transaction
    .insertInto('claim')
    .values({
      id: claim.id,
      crm_id: claim.crmId,
      donor_id: donor.id,
      holder_crm_id: claim.holderCrmId,
      ends_at: claim.endsAt,
      state: 'theirs',
      attempt_id: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function forgetClaim({ transaction }: Writer, id: string): Promise<void> {
  await transaction.deleteFrom('claim').where('id', '=', id).execute();
}

/** An end in the past is no claim: it goes before anybody is judged by it. */
export async function forgetEndedClaims(store: Store, now: Instant): Promise<void> {
  const ended = await store.reader
    .selectFrom('claim')
    .select('id')
    .where('state', '=', 'theirs')
    .where('ends_at', '<=', now)
    .executeTakeFirst();
  if (ended === undefined) return;
  await store.write(async ({ transaction }) => {
    await transaction.deleteFrom('claim').where('state', '=', 'theirs').where('ends_at', '<=', now).execute();
  });
}

/** Ended claims are kept for a day: the CRM may still tell of them, and they must not be taken for somebody else's. */
export async function forgetClaims({ transaction }: Writer, endedBefore: Instant): Promise<void> {
  await transaction.deleteFrom('claim').where('state', '!=', 'theirs').where('ends_at', '<', endedBefore).execute();
}
