/** The captured charity on its day: the numbers of the first issue, and a few people by name. */
import { describe, expect, it } from 'vitest';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import { addDays } from '../../../domain/calendar/day.ts';
import { buildCallList, countSuppressed, ofLane } from '../../../domain/call-list/call-list.ts';
import { explain } from '../../../domain/call-list/explain.ts';
import { capturedDonors } from '../../support/captured-donors.ts';
import { context } from '../../support/build-donor.ts';

const DONORS = capturedDonors();
const list = (day: CalendarDay) => buildCallList(DONORS, context(day));

describe('the captured donors on 2026-11-21', () => {
  it('gives 6 donors to the director and 73 to the callers', () => {
    const { items } = list('2026-11-21');
    const count = (programme: string): number => items.filter(({ match }) => match.programme === programme).length;
    expect([count('major-call'), count('thank-you-call'), count('service-call')]).toEqual([6, 63, 10]);
    expect(ofLane(list('2026-11-21'), 'director').items).toHaveLength(6);
    expect(ofLane(list('2026-11-21'), 'caller').items).toHaveLength(73);
  });

  it('leaves one out for each of nine reasons', () => {
    expect(countSuppressed(list('2026-11-21'))).toEqual({
      deceased: 1,
      objection: 1,
      'no-phone': 1,
      'bad-phone': 1,
      'cool-down': 1,
      'attempt-pause': 1,
      scheduled: 1,
      complaint: 1,
      'same-number': 1,
    });
  });

  it('puts the director’s donors in this order', () => {
    const externalId = new Map(DONORS.map((donor) => [donor.donorId, donor.externalId]));
    expect(ofLane(list('2026-11-21'), 'director').items.map(({ donorId }) => externalId.get(donorId))).toEqual([
      'NIEUW-0031',
      'NIEUW-0029',
      'NIEUW-0028',
      'NIEUW-ORG1',
      'NIEUW-0026',
      'NIEUW-0032',
    ]);
  });

  it.each([
    ['NIEUW-0009', 'Eerste gift van € 25 op 7 november; vandaag is dag 14: tijd voor het bedanktelefoontje.'],
    ['NIEUW-0008', 'Eerste gift van € 25 op 8 november; het bedanktelefoontje komt op 22 november.'],
  ])('says of %s: %s', (externalId, sentence) => {
    const donor = DONORS.find((each) => each.externalId === externalId)!;
    expect(explain(donor, [], context('2026-11-21')).sentence.nl).toBe(sentence);
  });

  it.each([
    ['NIEUW-0036', 'objection', null],
    ['NIEUW-0037', 'deceased', null],
    ['NIEUW-0038', 'no-phone', null],
    ['NIEUW-0039', 'bad-phone', null],
    ['NIEUW-0043', 'cool-down', null],
    ['NIEUW-0044', 'attempt-pause', '2026-11-23'],
    ['NIEUW-0045', 'scheduled', '2026-11-22'],
    ['NIEUW-0046', 'complaint', null],
  ])('%s is left out for %s, and comes on %s', (externalId, suppression, from) => {
    const donor = DONORS.find((each) => each.externalId === externalId)!;
    const explanation = explain(donor, [], context('2026-11-21'));
    expect(explanation.suppressions[0]).toBe(suppression);
    expect(explanation.next?.from ?? null).toBe(from);
  });
});

describe('any other day', () => {
  it('the list and the explanation of every donor agree, on days before and after', () => {
    for (const ahead of [-12, 9]) {
      const day = addDays('2026-11-21', ahead);
      const on = new Set(list(day).items.map(({ donorId }) => donorId));
      for (const donor of DONORS) {
        const rivals = DONORS.filter((other) =>
          other.phones.some(({ number }) => number !== null && number === donor.phones[0]?.number),
        );
        expect([donor.externalId, day, explain(donor, rivals, context(day)).on]).toEqual([
          donor.externalId,
          day,
          on.has(donor.donorId),
        ]);
      }
    }
  });
});
