/** A conflict settled each way over HTTP, once, also after a restart; a refused correction mended. */
import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../contract/index.ts';
import type { PracticeCrm } from '../../../sync/practice/server.ts';
import {
  AHEAD,
  correctEmail,
  DONOR,
  emailInCrm,
  giveToColleague,
  itemsOf,
  onlyConflict,
  setEmailInCrm,
  setRoles,
} from '../../support/conflicts.ts';
import {
  askCrm,
  connectedWorkstation,
  openWorkstation,
  practiceCrm,
  type Workstation,
} from '../../support/workstation.ts';

const MINE = 'mijn@voorbeeld.nl';
const THEIRS = 'ander@voorbeeld.nl';
const OTHER = 'derde@voorbeeld.nl';

async function inConflict(): Promise<{ crm: PracticeCrm; workstation: Workstation }> {
  const crm = await practiceCrm(AHEAD);
  const workstation = await connectedWorkstation(crm);
  await correctEmail(workstation, MINE);
  await setEmailInCrm(crm, THEIRS);
  await workstation.sync();
  return { crm, workstation };
}

type Decision = InputOf<'sync.settle'>;

async function decide(workstation: Workstation, settlement: Decision['settlement']): Promise<Decision> {
  const { operationId, conflict } = await onlyConflict(workstation);
  const decision = { operationId, conflictId: conflict.conflictId, settlement };
  await workstation.ask('sync.settle', decision);
  return decision;
}

const kept = ({ backend }: Workstation) =>
  backend.store.reader.selectFrom('conflict').selectAll().orderBy('id').execute();

const emailShown = async (workstation: Workstation): Promise<string | undefined> => {
  const donorId = (await workstation.backend.store.reader.selectFrom('operation').select('donor_id').executeTakeFirst())
    ?.donor_id;
  const call = await workstation.ask('call.open', { donorId: donorId ?? 0 });
  return call.details.find(({ field }) => field === 'email')?.text;
};

const OTHER_TYPED = {
  keep: 'other',
  correction: { field: 'email', value: ` ${OTHER} ` },
  checkedBy: 'read-back',
} as const;

