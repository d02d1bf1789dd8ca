/** Donors who were drawn for the hold-out group, for the tests of what the calls achieved. */
import type { CalendarDay } from '../../domain/calendar/day.ts';
import type { DrawnDonor } from '../../domain/results/achieved/drawn.ts';

export const DRAWN: DrawnDonor = {
  donorId: 1,
  programme: 'thank-you-call',
  percent: 20,
  arm: 'called',
  enteredOn: '2025-01-31',
  isFromBefore: false,
  isRemoved: false,
  gifts: [],
  mandates: [],
  complaints: [],
  objections: [],
};

export const giftOf = (amount: number, day: CalendarDay = '2025-02-10') => ({ day, amount, mandateId: null });

/** So many of them, each with her own number and what the test says. */
export function drawnMany(count: number, change: (index: number) => Partial<DrawnDonor>): readonly DrawnDonor[] {
  return Array.from({ length: count }, (_, index) => ({ ...DRAWN, donorId: index + 1, ...change(index) }));
}

/** Held out: one in so many. */
export const armOf = (index: number, every = 4): Pick<DrawnDonor, 'arm'> => ({
  arm: index % every === 0 ? 'held' : 'called',
});
