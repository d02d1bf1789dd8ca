/** The work of the coming weeks, by the questions of the contract. */
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../contract/client.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { connectedWorkstation, practiceCrm } from '../../support/workstation.ts';

describe('the forecast', () => {
  it('has on every day the list that is made for that day, and says until when it is complete', async () => {
    const crm = await practiceCrm();
    const workstation = await connectedWorkstation(crm, { sliceDays: null });
    const { lanes, completeUntil } = await workstation.ask('forecast.get', {});
    expect(completeUntil).toBeNull();
    for (const { lane, days, capacity } of lanes) {
      expect([days.length, capacity]).toEqual([28, null]);
      for (const index of [0, 1, 13, 27]) {
        const { day, onList } = days[index]!;
        const { items } = await workstation.ask('list.get', { lane, date: day });
        expect([day, onList]).toEqual([day, items.length]);
      }
    }
    const sliced = await connectedWorkstation(crm, { sliceDays: 14 });
    const here = await sliced.ask('forecast.get', {});
    expect(here.completeUntil?.nl).toBe('5 december');
    expect(here.lanes.map(({ days }) => days.slice(0, 15))).toEqual(lanes.map(({ days }) => days.slice(0, 15)));
  });

  it('is laid against what the coordinator says can be called', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const before = (await workstation.ask('forecast.get', {})).lanes[1]!;
    expect(before.finding.nl).toMatch(
      /^\d+ donateurs in 28 dagen; hoeveel er gebeld kunnen worden, is niet ingevuld\.$/,
    );
    await workstation.ask('forecast.saveCapacity', { lane: 'caller', capacity: [2, 2, 2, 2, 2, 1, 0] });
    const short = (await workstation.ask('forecast.get', {})).lanes[1]!;
    expect(short.capacity).toEqual([2, 2, 2, 2, 2, 1, 0]);
    // A Saturday: 73 wait, one can be called.
    expect(short.days[0]).toMatchObject({ waiting: 73, capacity: 1, left: 72 });
    expect(short.days[1]).toMatchObject({ capacity: 0, waiting: 72 + (short.days[1]?.fresh ?? 0) });
    expect(short.finding.nl).toMatch(
      /^Vanaf 21 november blijft er werk liggen; na 28 dagen \d+ van de \d+ donateurs\.$/,
    );
    const enough = { lane: 'caller', capacity: [50, 50, 50, 50, 50, 40, 0] } as const;
    await workstation.ask('forecast.saveCapacity', { ...enough, capacity: [...enough.capacity] });
    const later = (await workstation.ask('forecast.get', {})).lanes[1]!;
    expect(later.finding.nl).toMatch(/: tot en met 2\d november blijft er werk liggen, daarna past het\.$/);
    await workstation.ask('forecast.saveCapacity', { lane: 'caller', capacity: [500, 500, 500, 500, 500, 500, 500] });
    const ample = (await workstation.ask('forecast.get', {})).lanes[1]!;
    expect(ample.finding.en).toMatch(/^\d+ donors in 28 days: there is room for all\.$/);
    expect((await workstation.ask('forecast.get', {})).lanes[0]?.capacity).toBeNull();
  });

  it('keeps what is filled in for two lanes at once', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const capacity = [1, 1, 1, 1, 1, 1, 0];
    await Promise.all(
      (['caller', 'director'] as const).map((lane) => workstation.ask('forecast.saveCapacity', { lane, capacity })),
    );
    const { lanes } = await workstation.ask('forecast.get', {});
    expect(lanes.map((each) => each.capacity)).toEqual([capacity, capacity]);
  });

  it('is the coordinator’s, and takes no number that cannot be', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    for (const capacity of [
      [1, 2, 3],
      [-1, 0, 0, 0, 0, 0, 0],
      [9_999, 0, 0, 0, 0, 0, 0],
    ]) {
      await expect(workstation.ask('forecast.saveCapacity', { lane: 'caller', capacity })).rejects.toThrow(
        FailureError,
      );
    }
    await workstation.backend.store.write((writer) =>
      setCurrentPerson(writer, { crmId: 905, name: 'Bea', roles: ['caller', 'director'] }),
    );
    await expect(workstation.ask('forecast.get', {})).rejects.toThrow(FailureError);
  });
});