describe('a conflict', () => {
  it('shows both sides: as it was, mine with who, when, in which call and how checked, and theirs', async () => {
    const { workstation } = await inConflict();
    expect(await onlyConflict(workstation)).toMatchObject({
      kind: 'correction',
      state: 'conflict',
      needsPerson: true,
      checkedBy: 'spelled',
      call: { programme: { nl: 'bedanktelefoontje' }, day: '2026-11-21' },
      recordedAt: '2026-11-21T13:00:00.000Z',
      recordedBy: expect.stringMatching(/\S/),
      waysOut: ['settle'],
      conflict: {
        was: [expect.stringMatching(/@/)],
        mine: [MINE],
        theirs: [THEIRS],
        // The practice CRM's clock, which writes the time of its site.
        theirsAt: '2026-11-22T09:00:00.000Z',
        foundAt: '2026-11-21T13:00:00.000Z',
      },
      typed: { field: 'email', input: { field: 'email', value: MINE } },
    });
  });

  it.each([
    ['mine', { keep: 'mine' }, MINE, MINE],
    ['theirs', { keep: 'theirs' }, THEIRS, THEIRS],
    ['a third value', OTHER_TYPED, OTHER, OTHER],
  ] as const)(
    'settled by keeping %s ends there and here, and keeps the losing value',
    async (_, settlement, inCrm, here) => {
      const { crm, workstation } = await inConflict();
      const { operationId } = await decide(workstation, settlement);
      expect(await workstation.sync()).toMatchObject({ conflicts: 0, rejected: 0, waiting: 0 });
      expect(await emailInCrm(crm)).toEqual([inCrm]);
      expect(await emailShown(workstation)).toBe(here);
      expect(await itemsOf(workstation)).toEqual([]);
      const [row] = await kept(workstation);
      expect(row).toMatchObject({
        operation_id: operationId,
        mine: JSON.stringify(MINE),
        theirs: JSON.stringify(THEIRS),
        choice: settlement.keep,
        chosen: JSON.stringify(inCrm),
        settled_at: '2026-11-21T13:00:00.000Z',
        settled_by: expect.any(Number),
      });
      expect(await workstation.backend.store.reader.selectFrom('audit').select('action').execute()).toEqual([
        { action: 'settle' },
      ]);
      // Another workstation has the same, and nothing that needs anybody.
      expect(await itemsOf(await connectedWorkstation(crm))).toEqual([]);
    },
  );

  it('settled while there is no network goes out after a restart', async () => {
    const { crm, workstation } = await inConflict();
    crm.faults.set('dropBefore', 'always');
    await decide(workstation, { keep: 'mine' });
    await workstation.sync();
    await workstation.close();
    const again = await openWorkstation({ folder: workstation.folder, clock: workstation.clock });
    expect(await itemsOf(again)).toMatchObject([{ state: 'waiting', checkedBy: 'spelled' }]);
    crm.faults.clear();
    expect(await again.sync()).toMatchObject({ pushed: 1, waiting: 0 });
    expect(await emailInCrm(crm)).toEqual([MINE]);
  });

  it('is settled once, whoever decides twice or from two windows', async () => {
    const { crm, workstation } = await inConflict();
    const { operationId, conflict } = await onlyConflict(workstation);
    const seen = { operationId, conflictId: conflict.conflictId };
    const answers = await Promise.allSettled([
      workstation.ask('sync.settle', { ...seen, settlement: { keep: 'theirs' } }),
      workstation.ask('sync.settle', { ...seen, settlement: { keep: 'mine' } }),
      workstation.ask('sync.settle', { ...seen, settlement: OTHER_TYPED }),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { failure: { code: 'out-of-date' } } },
      { reason: { failure: { code: 'out-of-date' } } },
    ]);
    await workstation.sync();
    const [row] = await kept(workstation);
    expect(await emailInCrm(crm)).toEqual([JSON.parse(row?.chosen ?? '')]);
    expect(await workstation.backend.store.reader.selectFrom('audit').select('id').execute()).toHaveLength(1);
  });

  it('is a conflict again when the CRM changed once more before the decision arrived there', async () => {
    const { crm, workstation } = await inConflict();
    await decide(workstation, { keep: 'mine' });
    await setEmailInCrm(crm, 'nog.anders@voorbeeld.nl');
    expect(await workstation.sync()).toMatchObject({ pushed: 0, conflicts: 1 });
    expect(await emailInCrm(crm)).toEqual(['nog.anders@voorbeeld.nl']);
    const again = await onlyConflict(workstation);
    expect(again).toMatchObject({
      recordedAt: '2026-11-21T13:00:00.000Z',
      checkedBy: 'spelled',
      conflict: { was: [THEIRS], mine: [MINE], theirs: ['nog.anders@voorbeeld.nl'] },
    });
    await decide(workstation, { keep: 'mine' });
    await workstation.sync();
    expect(await emailInCrm(crm)).toEqual([MINE]);
    expect((await kept(workstation)).map(({ choice }) => choice)).toEqual(['mine', 'mine']);
  });

  it('cannot be decided about a value that was not seen', async () => {
    const { crm, workstation } = await inConflict();
    const { operationId, conflict } = await onlyConflict(workstation);
    await setEmailInCrm(crm, 'nog.anders@voorbeeld.nl');
    await workstation.sync();
    const decision = { operationId, conflictId: conflict.conflictId, settlement: { keep: 'mine' } } as const;
    await expect(workstation.ask('sync.settle', decision)).rejects.toMatchObject({ failure: { code: 'out-of-date' } });
    expect((await onlyConflict(workstation)).conflict.theirs).toEqual(['nog.anders@voorbeeld.nl']);
  });

  it('takes no third value that cannot be right, and stays open', async () => {
    const { workstation } = await inConflict();
    const { operationId, conflict } = await onlyConflict(workstation);
    const settle = (correction: typeof OTHER_TYPED.correction | { field: 'phone'; value: string }) =>
      workstation.ask('sync.settle', {
        operationId,
        conflictId: conflict.conflictId,
        settlement: { keep: 'other', correction, checkedBy: 'heard' },
      });
    await expect(settle({ field: 'email', value: 'geen adres' } as never)).rejects.toMatchObject({
      failure: { code: 'refused', sentence: { nl: expect.stringContaining('Laat het spellen') } },
    });
    await expect(settle({ field: 'phone', value: '06 12345678' })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
    expect((await onlyConflict(workstation)).conflict.conflictId).toBe(conflict.conflictId);
  });

  it('of two workstations: the one that was later decides, and both end with one value', async () => {
    const crm = await practiceCrm(AHEAD);
    const first = await connectedWorkstation(crm);
    const second = await connectedWorkstation(crm);
    await correctEmail(first, 'eerste@voorbeeld.nl');
    // Without a network: with one the claim would have kept the second away.
    crm.faults.set('dropBefore', 'always');
    await correctEmail(second, 'tweede@voorbeeld.nl');
    crm.faults.clear();
    await first.sync();
    expect(await second.sync()).toMatchObject({ conflicts: 1 });
    await decide(second, { keep: 'mine' });
    await second.sync();
    await first.sync();
    expect(await emailInCrm(crm)).toEqual(['tweede@voorbeeld.nl']);
    crm.faults.set('dropBefore', 'always');
    expect([await emailShown(first), await emailShown(second)]).toEqual(['tweede@voorbeeld.nl', 'tweede@voorbeeld.nl']);
    expect([await itemsOf(first), await itemsOf(second)]).toEqual([[], []]);
  });

  it('about a row that was removed in the CRM: mine makes it anew, theirs leaves it away', async () => {
    for (const keep of ['mine', 'theirs'] as const) {
      const crm = await practiceCrm(AHEAD);
      const workstation = await connectedWorkstation(crm);
      await correctEmail(workstation, MINE);
      await askCrm(crm, 'Email', 'delete', { where: [['contact_id', '=', DONOR]] });
      await workstation.sync();
      expect((await onlyConflict(workstation)).conflict.theirs).toBeNull();
      await decide(workstation, { keep });
      await workstation.sync();
      expect(await emailInCrm(crm)).toEqual(keep === 'mine' ? [MINE] : []);
      expect(await itemsOf(workstation)).toEqual([]);
    }
  });

  it('stands for older ones about the same detail: as it was before the first, decided once', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const call = await correctEmail(workstation, 'eerst@voorbeeld.nl');
    await correctEmail(workstation, MINE);
    const before = call.details.find(({ field }) => field === 'email')?.text;
    await setEmailInCrm(crm, THEIRS);
    await workstation.sync();
    expect((await onlyConflict(workstation)).conflict).toMatchObject({ was: [before], mine: [MINE], theirs: [THEIRS] });
    await decide(workstation, { keep: 'theirs' });
    expect(await itemsOf(workstation)).toEqual([]);
    await workstation.sync();
    expect(await emailInCrm(crm)).toEqual([THEIRS]);
  });

  it('of an undo is settled like any other', async () => {
    const crm = await practiceCrm(AHEAD);
    const workstation = await connectedWorkstation(crm);
    const call = await correctEmail(workstation, MINE);
    const before = call.details.find(({ field }) => field === 'email')?.text ?? '';
    const key = call.details.find(({ field }) => field === 'email')?.key ?? '';
    await workstation.sync();
    await workstation.ask('call.undoCorrection', { callItemId: call.callItemId, key });
    await setEmailInCrm(crm, THEIRS);
    await workstation.sync();
    expect(await onlyConflict(workstation)).toMatchObject({ kind: 'undo', conflict: { was: [MINE], mine: [before] } });
    await decide(workstation, { keep: 'mine' });
    await workstation.sync();
    expect(await emailInCrm(crm)).toEqual([before]);
    expect(await itemsOf(workstation)).toEqual([]);
  });
});

