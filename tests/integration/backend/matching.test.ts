/** Koppelen, through the contract: doubts side by side, each way to decide, and everything put back when it is undone. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Match } from '../../../contract/procedures/matching.ts';
import { donation } from '../../support/kentaa/objects.ts';
import { kentaaStandIn, type KentaaStandIn } from '../../support/kentaa/stand-in.ts';
import { judgeAgain } from '../../../sync/sources/matching.ts';
import { donorsWithMail } from '../../support/donors-with-mail.ts';
import { failureOf } from '../../support/failure-of.ts';
import { connectedWorkstation, practiceCrm, testClock, type Workstation } from '../../support/workstation.ts';

const AT = '2026-11-20T10:00:00.000Z';

let kentaa: KentaaStandIn;
let workstation: Workstation;

beforeEach(async () => {
  const clock = testClock();
  kentaa = await kentaaStandIn({ clock: clock.now });
  workstation = await connectedWorkstation(await practiceCrm(), { clock, sliceDays: null });
});

/** Two people of the CRM with an e-mail of their own. */
async function known() {
  return donorsWithMail(workstation.backend.store).limit(2).execute();
}

async function read(...donations: readonly Parameters<typeof donation>[1][]): Promise<void> {
  for (const each of donations) kentaa.put('donations', donation(AT, each));
  await workstation.ask('sources.add', {
    kind: 'kentaa',
    address: kentaa.url,
    apiKey: kentaa.apiKey,
    startedFrom: '2026-11-01',
  });
  await workstation.backend.sources.run();
}

const waiting = async (kind: 'doubtful' | 'new' = 'doubtful') => workstation.ask('matching.queue', { kind });

async function first(): Promise<Match> {
  const [person] = (await waiting()).people;
  if (person === undefined) throw new Error('nobody waits');
  return workstation.ask('matching.get', { sourceDonorId: person.sourceDonorId });
}

async function giftsOf(donorId: number): Promise<number> {
  const gifts = await workstation.backend.store.reader
    .selectFrom('gift')
    .select('id')
    .where('donor_id', '=', donorId)
    .where('external_id', 'like', 'kentaa:%')
    .execute();
  return gifts.length;
}

const linkOf = async (sourceDonorId: number) =>
  workstation.backend.store.reader
    .selectFrom('source_link')
    .select(['state', 'donor_id'])
    .where('source_donor_id', '=', sourceDonorId)
    .executeTakeFirst();

/** Her mailbox, and her husband's name. */
async function withFamily(): Promise<{ readonly donorId: number; readonly match: Match }> {
  const [person] = await known();
  if (person === undefined) throw new Error('the CRM has nobody');
  await read({ id: 1, first_name: 'Zebedeus', infix: person.prefix, last_name: person.surname, email: person.email });
  return { donorId: person.id, match: await first() };
}

