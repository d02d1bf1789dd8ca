/** The terms of a workstation: shown before they run, carried out when asked for or once a day, and in the trail. */
import { expect, it } from 'vitest';
import { DEFAULT_RETENTION } from '../../../domain/privacy/retention.ts';
import { holdCall } from '../../support/hold-call.ts';
import { askCrm, connectedWorkstation, practiceCrm } from '../../support/workstation.ts';

it('what was sent goes when its term is over: asked for, or every day by itself; in the CRM it stays', async () => {
  const crm = await practiceCrm({ clock: () => new Date('2026-11-22T09:00:00.000Z') });
  const workstation = await connectedWorkstation(crm);
  const { reader } = workstation.backend.store;
  const { items } = await workstation.ask('list.get', { lane: 'caller' });
  const externalIdOf = async (at: number): Promise<string> =>
    (
      await reader
        .selectFrom('donor')
        .select('external_id')
        .where('id', '=', items[at]?.donorId ?? 0)
        .executeTakeFirstOrThrow()
    ).external_id ?? '';
  const notes = async (): Promise<readonly string[]> =>
    (await reader.selectFrom('attempt').select('notes').orderBy('at').execute()).map((row) => row.notes);
  const hold = async (at: number, said: string): Promise<void> => {
    await holdCall(workstation, await externalIdOf(at), {
      outcome: 'conversation',
      notes: said,
      objectionAnswer: 'offered',
    });
  };
  await hold(0, 'vertelde over de tuin');
  await workstation.sync();
  crm.faults.set('maintenance', 'always');
  await hold(1, 'nog niet verstuurd');
  const settings = { ...DEFAULT_RETENTION, days: { ...DEFAULT_RETENTION.days, notes: 7 } };
  const countNow = async (): Promise<number> => (await workstation.ask('retention.preview', settings)).counts.notes;
  expect(await countNow()).toBe(0);
  workstation.clock.advance(8 * 24 * 3_600);
  expect(await countNow()).toBe(1);

  // Shown is not done, and what is saved is what is carried out.
  expect((await workstation.ask('retention.run', {})).counts.notes).toBe(0);
  await workstation.ask('retention.save', settings);
  expect(await notes()).toEqual(['vertelde over de tuin', 'nog niet verstuurd']);
  expect((await workstation.ask('retention.run', {})).counts).toMatchObject({ notes: 1, corrections: 0 });
  expect(await notes()).toEqual(['', 'nog niet verstuurd']);
  const kept = await askCrm(crm, 'Activity', 'get', { where: [['details', 'LIKE', '%vertelde over de tuin%']] });
  expect(kept).toHaveLength(1);

  crm.faults.clear();
  await workstation.sync();
  expect(await notes()).toEqual(['', 'nog niet verstuurd']);
  await workstation.ask('retention.save', { ...settings, isDaily: true });
  await workstation.sync();
  // It was carried out today already, by hand.
  expect(await notes()).toEqual(['', 'nog niet verstuurd']);
  workstation.clock.advance(24 * 3_600);
  await workstation.sync();
  expect(await notes()).toEqual(['', '']);
  const { lastText } = await workstation.ask('retention.get', {});
  expect(lastText?.nl).toContain('1 weg');
  const trail = await reader.selectFrom('audit').select(['action', 'person_id']).orderBy('id').execute();
  expect(trail.map(({ action, person_id: by }) => [action, by !== null])).toEqual([
    ['retention', true],
    ['retention-saved', true],
    ['retention', true],
    ['retention-saved', true],
    ['retention', false],
  ]);
});
