/** A donor with work of every kind, who is erased, and what is left of her in the files of the profile. */
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { profilePaths } from '../../db/open/profile-folder.ts';
import { listSnapshots } from '../../db/snapshot.ts';
import { openStore } from '../../db/open/open-store.ts';
import { decryptedBytes } from './decrypted.ts';
import { findInFolder, type Finder } from './find-texts.ts';
import { detailKey, holdCall, openCall } from './hold-call.ts';
import { type Workstation } from './workstation.ts';
import type { PracticeCrm } from '../../sync/practice/server.ts';

export const NOTES = 'Haar zus Wilhelmientje bakt op zondag appeltaart';

interface Known {
  readonly donorId: number;
  readonly crmId: number;
  readonly externalId: string;
  /** What must be found nowhere. */
  readonly texts: readonly string[];
}

/** Everything personal that the workstation knows of a donor: names, numbers, addresses, and what was written. */
export async function knownOf({ backend }: Workstation, donorId: number, more: readonly string[]): Promise<Known> {
  const { reader } = backend.store;
  const donor = await reader.selectFrom('donor').selectAll().where('id', '=', donorId).executeTakeFirstOrThrow();
  const of = <Table extends 'donor_phone' | 'donor_email' | 'donor_address'>(table: Table) =>
    reader
      .selectFrom(table as 'donor_phone')
      .selectAll()
      .where('donor_id', '=', donorId)
      .execute();
  const phones = await of('donor_phone');
  const emails = (await of('donor_email')) as unknown as { email: string }[];
  const addresses = (await of('donor_address')) as unknown as { street: string }[];
  const texts = [
    donor.surname,
    donor.display_name,
    ...phones.flatMap(({ raw, number }) => [raw, number ?? '']),
    ...emails.map(({ email }) => email),
    ...addresses.map(({ street }) => street),
    ...more,
  ];
  return { donorId, crmId: donor.crm_id ?? 0, externalId: donor.external_id ?? '', texts };
}

/** Where any of this is found: in the files as they are, inside the databases, in the outbox copy. */
export async function remainsOf(workstation: Workstation, find: Finder): Promise<readonly string[]> {
  const { folder } = workstation;
  const paths = profilePaths(folder);
  // The log may not be saved by the closing: it is empty while the profile is open, too.
  const open = find(readFileSync(`${paths.database}-wal`)).map((text) => `wal: ${text}`);
  await workstation.close();
  const found = findInFolder(folder, find).map(({ file, text }) => `${file}: ${text}`);
  for (const path of [paths.database, ...listSnapshots(paths.snapshots).map((each) => each.path)]) {
    const inside = find(await decryptedBytes(folder, path));
    found.push(...inside.map((text) => `inside ${path.slice(folder.length + 1)}: ${text}`));
  }
  const store = await openStore({ folder, now: workstation.clock.now() });
  const copied = store.outboxCopy.read().flatMap((operation) => find(Buffer.from(JSON.stringify(operation))));
  await store.close();
  return [...open, ...found, ...copied.map((text) => `outbox copy: ${text}`)];
}

/** Somebody whose name, street and e-mail nobody else has, and who is on the list. */
export async function findSomebody(workstation: Workstation): Promise<{ donorId: number; externalId: string }> {
  const { rows } = await sql<{ id: number; external_id: string }>`
    SELECT donor.id, external_id FROM donor
      JOIN donor_phone ON donor_phone.donor_id = donor.id AND donor_phone.number IS NOT NULL
      JOIN donor_email ON donor_email.donor_id = donor.id
      JOIN donor_address ON donor_address.donor_id = donor.id
     WHERE does_not_want_calls = 0 AND is_deceased = 0 AND is_removed = 0 AND length(surname) > 7
       AND (SELECT count(*) FROM donor AS other WHERE other.surname = donor.surname) = 1
       AND (SELECT count(*) FROM donor_address AS other WHERE other.street = donor_address.street) = 1
       AND (SELECT count(*) FROM donor_phone AS other WHERE other.number = donor_phone.number) = 1
       AND donor.id IN (SELECT donor_id FROM gift)
     ORDER BY donor.id LIMIT 1`.execute(workstation.backend.store.reader);
  const [row] = rows;
  if (row === undefined) throw new Error('nobody like that');
  return { donorId: row.id, externalId: row.external_id };
}

/** Everything is read from the CRM again, as by a workstation that was connected a moment ago. */
export async function pullEverything(workstation: Workstation): Promise<void> {
  await workstation.backend.store.write(async ({ transaction }) => {
    await transaction.deleteFrom('sync_cursor').execute();
    await transaction.deleteFrom('setting').where('key', 'in', ['sync.first-pull', 'sync.reconcile']).execute();
    await transaction.updateTable('donor').set({ slice: 'refetch' }).where('slice', '=', 'inside').execute();
  });
  expect((await workstation.sync())?.failure).toBeNull();
}

export async function eraseNow(workstation: Workstation, { donorId }: { readonly donorId: number }): Promise<string> {
  const { number, blocked } = await workstation.ask('erasure.preview', { donorId });
  expect(blocked).toBeNull();
  return (await workstation.ask('erasure.erase', { donorId, ground: 'asked', number })).erasureId;
}

/** A donor with work of every kind: sent and waiting; in a snapshot, in the outbox copy, in the search index. */
export async function workedOn(workstation: Workstation, crm: PracticeCrm): Promise<Known> {
  const { donorId, externalId } = await findSomebody(workstation);
  const call = await openCall(workstation, externalId);
  await workstation.ask('call.correctDetail', {
    callItemId: call.callItemId,
    key: detailKey(call, 'email'),
    correction: { field: 'email', value: 'wilhelmientje.nieuw@voorbeeld.nl' },
    checkedBy: 'spelled',
  });
  await workstation.sync();
  crm.faults.set('maintenance', 'always');
  await holdCall(workstation, externalId, {
    outcome: 'callback',
    notes: NOTES,
    objectionAnswer: 'offered',
    callback: { day: '2026-11-24', time: '19:00', byMe: true },
  });
  await workstation.sync();
  crm.faults.clear();
  await workstation.ask('donor.look', { donorId, reason: 'Wilhelmientje belde terug' });
  await workstation.ask('verify.propose', {
    donorId,
    kind: 'iban',
    value: 'NL91ABNA0417164300',
    reason: 'zei ze zelf',
  });
  await workstation.backend.store.snapshot('2026-11-21T12:59:00.000Z');
  return knownOf(workstation, donorId, [
    NOTES,
    'Wilhelmientje',
    'wilhelmientje.nieuw@voorbeeld.nl',
    'NL91ABNA0417164300',
  ]);
}
