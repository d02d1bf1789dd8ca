/**
 * Files of places in any order, read once or twice, recognised at any moment, and taken back: what remains is what those
 * files come to that still stand, and nothing of any other.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { SOURCE_JOURNAL, withJournal } from '../../db/imports/journal.ts';
import { beginImport, finishImport } from '../../db/imports/runs.ts';
import { undoPlacePortion } from '../../db/imports/undo-place.ts';
import { ensureDonors } from '../../db/mirror/save-stubs.ts';
import { openStore } from '../../db/open/open-store.ts';
import { setCurrentPerson } from '../../db/queries/people.ts';
import { addFilePlace } from '../../db/sources/file-places.ts';
import type { Writer } from '../../db/store.ts';
import type { PeopleRow } from '../../sync/files/people/people-row.ts';
import { createPeopleTaker } from '../../sync/files/take/take-people.ts';
import { judgeNew } from '../../sync/sources/judge-new.ts';
import { saidOf } from '../support/source-records.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const NAMES = ['Aardema', 'Bakhuis', 'Cremers', 'Dubbelman'] as const;
const COUNT = { new: 0, changed: 0, unchanged: 0, refused: 0 };
const COUNTS = { donors: COUNT, mandates: COUNT, gifts: COUNT };

interface Line {
  readonly who: number;
  readonly isNumbered: boolean;
  readonly cents: number | null;
  readonly refuses: boolean;
}

const line: fc.Arbitrary<Line> = fc.record({
  who: fc.nat({ max: NAMES.length }),
  isNumbered: fc.boolean(),
  cents: fc.option(fc.constantFrom(500, 2_500), { nil: null }),
  refuses: fc.boolean(),
});
const file = fc.array(line, { minLength: 1, maxLength: 5 });
const step = fc.oneof(
  fc.record({ what: fc.constantFrom('read' as const, 'undo' as const), place: fc.nat({ max: 2 }) }),
  fc.constant({ what: 'recognise' as const, place: 0 }),
);

/** The last of them is nobody whom the CRM knows. */
function rowOf({ who, isNumbered, cents, refuses }: Line): PeopleRow {
  const lastName = NAMES[who] ?? 'Onbekend';
  const gift = cents === null ? null : ({ number: '', day: '2026-11-14', amount: cents, status: 'received' } as const);
  return {
    number: isNumbered ? `N${who}` : '',
    person: saidOf({ lastName, email: `${lastName}@voorbeeld.example`.toLowerCase() }),
    refuses: refuses ? ['doesNotWantCalls'] : [],
    consent: null,
    gift,
    delivered: null,
  };
}

async function read(writer: Writer, place: number, lines: readonly Line[]): Promise<void> {
  const siteId = `file:${place}`;
  const id = await beginImport(writer, { at: NOW, personId: 1, file: 'a.csv', kind: 'people', siteId, counts: COUNTS });
  const take = createPeopleTaker({ siteId, file: 'a.csv', at: NOW, isForGood: true, makePlace: null });
  const people = lines.map((each, index) => ({ line: index + 2, value: rowOf(each) }));
  const page = { donors: [], gifts: [], kal: [], people, refusals: [] };
  await withJournal(writer, id, () => take(writer, page), SOURCE_JOURNAL);
  await finishImport(writer, id, { at: NOW, counts: COUNTS });
}

/** All imports of a place, the newest first. */
async function undo(writer: Writer, place: number): Promise<void> {
  const runs = await writer.transaction
    .selectFrom('import_run')
    .select('id')
    .where('site_id', '=', `file:${place}`)
    .orderBy('id', 'desc')
    .execute();
  for (const { id } of runs) {
    for (;;) if ((await undoPlacePortion(writer, id)) === 0) break;
    await writer.transaction.deleteFrom('import_run').where('id', '=', id).execute();
  }
}

async function recognise(writer: Writer): Promise<void> {
  for (;;) if ((await judgeNew(writer, NOW)).length === 0) break;
}

async function whatRemains({ transaction }: Writer) {
  const { rows: people } = await sql`
    SELECT source_donor.site_id, source_key, last_name, email, state, donor.surname FROM source_donor
      LEFT JOIN source_link ON source_donor_id = source_donor.id LEFT JOIN donor ON donor.id = donor_id
     ORDER BY 1, 2`.execute(transaction);
  const { rows: gifts } = await sql`
    SELECT placed.site_id, placed.source_key, owner.source_key AS owner, placed.amount, gift.donor_id, gift.source
      FROM source_gift AS placed JOIN source_donor AS owner ON owner.id = placed.source_donor_id
      LEFT JOIN gift ON gift.id = placed.gift_id ORDER BY 1, 2`.execute(transaction);
  const { rows: counted } = await sql`
    SELECT donor_id, external_id, amount FROM gift ORDER BY external_id`.execute(transaction);
  const { rows: refused } = await sql`
    SELECT site_id, source_key, kind FROM source_consent JOIN source_donor ON source_donor.id = source_donor_id
     ORDER BY 1, 2, 3`.execute(transaction);
  const { rows: giving } = await sql`SELECT donor_id, received_total FROM giving ORDER BY 1`.execute(transaction);
  return { people, gifts, counted, refused, giving: giving.filter((row) => Object.values(row as object)[1] !== 0) };
}

class Over extends Error {}

it('order, repeats and the moment of recognising make no difference to what remains', async () => {
  const store = await openStore({ folder: temporaryFolder(), now: NOW });
  await store.write(async (writer) => {
    await setCurrentPerson(writer, { crmId: 2, name: 'Corrie', roles: ['coordinator'] });
    await ensureDonors(writer, [11, 12, 13, 14]);
    for (const [index, name] of NAMES.entries()) {
      await sql`
        UPDATE donor SET slice = 'inside', first_name = 'Noor', surname = ${name}, display_name = ${`Noor ${name}`}
         WHERE crm_id = ${11 + index}`.execute(writer.transaction);
      await sql`
        INSERT INTO donor_email (crm_id, donor_id, email, is_primary, is_on_hold)
        SELECT ${100 + index}, id, ${`${name}@voorbeeld.example`.toLowerCase()}, 1, 0 FROM donor
         WHERE crm_id = ${11 + index}`.execute(writer.transaction);
    }
    for (const place of [0, 1, 2]) {
      await addFilePlace(writer, { id: `file:${place}`, name: `Plek ${place}`, at: NOW, day: '2026-11-21' });
    }
  });
  let counted = 0;
  /** What is done is taken back. */
  const tried = async (work: (writer: Writer) => Promise<void>): Promise<unknown> => {
    let seen: unknown;
    await store
      .write(async (writer) => {
        await work(writer);
        await recognise(writer);
        const remains = await whatRemains(writer);
        counted += remains.counted.length;
        seen = remains;
        throw new Over();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Over)) throw error;
      });
    return seen;
  };
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(file, file, file),
      fc.array(step, { minLength: 1, maxLength: 8 }),
      async (files, steps) => {
        const standing = new Set<number>();
        const seen = await tried(async (writer) => {
          for (const { what, place } of steps) {
            if (what === 'recognise') await recognise(writer);
            else if (what === 'read') {
              await read(writer, place, files[place] ?? []);
              standing.add(place);
            } else {
              await undo(writer, place);
              standing.delete(place);
            }
          }
        });
        const expected = await tried(async (writer) => {
          for (const place of [...standing].toSorted()) await read(writer, place, files[place] ?? []);
        });
        expect(seen).toEqual(expected);
      },
    ),
    { numRuns: 25 },
  );
  expect(counted).toBeGreaterThan(10);
  await store.close();
});
