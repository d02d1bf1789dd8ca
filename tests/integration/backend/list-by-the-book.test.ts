/** The lists that a workstation answers are those of call-list-rules.md, from the CRM through the database to the answer. */
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../db/queries/facts.ts';
import { listByTheBook } from '../../support/rules-by-the-book.ts';
import { connectedWorkstation, practiceCrm, testClock } from '../../support/workstation.ts';

describe('call-list-rules.md', () => {
  it('for an invented charity, from its CRM through the database to the answer', async () => {
    const clock = testClock('2026-11-19T17:40:00.000Z');
    const fill = { kind: 'invented', donors: 400, seed: 3, date: '2026-11-19' } as const;
    const crm = await practiceCrm({ fill, clock: () => new Date(clock.now()) });
    const workstation = await connectedWorkstation(crm, { clock, sliceDays: null });
    const { reader } = workstation.backend.store;
    const everybody = (await reader.selectFrom('donor').select('id').execute()).map(({ id }) => id);
    const donors = await readFacts(reader, everybody);
    const person = await reader.selectFrom('person').select('crm_id').where('is_active', '=', 1).executeTakeFirst();
    let count = 0;
    for (const date of ['2026-11-19', '2026-11-20', '2026-12-05', '2027-01-02'] as const) {
      const expected = listByTheBook(donors, date, person?.crm_id ?? null).filter(
        ({ reasons }) => reasons.length === 0,
      );
      for (const lane of ['caller', 'director'] as const) {
        const { items } = await workstation.ask('list.get', { lane, date });
        const lines = expected.filter((line) => line.lane === lane);
        expect(items.map(({ donorId, programme }) => [donorId, programme])).toEqual(
          lines.map(({ donorId, programme }) => [donorId, programme]),
        );
        count += items.length;
      }
    }
    expect(count).toBeGreaterThan(50);
  });
});
