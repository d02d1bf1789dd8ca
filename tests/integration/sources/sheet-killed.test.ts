/** A file of a place that is being read in or taken back, or a place that is being taken away, when the process is killed: all of it or nothing. */
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { InputOf } from '../../../contract/index.ts';
import { FILE_PIECE_BYTES } from '../../../domain/file-pieces.ts';
import { startBackendProcess, type BackendProcess } from '../../support/processes.ts';
import { connectedWorkstation, openWorkstation, practiceCrm } from '../../support/workstation.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const ROWS = 9_000;
const text = [
  'Nummer;Voornaam;Achternaam;Datum;Bedrag',
  ...Array.from({ length: ROWS }, (_, index) => `${index + 1};Noor;Zonderling${index};2026-11-14;5,00`),
].join('\n');

type Doing = 'taking' | 'undoing' | 'removing';

async function until(child: BackendProcess, isSo: (doing: { what: string; rows: number } | null) => boolean) {
  for (;;) {
    const { doing, refusal } = await child.ask('files.state', {});
    if (isSo(doing)) return;
    if (refusal !== null) throw new Error(refusal.en);
    if (doing === null) throw new Error('it was over before it could be killed');
  }
}

async function readIn(child: BackendProcess): Promise<void> {
  const bytes = Buffer.from(text);
  const upload = randomUUID();
  const pieces = Math.ceil(bytes.length / FILE_PIECE_BYTES);
  for (let index = 0; index < pieces; index += 1) {
    const base64 = bytes.subarray(index * FILE_PIECE_BYTES, (index + 1) * FILE_PIECE_BYTES).toString('base64');
    await child.ask('files.addPiece', { upload, name: 'a.csv', index, base64, isLast: index === pieces - 1 });
  }
  await until(child, (doing) => doing === null);
  const { fields } = await child.ask('files.preview', { kind: 'people', mapping: {}, language: 'nl' });
  const chosen: InputOf<'files.take'> = {
    kind: 'people',
    mapping: Object.fromEntries(fields.map(({ id, column }) => [id, column])),
    place: { id: null, name: 'Gala' },
  };
  await child.ask('files.check', chosen);
  await until(child, (doing) => doing === null);
  await child.ask('files.take', chosen);
}

const half =
  (what: Doing) =>
  (doing: { what: string; rows: number } | null): boolean =>
    doing?.what === what && doing.rows > 0;

async function whatIsLeft(folder: string) {
  const workstation = await openWorkstation({ folder });
  const { reader } = workstation.backend.store;
  const count = async (table: 'source_donor' | 'source_gift' | 'source_link' | 'source_change' | 'source_to_judge') =>
    (
      await reader
        .selectFrom(table as 'source_gift')
        .select((select) => select.fn.countAll<number>().as('n'))
        .execute()
    )[0]?.n;
  const { imports } = await workstation.ask('files.imports', {});
  const { places } = await workstation.ask('files.places', {});
  const left = {
    states: imports.map(({ state }) => state),
    places: places.map(({ name }) => name),
    people: await count('source_donor'),
    gifts: await count('source_gift'),
    links: await count('source_link'),
    notes: await count('source_change'),
    waiting: await count('source_to_judge'),
  };
  await workstation.close();
  return left;
}

const NOTHING = { people: 0, gifts: 0, links: 0, notes: 0, waiting: 0 };

it('a kill half way of importing leaves nothing, and one half way of taking back finishes it', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const { folder } = workstation;
  await workstation.close();
  const importing = await startBackendProcess(folder, NOW);
  await readIn(importing);
  await until(importing, half('taking'));
  await importing.killHard();
  expect(await whatIsLeft(folder)).toEqual({ states: ['broken-off'], places: ['Gala'], ...NOTHING });

  const undoing = await startBackendProcess(folder, NOW);
  await readIn(undoing);
  await until(undoing, (doing) => doing === null);
  const { imports } = await undoing.ask('files.imports', {});
  expect(imports[0]).toMatchObject({ state: 'done', canBeUndone: true, counts: { donors: { new: ROWS } } });
  await undoing.ask('files.undo', { id: imports[0]?.id ?? 0 });
  await until(undoing, half('undoing'));
  await undoing.killHard();
  expect(await whatIsLeft(folder)).toEqual({ states: ['undone', 'broken-off'], places: ['Gala'], ...NOTHING });
});

it('a kill half way of taking a place away finishes it at the next start', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const { folder } = workstation;
  await workstation.close();
  const removing = await startBackendProcess(folder, NOW);
  await readIn(removing);
  await until(removing, (doing) => doing === null);
  const { places } = await removing.ask('files.places', {});
  expect(places).toMatchObject([{ name: 'Gala', people: ROWS, gifts: ROWS }]);
  const gala = { id: places[0]?.id ?? '' };
  // Everybody of the place is compared with the donors first.
  while ((await removing.ask('files.placePreview', gala)).whyNot !== null) await nextTurn();
  await removing.ask('files.removePlace', gala);
  await until(removing, half('removing'));
  await removing.killHard();
  expect(await whatIsLeft(folder)).toEqual({ states: [], places: [], ...NOTHING });
});
