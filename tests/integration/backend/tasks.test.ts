/** The lists of work that is no call, gathered from the captured charity as it came over the sync. */
import { expect, it } from 'vitest';
import { findNewDonors, findVerifiable, readVerifyFacts } from '../../../db/queries/tasks.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { buildTaskList, buildVerifyList } from '../../../domain/tasks/task-list.ts';
import { connectedWorkstation, donorIdOf, practiceCrm } from '../../support/workstation.ts';

const CONTEXT = { today: '2026-11-21', settings: DEFAULT_SETTINGS } as const;

it('finds the post and the missing thanks among new donors, and nobody is lost by looking only at them', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const { reader } = workstation.backend.store;
  const all = await readFacts(reader, await findVerifiable(reader));
  const found = await readFacts(reader, await findNewDonors(reader, CONTEXT.today, DEFAULT_SETTINGS));
  expect(found.length).toBeLessThan(all.length);
  for (const programme of ['post', 'missing-thanks'] as const) {
    const list = buildTaskList(programme, found, CONTEXT);
    expect(list.items.length).toBeGreaterThan(0);
    expect(list.items).toEqual(buildTaskList(programme, all, CONTEXT).items);
    for (const { match } of list.items) expect(match.reason.nl).toMatch(/^(Eerste gift|Machtiging) van € /);
  }
});

it('finds doubtful details, until somebody ticks them off or the donor is on today’s list', async () => {
  const workstation = await connectedWorkstation(await practiceCrm());
  const { store } = workstation.backend;
  const read = async () => readVerifyFacts(store.reader, await findVerifiable(store.reader));
  const list = buildVerifyList(await read(), new Set(), CONTEXT);
  const doubtful = await donorIdOf(workstation, 'NIEUW-0038');
  const points = list.items.find(({ donorId }) => donorId === doubtful)?.match.points.map(({ nl }) => nl);
  expect(points).toContain('Er is geen telefoonnummer bekend.');
  const called = buildVerifyList(await read(), new Set([doubtful]), CONTEXT);
  expect(called.items.some(({ donorId }) => donorId === doubtful)).toBe(false);
  const old = list.items.find(({ match }) => match.points.some(({ nl }) => nl.startsWith('Nog nooit nagekeken')));
  const step = {
    programme: 'verify',
    what: 'verified',
    day: '2026-11-20',
    at: '2026-11-20T10:00:00.000Z',
    undone_at: null,
  } as const;
  await store.write(async ({ transaction }) => {
    const { id } = await transaction.selectFrom('person').select('id').executeTakeFirstOrThrow();
    await transaction
      .insertInto('journey_step')
      .values({ ...step, donor_id: old?.donorId ?? 0, person_id: id })
      .execute();
  });
  const after = buildVerifyList(await read(), new Set(), CONTEXT).items.find(({ donorId }) => donorId === old?.donorId);
  expect(after?.match.points.map(({ nl }) => nl) ?? []).not.toContainEqual(expect.stringContaining('nagekeken'));
});
