/** Candidates in a real file: found under every key, the same ones that the measurement finds in memory. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { findMatchCandidates } from '../../db/matching/candidates.ts';
import { saveDonors } from '../../db/mirror/save-donors.ts';
import { openStore } from '../../db/open/open-store.ts';
import type { Identity } from '../../domain/matching/identity.ts';
import { matchDonor } from '../../domain/matching/match.ts';
import { candidatesIn } from '../matching/candidates.ts';
import { createWorld } from '../matching/world/world.ts';
import { inventMirrorDonor } from '../support/mirror-records.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { ACCOUNT, HOUSE, knownAs, MAILBOX } from '../support/known-as.ts';
import { whenDone } from '../support/when-done.ts';
import type { Store } from '../../db/store.ts';

const NOW = '2026-11-21T12:00:00.000Z';

async function storeWith(crm: readonly Identity[]): Promise<Store> {
  const store = await openStore({ folder: temporaryFolder(), now: NOW });
  whenDone(() => store.close());
  const records = crm.map((identity, at) => {
    const crmId = at + 1;
    return {
      ...inventMirrorDonor({ crmId, number: '' }),
      kind: identity.kind,
      firstName: identity.firstName,
      prefix: identity.prefix,
      surname: identity.surname,
      displayName: identity.organisation || `${identity.firstName} ${identity.prefix} ${identity.surname}`,
      gender: identity.gender,
      isDeceased: identity.isDeceased,
      phones: identity.phones.map((raw, index) => ({
        crmId: crmId * 10 + index,
        raw,
        isPrimary: index === 0,
        kind: null,
        location: null,
      })),
      emails: identity.emails.map((email, index) => ({
        crmId: crmId * 10 + index,
        email,
        isPrimary: index === 0,
        isOnHold: false,
        location: null,
      })),
      addresses: identity.addresses.map((address, index) => ({
        crmId: crmId * 10 + index,
        ...address,
        isPrimary: index === 0,
        location: null,
        masterCrmId: null,
      })),
    };
  });
  await store.write(async (writer) => {
    await saveDonors(writer, records);
    for (const [at, { birthday }] of crm.entries()) {
      await sql`UPDATE donor SET birthday = ${birthday} WHERE crm_id = ${at + 1}`.execute(writer.transaction);
    }
  });
  return store;
}

/** The CRM has no account numbers. */
const withoutIbans = (identity: Identity): Identity => ({ ...identity, ibans: [] });

it('finds whom the search in memory finds, and so judges alike', async () => {
  const world = createWorld(5, { donors: 700, sources: 250 });
  const crm = world.crm.map(({ donorId, identity }) => ({ donorId, identity: withoutIbans(identity) }));
  const store = await storeWith(crm.map(({ identity }) => identity));
  const find = candidatesIn(crm);
  for (const { id, identity } of world.sources) {
    const expected = matchDonor(identity, find(identity));
    const found = matchDonor(identity, await findMatchCandidates(store.reader, { sourceDonorId: id, identity }));
    expect([id, summary(found)]).toEqual([id, summary(expected)]);
  }
});

function summary(outcome: ReturnType<typeof matchDonor>): unknown {
  if (outcome.kind === 'none') return outcome.kind;
  const shown = outcome.kind === 'certain' ? [outcome.match] : outcome.candidates;
  return [outcome.kind, shown.map(({ donorId, points, traps }) => ({ donorId, points, traps }))];
}

it('knows of a linked donor what the place knows, and leaves out the bin and whom she is not', async () => {
  const store = await storeWith([
    knownAs(),
    knownAs({ emails: [MAILBOX], addresses: [HOUSE] }),
    knownAs({ emails: [MAILBOX] }),
  ]);
  await store.write(async ({ transaction }) => {
    await sql`
      INSERT INTO source_site (id, kind, name, address, is_enabled, adds_newcomers, started_from, added_at)
      VALUES ('kentaa:6', 'kentaa', 'Voorbeeld', 'https://api.example/v1', 1, 0, '2026-11-01', ${NOW})`.execute(
      transaction,
    );
    for (const id of [1, 2]) {
      await sql`
        INSERT INTO source_donor (id, site_id, source_key, first_name, infix, last_name, organisation, iban, language,
                                  is_callable, first_seen_at, changed_at)
        VALUES (${id}, 'kentaa:6', ${`donation:${id}`}, 'Jan', '', 'Loper', '', ${ACCOUNT}, 'nl', 1, ${NOW}, ${NOW})`.execute(
        transaction,
      );
    }
    await sql`
      INSERT INTO source_link (source_donor_id, donor_id, state, reasons, decided_at)
      VALUES (1, 1, 'linked', '[]', ${NOW})`.execute(transaction);
    await sql`UPDATE donor SET is_removed = 1 WHERE id = 3`.execute(transaction);
  });
  const sought = {
    sourceDonorId: 2,
    identity: knownAs({ firstName: 'Jan', surname: 'Loper', ibans: [ACCOUNT], emails: [MAILBOX] }),
  };
  const found = await findMatchCandidates(store.reader, sought);
  expect(found.map(({ donorId }) => donorId)).toEqual([1, 2]);
  expect(found[0]?.identity.ibans).toEqual([ACCOUNT]);
  await store.write(({ transaction }) =>
    sql`INSERT INTO source_refused (source_donor_id, donor_id, at) VALUES (2, 1, ${NOW})`.execute(transaction),
  );
  expect((await findMatchCandidates(store.reader, sought)).map(({ donorId }) => donorId)).toEqual([2]);
  // Who is linked herself is not found by her own row.
  const herself = await findMatchCandidates(store.reader, { ...sought, sourceDonorId: 1 });
  expect(herself.map(({ donorId }) => donorId)).toEqual([2]);
});
