/** What goes out to a bureau and comes back is recognised by the number that we wrote into it, and never by it alone. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { bringIn, takeOut } from '../../support/files.ts';
import { connectedWorkstation, practiceCrm, testClock, type Workstation } from '../../support/workstation.ts';

const BUREAU = 'Belbureau';

async function arrange() {
  const clock = testClock();
  const crm = await practiceCrm({ clock: () => new Date(Date.parse(clock.now()) + 10 * 3_600_000) });
  return connectedWorkstation(crm, { clock, sliceDays: null });
}

const kalOf = (workstation: Workstation, format: 'csv' | 'xlsx' = 'csv') =>
  takeOut(workstation, { what: 'kal', choice: { of: 'all' }, language: 'nl', format });

interface Link {
  readonly number: string;
  readonly state: string;
  readonly donorId: number | null;
  readonly reasons: string;
}

async function linksOf({ backend }: Workstation): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`
    SELECT own_number AS number, state, donor_id AS "donorId", reasons
      FROM source_link JOIN source_donor ON source_donor.id = source_donor_id ORDER BY own_number`.execute(
    backend.store.reader,
  );
  return rows;
}

/** By the numbers that go out: the charity's own, else that of the CRM. */
async function donorsByNumber({ backend }: Workstation): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ number: string; id: number }>`
    SELECT coalesce(external_id, CAST(crm_id AS TEXT)) AS number, id FROM donor WHERE is_removed = 0`.execute(
    backend.store.reader,
  );
  return new Map(rows.map(({ number, id }) => [number, id]));
}

/** Rows of a file by their cells, and back. */
const rowsOf = (bytes: Buffer): string[][] =>
  bytes
    .toString()
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
const fileOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(';')).join('\r\n');

describe('a file that went out and comes back', () => {
  it.each(['csv', 'xlsx'] as const)(
    'is recognised whole, also those who are alike in everything (%s)',
    async (format) => {
      const workstation = await arrange();
      await workstation.backend.store.write(({ transaction }) =>
        // Nothing but their number tells these apart; and of one nothing but a name is known.
        sql`UPDATE donor SET first_name = 'Jan', prefix = '', surname = 'Jansen', display_name = 'Jan Jansen'
           WHERE kind = 'individual' AND id <= 6`.execute(transaction),
      );
      const { bytes, rows } = await kalOf(workstation, format);
      await bringIn(workstation, `kal.${format}`, bytes, 'kal', BUREAU);
      const links = await linksOf(workstation);
      const ids = await donorsByNumber(workstation);
      expect(links).toHaveLength(rows);
      expect(links.filter(({ state }) => state !== 'certain')).toEqual([]);
      expect(links.filter(({ number, donorId }) => ids.get(number) !== donorId)).toEqual([]);
    },
  );

  it('also when the bureau heard another name, or another address; both at once is hers as it was delivered', async () => {
    const workstation = await arrange();
    const [header = [], ...rows] = rowsOf((await kalOf(workstation)).bytes);
    const at = (name: string): number => header.indexOf(name);
    const person = rows.find((row) => row[at('Achternaam')] !== '' && row[at('Postcode')] !== '') ?? [];
    const changed = [...person];
    changed[at('Nieuwe voornaam')] = 'Zebedeus';
    changed[at('Nieuwe achternaam')] = 'Kwikzilver';
    changed[at('Nieuw adres')] = 'Elders 1';
    changed[at('Nieuwe postcode')] = '6811 AD';
    await bringIn(workstation, 'kal.csv', fileOf([header, changed]), 'kal', BUREAU);
    const number = person[at('Relatienummer')] ?? '';
    expect(await linksOf(workstation)).toMatchObject([
      { state: 'certain', donorId: (await donorsByNumber(workstation)).get(number), reasons: '{"kind":"own-number"}' },
    ]);
  });

  it('a sheet of which one column was sorted links nobody by a number: those are doubts, with that donor in sight', async () => {
    const workstation = await arrange();
    const [header = [], ...rows] = rowsOf((await kalOf(workstation)).bytes);
    const at = (name: string): number => header.indexOf(name);
    const people = rows.filter((row) => row[at('Achternaam')] !== '' && row[at('Postcode')] !== '');
    const [first = [], other = []] = [
      people[0],
      people.find((row) =>
        ['Voornaam', 'Achternaam', 'Postcode', 'E-mail'].every((name) => row[at(name)] !== people[0]?.[at(name)]),
      ),
    ];
    const shifted = [...other];
    shifted[at('Relatienummer')] = first[at('Relatienummer')] ?? '';
    await bringIn(workstation, 'kal.csv', fileOf([header, shifted]), 'kal', BUREAU);
    const ids = await donorsByNumber(workstation);
    const named = ids.get(first[at('Relatienummer')] ?? '');
    expect(await linksOf(workstation)).toMatchObject([{ state: 'doubtful', donorId: null }]);
    const { id } = await workstation.backend.store.reader
      .selectFrom('source_donor')
      .select('id')
      .executeTakeFirstOrThrow();
    const match = await workstation.ask('matching.get', { sourceDonorId: id });
    expect(match.candidates[0]).toMatchObject({ donorId: named });
    expect(match.candidates[0]?.traps.map(({ nl }) => nl).join(' ')).toContain('nummer van deze donateur');
    // Who she is by everything else stands beside it.
    expect(match.candidates.map(({ donorId }) => donorId)).toContain(ids.get(other[at('Relatienummer')] ?? ''));
  });

  it('of a list that is not ours a number says nothing without the whole name', async () => {
    const workstation = await arrange();
    const [[number, id] = ['', 0]] = await donorsByNumber(workstation);
    const { display_name: name } = await workstation.backend.store.reader
      .selectFrom('donor')
      .select('display_name')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const list = ['Nummer;Naam;Plaats', `${number};Zebedeus Kwikzilver;Arnhem`].join('\r\n');
    await bringIn(workstation, 'lijst.csv', list, 'people', 'Oude lijst');
    expect(await linksOf(workstation)).toMatchObject([{ state: 'new', donorId: null }]);
    const ours = ['Nummer;Naam;Plaats', `${number};${name};Arnhem`].join('\r\n');
    await bringIn(workstation, 'mailing.csv', ours, 'people', 'Drukker');
    expect((await linksOf(workstation)).filter(({ state }) => state === 'certain')).toMatchObject([{ donorId: id }]);
  });
});
