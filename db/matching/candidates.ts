/** Who of the CRM may be somebody of another place: found by indexes only, however many donors there are. */
import { sql, type RawBuilder } from 'kysely';
import type { Candidate, Identity } from '../../domain/matching/identity.ts';
import { MOST_PER_KEY, searchKeysOf, type SearchKey } from '../../domain/matching/search-keys.ts';
import { readDonors, type Donor } from '../queries/donor-details.ts';
import { inList } from '../queries/many.ts';
import type { Reader } from '../store.ts';

export interface Sought {
  readonly sourceDonorId: number;
  readonly identity: Identity;
}

/**
 * In the order of their ids. Left out: who is in the CRM's bin, of whom nothing but facts is held here
 * (docs/decisions/0016), and whom a person said she is not.
 */
export async function findMatchCandidates(
  reader: Reader,
  { sourceDonorId, identity }: Sought,
): Promise<readonly Candidate[]> {
  const found = new Set<number>();
  for (const key of searchKeysOf(identity)) {
    for (const query of queriesOf(key, sourceDonorId)) {
      const { rows } = await query.execute(reader);
      for (const { id } of rows) found.add(id);
    }
  }
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM donor
     WHERE id IN ${inList([...found])} AND is_removed = 0 AND slice <> 'outside'
       AND NOT EXISTS (SELECT 1 FROM source_refused WHERE donor_id = donor.id AND source_donor_id = ${sourceDonorId})
     ORDER BY id`.execute(reader);
  return readIdentities(
    reader,
    rows.map(({ id }) => id),
    sourceDonorId,
  );
}

type Query = RawBuilder<{ id: number }>;

/** What is asked for one key; a test looks that none of it reads a whole table. */
export function queriesOf({ kind, value }: SearchKey, sourceDonorId: number): readonly Query[] {
  switch (kind) {
    case 'email':
      return [
        sql`SELECT donor_id AS id FROM donor_email WHERE email = ${value} COLLATE NOCASE LIMIT ${MOST_PER_KEY}`,
        byLinked(sql`email = ${value}`, sourceDonorId),
      ];
    case 'phone':
      return [
        sql`SELECT donor_id AS id FROM donor_phone WHERE number = ${value} LIMIT ${MOST_PER_KEY}`,
        byLinked(sql`phone_number = ${value}`, sourceDonorId),
      ];
    case 'iban':
      return [byLinked(sql`iban = ${value}`, sourceDonorId)];
    // The index has postcode and house number as one word, with the addition behind them.
    case 'house':
      return [byWords(`"${value.replace(' ', '').toLowerCase()}"*`)];
    case 'name':
    case 'surname':
    case 'organisation':
      return [
        byWords(
          value
            .split(' ')
            .map((word) => `"${word}"`)
            .join(' '),
        ),
      ];
  }
}

/** Another donor of a place with the same key, who is linked. */
function byLinked(isSame: RawBuilder<unknown>, sourceDonorId: number): Query {
  return sql`
    SELECT source_link.donor_id AS id
      FROM source_donor CROSS JOIN source_link ON source_link.source_donor_id = source_donor.id
     WHERE ${isSame} AND source_donor.id <> ${sourceDonorId} AND source_link.donor_id IS NOT NULL
     LIMIT ${MOST_PER_KEY}`;
}

/** The newest donors first, as the index has them. */
function byWords(match: string): Query {
  return sql`
    SELECT rowid AS id FROM donor_search WHERE donor_search MATCH ${match} ORDER BY rowid DESC LIMIT ${MOST_PER_KEY}`;
}

/** As the CRM knows them, with what was corrected here, and what places say of those who are linked to them. */
export async function readIdentities(
  reader: Reader,
  donorIds: readonly number[],
  butNot: number,
): Promise<readonly Candidate[]> {
  const donors = await readDonors(reader, donorIds);
  const { rows } = await sql<LinkedKeys>`
    SELECT source_link.donor_id AS donorId, email, iban, phone_number AS phone
      FROM source_link JOIN source_donor ON source_donor.id = source_link.source_donor_id
     WHERE source_link.donor_id IN ${inList(donorIds)} AND source_donor.id <> ${butNot}
     ORDER BY source_donor.id`.execute(reader);
  return donorIds.flatMap((donorId) => {
    const donor = donors.get(donorId);
    const linked = rows.filter((row) => row.donorId === donorId);
    return donor === undefined ? [] : [{ donorId, identity: toIdentity(donor, linked) }];
  });
}

interface LinkedKeys {
  readonly donorId: number;
  readonly email: string | null;
  readonly iban: string | null;
  readonly phone: string | null;
}

function toIdentity({ details, language, isDeceased, wishes }: Donor, linked: readonly LinkedKeys[]): Identity {
  const { kind, firstName, prefix, surname, displayName, gender } = details.name;
  const known = (key: 'email' | 'iban' | 'phone'): readonly string[] =>
    linked.flatMap((row) => (row[key] === null ? [] : [row[key]]));
  return {
    kind,
    firstName,
    prefix,
    surname,
    organisation: kind === 'organization' ? displayName : '',
    gender,
    emails: [...details.emails.map(({ value }) => value), ...known('email')],
    ibans: known('iban'),
    phones: [...details.phones.map(({ value }) => value), ...known('phone')],
    addresses: details.addresses.map(({ value }) => value),
    birthday: wishes.birthday,
    language,
    isDeceased,
    isSecondHand: false,
  };
}
