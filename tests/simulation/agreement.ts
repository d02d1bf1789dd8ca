/** All workstations agree: with each other, and with one that pulls everything anew. */
import { sql } from 'kysely';
import type { CallingLane } from '../../domain/programmes/programme-id.ts';
import { withLocalWork } from '../../db/mirror/local-work.ts';
import type { Reader } from '../../db/store.ts';
import { contactsOfArrivals } from './newcomers.ts';
import { demand } from './violation.ts';
import type { Companion, World } from './world.ts';

const MIRROR: Readonly<Record<string, string>> = {
  donor: `SELECT crm_id, external_id, kind, first_name, prefix, surname, gender, language, does_not_want_calls,
                 does_not_want_email, does_not_want_post, is_deceased, is_removed FROM donor`,
  phone: `SELECT donor_phone.crm_id, donor.crm_id AS of, raw, is_primary, donor_phone.kind, location
            FROM donor_phone JOIN donor ON donor.id = donor_id`,
  email: `SELECT donor_email.crm_id, donor.crm_id AS of, lower(email), is_primary, is_on_hold, location
            FROM donor_email JOIN donor ON donor.id = donor_id`,
  address: `SELECT donor_address.crm_id, donor.crm_id AS of, street, postcode, town, country, is_primary, master_crm_id
              FROM donor_address JOIN donor ON donor.id = donor_id`,
  gift: `SELECT gift.crm_id, donor.crm_id AS of, day, amount, status FROM gift JOIN donor ON donor.id = donor_id`,
  moment: `SELECT moment.crm_id, donor.crm_id AS of, type_name, status_name, subject, day, operation_id
             FROM moment JOIN donor ON donor.id = donor_id`,
};

export async function demandAgreement(world: World): Promise<void> {
  const fresh = world.addCompanion(world.companions.length, world.template.connected);
  fresh.weather = 'good';
  await fresh.workstation.start();
  for (let round = 0; round < 2; round += 1) {
    await world.sync(fresh, true, (report) =>
      demand(report.failure === null, 'agreement', () => `the fresh workstation: ${report.failure?.message}`),
    );
    await world.flush();
  }
  const truth = await readMirror(fresh);
  const lists = await readLists(world, fresh);
  for (const companion of world.companions) {
    if (companion === fresh) continue;
    const { index } = companion.workstation;
    const mirror = await readMirror(companion);
    const gone = await goneWithLocalWork(world, companion.workstation.backend.store.reader);
    const arrived = contactsOfArrivals(world);
    const leftBehind = [...arrived, ...(await mergedWithOpenCall(companion.workstation.backend.store.reader))];
    const kept = await keptForWork(world, companion.workstation.backend.store.reader);
    for (const [table, rows] of Object.entries(mirror)) {
      const other = truth[table] ?? [];
      const spared = table === 'gift' ? leftBehind : [...leftBehind, ...kept];
      const isCompared = (row: string): boolean => !spared.some((crmId) => isAbout(row, crmId));
      const missing = other.filter((row) => !rows.includes(row) && isCompared(row));
      const extra = rows.filter(
        (row) => !other.includes(row) && isCompared(row) && !gone.some((crmId) => isAbout(row, crmId)),
      );
      demand(
        missing.length + extra.length === 0,
        'agreement',
        () => `${table} of workstation ${index}: has ${extra.join(' ')}, and not ${missing.join(' ')}`,
      );
    }
    const own = new Set([...(await knownHereOnly(companion.workstation.backend.store.reader)), ...kept, ...arrived]);
    const list = await readLists(world, companion);
    for (const line of new Set([...lists, ...list])) {
      const isOn = list.has(line);
      const contactId = Number(line.split(' ')[1]);
      demand(
        isOn === lists.has(line) || own.has(contactId),
        'agreement',
        () => `list of workstation ${index}: "${line}" is ${isOn ? '' : 'not '}on it, unlike elsewhere`,
      );
    }
  }
}

