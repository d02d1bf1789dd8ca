/** Of every third donor of a trial a fundraising site knows the gifts, and the CRM does not; of the next the CRM books them later. */
import { sql } from 'kysely';
import { instantAt, type Instant } from '../../domain/calendar/day.ts';
import type { DrawnDonor } from '../../domain/results/achieved/drawn.ts';
import { settleSources } from '../../db/sources/settle.ts';
import type { Writer } from '../../db/store.ts';

const SITE = 'kentaa:6';
/** Integrations and people book it about a week later: past the end of a window, or past the draw. */
export const BOOKED_AFTER = 8;

type Saved = DrawnDonor & { readonly id: number };

/** The debits of a mandate are the CRM's alone. */
export const isAtPlace = ({ donorId }: DrawnDonor): boolean => donorId % 3 !== 0;
export const isInCrm = ({ donorId }: DrawnDonor): boolean => donorId % 3 !== 1;

/** @param readAt when the site was last read */
export async function giveAtPlace(writer: Writer, donors: readonly Saved[], readAt: Instant): Promise<void> {
  const { transaction } = writer;
  const people = donors.filter(isAtPlace).map(({ id }) => ({ id }));
  const gifts = donors
    .filter(isAtPlace)
    .flatMap(({ id, gifts: own }) =>
      own.flatMap(({ day, amount, mandateId }, index) =>
        mandateId === null ? [{ id, day, amount, key: `donation:${id}-${index}`, at: instantAt(day, '12:00') }] : [],
      ),
    );
  await sql`
    INSERT INTO source_site (id, kind, name, address, is_enabled, adds_newcomers, started_from, added_at, last_pulled_at)
    VALUES (${SITE}, 'kentaa', 'De grote zwemtocht', 'https://api.example/v1', 1, 0, '2024-01-01',
            '2024-01-01T09:00:00.000Z', ${readAt})`.execute(transaction);
  await sql`
    INSERT INTO source_donor (id, site_id, source_key, first_name, infix, last_name, organisation, language, is_callable,
                              first_seen_at, changed_at)
    SELECT value ->> 'id', ${SITE}, 'donation:' || (value ->> 'id'), 'Jan', '', 'Loper', '', 'nl', 1,
           '2024-01-01T09:00:00.000Z', '2024-01-01T09:00:00.000Z'
      FROM json_each(${JSON.stringify(people)})`.execute(transaction);
  await sql`
    INSERT INTO source_link (source_donor_id, donor_id, state, reasons, decided_at)
    SELECT value ->> 'id', value ->> 'id', 'certain', '[]', '2024-01-01T09:00:00.000Z'
      FROM json_each(${JSON.stringify(people)})`.execute(transaction);
  await sql`
    INSERT INTO source_gift (site_id, source_key, source_donor_id, day, at, amount, currency, status, source_status,
                             is_manual, is_anonymous, is_own_action, is_countable, updated_at)
    SELECT ${SITE}, value ->> 'key', value ->> 'id', value ->> 'day', value ->> 'at', value ->> 'amount', 'EUR',
           'received', 'paid', 0, 0, 0, 1, value ->> 'at'
      FROM json_each(${JSON.stringify(gifts)})`.execute(transaction);
  await settleSources(
    writer,
    people.map(({ id }) => id),
  );
}
