/** A place is taken away whole: what it alone said goes, what was decided and sent stays with the donor of the CRM. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { markGoing } from '../../../db/sources/remove-place.ts';
import { donorsWithMail } from '../../support/donors-with-mail.ts';
import { failureOf } from '../../support/failure-of.ts';
import { bringIn, untilQuiet } from '../../support/files.ts';
import { askCrm, connectedWorkstation, openWorkstation, practiceCrm, testClock } from '../../support/workstation.ts';

const HEADER = 'Nummer;Voornaam;Tussenvoegsel;Achternaam;E-mail;Niet bellen;Datum;Bedrag';

async function arrange() {
  const clock = testClock();
  const crm = await practiceCrm({ clock: () => new Date(Date.parse(clock.now()) + 10 * 3_600_000) });
  const workstation = await connectedWorkstation(crm, { clock, sliceDays: null });
  const { reader } = workstation.backend.store;
  const [anna, bas] = await donorsWithMail(workstation.backend.store)
    .select('donor.crm_id')
    .where('does_not_want_calls', '=', 0)
    .where('donor.id', '>=', 10)
    .limit(2)
    .execute();
  if (anna === undefined || bas === undefined) throw new Error('nobody is known by mail');
  const row = (who: typeof anna, calls: string): string =>
    `K${who.id};${who.first_name};${who.prefix};${who.surname};${who.email};${calls};14-11-2026;40,00`;
  const file = [HEADER, row(anna, 'J'), row(bas, ''), 'X1;Wim;;Onbekend;wim@voorbeeld.example;J;;'].join('\r\n');
  await bringIn(workstation, 'lijst.csv', file, undefined, 'Oude lijst');
  await bringIn(workstation, 'gala.csv', [HEADER, row(bas, '')].join('\r\n'), undefined, 'Gala');
  const { places } = await workstation.ask('files.places', {});
  const id = places.find(({ name }) => name === 'Oude lijst')?.id ?? '';
  return { crm, clock, workstation, reader, anna, bas, places, id };
}

describe('taking a place away', () => {
  it('says in numbers what would go, waits for an objection that is still to be sent, and then leaves nothing of it', async () => {
    const { crm, workstation, reader, anna, bas, places, id } = await arrange();
    expect(places).toMatchObject([
      { name: 'Gala', people: 1, donors: 1, gifts: 1 },
      { name: 'Oude lijst', people: 3, donors: 2, gifts: 2 },
    ]);
    const before = await workstation.ask('files.placePreview', { id });
    expect(before).toMatchObject({ people: 3, donors: 2, gifts: 2, consents: 0, strangersObjecting: 1, inCrm: 0 });
    expect(before.whyNot?.nl).toContain('Verzet uit deze plek moet nog naar het CRM');
    expect((await failureOf(workstation.ask('files.removePlace', { id }))).code).toBe('refused');

    await workstation.sync();
    expect((await workstation.ask('files.placePreview', { id })).whyNot).toBeNull();
    const imports = await workstation.ask('files.imports', {});
    expect(imports.imports).toHaveLength(2);
    await workstation.ask('files.removePlace', { id });
    expect((await untilQuiet(workstation)).refusal).toBeNull();
    await workstation.backend.recognition.settled();

    for (const table of ['source_donor', 'source_gift', 'source_consent', 'source_change', 'source_link'] as const) {
      const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(reader);
      // What the other place says of the second of them.
      expect([table, rows[0]?.n]).toEqual([table, table === 'source_consent' ? 0 : 1]);
    }
    expect(await workstation.ask('files.places', {})).toMatchObject({ places: [{ name: 'Gala' }] });
    expect((await workstation.ask('files.imports', {})).imports).toMatchObject([{ file: 'gala.csv' }]);
    const gifts = await reader.selectFrom('gift').select('donor_id').where('source', '=', 'Oude lijst').execute();
    expect(gifts).toEqual([]);
    expect(await reader.selectFrom('gift').select('donor_id').where('source', '=', 'Gala').execute()).toEqual([
      { donor_id: bas.id },
    ]);
    // The objection is the donor's: here, and in the CRM.
    await workstation.sync();
    expect(await reader.selectFrom('objection').select(['donor_id', 'undone_at']).execute()).toEqual([
      { donor_id: anna.id, undone_at: null },
    ]);
    expect(
      await askCrm(crm, 'Contact', 'get', { select: ['do_not_phone'], where: [['id', '=', anna.crm_id]] }),
    ).toMatchObject([{ do_not_phone: true }]);
    const log = await reader.selectFrom('audit').select(['action', 'subject', 'detail']).execute();
    expect(log.filter(({ action }) => action === 'place-removed')).toMatchObject([
      { subject: id, detail: '{"people":3,"donors":2,"gifts":2}' },
    ]);
    expect((await failureOf(workstation.ask('files.placePreview', { id }))).code).toBe('not-found');
  });

  it('a kill half way goes on at the next start', async () => {
    const { workstation, id } = await arrange();
    const { folder } = workstation;
    await workstation.backend.store.write((writer) => markGoing(writer, id));
    await workstation.close();
    const again = await openWorkstation({ folder });
    expect((await again.ask('files.places', {})).places).toMatchObject([{ name: 'Gala', people: 1 }]);
    const { rows } = await sql<{ value: string }>`SELECT value FROM setting WHERE key = 'places.going'`.execute(
      again.backend.store.reader,
    );
    expect(rows).toEqual([{ value: '[]' }]);
  });
});
