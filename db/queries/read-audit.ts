/** Reads the trail, newest first. */
import { sql } from 'kysely';
import type { AuditAction } from '../../domain/audit/actions.ts';
import type { Reader } from '../store.ts';

export interface AuditQuestion {
  readonly personId: number | null;
  /** Null for every action. */
  readonly actions: readonly AuditAction[] | null;
  readonly donorId: number | null;
  readonly before: number | null;
  readonly most: number;
}

export async function readAudit(reader: Reader, question: AuditQuestion) {
  const { personId, actions, donorId, before, most } = question;
  let asked = reader
    .selectFrom('audit')
    .leftJoin('audit_words', 'audit_words.audit_id', 'audit.id')
    .leftJoin('person', 'person.id', 'audit.person_id')
    .leftJoin('donor', 'donor.id', 'audit.about_donor_id')
    .select(['audit.id', 'audit.at', 'audit.action', 'audit.subject', 'audit.detail', 'audit.about_donor_id'])
    .select(['audit_words.words', 'person.name', 'donor.external_id', 'donor.crm_id'])
    .orderBy('audit.id', 'desc')
    .limit(most);
  if (personId !== null) asked = asked.where('audit.person_id', '=', personId);
  if (actions !== null) asked = asked.where('audit.action', 'in', actions);
  if (before !== null) asked = asked.where('audit.id', '<', before);
  if (donorId !== null) {
    // A paper for many names them in its detail.
    asked = asked.where(
      sql<boolean>`(audit.about_donor_id = ${donorId} OR EXISTS (
        SELECT 1 FROM json_each(audit.detail, '$.donors') AS taken WHERE taken.value = ${donorId}))`,
    );
  }
  return asked.execute();
}
export type AuditRow = Awaited<ReturnType<typeof readAudit>>[number];

/** By the charity's number, or the CRM's. */
export async function findDonorByNumber(reader: Reader, number: string): Promise<number | null> {
  const crmId = /^\d{1,15}$/.test(number) ? Number(number) : null;
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM donor WHERE external_id = ${number} OR crm_id = ${crmId} ORDER BY id LIMIT 1`.execute(reader);
  return rows[0]?.id ?? null;
}
