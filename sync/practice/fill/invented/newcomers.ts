import type { Donor, GiftStatus, Moment } from './donor.ts';
import { CALL_NOTES } from './charity.ts';
import type { Circumstances } from './giving.ts';
import { campaignId, friendSource, giveOnce, inventMandateAmount, inventRhythm } from './giving.ts';
import type { Random } from './random.ts';

/** How many days ago a newcomer came: most of them are just now in the fortnight of the thank-you call. */
export function inventArrival(random: Random): number {
  const period = random.weighted({ fresh: 9, week: 11, due: 70, past: 10 });
  const days = { fresh: [0, 6], week: [7, 13], due: [14, 28], past: [29, 42] } as const;
  const [from, to] = days[period];
  return random.integer(from, to);
}

/** What becomes of a first debit. A donor may take it back for eight weeks. */
function firstDebit(random: Random, daysAgo: number): GiftStatus {
  if (daysAgo < 3) return 'pending';
  return random.weighted<GiftStatus>({
    completed: 66,
    pending: 14,
    failed: 12,
    chargeback: 8,
    cancelled: 0,
    refunded: 0,
  });
}

function signMandate(circumstances: Circumstances, donor: Donor, daysAgo: number): void {
  const { random, today } = circumstances;
  const rhythm = inventRhythm(random);
  const start = today - daysAgo;
  const debit = start + random.integer(2, 9);
  const amount = inventMandateAmount(random, rhythm);
  const campaign = campaignId(circumstances, 0.5);
  donor.mandates.push({
    start,
    amount,
    unit: rhythm.unit,
    interval: rhythm.interval,
    status: 'inProgress',
    next: debit + 30 * rhythm.months,
    cancelledOn: null,
    cancelReason: null,
    campaignId: campaign,
  });
  donor.gifts.push({
    day: debit,
    amount,
    status: debit > today ? 'pending' : firstDebit(random, today - debit),
    source: 'SEPA',
    campaignId: campaign,
    mandate: donor.mandates.length - 1,
    isTest: false,
  });
}

function moment(kind: Moment['kind'], status: Moment['status'], day: number, hour: number, subject: string): Moment {
  return { kind, status, day, hour, subject, details: null, minutes: null };
}

/** What the charity did since: the e-mail within a day, the card or letter after a week, sometimes already a call. */
function welcome(circumstances: Circumstances, donor: Donor, daysAgo: number): void {
  const { random, today } = circumstances;
  const arrived = today - daysAgo;
  if (donor.emails.length > 0 && daysAgo >= 1 && random.chance(0.86)) {
    donor.moments.push(
      moment('email', 'completed', arrived + random.integer(0, 1), random.integer(9, 21), 'Bedankt voor uw gift'),
    );
  }
  if (daysAgo >= 8 && random.chance(0.7)) {
    donor.moments.push(moment('letter', 'completed', arrived + random.integer(6, 8), 11, 'Welkomstbrief'));
  }
  if (daysAgo < 14 || !random.chance(0.17)) return;
  const outcome = random.weighted({ spoken: 40, message: 27, missed: 15, planned: 18 });
  const callDay = random.integer(Math.max(arrived + 13, today - 12), today - 1);
  if (outcome === 'spoken') {
    const call = moment('call', 'completed', callDay, random.integer(10, 20), 'Bedankbelletje');
    donor.moments.push({ ...call, details: random.pick(CALL_NOTES), minutes: random.integer(2, 15) });
  } else if (outcome === 'planned') {
    donor.moments.push(moment('call', 'scheduled', today + random.integer(0, 5), 19, 'Belafspraak'));
  } else {
    const status = outcome === 'message' ? 'leftMessage' : 'unreachable';
    donor.moments.push(moment('call', status, callDay, random.integer(10, 20), 'Bedankbelletje'));
  }
}

/** The first six weeks of a new donor. */
export function inventNewcomer(circumstances: Circumstances, donor: Donor): void {
  const { random, today } = circumstances;
  const daysAgo = inventArrival(random);
  const way = random.weighted({ once: 50, friend: 12, mandate: 38 });
  if (way === 'mandate') signMandate(circumstances, donor, daysAgo);
  else giveOnce(circumstances, donor, today - daysAgo, way === 'friend' ? friendSource(random) : undefined);
  welcome(circumstances, donor, daysAgo);
}
