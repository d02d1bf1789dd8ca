/**
 * A year of an invented charity, as its callers recorded it: details that were mended, failed debits that were talked
 * about and paid after all, consent to e-mail. Beside the donors who were drawn, so that the page for the board shows
 * what it is for.
 */
import { sql } from 'kysely';
import { addDays, instantAt, type CalendarDay } from '../../domain/calendar/day.ts';
import type { Store } from '../../db/store.ts';
import { saveDrawnDonors } from '../hold-out/drawn-donors.ts';

const DONORS = 3_600;
const LAST: CalendarDay = '2026-11-20';
const YEAR = 364;
const CORRECTIONS = ['address', 'phone', 'email', 'address', 'name'] as const;
const DETAILS_MENDED = 412;
const DEBITS_TALKED_ABOUT = 86;
const ASKED_FOR_EMAIL = 297;

/** Each recorded in a call of its own, evenly over the year. */
function inTheYear(count: number, keep: (index: number) => object): string {
  return JSON.stringify(
    Array.from({ length: count }, (_, index) => {
      const day = addDays(LAST, -Math.floor((index * YEAR) / count));
      return { key: index, day, at: instantAt(day, '19:30'), ...keep(index) };
    }),
  );
}

export async function saveExampleYear(store: Store): Promise<void> {
  await saveDrawnDonors({ backend: { store } }, DONORS);
  await store.write(async ({ transaction }) => {
    const { rows } = await sql<{ donorId: number; personId: number }>`
      SELECT donor_id AS donorId, (SELECT min(id) FROM person) AS personId FROM hold_out GROUP BY donor_id
       ORDER BY donor_id`.execute(transaction);
    const donorAt = (index: number): number => rows[(index * 7) % rows.length]?.donorId ?? 0;
    const personId = rows[0]?.personId ?? 0;

    const corrections = inTheYear(DETAILS_MENDED, (index) => ({
      donor: donorAt(index),
      field: CORRECTIONS[index % CORRECTIONS.length],
    }));
    await sql`
      INSERT INTO operation (id, donor_id, person_id, kind, body, recorded_at, state, tries)
      SELECT 'example-correction-' || (value ->> 'key'), value ->> 'donor', ${personId}, 'correction', '{}',
             value ->> 'at', 'applied', 1
        FROM json_each(${corrections})`.execute(transaction);
    await sql`
      INSERT INTO correction (id, donor_id, person_id, detail, field, body, checked_by, at)
      SELECT 'example-correction-' || (value ->> 'key'), value ->> 'donor', ${personId}, value ->> 'field',
             value ->> 'field', '{}', 'spelled', value ->> 'at'
        FROM json_each(${corrections})`.execute(transaction);

    // Those of the last weeks have not been collected anew yet; of the others seven in ten were paid after all.
    const debits = inTheYear(DEBITS_TALKED_ABOUT, (index) => ({
      donor: donorAt(index + DETAILS_MENDED),
      paid: index > 5 && index % 10 < 7 ? 1 : 0,
    }));
    await sql`
      INSERT INTO attempt (id, donor_id, person_id, lane, programme, outcome, day, at, duration_seconds, notes)
      SELECT 'example-debit-' || (value ->> 'key'), value ->> 'donor', ${personId}, 'caller', 'service-call',
             'conversation', value ->> 'day', value ->> 'at', 240, ''
        FROM json_each(${debits})`.execute(transaction);
    await sql`
      INSERT INTO gift (donor_id, day, amount, status)
      SELECT value ->> 'donor', date(value ->> 'day', '+21 days'), 1000, 'received' FROM json_each(${debits})
       WHERE value ->> 'paid' = 1`.execute(transaction);

    const asked = inTheYear(ASKED_FOR_EMAIL, (index) => ({
      donor: donorAt(index + 2 * DETAILS_MENDED),
      given: index % 5 < 3 ? 1 : 0,
    }));
    await sql`
      INSERT INTO email_opt_in (donor_id, person_id, at, is_given, words, day)
      SELECT value ->> 'donor', ${personId}, value ->> 'at', value ->> 'given',
             'Mogen wij u per e-mail vertellen wat uw gift doet?', value ->> 'day'
        FROM json_each(${asked})`.execute(transaction);
  });
}
