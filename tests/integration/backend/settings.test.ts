/** A coordinator shapes the list: looks first, saves, the list follows, takes it back. By the questions of the contract. */
import { describe, expect, it } from 'vitest';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import type { Role } from '../../../domain/role.ts';
import { openCall } from '../../support/hold-call.ts';
import { connectedWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';
import { failureOf } from '../../support/failure-of.ts';

const LOWER = { majorCall: { giftLimit: 50_000 } };

async function asWith(workstation: Workstation, name: string, roles: readonly Role[]): Promise<void> {
  await workstation.backend.store.write((writer) =>
    setCurrentPerson(writer, { crmId: 900 + name.length, name, roles }),
  );
}

async function coordinated(): Promise<Workstation> {
  const workstation = await connectedWorkstation(await practiceCrm());
  await asWith(workstation, 'Corrie', ['coordinator', 'caller', 'director']);
  return workstation;
}

const director = async (workstation: Workstation): Promise<readonly string[]> =>
  (await workstation.ask('list.get', { lane: 'director' })).items.map(({ name }) => name);

describe('the major limit at € 500', () => {
  it('is looked at, saved, followed by the director’s list, and taken back', async () => {
    const workstation = await coordinated();
    const before = await director(workstation);
    expect(before).toHaveLength(6);

    const preview = await workstation.ask('settings.previewProgrammes', { change: LOWER });
    if (!preview.isPossible) throw new Error('refused');
    expect(preview.changes.map(({ nl }) => nl)).toEqual([
      'Directietelefoontje, grens voor één gift: € 1.000 wordt € 500.',
    ]);
    const comes = preview.comes.filter(({ lane }) => lane === 'director');
    expect(comes.length).toBeGreaterThan(0);
    for (const { why } of comes) expect(why.nl).toMatch(/^Gift van € \d/);
    expect(preview.lanes.find(({ lane }) => lane === 'director')).toEqual({
      lane: 'director',
      before: 6,
      after: 6 + comes.length,
    });
    for (const { why } of preview.goes) expect(why.nl).toBe('Gaat naar een andere lijst: directietelefoontje.');
    expect(await director(workstation)).toEqual(before);

    const saved = await workstation.ask('settings.saveProgrammes', { change: LOWER, version: preview.version });
    const after = await director(workstation);
    expect(after.toSorted()).toEqual([...before, ...comes.map(({ name }) => name)].toSorted());

    const undone = await workstation.ask('settings.undoProgrammes', { version: saved.version });
    expect(await director(workstation)).toEqual(before);

    const { history, version } = await workstation.ask('settings.programmes', {});
    expect(version).toBe(undone.version);
    expect(history.map(({ by, undoes, changes }) => [by, undoes, changes.map(({ en }) => en)])).toEqual([
      ['Corrie', saved.version, ['Call by the director, limit of one gift: €500 becomes €1,000.']],
      ['Corrie', null, ['Call by the director, limit of one gift: €1,000 becomes €500.']],
    ]);
    const audit = await workstation.backend.store.reader.selectFrom('audit').select(['action', 'subject']).execute();
    expect(audit).toEqual(
      expect.arrayContaining([
        { action: 'programmes-saved', subject: String(saved.version) },
        { action: 'programmes-undone', subject: String(undone.version) },
      ]),
    );
  });

  it('can be brought back again by taking the undo back', async () => {
    const workstation = await coordinated();
    const saved = await workstation.ask('settings.saveProgrammes', { change: LOWER, version: null });
    const after = await director(workstation);
    const undone = await workstation.ask('settings.undoProgrammes', { version: saved.version });
    await workstation.ask('settings.undoProgrammes', { version: undone.version });
    expect(await director(workstation)).toEqual(after);
  });
});

describe('a change that concerns donors whose details are not on this workstation', () => {
  it('says how many, and has them fetched: the list is then that of a workstation that holds everybody', async () => {
    const crm = await practiceCrm();
    const [whole, sliced] = [
      await connectedWorkstation(crm, { sliceDays: null }),
      await connectedWorkstation(crm, { sliceDays: 14 }),
    ];
    const change = { majorCall: { giftLimit: 1_000 } };
    for (const workstation of [whole, sliced]) await asWith(workstation, 'Corrie', ['coordinator', 'director']);
    const seen = await whole.ask('settings.previewProgrammes', { change });
    const preview = await sliced.ask('settings.previewProgrammes', { change });
    if (!seen.isPossible || !preview.isPossible) throw new Error('refused');
    expect(seen.notHere).toBe(0);
    expect(preview.notHere).toBeGreaterThan(0);
    for (const workstation of [whole, sliced]) {
      await workstation.ask('settings.saveProgrammes', { change, version: null });
      await workstation.sync();
    }
    expect(await director(sliced)).toEqual(await director(whole));
  });
});

describe('settings', () => {
  it('are the coordinator’s alone, whatever a screen shows', async () => {
    const workstation = await coordinated();
    await asWith(workstation, 'Bea', ['caller', 'director', 'verifier']);
    for (const asked of [
      workstation.ask('settings.programmes', {}),
      workstation.ask('settings.previewProgrammes', { change: LOWER }),
      workstation.ask('settings.saveProgrammes', { change: LOWER, version: null }),
      workstation.ask('settings.undoProgrammes', { version: 1 }),
    ]) {
      expect((await failureOf(asked)).code).toBe('not-allowed');
    }
    expect(await director(workstation)).toHaveLength(6);
  });

  it('refuse numbers that cannot be in words, and save nothing', async () => {
    const workstation = await coordinated();
    const change = { majorCall: { giftLimit: -5 }, thankYouCall: { firstDay: 40 } };
    expect(await failureOf(workstation.ask('settings.saveProgrammes', { change, version: null }))).toMatchObject({
      code: 'refused',
      sentence: { nl: 'Grens voor één gift (directietelefoontje): kies van € 1 tot en met € 1.000.000.' },
    });
    expect(await workstation.ask('settings.previewProgrammes', { change: { thankYouCall: { firstDay: 40 } } })).toEqual(
      {
        isPossible: false,
        refusals: [
          {
            section: 'thankYouCall',
            field: 'firstDay',
            sentence: {
              nl: 'Vanaf dag (bedanktelefoontje) mag niet meer zijn dan “tot en met dag”, nu 28 dagen.',
              en: 'From day (thank-you call) may not be more than “up to day”, now 28 days.',
            },
          },
        ],
      },
    );
    expect((await workstation.ask('settings.programmes', {})).history).toEqual([]);
    expect((await failureOf(workstation.ask('settings.saveProgrammes', { change: {}, version: null }))).code).toBe(
      'refused',
    );
  });

  it('of somebody who looked at an older version are not saved over a newer one', async () => {
    const workstation = await coordinated();
    await workstation.ask('settings.saveProgrammes', { change: LOWER, version: null });
    expect((await failureOf(workstation.ask('settings.saveProgrammes', { change: LOWER, version: null }))).code).toBe(
      'out-of-date',
    );
    expect((await failureOf(workstation.ask('settings.undoProgrammes', { version: 99 }))).code).toBe('out-of-date');
  });

  it('are kept by a call that has begun', async () => {
    const workstation = await coordinated();
    const { version } = await workstation.ask('settings.saveProgrammes', { change: LOWER, version: null });
    const call = await openCall(workstation, 'NIEUW-0009');
    const before = await workstation.ask('call.get', { callItemId: call.callItemId });
    await workstation.ask('settings.saveProgrammes', { change: { thankYouCall: { isOn: false } }, version });
    expect(await workstation.ask('call.get', { callItemId: call.callItemId })).toEqual(before);
    const [item] = await workstation.backend.store.reader.selectFrom('call_item').selectAll().execute();
    expect(item?.programme_version).toBe(version);
    expect(JSON.parse(item?.legal_basis ?? 'null')).toMatchObject({ kind: 'gift', day: '2026-11-07' });
    expect(
      (await workstation.ask('list.get', { lane: 'caller' })).items.some(
        ({ programme }) => programme === 'thank-you-call',
      ),
    ).toBe(false);
  });

  it('with a daily maximum keep the list and the explanation of one mind', async () => {
    const workstation = await coordinated();
    await workstation.ask('settings.saveProgrammes', { change: { dailyMaximum: { caller: 5 } }, version: null });
    const list = await workstation.ask('list.get', { lane: 'caller' });
    expect(list.items).toHaveLength(5);
    expect(list.suppressed['daily-maximum']).toBe(68);
    const first = list.items[0]!;
    const explained = await workstation.ask('list.explain', { donor: { donorId: first.donorId } });
    expect(explained.on).toBe(true);
    const late = await workstation.ask('list.explain', { donor: { externalId: 'NIEUW-0009' } });
    expect([late.on, late.suppressions]).toEqual([
      list.items.some(({ externalId }) => externalId === 'NIEUW-0009'),
      late.on ? [] : ['daily-maximum'],
    ]);
    const { lines } = await workstation.ask('list.trace', { donor: { externalId: 'NIEUW-0009' } });
    expect(
      lines.filter(({ about, holds }) => about === 'suppression' && holds).map(({ suppression }) => suppression),
    ).toEqual(late.suppressions);
  });
});
