/** Follow-ups with what is needed to answer them. */
import { sql } from 'kysely';
import type { CalendarDay } from '../../domain/calendar/day.ts';
import type { FollowUpKind } from '../../domain/operation.ts';
import type { Reader } from '../store.ts';

export interface FollowUpRow {
  readonly id: number;
  readonly donor_id: number;
  readonly kind: FollowUpKind;
  readonly text: string;
  readonly at: string;
  readonly by: string;
  readonly topic: string | null;
  readonly assignee_id: number | null;
  readonly assignee_name: string;
  readonly due_day: CalendarDay | null;
  readonly closed_at: string | null;
  readonly answer: string | null;
  readonly answered_at: string | null;
  readonly answered_by: string | null;
}

const MOST_CLOSED = 30;

/**
 * All that are open, and those that were closed since a moment, newest first. What is written down in a call that goes on
 * is still the caller's, and what was taken back in a call was never said.
 */
export async function readFollowUps(reader: Reader, closedSince: string): Promise<readonly FollowUpRow[]> {
  const { rows } = await sql<FollowUpRow>`
    SELECT follow_up.id, follow_up.donor_id, follow_up.kind, follow_up.text, follow_up.at, maker.name AS "by",
           follow_up.topic, follow_up.assignee_id, follow_up.assignee_name, follow_up.due_day, follow_up.closed_at,
           follow_up.answer, follow_up.answered_at, answerer.name AS answered_by
      FROM follow_up
      JOIN person AS maker ON maker.id = follow_up.person_id
      LEFT JOIN person AS answerer ON answerer.id = follow_up.answered_by
      LEFT JOIN call_item ON call_item.id = follow_up.call_item_id
     WHERE (call_item.id IS NULL OR call_item.state = 'done')
       AND (follow_up.closed_at IS NULL
            OR follow_up.id IN (SELECT id FROM follow_up
                                 WHERE closed_at >= ${closedSince} AND answered_by IS NOT NULL
                                 ORDER BY closed_at DESC LIMIT ${MOST_CLOSED}))
     ORDER BY follow_up.id`.execute(reader);
  return rows;
}

/** Names of who can answer: people of this workstation, and colleagues as the CRM names them. */
export async function readNames(reader: Reader): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM person WHERE is_active = 1 AND name <> '' UNION SELECT name FROM colleague WHERE name <> ''
     ORDER BY name LIMIT 200`.execute(reader);
  return rows.map(({ name }) => name);
}