async function readMirror({ workstation }: Companion): Promise<Readonly<Record<string, readonly string[]>>> {
  const mirror: Record<string, readonly string[]> = {};
  for (const [table, query] of Object.entries(MIRROR)) {
    const { rows } = await sql.raw(query).execute(workstation.backend.store.reader);
    mirror[table] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return mirror;
}

/**
 * Contacts that were deleted for good in the CRM, and about whom something was recorded here: they stay here, marked as
 * removed, because nothing that was recorded may be lost (docs/protocol.md). What they no longer have there may stay.
 */
async function goneWithLocalWork(world: World, reader: Reader): Promise<readonly number[]> {
  const existing = world.view.existing();
  const removed = await reader
    .selectFrom('donor')
    .select(['id', 'crm_id'])
    .where('is_removed', '=', 1)
    .where('crm_id', 'is not', null)
    .execute();
  const known = await withLocalWork(
    reader,
    removed.map(({ id }) => id),
  );
  return removed.flatMap(({ id, crm_id: crmId }) =>
    crmId !== null && !existing.has(crmId) && known.has(id) ? [crmId] : [],
  );
}

/** Donors of whom a gift was deleted and about whom something was recorded here: their details stay for that, and are nowhere else. */
async function keptForWork(world: World, reader: Reader): Promise<readonly number[]> {
  const givers = new Set(world.crm.binnedGifts().map(({ donorCrmId }) => world.winnerOf(donorCrmId)));
  if (givers.size === 0) return [];
  const donors = await reader
    .selectFrom('donor')
    .select(['id', 'crm_id'])
    .where('crm_id', 'in', [...givers])
    .execute();
  const known = await withLocalWork(
    reader,
    donors.map(({ id }) => id),
  );
  return donors.flatMap(({ id, crm_id: crmId }) => (crmId !== null && known.has(id) ? [crmId] : []));
}

/** Losers of a merge whose call is open while the winner has one too: it follows when one of the two is finished (db/mirror/local-work.ts). */
async function mergedWithOpenCall(reader: Reader): Promise<readonly number[]> {
  const { rows } = await sql<{ crm_id: number }>`
    SELECT crm_id FROM donor
     WHERE merged_into IS NOT NULL AND crm_id IS NOT NULL AND id IN (SELECT donor_id FROM call_item)`.execute(reader);
  return rows.map(({ crm_id }) => crm_id);
}

function isAbout(row: string, crmId: number): boolean {
  const { of, crm_id: id } = JSON.parse(row) as { readonly of?: number; readonly crm_id: number };
  return (of ?? id) === crmId;
}

/** "caller 12": lane and contact. */
async function readLists(world: World, companion: Companion): Promise<ReadonlySet<string>> {
  const lines = new Set<string>();
  for (const lane of ['caller', 'director'] satisfies CallingLane[]) {
    await world.ask(companion, 'list.get', { lane }, (answer) => {
      if (!answer.ok) return;
      const { items } = answer.value as { items: { crmId: number | null }[] };
      for (const { crmId } of items) lines.add(`${lane} ${crmId}`);
    });
  }
  return lines;
}

/** Donors of whom a workstation knows what the CRM cannot hold: a wrong number, a promise, a complaint, a death, a conflict. */
async function knownHereOnly(reader: Reader): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ crm_id: number }>`
    SELECT crm_id FROM donor
     WHERE id IN (SELECT donor_id FROM wrong_number)
        OR id IN (SELECT donor_id FROM callback)
        OR id IN (SELECT donor_id FROM follow_up)
        OR id IN (SELECT donor_id FROM attempt WHERE outcome = 'deceased')
        OR id IN (SELECT donor_id FROM operation WHERE state IN ('conflict', 'rejected', 'withdrawn'))`.execute(reader);
  return new Set(rows.map(({ crm_id }) => crm_id));
}
