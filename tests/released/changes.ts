/** What migrations change on purpose in rows that were there. */
import type { Changes } from './rows.ts';

/** A line of the trail as it was before migration 200. */
export const LOOKED = '{"reason":"zij belde terug","day":"2026-11-21"}';

/** What a migration changes on purpose, for a file from before it. Everything else stays word for word. */
const CHANGES: readonly { readonly migration: number; readonly why: string; readonly changes: Changes }[] = [
  {
    migration: 20,
    why: 'moments are pulled anew, because the CRM was never asked who made them',
    changes: { sync_cursor: (row) => (row['entity'] === 'moments' ? null : row) },
  },
  {
    migration: 30,
    why: 'a conflict is found again, with the value of the CRM that was not kept before',
    changes: {
      operation: (row) => (row['state'] === 'conflict' ? { ...row, state: 'waiting', next_try_at: null } : row),
    },
  },
  {
    migration: 200,
    why: 'what was typed about a donor lies beside the trail, in audit_words',
    changes: { audit: (row) => (row['detail'] === LOOKED ? { ...row, detail: '{"day":"2026-11-21"}' } : row) },
  },
];

/** For a file that was left at a step. */
export function changesSince(step: number): Changes {
  const all = CHANGES.filter(({ migration }) => migration > step).flatMap(({ changes }) => Object.entries(changes));
  return Object.fromEntries(all);
}