describe('a doubt', () => {
  it('is shown side by side, with why it was not linked', async () => {
    const { donorId, match } = await withFamily();
    expect(match).toMatchObject({ state: 'doubtful', siteName: 'Stichting Voorbeeld' });
    expect(match.candidates[0]).toMatchObject({ donorId });
    expect(match.candidates[0]?.traps.map(({ nl }) => nl).join(' ')).toContain('De voornaam is een andere');
    const rows = new Map(match.candidates[0]?.rows.map(({ field, tone }) => [field, tone]));
    expect(rows.get('email')).toBe('same');
    expect(rows.get('firstName')).toBe('different');
    expect(match.giving.nl).toMatch(/^Gift van €/);
    expect(await giftsOf(donorId)).toBe(0);
  });

  it('is linked by a yes, and put back whole', async () => {
    const { donorId, match } = await withFamily();
    const { sourceDonorId } = match;
    const { decisionId } = await workstation.ask('matching.decide', { sourceDonorId, decision: 'same', donorId });
    expect(await linkOf(sourceDonorId)).toEqual({ state: 'linked', donor_id: donorId });
    expect(await giftsOf(donorId)).toBe(1);
    expect((await waiting()).doubtful).toBe(0);
    const again = workstation.ask('matching.decide', { sourceDonorId, decision: 'same', donorId });
    expect(await failureOf(again)).toMatchObject({ code: 'out-of-date' });
    await workstation.ask('matching.undo', { decisionId });
    expect(await linkOf(sourceDonorId)).toEqual({ state: 'doubtful', donor_id: null });
    expect(await giftsOf(donorId)).toBe(0);
    expect(await failureOf(workstation.ask('matching.undo', { decisionId }))).toMatchObject({ code: 'out-of-date' });
  });

  it('is nobody of the CRM after a no, also when the place is read again', async () => {
    const { donorId, match } = await withFamily();
    const { sourceDonorId } = match;
    const { decisionId } = await workstation.ask('matching.decide', { sourceDonorId, decision: 'other', donorId });
    expect(await linkOf(sourceDonorId)).toEqual({ state: 'new', donor_id: null });
    expect((await waiting('new')).people).toMatchObject([{ sourceDonorId }]);
    await workstation.backend.sources.run();
    expect(await linkOf(sourceDonorId)).toEqual({ state: 'new', donor_id: null });
    await workstation.ask('matching.undo', { decisionId });
    expect(await linkOf(sourceDonorId)).toEqual({ state: 'doubtful', donor_id: null });
    const refused = await workstation.backend.store.reader.selectFrom('source_refused').selectAll().execute();
    expect(refused).toEqual([]);
  });

  it('is new when it is none of them, and waits behind the others when it is put off', async () => {
    const { donorId, match } = await withFamily();
    const { sourceDonorId } = match;
    const later = await workstation.ask('matching.decide', { sourceDonorId, decision: 'later' });
    expect(await linkOf(sourceDonorId)).toEqual({ state: 'doubtful', donor_id: null });
    await workstation.ask('matching.decide', { sourceDonorId, decision: 'new' });
    expect(await linkOf(sourceDonorId)).toEqual({ state: 'new', donor_id: null });
    expect((await workstation.ask('matching.get', { sourceDonorId })).candidates).toEqual([]);
    expect(await failureOf(workstation.ask('matching.undo', later))).toMatchObject({ code: 'out-of-date' });
    expect(await giftsOf(donorId)).toBe(0);
  });
});

describe('a link that was made by itself', () => {
  it('is taken away with all that it brought, never made again by itself, and can be brought back', async () => {
    const [person] = await known();
    if (person === undefined) throw new Error('the CRM has nobody');
    const her = { first_name: person.first_name, infix: person.prefix, last_name: person.surname, email: person.email };
    await read({ id: 1, ...her });
    const [link] = await workstation.backend.store.reader.selectFrom('source_link').selectAll().execute();
    expect(link).toMatchObject({ state: 'certain', donor_id: person.id, decided_by: null });
    expect(await giftsOf(person.id)).toBe(1);
    const sourceDonorId = link?.source_donor_id ?? 0;
    const { decisionId } = await workstation.ask('matching.unlink', { sourceDonorId });
    expect(await linkOf(sourceDonorId)).toEqual({ state: 'unlinked', donor_id: null });
    expect(await giftsOf(person.id)).toBe(0);
    expect((await waiting('new')).people).toMatchObject([{ sourceDonorId }]);
    kentaa.put('donations', donation('2026-11-20T11:00:00.000Z', { id: 1, ...her, phone: '0612345678' }));
    await workstation.backend.sources.run();
    expect(await linkOf(sourceDonorId)).toEqual({ state: 'unlinked', donor_id: null });
    await workstation.ask('matching.undo', { decisionId });
    expect(await linkOf(sourceDonorId)).toEqual({ state: 'certain', donor_id: person.id });
    expect(await giftsOf(person.id)).toBe(1);
    const trail = await workstation.backend.store.reader
      .selectFrom('audit')
      .select(['action', 'about_donor_id'])
      .execute();
    expect(trail.filter(({ action }) => action.startsWith('match-'))).toEqual([
      { action: 'match-unlinked', about_donor_id: person.id },
      { action: 'match-undone', about_donor_id: person.id },
    ]);
  });
});

