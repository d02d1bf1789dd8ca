/** Migration 0131 on rows of the version before: what was ticked off stays, and a letter names its operation. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore } from '../../../db/open/open-store.ts';
import { addSentPost, readSentPost, undoSentPost } from '../../../db/queries/sent-post.ts';
import type { Store } from '../../../db/store.ts';
import { openBefore } from '../../support/before-migration.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const DAY = '2026-11-21';
const ID = '00000000-0000-7000-8000-000000000002';

const run = (store: Store, statement: string): Promise<unknown> =>
  store.write(async ({ transaction }) => sql.raw(statement).execute(transaction));

it('migration 0131 keeps what was ticked off, and ties a letter to its operation', async () => {
  const { folder, before } = await openBefore(131, NOW);
  for (const statement of [
    `INSERT INTO donor (id, crm_id, kind, first_name, prefix, surname, display_name, language, does_not_want_calls,
       does_not_want_email, does_not_want_post, is_deceased, is_removed)
     VALUES (1, 10, 'individual', '', '', '', '', 'nl', 0, 0, 0, 0, 0)`,
    `INSERT INTO person (id, name, roles, is_active) VALUES (1, 'Corrie', '[]', 1)`,
    `INSERT INTO journey_step (donor_id, programme, what, day, at, person_id)
     VALUES (1, 'post', 'card', '${DAY}', '${NOW}', 1)`,
  ]) {
    await run(before, statement);
  }
  await before.close();
  const store = await openStore({ folder, now: NOW });
  const letter = { operationId: ID, donorId: 1, personId: 1, kind: 'letter', day: DAY, at: NOW } as const;
  await store.write((writer) => addSentPost(writer, letter));
  expect(await readSentPost(store.reader, DAY)).toMatchObject([{ operationId: ID, kind: 'letter', isUndone: false }]);
  expect(await store.write((writer) => undoSentPost(writer, [ID], NOW))).toEqual([ID]);
  const steps = await store.reader.selectFrom('journey_step').select(['what', 'undone_at']).orderBy('id').execute();
  expect(steps).toEqual([
    { what: 'card', undone_at: null },
    { what: 'letter', undone_at: NOW },
  ]);
  await store.close();
});
