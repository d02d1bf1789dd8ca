/** The trail: nothing changes it from inside, and whatever somebody with the key does to a row is found. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { checkChain, hashOf, readHead } from '../../db/audit-chain.ts';
import { forgetEverything } from '../../db/forget-everything.ts';
import { openStore } from '../../db/open/open-store.ts';
import { noteAudit } from '../../db/queries/audit.ts';
import type { Store, Writer } from '../../db/store.ts';
import { AUDIT_ACTIONS } from '../../domain/audit/actions.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { whenDone } from '../support/when-done.ts';

const NOW = '2026-11-21T12:00:00.000Z';

async function openEmpty(): Promise<Store> {
  const store = await openStore({ folder: temporaryFolder(), now: NOW });
  whenDone(() => store.close());
  return store;
}

const entry = fc.record({
  at: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString()),
  personId: fc.constant(null),
  action: fc.constantFrom(...AUDIT_ACTIONS),
  subject: fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => text.isWellFormed() && !text.includes('\0')),
  donorId: fc.option(fc.integer({ min: 1, max: 9 })),
  detail: fc.option(fc.dictionary(fc.string({ maxLength: 5 }), fc.integer())),
});

type Tampering = (writer: Writer, ids: readonly number[], which: number) => Promise<unknown>;

const COLUMNS = ['at', 'action', 'subject', 'detail', 'about_donor_id', 'hash'] as const;
const OTHER: Readonly<Record<(typeof COLUMNS)[number], string | number>> = {
  at: '2020-01-01T00:00:00.000Z',
  action: 'nothing',
  subject: 'somebody else',
  detail: '{"other":true}',
  about_donor_id: 77,
  hash: 'f'.repeat(64),
};
const at = (ids: readonly number[], which: number): number => ids[which % ids.length] ?? 0;

const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  ...Object.fromEntries(
    COLUMNS.map((column): [string, Tampering] => [
      `another ${column}`,
      ({ transaction }, ids, which) =>
        sql`UPDATE audit SET ${sql.ref(column)} = ${OTHER[column]} WHERE id = ${at(ids, which)}`.execute(transaction),
    ]),
  ),
  'a row less': ({ transaction }, ids, which) =>
    sql`DELETE FROM audit WHERE id = ${at(ids, which)}`.execute(transaction),
  'all rows less': ({ transaction }) => sql`DELETE FROM audit`.execute(transaction),
  'a copy of a row at the end': async ({ transaction }, ids, which) =>
    sql`INSERT INTO audit SELECT ${(ids.at(-1) ?? 0) + 1}, at, person_id, action, subject, detail, about_donor_id, hash
          FROM audit WHERE id = ${at(ids, which)}`.execute(transaction),
  'a row that fits put at the end': async ({ transaction }, ids) => {
    const head = await readHead(transaction);
    const id = (ids.at(-1) ?? 0) + 1;
    const row = { id, at: NOW, person_id: null, action: 'undo', subject: '1', detail: null, about_donor_id: null };
    await transaction
      .insertInto('audit')
      .values({ ...row, hash: hashOf(head?.hash ?? '', row) })
      .execute();
  },
  'two rows in each other’s place': async ({ transaction }, ids, which) => {
    const [one, other] = [at(ids, which), at(ids, which + 1)];
    for (const [from, to] of [
      [one, 1_000_000],
      [other, one],
      [1_000_000, other],
    ]) {
      await sql`UPDATE audit SET id = ${to} WHERE id = ${from}`.execute(transaction);
    }
  },
  'a row changed with its own hash made right': async ({ transaction }, ids, which) => {
    const id = at(ids, which);
    const [before, row] = await Promise.all([
      transaction.selectFrom('audit').select('hash').where('id', '<', id).orderBy('id', 'desc').executeTakeFirst(),
      transaction.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    ]);
    const changed = { ...row, subject: `${row.subject}!` };
    const hash = hashOf(before?.hash ?? '0'.repeat(64), changed);
    await transaction.updateTable('audit').set({ subject: changed.subject, hash }).where('id', '=', id).execute();
  },
};

class Back extends Error {}

describe('the chain', () => {
  it('shows every row that somebody with the key changed, took out, put in or moved', async () => {
    const store = await openEmpty();
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(...Object.keys(TAMPERINGS)),
        fc.nat(20),
        async (entries, name, which) => {
          await expect(
            store.write(async (writer) => {
              const { transaction } = writer;
              for (const each of entries) await noteAudit(writer, each);
              expect(await checkChain(transaction)).toEqual({ isWhole: true, rows: entries.length });
              for (const guard of ['audit_no_update', 'audit_no_delete', 'audit_at_the_end']) {
                await sql`DROP TRIGGER ${sql.ref(guard)}`.execute(transaction);
              }
              const rows = await transaction.selectFrom('audit').select('id').orderBy('id').execute();
              await TAMPERINGS[name]?.(
                writer,
                rows.map(({ id }) => id),
                which,
              );
              const { isWhole } = await checkChain(transaction);
              expect({ name, isWhole }).toEqual({ name, isWhole: false });
              throw new Back();
            }),
          ).rejects.toThrow(Back);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('shows by a snapshot that all of it was written anew', async () => {
    const store = await openEmpty();
    const write = (subject: string): Promise<void> =>
      store.write((writer) => noteAudit(writer, { at: NOW, personId: null, action: 'undo', subject }));
    await write('1');
    const anchor = { ...((await readHead(store.reader)) ?? { id: 0, hash: '' }), notedAt: NOW };
    await write('2');
    expect(await checkChain(store.reader, [anchor])).toEqual({ isWhole: true, rows: 2 });
    await store.write((writer) => forgetEverything(writer, []));
    await write('somebody else');
    await write('2');
    expect(await checkChain(store.reader)).toEqual({ isWhole: true, rows: 2 });
    expect(await checkChain(store.reader, [anchor])).toMatchObject({ isWhole: false, kind: 'other', notedAt: NOW });
  });
});

describe('the table', () => {
  it.each([
    ['an update', sql`UPDATE audit SET subject = 'other'`],
    ['a delete', sql`DELETE FROM audit`],
    [
      'a replace',
      sql`INSERT OR REPLACE INTO audit (id, at, action, subject, hash) VALUES (1, ${NOW}, 'undo', '2', ${'0'.repeat(64)})`,
    ],
  ])(
    'refuses %s; the forgetting of a whole profile alone empties it, and sets the guards again',
    async (_, statement) => {
      const store = await openEmpty();
      const write = (): Promise<void> =>
        store.write((writer) => noteAudit(writer, { at: NOW, personId: null, action: 'undo', subject: '1' }));
      const run = (): Promise<unknown> => store.write(({ transaction }) => statement.execute(transaction));
      await write();
      await expect(run()).rejects.toThrow('the trail can only grow');
      await store.write((writer) => forgetEverything(writer, []));
      expect(await checkChain(store.reader)).toEqual({ isWhole: true, rows: 0 });
      await write();
      await expect(run()).rejects.toThrow('the trail can only grow');
      expect(await checkChain(store.reader)).toEqual({ isWhole: true, rows: 1 });
    },
  );
});