describe('who may decide', () => {
  it('a caller about what she recorded, and sees nothing else', async () => {
    const { crm, workstation } = await inConflict();
    await setRoles(workstation, ['caller']);
    expect(await workstation.ask('sync.status', {})).toMatchObject({ attention: 1 });
    await decide(workstation, { keep: 'mine' });
    await workstation.sync();
    expect(await emailInCrm(crm)).toEqual([MINE]);
  });

  it('nobody but a coordinator about a colleague’s', async () => {
    const { workstation } = await inConflict();
    const { operationId, conflict } = await onlyConflict(workstation);
    await giveToColleague(workstation);
    await setRoles(workstation, ['caller', 'director', 'verifier']);
    expect(await itemsOf(workstation)).toEqual([]);
    expect(await workstation.ask('sync.status', {})).toMatchObject({ attention: 0 });
    const decision = { operationId, conflictId: conflict.conflictId, settlement: { keep: 'mine' } } as const;
    await expect(workstation.ask('sync.settle', decision)).rejects.toMatchObject({ failure: { code: 'not-allowed' } });
    await setRoles(workstation, ['coordinator']);
    await workstation.ask('sync.settle', decision);
    expect(await itemsOf(workstation)).toMatchObject([{ state: 'waiting', recordedBy: expect.any(String) }]);
  });
});
