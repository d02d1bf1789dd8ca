/** What is kept here beyond its term, and taking it away. What was not sent, objections and consents are never touched. */
import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '../../domain/calendar/day.ts';
import {
  isOver,
  RETENTION_KINDS,
  type RetentionCounts,
  type RetentionKind,
  type RetentionSettings,
} from '../../domain/privacy/retention.ts';
import type { Flag } from '../schema.ts';
import type { Reader, Writer } from '../store.ts';
import { keepComplaintDays } from './hold-out.ts';
import { removeStrangers, STRANGERS } from '../sources/strangers.ts';
import { inList, inTexts } from './many.ts';

interface Found {
  readonly id: string | number;
  readonly at: Instant;
  readonly isSettled: Flag;
}

/** Nothing is left to do about an operation, nor about one that takes it back; what is not there has been dealt with. */
const settled = (id: RawBuilder<unknown>): RawBuilder<unknown> => sql`(NOT EXISTS (
  SELECT 1 FROM operation AS open
   WHERE open.state IN ('waiting', 'conflict', 'rejected')
     AND (open.id = ${id} OR (open.kind = 'undo' AND open.body ->> 'operationId' = ${id}))))`;

/**
 * Before the number of a proposal, which is no operation. Account numbers alone go: that somebody died, or wants no
 * e-mail, protects the donor.
 */
const PROPOSAL = 'proposal ';

const QUERIES: Readonly<Record<RetentionKind, RawBuilder<Found>>> = {
  notes: sql<Found>`
    SELECT id, at, ${settled(sql`attempt.id`)} AS "isSettled" FROM attempt WHERE notes <> ''`,
  followUps: sql<Found>`
    SELECT id, closed_at AS at,
           ${settled(sql`follow_up.operation_id`)} AND ${settled(sql`follow_up.attempt_id`)} AS "isSettled"
      FROM follow_up WHERE closed_at IS NOT NULL`,
  corrections: sql<Found>`
    SELECT id, at,
           ${settled(sql`correction.id`)}
       AND NOT EXISTS (SELECT 1 FROM conflict
                        WHERE settled_at IS NULL AND correction.id IN (operation_id, successor_id))
       AND NOT EXISTS (SELECT 1 FROM conflict
                        WHERE conflict.operation_id = correction.id AND successor_id IS NOT NULL
                          AND NOT ${settled(sql`conflict.successor_id`)})
       AND NOT EXISTS (SELECT 1 FROM conflict
                        WHERE conflict.successor_id = correction.id AND NOT ${settled(sql`conflict.operation_id`)}) AS "isSettled"
      FROM correction
     UNION ALL
    SELECT ${PROPOSAL} || proposal.id, decided_at, ${settled(sql`proposal.operation_id`)}
      FROM proposal WHERE decided_at IS NOT NULL AND kind = 'iban'`,
  reasons: sql<Found>`
    SELECT audit_id AS id, audit.at AS at, 1 AS "isSettled"
      FROM audit_words JOIN audit ON audit.id = audit_words.audit_id`,
  strangers: STRANGERS,
};

type Over = Readonly<Record<RetentionKind, readonly (string | number)[]>>;

async function findOver(reader: Reader, settings: RetentionSettings, now: Instant): Promise<Over> {
  const over: Partial<Record<RetentionKind, readonly (string | number)[]>> = {};
  for (const kind of RETENTION_KINDS) {
    const { rows } = await QUERIES[kind].execute(reader);
    over[kind] = rows
      .filter(({ at, isSettled }) => isOver({ at, isSettled: isSettled === 1 }, kind, settings, now))
      .map(({ id }) => id);
  }
  return over as Over;
}

const countsOf = ({ notes, followUps, corrections, reasons, strangers }: Over): RetentionCounts => ({
  notes: notes.length,
  followUps: followUps.length,
  corrections: corrections.length,
  reasons: reasons.length,
  strangers: strangers.length,
});

/** How much of each kind would go now. */
export async function countOver(reader: Reader, settings: RetentionSettings, now: Instant): Promise<RetentionCounts> {
  return countsOf(await findOver(reader, settings, now));
}

/** Takes away what is beyond its term. Doing it again takes nothing. @returns how much of each kind went */
export async function removeOver(writer: Writer, settings: RetentionSettings, now: Instant): Promise<RetentionCounts> {
  const { transaction } = writer;
  const over = await findOver(transaction, settings, now);
  if (Object.values(over).every((ids) => ids.length === 0)) return countsOf(over);
  const texts = (ids: readonly (string | number)[]): RawBuilder<string> => inTexts(ids.map(String));
  await sql`
    UPDATE call_item SET notes = ''
     WHERE state = 'done' AND id IN (SELECT call_item_id FROM attempt WHERE id IN ${texts(over.notes)})`.execute(
    transaction,
  );
  await sql`UPDATE attempt SET notes = '' WHERE id IN ${texts(over.notes)}`.execute(transaction);
  await sql`
    UPDATE operation SET body = json_set(body, '$.notes', '')
     WHERE kind = 'call' AND id IN ${texts(over.notes)}`.execute(transaction);

  const followUps = inList(over.followUps.map(Number));
  await sql`
    UPDATE operation SET body = json_remove(json_set(body, '$.text', ''), '$.answers')
     WHERE kind = 'moment' AND id IN (SELECT operation_id FROM follow_up WHERE id IN ${followUps})`.execute(
    transaction,
  );
  await sql`
    UPDATE operation SET body = json_set(body, '$.followUps', json('[]'))
     WHERE kind = 'call' AND id IN (SELECT attempt_id FROM follow_up WHERE id IN ${followUps})`.execute(transaction);
  await keepComplaintDays(writer, over.followUps.map(Number));
  await sql`DELETE FROM follow_up WHERE id IN ${followUps}`.execute(transaction);

  // The operation goes with its correction; what took it back says nothing without it.
  const proposals = over.corrections.flatMap((id) => {
    const text = String(id);
    return text.startsWith(PROPOSAL) ? [Number(text.slice(PROPOSAL.length))] : [];
  });
  await sql`DELETE FROM proposal WHERE id IN ${inList(proposals)}`.execute(transaction);
  const corrections = texts(over.corrections);
  await sql`PRAGMA defer_foreign_keys = ON`.execute(transaction);
  await sql`
    DELETE FROM conflict WHERE operation_id IN ${corrections} OR successor_id IN ${corrections}`.execute(transaction);
  await sql`UPDATE proposal SET operation_id = NULL WHERE operation_id IN ${corrections}`.execute(transaction);
  await sql`DELETE FROM correction WHERE id IN ${corrections}`.execute(transaction);
  await sql`
    DELETE FROM operation WHERE kind = 'undo' AND body ->> 'operationId' IN ${corrections}`.execute(transaction);
  await sql`DELETE FROM operation WHERE kind = 'correction' AND id IN ${corrections}`.execute(transaction);

  await sql`DELETE FROM audit_words WHERE audit_id IN ${inList(over.reasons.map(Number))}`.execute(transaction);
  await removeStrangers(writer, over.strangers.map(Number));
  return countsOf(over);
}
