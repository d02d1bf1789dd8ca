/** What holds for every list, whoever the donors are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar/day.ts';
import { buildCallList, type CallList } from '../../domain/call-list/call-list.ts';
import { explain } from '../../domain/call-list/explain.ts';
import type { DonorFacts } from '../../domain/donor-facts.ts';
import { firstNumberOf } from '../../domain/donor-facts.ts';
import { DEFAULT_SETTINGS } from '../../domain/programmes/settings.ts';
import { arbitraryDonor, arbitraryDonors } from '../support/arbitrary-donor.ts';
import { context, TODAY } from '../support/build-donor.ts';

const ids = (list: CallList): readonly number[] => list.items.map(({ donorId }) => donorId);
const build = (donors: readonly DonorFacts[]): CallList => buildCallList(donors, context());

describe('the call list', () => {
  it('is the same whatever order the donors came in', () => {
    fc.assert(
      fc.property(
        arbitraryDonors.chain((donors) =>
          fc.tuple(fc.constant(donors), fc.shuffledSubarray(donors, { minLength: donors.length })),
        ),
        ([donors, shuffled]) => {
          expect(ids(build(shuffled))).toEqual(ids(build(donors)));
        },
      ),
    );
  });

  it('holds every donor at most once, and calls no number twice', () => {
    fc.assert(
      fc.property(arbitraryDonors, (donors) => {
        const list = build(donors);
        expect(new Set(ids(list)).size).toBe(list.items.length);
        const numbers = list.items.map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers).not.toContain(null);
      }),
    );
  });

  it('says a reason for every donor who is left out', () => {
    fc.assert(
      fc.property(arbitraryDonors, (donors) => {
        for (const { suppressions } of build(donors).suppressed) expect(suppressions.length).toBeGreaterThan(0);
      }),
    );
  });

  it('loses an objecting donor and gains nobody but those who waited behind the same number', () => {
    fc.assert(
      fc.property(arbitraryDonors, fc.nat(), (donors, pick) => {
        if (donors.length === 0) return;
        const objecting = donors[pick % donors.length]!;
        const before = new Set(ids(build(donors)));
        const after = build(donors.map((donor) => (donor === objecting ? { ...donor, hasObjected: true } : donor)));
        expect(ids(after)).not.toContain(objecting.donorId);
        const number = firstNumberOf(objecting.phones);
        const gained = after.items.filter(({ donorId }) => !before.has(donorId));
        expect(gained.every((item) => item.number === number)).toBe(true);
      }),
    );
  });

  it('never gains a major donor by a higher limit', () => {
    const strict = {
      ...DEFAULT_SETTINGS,
      majorCall: { ...DEFAULT_SETTINGS.majorCall, giftLimit: 200_000, yearLimit: 400_000 },
    };
    const majors = (list: CallList): ReadonlySet<number> =>
      new Set(
        [...list.items, ...list.suppressed]
          .filter(({ match }) => match.programme === 'major-call')
          .map(({ donorId }) => donorId),
      );
    fc.assert(
      fc.property(arbitraryDonors, (donors) => {
        const all = majors(build(donors));
        for (const donorId of majors(buildCallList(donors, context(TODAY, { settings: strict }))))
          expect(all).toContain(donorId);
      }),
    );
  });

  it('agrees with the explanation of every donor', () => {
    fc.assert(
      fc.property(arbitraryDonors, (donors) => {
        const list = build(donors);
        const on = new Set(ids(list));
        for (const donor of donors) {
          const rivals = donors.filter((other) => firstNumberOf(other.phones) === firstNumberOf(donor.phones));
          const explanation = explain(donor, rivals, context());
          expect(explanation.on).toBe(on.has(donor.donorId));
          const suppressed = list.suppressed.find(({ donorId }) => donorId === donor.donorId);
          expect(explanation.suppressions).toEqual(suppressed?.suppressions.map(({ id }) => id) ?? []);
          expect(explanation.sentence.nl).not.toBe('');
          expect(explanation.sentence.en).not.toBe('');
        }
      }),
      { numRuns: 30 },
    );
  });

  it('has the donor on it on the day that the explanation promises, if nothing happens', () => {
    fc.assert(
      fc.property(arbitraryDonor, (donor) => {
        const { next } = explain(donor, [], context());
        if (next === null) return;
        const list = buildCallList([donor], context(next.from));
        expect(list.items[0]?.match.programme).toBe(next.programme);
        const eve = addDays(next.from, -1);
        expect(eve > TODAY ? buildCallList([donor], context(eve)).items : []).toEqual([]);
      }),
    );
  });
});
