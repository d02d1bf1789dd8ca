/** A spreadsheet as a place beside the CRM: recognised, counted once, never doubled by reading it again, taken back whole. */
import { describe, expect, it } from 'vitest';
import { donorsWithMail } from '../../support/donors-with-mail.ts';
import { bringIn, takeOut, undoFile } from '../../support/files.ts';
import { askCrm, connectedWorkstation, practiceCrm, testClock, type Workstation } from '../../support/workstation.ts';

const HEADER = 'Nummer;Voornaam;Tussenvoegsel;Achternaam;E-mail;Mobiel;Postcode;Plaats;Niet bellen;Datum;Bedrag';
const csv = (...rows: readonly string[]): string => [HEADER, ...rows].join('\r\n');
const GALA = 'Gala 2026';
const GUEST = '17;Marijke;van der;Zonderling;marijke@zonderling.example;06 38291746;6811 AD;Arnhem;;2026-11-14;25,00';

async function arrange() {
  const clock = testClock();
  const crm = await practiceCrm({ clock: () => new Date(Date.parse(clock.now()) + 10 * 3_600_000) });
  const workstation = await connectedWorkstation(crm, { clock, sliceDays: null });
  const known = await donorsWithMail(workstation.backend.store)
    .innerJoin('donor_phone', 'donor_phone.donor_id', 'donor.id')
    .select(['donor.crm_id', 'external_id', 'raw'])
    .where('does_not_want_calls', '=', 0)
    .limit(2)
    .execute();
  const [anna, bas] = known;
  if (anna === undefined || bas === undefined) throw new Error('nobody is known by mail and phone');
  const row = (donor: typeof anna, calls: string, gift: string): string =>
    `K-${donor.id};${donor.first_name};${donor.prefix};${donor.surname};${donor.email};${donor.raw};;;${calls};${gift}`;
  return { clock, crm, workstation, anna, bas, row };
}

const linksOf = ({ backend }: Workstation) =>
  backend.store.reader
    .selectFrom('source_link')
    .innerJoin('source_donor', 'source_donor.id', 'source_donor_id')
    .select(['source_key', 'state', 'donor_id'])
    .orderBy('source_key')
    .execute();

const giftsOf = ({ backend }: Workstation, donorId: number) =>
  backend.store.reader
    .selectFrom('gift')
    .select(['amount', 'day', 'status', 'source'])
    .where('donor_id', '=', donorId)
    .where('crm_id', 'is', null)
    .execute();

