/** Two files of one command: when the second does not come to its end, the first goes back as well. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { importInto, mirrorOf, openProfile, writeFiles } from './support.ts';

const DONORS = 'Relatienummer;Achternaam;Mobiel';
const GIFTS = 'Giftnummer;Relatienummer;Datum;Bedrag;Status';

it('takes the donors back when taking the gifts fails half way, those who were known as they were', async () => {
  const store = await openProfile();
  await importInto(store, writeFiles([DONORS, '1;Smit;06 12345678'], [GIFTS, 'G1;1;07-11-2026;25,00;Geïnd']));
  const before = await mirrorOf(store);
  // As a disk that is full, or a row that nobody thought of: after the trial, in the middle of taking.
  await store.write(({ transaction }) =>
    sql`CREATE TRIGGER half_way BEFORE INSERT ON gift
          WHEN NEW.external_id = 'G1499' AND EXISTS (SELECT 1 FROM import_run WHERE kind = 'gifts' AND state = 'taking')
        BEGIN SELECT RAISE(ABORT, 'half way'); END`.execute(transaction),
  );
  const gifts = Array.from({ length: 1_500 }, (_, index) => `G${index + 2};2;08-11-2026;5,00;Geïnd`);
  const files = writeFiles([DONORS, '1;Smit;06 87654321', '2;Bos;'], [GIFTS, ...gifts]);
  await expect(importInto(store, files)).rejects.toThrow('half way');
  expect(await mirrorOf(store)).toEqual(before);
  const runs = await store.reader.selectFrom('import_run').select(['kind', 'state']).orderBy('id').execute();
  expect(runs).toEqual([
    { kind: 'donors', state: 'done' },
    { kind: 'gifts', state: 'done' },
    { kind: 'donors', state: 'broken-off' },
    { kind: 'gifts', state: 'broken-off' },
  ]);
  // And what was the matter is gone: the same files are taken whole.
  await store.write(({ transaction }) => sql`DROP TRIGGER half_way`.execute(transaction));
  const report = await importInto(store, files);
  expect(report).toMatchObject({ donors: { new: 1, changed: 1 }, gifts: { new: 1_500 } });
});