it('what the CRM brings settles a doubt at the next round, and "later" stays later', async () => {
  const { donorId, match } = await withFamily();
  await workstation.ask('matching.decide', { sourceDonorId: match.sourceDonorId, decision: 'later' });
  const { store } = workstation.backend;
  const decidedBy = async () =>
    store.reader.selectFrom('source_link').select(['state', 'decided_by']).executeTakeFirstOrThrow();
  await judgeAgain(store, workstation.clock.now());
  expect(await decidedBy()).toEqual({ state: 'doubtful', decided_by: 1 });
  await store.write(({ transaction }) =>
    transaction.updateTable('donor').set({ first_name: 'Zebedeus' }).where('id', '=', donorId).execute(),
  );
  await judgeAgain(store, workstation.clock.now());
  expect(await linkOf(match.sourceDonorId)).toEqual({ state: 'certain', donor_id: donorId });
  expect(await giftsOf(donorId)).toBe(1);
});

describe('one picture', () => {
  it('joins what the CRM and the site say, by the trust of the coordinator, with the level over both', async () => {
    const [person] = await known();
    if (person === undefined) throw new Error('the CRM has nobody');
    const donorId = person.id;
    const her = { first_name: person.first_name, infix: person.prefix, last_name: person.surname, email: person.email };
    const ask = () => workstation.ask('donor.picture', { donorId });
    const alone = await ask();
    expect(alone.links).toEqual([]);
    expect(alone.fields.flatMap(({ values }) => values.flatMap(({ said }) => said.map(({ nl }) => nl)))).not.toContain(
      'Stichting Voorbeeld',
    );
    await read({
      id: 1,
      ...her,
      address: { street: 'Nieuwstraat', house_number: '12', zipcode: '6811AD', city: 'Arnhem', country: 'NL' },
    });
    const joined = await ask();
    const mailbox = joined.fields.find(({ field }) => field === 'email');
    expect(mailbox?.values[0]?.said.map(({ nl }) => nl)).toEqual(['CRM', 'Stichting Voorbeeld, 20 november']);
    const addresses = async () =>
      (await ask()).fields.find(({ field }) => field === 'address')?.values.map(({ value }) => value.nl) ?? [];
    expect((await addresses()).indexOf('Nieuwstraat 12, 6811 AD Arnhem')).toBeGreaterThan(0);
    expect(joined.links).toMatchObject([{ siteName: 'Stichting Voorbeeld' }]);
    expect(joined.level).not.toBeNull();

    const { trust } = await workstation.ask('settings.trust', {});
    await workstation.ask('settings.saveTrust', { ...trust, address: 'site' });
    expect((await addresses())[0]).toBe('Nieuwstraat 12, 6811 AD Arnhem');
    expect((await workstation.ask('settings.trust', {})).trust.address).toBe('site');

    await workstation.ask('matching.unlink', { sourceDonorId: joined.links[0]?.sourceDonorId ?? 0 });
    expect((await ask()).fields).toEqual(alone.fields);
  });

  it('goes with a donor who is erased', async () => {
    const { donorId, match } = await withFamily();
    await workstation.ask('matching.decide', { sourceDonorId: match.sourceDonorId, decision: 'same', donorId });
    const number = match.candidates[0]?.number ?? '';
    await workstation.ask('erasure.erase', { donorId, ground: 'asked', number });
    const { reader } = workstation.backend.store;
    for (const table of ['source_donor', 'source_link', 'match_decision'] as const) {
      expect(
        await reader
          .selectFrom(table as 'source_link')
          .selectAll()
          .execute(),
      ).toEqual([]);
    }
  });
});
