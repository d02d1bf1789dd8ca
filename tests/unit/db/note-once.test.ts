/** Whom a write was about: noted whatever kind of write it was, once, and not with what no screen shows. */
import { beforeEach, describe, expect, it } from 'vitest';
import { noteOnce } from '../../../db/note-once.ts';
import { openSqlite, type SqliteDatabase } from '../../../db/sqlite.ts';
import { whenDone } from '../../support/when-done.ts';

let database: SqliteDatabase;

const noted = (): readonly number[] =>
  database.prepare<[], number>('DELETE FROM temp.noted RETURNING donor_id').pluck().all();

const open = async (columns?: string): Promise<void> => {
  database = await openSqlite(':memory:');
  whenDone(() => void database.close());
  database.exec(`
    CREATE TABLE phone (id INTEGER PRIMARY KEY, donor_id INTEGER, raw TEXT, kind TEXT);
    CREATE TEMP TABLE noted (donor_id INTEGER NOT NULL PRIMARY KEY) STRICT;`);
  const ids = { old: 'OLD.donor_id', current: 'NEW.donor_id' };
  for (const create of noteOnce('note', 'main.phone', 'noted', ids, columns)) database.exec(create);
  database.exec(`INSERT INTO phone VALUES (1, 7, '06', 'a'), (2, 7, '030', 'a'), (3, NULL, '040', 'a')`);
};

describe('all columns', () => {
  beforeEach(() => open());

  it('a row that comes, changes or goes notes its donor once, and nobody for a row of nobody', () => {
    expect(noted()).toEqual([7]);
    database.exec(`UPDATE phone SET raw = '0612'`);
    expect(noted()).toEqual([7]);
    database.exec('DELETE FROM phone');
    expect(noted()).toEqual([7]);
  });

  it('a row that becomes somebody else’s notes both, and a row that is given to somebody notes her', () => {
    noted();
    database.exec('UPDATE phone SET donor_id = 8 WHERE id = 1');
    expect(noted()).toEqual([7, 8]);
    database.exec('UPDATE phone SET donor_id = 9 WHERE id = 3');
    expect(noted()).toEqual([9]);
    database.exec('UPDATE phone SET donor_id = NULL WHERE id = 3');
    expect(noted()).toEqual([9]);
  });

  it('an upsert about somebody who is noted already is no conflict', () => {
    database.exec(`
      INSERT INTO phone VALUES (1, 7, '06', 'b'), (4, 10, '06', 'b')
          ON CONFLICT (id) DO UPDATE SET kind = excluded.kind`);
    expect(noted()).toEqual([7, 10]);
  });

  it('what is taken back takes its notes along', () => {
    noted();
    database.exec(`BEGIN; UPDATE phone SET raw = 'x'; ROLLBACK`);
    expect(noted()).toEqual([]);
  });
});

describe('some columns', () => {
  beforeEach(() => open('donor_id, raw'));

  it('a change of another one notes nobody', () => {
    noted();
    database.exec(`UPDATE phone SET kind = 'b'`);
    expect(noted()).toEqual([]);
    database.exec(`UPDATE phone SET raw = 'x'`);
    expect(noted()).toEqual([7]);
    database.exec('UPDATE phone SET donor_id = 8 WHERE id = 1');
    expect(noted()).toEqual([7, 8]);
  });
});
