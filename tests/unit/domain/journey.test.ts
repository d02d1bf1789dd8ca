/** Where a donor stands in the journey: step by step, and for any donor on any day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay } from '../../../domain/calendar/day.ts';
import type { ContactMoment } from '../../../domain/donor-facts.ts';
import { givingByYear } from '../../../domain/giving-by-year.ts';
import { givingOn } from '../../../domain/giving.ts';
import { JOURNEY_STEPS, journeyOf, type JourneyQuestion } from '../../../domain/journey/journey.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { arbitraryDonor } from '../../support/arbitrary-donor.ts';
import { call, donor as buildDonor, gift, mandate, TODAY } from '../../support/build-donor.ts';

const ZERO: CalendarDay = '2026-11-01';

function ask(today: CalendarDay, donor: Parameters<typeof buildDonor>[0], emotions: JourneyQuestion['emotions'] = []) {
  const built = buildDonor(donor);
  const giving = givingOn(today, built.gifts, built.mandates);
  const steps = journeyOf({ today, donor: built, giving, settings: DEFAULT_SETTINGS, emotions });
  return Object.fromEntries(steps.map((step) => [step.id, step]));
}

const email = (day: CalendarDay, isThanks: boolean, id = 1): ContactMoment => ({
  id,
  day,
  channel: 'email',
  isOutgoing: true,
  isThanks,
});

describe('the journey of a new donor', () => {
  const gifts = [gift(ZERO)];

  it('begins with the thank-you e-mail, which is missed when it never came', () => {
    expect(ask(ZERO, { gifts })['thanks-email']).toMatchObject({ state: 'later', due: '2026-11-02' });
    expect(ask('2026-11-03', { gifts })['thanks-email']?.state).toBe('due');
    expect(ask('2026-11-20', { gifts })['thanks-email']?.state).toBe('missed');
    const thanked = { gifts, moments: [email('2026-11-02', true)] };
    expect(ask('2026-11-20', thanked)['thanks-email']).toMatchObject({ state: 'done', day: '2026-11-02' });
  });

  it('has a first debit only with a mandate, and says when it did not go through', () => {
    expect(ask('2026-11-03', { gifts })['first-debit']).toBeUndefined();
    const mandates = [mandate(ZERO, { id: 7 })];
    expect(ask('2026-11-03', { gifts: [], mandates })['first-debit']?.state).toBe('later');
    const failed = [gift('2026-11-05', { mandateId: 7, status: 'failed' })];
    expect(ask('2026-11-06', { gifts: failed, mandates })['first-debit']).toMatchObject({
      state: 'failed',
      day: '2026-11-05',
    });
    const received = [...failed, gift('2026-11-12', { mandateId: 7 })];
    expect(ask('2026-11-13', { gifts: received, mandates })['first-debit']).toMatchObject({
      state: 'done',
      day: '2026-11-12',
    });
  });

  it('has a call that is done by a conversation, with how the donor sounded', () => {
    expect(ask('2026-11-16', { gifts, calls: [call('2026-11-16', 'attempt')] })['call']?.state).toBe('due');
    const emotions = [{ day: '2026-11-16', programme: 'thank-you-call', emotion: 'happy' }] as const;
    expect(ask('2026-11-16', { gifts, calls: [call('2026-11-16', 'conversation')] }, emotions)['call']).toMatchObject({
      state: 'done',
      day: '2026-11-16',
      emotion: 'happy',
    });
  });

  it('counts as mailings what thanks nobody and is no card', () => {
    const moments = [email('2026-11-02', true, 1), email('2026-11-10', false, 2), email('2026-12-01', false, 3)];
    const steps = ask('2026-12-05', { gifts, moments });
    expect(steps['first-mailing']).toMatchObject({ state: 'done', day: '2026-11-10' });
    expect(steps['second-mailing']).toMatchObject({ state: 'done', day: '2026-12-01' });
  });

  it('is in order for anybody on any day, and what is done was done between day 0 and today', () => {
    fc.assert(
      fc.property(arbitraryDonor, fc.integer({ min: -400, max: 400 }), (donor, offset) => {
        const today = addDays(TODAY, offset);
        const giving = givingOn(today, donor.gifts, donor.mandates);
        const steps = journeyOf({ today, donor, giving, settings: DEFAULT_SETTINGS, emotions: [] });
        const places = steps.map(({ id }) => JOURNEY_STEPS.indexOf(id));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(new Set(places).size).toBe(places.length);
        expect(steps.length > 0).toBe(giving.dayZero !== null);
        for (const { state, day } of steps) {
          expect(day !== null).toBe(state === 'done' || state === 'failed');
          expect(day === null || (day >= (giving.dayZero ?? '') && day <= today)).toBe(true);
        }
      }),
    );
  });
});

describe('gifts by year', () => {
  it('leave out no year and no cent', () => {
    const days = fc.integer({ min: -4_000, max: 400 }).map((offset) => addDays(TODAY, offset));
    const some = fc.array(fc.record({ day: days, amount: fc.integer({ min: 1, max: 100_000 }) }));
    fc.assert(
      fc.property(some, (gifts) => {
        const known = gifts.filter(({ day }) => day <= TODAY);
        const years = givingByYear(gifts, TODAY);
        const sum = (all: readonly { readonly amount: number }[]): number => all.reduce((a, b) => a + b.amount, 0);
        expect(years.reduce((total, { received }) => total + received, 0)).toBe(sum(known));
        expect(years.reduce((total, { count }) => total + count, 0)).toBe(known.length);
        for (const [index, { year }] of years.entries()) expect(year).toBe((years[0]?.year ?? 0) + index);
        expect(years.at(-1)?.year).toBe(known.length === 0 ? undefined : 2026);
      }),
    );
  });
});
