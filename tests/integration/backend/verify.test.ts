/** Nakijken: whose details, what a verifier gets of them, and how what was decided reaches the CRM. */
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../contract/client.ts';
import { isProcedureName, PROCEDURES } from '../../../contract/index.ts';
import { VERIFY_KINDS } from '../../../contract/procedures/verify.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { findVerifiable, readVerifyFacts } from '../../../db/queries/tasks.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import type { Role } from '../../../domain/role.ts';
import { buildVerifyList } from '../../../domain/tasks/task-list.ts';
import { holdCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, donorIdOf, practiceCrm, type Workstation } from '../../support/workstation.ts';

async function workAs(workstation: Workstation, roles: readonly Role[], crmId = 902): Promise<void> {
  const person = { crmId, name: `Vera ${crmId}`, roles };
  await workstation.backend.store.write((writer) => setCurrentPerson(writer, person));
}

async function codeOf(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof FailureError ? error.failure.code : 'answered';
}

/** Everything in an answer, with the names of the fields on the way. */
function cells(value: unknown, path: readonly string[] = []): readonly (readonly [string, unknown])[] {
  if (value === null || typeof value !== 'object') return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([key, inner]) => cells(inner, [...path, key]));
}

describe('the queue', () => {
  it('is the list of the rules, without what is decided elsewhere, and counts by kind', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: null });
    await workAs(workstation, ['verifier']);
    const { reader } = workstation.backend.store;
    await workAs(workstation, ['coordinator', 'caller', 'director']);
    const lanes = ['caller', 'director'] as const;
    const lists = await Promise.all(lanes.map((lane) => workstation.ask('list.get', { lane })));
    const inCall = new Set(lists.flatMap(({ items }) => items.map(({ donorId }) => donorId)));
    const facts = (await readVerifyFacts(reader, await findVerifiable(reader))).filter(
      ({ gifts, mandates }) => gifts.length > 0 || mandates.length > 0,
    );
    const expected = buildVerifyList(facts, inCall, { today: '2026-11-21', settings: DEFAULT_SETTINGS });
    await workAs(workstation, ['verifier']);
    const all = new Set<number>();
    const { kinds } = await workstation.ask('verify.queue', { kind: null });
    for (const kind of VERIFY_KINDS) {
      const { donors, hasMore } = await workstation.ask('verify.queue', { kind });
      expect(hasMore || donors.length === kinds.find((each) => each.kind === kind)?.count).toBe(true);
      for (const { donorId } of donors) all.add(donorId);
    }
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(expected.items.length);
    const ids = new Set(expected.items.map(({ donorId }) => donorId));
    expect([...all].every((donorId) => ids.has(donorId))).toBe(true);
  });

  it('loses a donor who was looked at, until the detail is another one', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: null });
    await workAs(workstation, ['verifier']);
    const [first] = (await workstation.ask('verify.queue', { kind: 'phone' })).donors;
    const donorId = first?.donorId ?? 0;
    const isQueued = async (): Promise<boolean> =>
      (await workstation.ask('verify.queue', { kind: 'phone' })).donors.some((each) => each.donorId === donorId);
    await workstation.ask('verify.finish', { donorId });
    expect(await isQueued()).toBe(false);
    await workstation.ask('verify.reopen', { donorId });
    expect(await isQueued()).toBe(true);
    await workstation.ask('verify.finish', { donorId });
    await workstation.backend.store.write(async ({ transaction }) => {
      await transaction.deleteFrom('donor_phone').where('donor_id', '=', donorId).execute();
      const row = { donor_id: donorId, crm_id: null, number: null, is_primary: 1, kind: null, location: null } as const;
      await transaction
        .insertInto('donor_phone')
        .values({ ...row, raw: 'weet niet' })
        .execute();
    });
    expect(await isQueued()).toBe(true);
  });
});

