/** The division of a list among callers who cannot talk to each other, and the doubles that happen all the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCallList } from '../../domain/call-list/call-list.ts';
import type { Candidate } from '../../domain/call-list/evaluate.ts';
import { ownPart } from '../../domain/claims/division.ts';
import { findDoubles, type RecordedCall } from '../../domain/claims/double.ts';
import { serve } from '../../domain/claims/serving.ts';
import { arbitraryDonors } from '../support/arbitrary-donor.ts';
import { context, TODAY } from '../support/build-donor.ts';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { maxLength: 60 });
const donors = ids.map((all) => all.map((crmId) => ({ crmId })));
const callers = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 6 });

describe('the division', () => {
  it('gives every donor to exactly one of the callers who know of each other', () => {
    fc.assert(
      fc.property(donors, callers, (all, people) => {
        const known = new Set(people);
        const parts = people.flatMap((me) => ownPart(all, me, known));
        expect(parts.map(({ crmId }) => crmId).sort()).toEqual(all.map(({ crmId }) => crmId).sort());
      }),
    );
  });

  it('moves nobody when donors are added, and depends on no order', () => {
    fc.assert(
      fc.property(donors, donors, callers, (some, more, people) => {
        const [me = 0] = people;
        const alone = new Set(ownPart(some, me, new Set(people)).map(({ crmId }) => crmId));
        const together = ownPart([...more, ...some], me, new Set(people.toReversed()));
        const of = new Set(some.map(({ crmId }) => crmId));
        const again = new Set(together.map(({ crmId }) => crmId).filter((crmId) => of.has(crmId)));
        expect(again).toEqual(alone);
      }),
    );
  });

  it('gives a new caller only what was somebody’s, and takes nothing from one to give to another', () => {
    fc.assert(
      fc.property(donors, callers, fc.integer({ min: 10_000, max: 20_000 }), (all, people, newcomer) => {
        const before = new Set(people);
        const after = new Set([...people, newcomer]);
        for (const me of people) {
          const mine = new Set(ownPart(all, me, before));
          for (const donor of ownPart(all, me, after)) expect(mine).toContain(donor);
        }
      }),
    );
  });

  it('gives a donor to whoever talked with her before, while that one calls, and moves nobody else', () => {
    fc.assert(
      fc.property(donors, callers, fc.nat(), (all, people, chosen) => {
        const [one] = all;
        const friend = people[chosen % people.length];
        if (one === undefined || friend === undefined) return;
        const known = new Set(people);
        const earlier = new Map([
          [one.crmId, friend],
          ...all.slice(1).map(({ crmId }): [number, number] => [crmId, 999_999]),
        ]);
        for (const me of people) {
          const mine = ownPart(all, me, known, earlier);
          expect(mine.includes(one)).toBe(me === friend);
          // Who stopped calling has nobody any more.
          expect(mine.filter((donor) => donor !== one)).toEqual(
            ownPart(all, me, known).filter((donor) => donor !== one),
          );
        }
      }),
    );
  });

  it('is fair enough: of many donors nobody has less than half of an equal share', () => {
    const all = Array.from({ length: 2_000 }, (_, index) => ({ crmId: 2_000 + index }));
    for (const people of [
      [4, 6],
      [4, 6, 7],
      [1, 2, 3, 4, 5],
    ]) {
      for (const me of people) {
        expect(ownPart(all, me, new Set(people)).length).toBeGreaterThan(all.length / people.length / 2);
      }
    }
  });
});

describe('serving', () => {
  const withCrmIds = arbitraryDonors.map((all) =>
    all.map((donor) => ({ ...donor, crmId: donor.donorId, callbacks: [] })),
  );
  const doorsOf = (items: readonly Candidate[], me: number, people: readonly number[], isOnline: boolean) =>
    serve(items, { me, callers: new Set(people), earlier: new Map(), isOnline, today: TODAY }).map(
      ({ donorId }) => donorId,
    );

  it('never gives two workstations without a network the same donor, until one has finished her own part', () => {
    fc.assert(
      fc.property(withCrmIds, callers, (all, people) => {
        const { items } = buildCallList(all, context());
        const mine = new Map(people.map((me) => [me, ownPart(items, me, new Set(people)).length]));
        const served = people
          .filter((me) => (mine.get(me) ?? 0) > 0)
          .flatMap((me) => doorsOf(items, me, people, false));
        expect(new Set(served).size).toBe(served.length);
      }),
    );
  });

  it('goes on with the rest when the own part is done', () => {
    fc.assert(
      fc.property(withCrmIds, callers, (all, people) => {
        const { items } = buildCallList(all, context());
        const idle = people.filter((me) => ownPart(items, me, new Set(people)).length === 0);
        const served = idle.map((me) => doorsOf(items, me, people, false));
        expect(served).toEqual(idle.map(() => items.map(({ donorId }) => donorId)));
      }),
    );
  });

  it('with a network keeps everybody on every list, and what is more urgent first', () => {
    fc.assert(
      fc.property(withCrmIds, callers, (all, people) => {
        const { items } = buildCallList(all, context());
        const [me = 0] = people;
        const order = doorsOf(items, me, people, true);
        expect(order.toSorted()).toEqual(items.map(({ donorId }) => donorId).toSorted());
        const priority = new Map(items.map(({ donorId, match }) => [donorId, match.priority]));
        const priorities = order.map((donorId) => priority.get(donorId) ?? 0);
        expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
        expect(doorsOf(items, me, [me], true)).toEqual(items.map(({ donorId }) => donorId));
      }),
    );
  });
});

describe('doubles', () => {
  const recorded: fc.Arbitrary<RecordedCall> = fc.record({
    operationId: fc.uuid(),
    donorId: fc.constantFrom(1, 2),
    day: fc.constantFrom('2026-11-20', '2026-11-21'),
    at: fc.constantFrom('2026-11-21T18:00:00.000Z', '2026-11-21T19:00:00.000Z'),
    programme: fc.constantFrom('thank-you-call', 'service-call'),
    keptPromise: fc.boolean(),
    outcome: fc.constantFrom('conversation', 'no-answer', 'callback'),
    callerCrmId: fc.constantFrom(4, 6, null),
    isMine: fc.boolean(),
  });

  it('are two people’s calls of one donor, programme and day; no call is in two', () => {
    fc.assert(
      fc.property(fc.array(recorded, { maxLength: 12 }), (calls) => {
        const doubles = findDoubles(calls);
        for (const { donorId, day, programme, isMine: isAboutMe, calls: both } of doubles) {
          expect(new Set(both.map(({ callerCrmId, isMine }) => `${callerCrmId} ${isMine}`)).size).toBeGreaterThan(1);
          expect(both.some(({ isMine }) => isMine)).toBe(isAboutMe);
          for (const call of both) expect(call).toMatchObject({ donorId, day, programme });
        }
        const all = doubles.flatMap(({ calls: both }) => both);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  const call = (at: string, callerCrmId: number, more: Partial<RecordedCall> = {}): RecordedCall => ({
    operationId: `${at} ${callerCrmId}`,
    donorId: 1,
    day: '2026-11-21',
    at: `2026-11-21T${at}:00.000Z`,
    programme: 'thank-you-call',
    keptPromise: false,
    outcome: 'no-answer',
    callerCrmId,
    isMine: callerCrmId === 4,
    ...more,
  });

  it('are not made by a promise that a colleague kept, but by whoever called beside it', () => {
    const promised = [call('10:00', 4, { outcome: 'callback' }), call('15:00', 6, { keptPromise: true })];
    expect(findDoubles(promised)).toEqual([]);
    expect(findDoubles([...promised, call('15:10', 7)])).toMatchObject([{ calls: [{}, {}, {}] }]);
    // The promise was of another day.
    expect(findDoubles([call('15:00', 6, { keptPromise: true }), call('15:10', 4)])).toHaveLength(1);
  });

  it('of two others are told as theirs; one caller who tries two numbers makes none', () => {
    expect(findDoubles([call('10:00', 6), call('10:05', 7)])).toMatchObject([{ isMine: false }]);
    expect(findDoubles([call('10:00', 6), call('10:05', 6)])).toEqual([]);
    expect(findDoubles([call('10:00', 4), call('10:05', 4)])).toEqual([]);
    // The same person on another workstation.
    expect(findDoubles([call('10:00', 4), call('10:05', 4, { isMine: false })])).toMatchObject([{ isMine: true }]);
  });
});
