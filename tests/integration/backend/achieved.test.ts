/** What the calls achieved: drawn in both groups by the real lists, through erasure, retention and merges, to the answer. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { MOST_COUNTED } from '../../../domain/results/achieved/drawn.ts';
import { achievedOf } from '../../../domain/results/achieved/achieved.ts';
import { rowsOf } from '../../../domain/results/achieved/say-row.ts';
import { readDrawnDonors } from '../../../db/queries/hold-out.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { removeOver } from '../../../db/queries/retention.ts';
import { inventTrial, READING } from '../../hold-out/invent-trial.ts';
import { saveTrial } from '../../hold-out/save-trial.ts';
import { SCENARIOS, type Scenario } from '../../hold-out/scenarios.ts';
import { askThroughDatabase } from '../../hold-out/through-database.ts';
import { holdCall } from '../../support/hold-call.ts';
import { readPdf, linesOf } from '../../support/read-pdf.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { connectedWorkstation, donorIdOf, practiceCrm, type Workstation } from '../../support/workstation.ts';

const CHANGE = { thankYouCall: { holdOutPercent: 50 } };

async function coordinate(workstation: Workstation): Promise<number> {
  const person = { crmId: 901, name: 'Corrie', roles: ['coordinator', 'caller'] } as const;
  return (await workstation.backend.store.write((writer) => setCurrentPerson(writer, person))).id;
}

const draws = async ({ backend }: Workstation): Promise<ReadonlyMap<string | null, object>> => {
  const { rows } = await sql<{ number: string | null; arm: string | null; isHeld: number; enteredOn: string }>`
    SELECT external_id AS number, arm, is_held AS isHeld, entered_on AS enteredOn, is_from_before AS isFromBefore
      FROM hold_out JOIN donor ON donor.id = donor_id`.execute(backend.store.reader);
  return new Map(rows.map(({ number, ...rest }) => [number, rest]));
};

describe('who was drawn', () => {
  it('is the same for a workstation that looks after the others have called: who was reached is not missing', async () => {
    const crm = await practiceCrm();
    const one = await connectedWorkstation(crm);
    const late = await connectedWorkstation(crm);
    await coordinate(one);
    await coordinate(late);
    await one.ask('settings.saveProgrammes', { change: CHANGE, version: null });
    await late.ask('settings.saveProgrammes', { change: CHANGE, version: null });
    const { items } = await one.ask('list.get', { lane: 'caller' });
    const called = items.flatMap(({ programme, externalId }) =>
      programme === 'thank-you-call' && externalId !== null ? [externalId] : [],
    );
    const [talked = '', missed = ''] = called;
    await holdCall(one, talked, { outcome: 'conversation', objectionAnswer: 'offered' });
    await holdCall(one, missed, { outcome: 'no-answer' });
    await one.sync();
    await late.sync();
    await late.ask('list.get', { lane: 'caller' });
    const [first, second] = [await draws(one), await draws(late)];
    expect(second.get(talked)).toEqual(first.get(talked));
    expect(second.get(missed)).toMatchObject({ arm: 'called', isHeld: 0, enteredOn: '2026-11-21' });
    expect(second).toEqual(first);
    const groups = [...first.values()].map((draw) => (draw as { arm: string | null }).arm);
    expect(new Set(groups)).toEqual(new Set(['called', 'held']));
  });

  it('leaves out whom somebody had tried before the group was opened, in both groups', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await coordinate(workstation);
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'no-answer' });
    await holdCall(workstation, 'NIEUW-0010', { outcome: 'conversation', objectionAnswer: 'offered' });
    workstation.clock.advance(86_400);
    await workstation.ask('settings.saveProgrammes', { change: CHANGE, version: null });
    await workstation.ask('list.get', { lane: 'caller' });
    const found = await draws(workstation);
    expect(found.get('NIEUW-0009')).toMatchObject({ arm: null, isHeld: 0 });
    expect(found.get('NIEUW-0010')).toMatchObject({ arm: null, isHeld: 0 });
    expect(found.get('NIEUW-0012')).toMatchObject({ enteredOn: '2026-11-22', isFromBefore: 1 });
    workstation.clock.set('2027-01-02T12:00:00.000Z');
    await workstation.sync();
    const { notes } = await workstation.ask('achieved.get', {});
    expect(notes.map(({ en }) => en).join('\n')).toMatch(/\d+ had been called before the group was opened/);
  });
});

describe('what was drawn', () => {
  it('goes with a donor who is erased, and only the number of draws stays', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await coordinate(workstation);
    await workstation.ask('settings.saveProgrammes', { change: CHANGE, version: null });
    await workstation.ask('list.get', { lane: 'caller' });
    const donorId = await donorIdOf(workstation, 'NIEUW-0012');
    const { arm } = (await draws(workstation)).get('NIEUW-0012') as { arm: 'called' | 'held' };
    const { number } = await workstation.ask('erasure.preview', { donorId });
    await workstation.ask('erasure.erase', { donorId, number, ground: 'asked' });
    expect((await draws(workstation)).has('NIEUW-0012')).toBe(false);
    expect(await workstation.backend.store.reader.selectFrom('hold_out_erased').selectAll().execute()).toEqual([
      { programme: 'thank-you-call', arm, count: 1 },
    ]);
    workstation.clock.set('2027-01-02T12:00:00.000Z');
    const { notes } = await workstation.ask('achieved.get', {});
    expect(notes.map(({ nl }) => nl).join('\n')).toContain('op verzoek gewist en niet meegeteld');
  });

  it('keeps the day of a complaint whose words retention took away', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const personId = await coordinate(workstation);
    const { store } = workstation.backend;
    await saveTrial(store, inventTrial({ ...(SCENARIOS[0] as Scenario), donors: 300 }, seededRandom(2)), personId);
    const counted = async () => rowsOf(achievedOf(await readDrawnDonors(store.reader), READING).all);
    const before = await counted();
    await store.write(async (writer) => {
      await sql`UPDATE follow_up SET closed_at = at, answered_at = at, answered_by = ${personId}`.execute(
        writer.transaction,
      );
      const terms = {
        days: { notes: 90, followUps: 180, corrections: 180, reasons: 365, strangers: 180 },
        isDaily: true,
      };
      expect((await removeOver(writer, terms, '2026-11-21T12:00:00.000Z')).followUps).toBeGreaterThan(3);
    });
    expect(await store.reader.selectFrom('follow_up').select('id').execute()).toEqual([]);
    expect(await counted()).toEqual(before);
  });
});

it('the answer of the handler is what the function says of the same donors, through a real database', async () => {
  const donors = inventTrial({ ...(SCENARIOS.at(-1) as Scenario), donors: 700 }, seededRandom(9));
  const { all, programmes, reading, notes } = await askThroughDatabase(donors);
  const expected = achievedOf(donors, READING);
  expect(reading).toBe(READING);
  expect(all.drawn).toEqual(expected.all.drawn);
  expect(all.rows.map(({ called, held, difference, shortText }) => ({ called, held, difference, shortText }))).toEqual(
    rowsOf(expected.all).map(({ called, held, difference, shortText }) => ({ called, held, difference, shortText })),
  );
  expect(programmes.map(({ programme }) => programme)).toEqual(['thank-you-call', 'anniversary-call']);
  // A third of them gave on a site alone, and a third there and, a week later, in the CRM.
  expect(notes.map(({ nl }) => nl).join('\n')).toContain('De grote zwemtocht (van 1 januari 2024 tot 5 januari 2026)');
});

it('is read up to where each place was read that is still asked', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  await coordinate(workstation);
  workstation.clock.set('2027-01-02T12:00:00.000Z');
  await workstation.sync();
  const readingOf = async () => (await workstation.ask('achieved.get', {})).reading;
  expect(await readingOf()).toBe('2027-01-01');
  const { store } = workstation.backend;
  await store.write(({ transaction }) =>
    sql`
      INSERT INTO source_site (id, kind, name, address, is_enabled, adds_newcomers, started_from, added_at, last_pulled_at)
      VALUES ('kentaa:6', 'kentaa', 'Voorbeeld', 'https://api.example/v1', 1, 0, '2026-01-01',
              '2026-01-01T12:00:00.000Z', '2026-11-20T12:00:00.000Z')`.execute(transaction),
  );
  expect(await readingOf()).toBe('2026-10-01');
  await store.write(({ transaction }) => sql`UPDATE source_site SET is_enabled = 0`.execute(transaction));
  expect(await readingOf()).toBe('2027-01-01');
});

it('the sure results count what was recorded in calls, and the page for the board is in the trail', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  await coordinate(workstation);
  const { reader } = workstation.backend.store;
  const service = (await workstation.ask('list.get', { lane: 'caller' })).items.find(
    ({ programme, externalId }) => programme === 'service-call' && externalId !== null,
  );
  await holdCall(workstation, service?.externalId ?? '', { outcome: 'conversation', objectionAnswer: 'offered' });
  const sure = async () =>
    Object.fromEntries((await workstation.ask('achieved.get', {})).sure.map(({ id, text }) => [id, text.nl]));
  expect(await sure()).toMatchObject({ debits: '1', gaveAfter: '0 van 1' });
  const donorId = await donorIdOf(workstation, service?.externalId ?? '');
  workstation.clock.advance(10 * 86_400);
  await workstation.backend.store.write(({ transaction }) =>
    sql`INSERT INTO gift (donor_id, day, amount, status) VALUES (${donorId}, '2026-11-25', ${MOST_COUNTED}, 'received')`.execute(
      transaction,
    ),
  );
  expect(await sure()).toMatchObject({ debits: '1', gaveAfter: '1 van 1' });

  for (const language of ['nl', 'en'] as const) {
    const { base64, fileName } = await workstation.ask('achieved.paper', { language });
    expect(fileName).toMatch(language === 'nl' ? /^bestuur-/ : /^board-/);
    const pdf = readPdf(Buffer.from(base64, 'base64'));
    expect(pdf.pages).toHaveLength(1);
    const [page] = pdf.pages;
    expect(page === undefined ? [] : linesOf(page).join(' ')).toContain(
      language === 'nl' ? 'nog niemand geloot' : 'Nobody has been drawn yet',
    );
  }
  const exports = await reader.selectFrom('audit').select('subject').where('action', '=', 'export').execute();
  expect(exports.filter(({ subject }) => subject === 'board-page')).toHaveLength(2);
});