describe('a verifier', () => {
  it('gets no money, no notes and no history, cell by cell, of anything that may be asked', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: null });
    const notes = 'GEHEIME-NOTITIE';
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', notes, objectionAnswer: 'offered' });
    await workAs(workstation, ['verifier']);
    const { donors } = await workstation.ask('verify.queue', { kind: null });
    expect(donors.length).toBeGreaterThan(3);
    const inputs: Readonly<Record<string, readonly object[]>> = {
      'verify.queue': [{ kind: null }, ...VERIFY_KINDS.map((kind) => ({ kind }))],
      'verify.get': donors.map(({ donorId }) => ({ donorId })),
    };
    const money = /amount|gift|giving|cents|mandate|note|timeline|past|history|bedrag/i;
    let seen = 0;
    for (const [name, { kind, roles }] of Object.entries(PROCEDURES)) {
      if (kind !== 'query' || !roles.some((role) => role === 'verifier') || !isProcedureName(name)) continue;
      for (const input of inputs[name] ?? [{}]) {
        const answer = await workstation.backend.ask(name, input);
        expect(answer).toMatchObject({ ok: true });
        for (const [path, cell] of cells(answer)) {
          seen += 1;
          expect(path).not.toMatch(money);
          expect(String(cell)).not.toMatch(/€|GEHEIME-NOTITIE|donateur sinds|a donor since/);
        }
      }
    }
    expect(seen).toBeGreaterThan(200);
  });

  it('reaches only donors about whom there is something to ask, and decides nothing that is a coordinator’s', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: null });
    await workAs(workstation, ['verifier']);
    const queued = new Set(
      (await workstation.ask('verify.queue', { kind: null })).donors.map(({ donorId }) => donorId),
    );
    const { reader } = workstation.backend.store;
    const all = await reader.selectFrom('donor').select('id').where('is_removed', '=', 0).execute();
    const codes = await Promise.all(
      all
        .filter(({ id }) => !queued.has(id))
        .slice(0, 40)
        .map(({ id }) => codeOf(workstation.ask('verify.get', { donorId: id }))),
    );
    expect(codes).toContain('not-found');
    for (const name of [
      'donor.page',
      'donor.search',
      'list.get',
      'today.get',
      'verify.proposals',
      'verify.decide',
    ] as const) {
      expect(
        await codeOf(workstation.ask(name, { donorId: 1, text: '', lane: 'caller', proposalId: 1, isYes: true })),
      ).toBe('not-allowed');
    }
  });
});