describe('a spreadsheet beside a CRM', () => {
  it('recognises whom the CRM knows, lets their gifts count once, and proposes the others', async () => {
    const { workstation, anna, row, crm, clock } = await arrange();
    const report = await bringIn(
      workstation,
      'gasten.csv',
      csv(row(anna, '', '2026-11-14;40,00'), GUEST),
      undefined,
      GALA,
    );
    expect(report.counts).toMatchObject({ donors: { new: 2, refused: 0 }, gifts: { new: 2 } });
    expect(await linksOf(workstation)).toMatchObject([
      { source_key: 'person:17', state: 'new', donor_id: null },
      { source_key: `person:K-${anna.id}`, state: 'certain', donor_id: anna.id },
    ]);
    expect(await giftsOf(workstation, anna.id)).toEqual([
      { amount: 4000, day: '2026-11-14', status: 'received', source: GALA },
    ]);
    const page = await workstation.ask('donor.picture', { donorId: anna.id });
    expect(JSON.stringify(page)).toContain('Gala 2026 (gasten.csv)');
    const { id } = await workstation.backend.store.reader
      .selectFrom('source_donor')
      .select('id')
      .where('source_key', '=', 'person:17')
      .executeTakeFirstOrThrow();
    await workstation.sync();
    await workstation.ask('sources.addDonor', { sourceDonorId: id });
    await workstation.sync();
    const contacts = await askCrm(crm, 'Contact', 'get', {
      select: ['last_name'],
      where: [['external_identifier', 'LIKE', 'file:%']],
    });
    expect(contacts).toMatchObject([{ last_name: 'Zonderling' }]);
    // What the CRM books is the CRM's: it counts once.
    await askCrm(crm, 'Contribution', 'create', {
      values: {
        contact_id: anna.crm_id,
        receive_date: '2026-11-16 12:00:00',
        total_amount: 40,
        'financial_type_id:name': 'Donation',
        'contribution_status_id:name': 'Completed',
      },
    });
    clock.advance(36_000);
    await workstation.sync();
    expect(await giftsOf(workstation, anna.id)).toEqual([]);
  });

  it('read again, or in a newer version, updates and never doubles; what is empty never wins', async () => {
    const { workstation, anna, row } = await arrange();
    const { reader } = workstation.backend.store;
    const first = csv(row(anna, '', '2026-11-14;40,00'), GUEST, GUEST.replace('17;', ';').replace('25,00', '5,00'));
    await bringIn(workstation, 'gasten.csv', first, undefined, GALA);
    const counted = async () => ({
      people: (await reader.selectFrom('source_donor').select('source_key').execute()).length,
      gifts: (await reader.selectFrom('source_gift').select('source_key').execute()).length,
      made: await giftsOf(workstation, anna.id),
    });
    const once = await counted();
    const again = await bringIn(workstation, 'gasten (2).csv', first, undefined, GALA);
    expect(again.counts).toMatchObject({
      donors: { new: 0, changed: 0, unchanged: 3 },
      gifts: { new: 0, changed: 0, unchanged: 3 },
    });
    expect(await counted()).toEqual(once);
    expect(await reader.selectFrom('source_site').select('name').execute()).toEqual([{ name: GALA }]);
    const newer = csv(
      row(anna, '', '2026-11-14;45,00'),
      '17;Marijke;van der;Zonderling;;06 11111111;;;;2026-11-14;25,00',
    );
    const { table } = await workstation.ask('files.state', {});
    expect(table).toBeNull();
    const report = await bringIn(workstation, 'gasten (3).csv', newer, undefined, 'gala 2026');
    expect(report.counts.donors).toMatchObject({ new: 0, changed: 1, unchanged: 1 });
    expect(
      await reader
        .selectFrom('source_donor')
        .select(['email', 'phone', 'file'])
        .where('source_key', '=', 'person:17')
        .execute(),
    ).toEqual([{ email: 'marijke@zonderling.example', phone: '06 11111111', file: 'gasten (3).csv' }]);
    await undoFile(workstation, 'gasten (3).csv');
    expect(
      await reader.selectFrom('source_donor').select(['phone', 'file']).where('source_key', '=', 'person:17').execute(),
    ).toEqual([{ phone: '06 38291746', file: 'gasten.csv' }]);
  });

  it('its name goes out as no formula, and taking it back takes its links and gifts', async () => {
    const { workstation, anna, row } = await arrange();
    await bringIn(workstation, 'gasten.csv', csv(row(anna, '', '2026-11-14;40,00')), undefined, '=1+1');
    const { bytes } = await takeOut(workstation, {
      what: 'gifts',
      choice: { of: 'all' },
      language: 'nl',
      format: 'csv',
    });
    expect(bytes.toString()).toContain(`;"'=1+1"`);
    expect(bytes.toString()).not.toContain(';=1+1');
    expect(await linksOf(workstation)).toMatchObject([{ donor_id: anna.id }]);
    await undoFile(workstation, 'gasten.csv');
    expect(await linksOf(workstation)).toEqual([]);
    expect(await giftsOf(workstation, anna.id)).toEqual([]);
  });

  it('an objection holds at once, goes to the CRM first, and is not told when the import goes before', async () => {
    const { workstation, anna, bas, row, crm } = await arrange();
    await bringIn(workstation, 'lijst.csv', csv(row(anna, 'J', ';'), row(bas, 'N', ';')), undefined, 'Oude lijst');
    const why = await workstation.backend.store.reader
      .selectFrom('objection')
      .select(['donor_id', 'undone_at'])
      .execute();
    expect(why).toEqual([{ donor_id: anna.id, undone_at: null }]);
    await undoFile(workstation, 'lijst.csv');
    expect(await workstation.backend.store.reader.selectFrom('operation').select('state').execute()).toEqual([
      { state: 'withdrawn' },
    ]);
    await bringIn(workstation, 'lijst.csv', csv(row(anna, 'J', ';')), undefined, 'Oude lijst');
    await workstation.sync();
    const flags = await askCrm(crm, 'Contact', 'get', { select: ['do_not_phone'], where: [['id', '=', anna.crm_id]] });
    expect(flags).toMatchObject([{ do_not_phone: true }]);
    const { imports } = await workstation.ask('files.imports', {});
    expect(await workstation.ask('files.undoPreview', { id: imports[0]?.id ?? 0 })).toMatchObject({
      back: 1,
      objections: 1,
      whyNot: null,
    });
    await undoFile(workstation, 'lijst.csv');
    await workstation.sync();
    expect(
      await askCrm(crm, 'Contact', 'get', { select: ['do_not_phone'], where: [['id', '=', anna.crm_id]] }),
    ).toMatchObject([{ do_not_phone: true }]);
  });

  it('does not bring back who was erased, and her export has what the file says', async () => {
    const { workstation, anna, row } = await arrange();
    const { reader } = workstation.backend.store;
    const text = csv(row(anna, 'J', '2026-11-14;40,00'), GUEST);
    await bringIn(workstation, 'gasten.csv', text, undefined, GALA);
    const donorId = anna.id;
    const number = String(anna.crm_id);
    const { json } = await workstation.ask('export.file', { donorId });
    expect(json).toContain('gasten.csv');
    await workstation.sync();
    await workstation.ask('erasure.erase', { donorId, ground: 'asked', number });
    const keys = async () =>
      (await reader.selectFrom('source_donor').select('source_key').execute()).map((each) => each.source_key);
    expect(await keys()).toEqual(['person:17']);
    expect(await reader.selectFrom('source_change').select('source_donor_id').distinct().execute()).toHaveLength(1);
    const report = await bringIn(workstation, 'gasten.csv', text, undefined, GALA);
    expect(report.remarks[0]?.text.nl).toContain('die hier zijn gewist: 1');
    expect(await keys()).toEqual(['person:17']);
  });

  it('a bureau’s file: its newer details, a consent with its words, and who has died waits for a coordinator', async () => {
    const { workstation, anna, bas } = await arrange();
    const { reader } = workstation.backend.store;
    const kal = (donor: typeof anna, more: string): string =>
      `${donor.external_id ?? donor.crm_id};${donor.first_name};${donor.prefix};${donor.surname};${donor.email};${donor.raw};${more}`;
    const text = [
      'Relatienummer;Voornaam;Tussenvoegsel;Achternaam;E-mail;Telefoon;Nieuw mobiel;Overleden;Toestemming tekst;Toestemming datum',
      kal(anna, '06 12345678;;Ja, bel mij gerust;2026-11-18'),
      kal(bas, ';J;;'),
    ].join('\n');
    const report = await bringIn(workstation, 'kal.csv', text, 'kal', 'Belbureau');
    expect(report).toMatchObject({ counts: { donors: { new: 2, refused: 0 } }, consents: 1 });
    expect(await reader.selectFrom('proposal').select(['donor_id', 'kind', 'decision']).execute()).toEqual([
      { donor_id: bas.id, kind: 'deceased', decision: null },
    ]);
    const picture = await workstation.ask('donor.picture', { donorId: anna.id });
    expect(JSON.stringify(picture)).toContain('06 12 34 56 78');
    await undoFile(workstation, 'kal.csv');
    expect(await reader.selectFrom('proposal').select('id').execute()).toEqual([]);
  });
});