describe('what a verifier decides', () => {
  it('goes to the CRM as a correction; a doubt that is answered by a better value is gone', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm, { sliceDays: null });
    await askCrm(crm, 'Email', 'update', {
      where: [['email', '=', 'donateur39@example.nl']],
      values: { email: 'donateur39@gmial.com' },
    });
    await askCrm(crm, 'Contact', 'update', {
      where: [['external_identifier', '=', 'NIEUW-0039']],
      values: { nick_name: 'x' },
    });
    await workstation.sync();
    await workAs(workstation, ['verifier']);
    const donorId = await donorIdOf(workstation, 'NIEUW-0039');
    const page = await workstation.ask('verify.get', { donorId });
    const detail = page.details.find(({ suggestion }) => suggestion !== null);
    if (detail?.suggestion === undefined || detail.suggestion === null) throw new Error('nothing is suggested');
    expect(detail.suggestion).toMatchObject({
      lines: ['donateur39@gmail.com'],
      why: { en: expect.stringContaining('gmail.com') },
    });
    const after = await workstation.ask('verify.correct', {
      donorId,
      key: detail.key,
      correction: detail.suggestion.input,
      checkedBy: 'heard',
    });
    const corrected = after.details.find(({ key }) => key === detail.key);
    expect(corrected).toMatchObject({ state: 'corrected', lines: detail.suggestion.lines, suggestion: null });
    await workstation.sync();
    const { reader } = workstation.backend.store;
    const states = await reader.selectFrom('operation').select(['kind', 'state']).execute();
    expect(states).toEqual([{ kind: 'correction', state: 'applied' }]);
    await workstation.ask('verify.undoCorrection', { donorId, key: detail.key });
    await workstation.sync();
    const back = await workstation.ask('verify.get', { donorId });
    expect(back.details.find(({ key }) => key === detail.key)?.lines).toEqual(detail.lines);
    expect((await reader.selectFrom('operation').select('state').execute()).map(({ state }) => state)).toEqual([
      'applied',
      'applied',
    ]);
  });

  it('and is hard to take back waits for a coordinator’s yes; a death stops calls meanwhile', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm, { sliceDays: null });
    await workAs(workstation, ['verifier']);
    const queue = (await workstation.ask('verify.queue', { kind: null })).donors;
    const [died, noEmail, iban] = queue.map(({ donorId }) => donorId);
    const proposeOf = (donorId: number | undefined, kind: 'deceased' | 'no-email' | 'iban', value = '') =>
      workstation.ask('verify.propose', { donorId: donorId ?? 0, kind, value, reason: 'zei de buurvrouw' });
    expect((await proposeOf(died, 'deceased')).proposals).toMatchObject([{ kind: 'deceased' }]);
    expect(await codeOf(proposeOf(died, 'deceased'))).toBe('refused');
    await proposeOf(noEmail, 'no-email');
    expect(await codeOf(proposeOf(iban, 'iban', 'NL00'))).toBe('refused');
    await proposeOf(iban, 'iban', 'nl91abna0417164300');
    const { reader } = workstation.backend.store;
    expect(await reader.selectFrom('operation').selectAll().execute()).toEqual([]);
    await workAs(workstation, ['coordinator', 'caller'], 903);
    expect((await workstation.ask('list.why', { donor: { donorId: died ?? 0 } })).explanation.on).toBe(false);
    expect((await workstation.ask('donor.page', { donorId: died ?? 0 })).flags.isDeceased).toBe(true);
    const { proposals } = await workstation.ask('verify.proposals', {});
    expect(proposals.map(({ kind, value }) => [kind, value])).toEqual([
      ['deceased', ''],
      ['no-email', ''],
      ['iban', 'NL91 ABNA 0417 1643 00'],
    ]);
    for (const { proposalId } of proposals) await workstation.ask('verify.decide', { proposalId, isYes: true });
    expect(
      await codeOf(workstation.ask('verify.decide', { proposalId: proposals[0]?.proposalId ?? 0, isYes: false })),
    ).toBe('out-of-date');
    await workstation.sync();
    const crmIdOf = async (donorId: number | undefined): Promise<number> =>
      (
        await reader
          .selectFrom('donor')
          .select('crm_id')
          .where('id', '=', donorId ?? 0)
          .executeTakeFirstOrThrow()
      ).crm_id ?? 0;
    const contact = async (donorId: number | undefined) =>
      (
        await askCrm(crm, 'Contact', 'get', {
          select: ['is_deceased', 'do_not_email'],
          where: [['id', '=', await crmIdOf(donorId)]],
        })
      )[0];
    expect(await contact(died)).toMatchObject({ is_deceased: true });
    expect(await contact(noEmail)).toMatchObject({ is_deceased: false, do_not_email: true });
    const notes = await askCrm(crm, 'Activity', 'get', {
      select: ['subject', 'details', 'activity_type_id:name'],
      where: [
        ['target_contact_id', '=', await crmIdOf(iban)],
        ['subject', 'LIKE', '%rekeningnummer%'],
      ],
    });
    expect(notes).toMatchObject([{ 'activity_type_id:name': 'Follow up' }]);
    expect(String(notes[0]?.['details'])).toContain('NL91 ABNA 0417 1643 00');
    await workstation.sync();
    expect(
      await reader
        .selectFrom('donor')
        .select('is_deceased')
        .where('id', '=', died ?? 0)
        .executeTakeFirst(),
    ).toEqual({
      is_deceased: 1,
    });
  });

  it('and a coordinator says no to goes nowhere', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: null });
    await workAs(workstation, ['verifier']);
    const [first] = (await workstation.ask('verify.queue', { kind: null })).donors;
    const donorId = first?.donorId ?? 0;
    await workstation.ask('verify.propose', { donorId, kind: 'deceased', value: '', reason: 'post kwam terug' });
    await workAs(workstation, ['coordinator'], 903);
    expect((await workstation.ask('sync.status', {})).attention).toBe(1);
    const [{ proposalId } = { proposalId: 0 }] = (await workstation.ask('verify.proposals', {})).proposals;
    await workstation.ask('verify.decide', { proposalId, isYes: false });
    expect((await workstation.ask('verify.proposals', {})).proposals).toEqual([]);
    expect((await workstation.ask('sync.status', {})).attention).toBe(0);
    expect((await workstation.ask('donor.page', { donorId })).flags.isDeceased).toBe(false);
    expect(await workstation.backend.store.reader.selectFrom('operation').select('id').execute()).toEqual([]);
    expect(await donorIdOf(workstation, 'NIEUW-0009')).toBeGreaterThan(0);
  });
});
